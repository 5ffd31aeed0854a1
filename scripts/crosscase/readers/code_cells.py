"""Cells that hold several codes, where a code's name may hold what separates them.

ATLAS.ti joins the codes of a quotation with ", ", and a code's name may hold a comma (116 of 465 names
of a real project). So names are found by the codebook, in the forms in which ATLAS.ti writes a path:
`Folder: Code`, `Parent::Child` or the bare name. A line break always separates. Of all the ways to part
a cell, the first of these is taken, with the longest names first where several are equal:

1. into as many codes as the tool counted, all of them known;
2. into as many codes as the tool counted, with as little as possible that is unknown: a code that the
   codebook lacks is one name and will be reported as unknown;
3. where the tool did not count, or counted what cannot be (more than the cell has pieces, fewer than it
   has lines): with as little as possible that is unknown, a run of unknown pieces being one name.

Nothing is lost: names in their order, with the separators between them, are the cell. The work is
bounded: pieces times codes times the pieces of the longest known name; above `_MOST` states the count
is not regarded (rule 3), which leaves pieces times pieces of the longest name.

Source of the separators and of the rules' worth: a real export, 393 of 394 cells by known names alone.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from crosscase.storage.text_form import fold

_LINE = re.compile(r"\r\n|\r|\n")
_COMMA = ", "
_JOINTS = (": ", "::")  # between the levels of a path; the first is that of current versions
_MOST = 50_000

_Cost = tuple[int, int, int]  # unknown pieces, unknown names, names


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two separators; `ends_line`: no name goes on behind it."""

    text: str
    ends_line: bool


class CodeNames:
    """The names that the codes of a codebook may have in a cell.

    `between` stands between two names; `joints`, if any are given, between the levels of a path.
    """

    def __init__(self, paths: Collection[tuple[str, ...]], between: str = _COMMA, *joints: str) -> None:
        self._between = between
        self._paths: dict[str, tuple[str, ...]] = {}
        for path in sorted(paths, key=lambda path: (len(path), path)):
            for joint in joints or _JOINTS:
                self._paths.setdefault(fold(joint.join(path)), path)
        self._names = self._paths.keys() | {fold(path[-1]) for path in paths}
        self._longest = max((name.count(between) + 1 for name in self._names), default=1)

    def path(self, name: str, separator: str | None) -> tuple[str, ...]:
        """Levels of a code's name: only those of a known path, or as the study's separator says."""
        return self._paths.get(fold(name)) or (tuple(name.split(separator)) if separator else (name,))

    def split(self, cell: str, count: int | None = None, commas: bool = True) -> list[str]:
        """The names in a cell; `count` is how many the tool says there are. Never raises."""
        pieces = list(_pieces(cell, self._between if commas else None))
        lines = sum(piece.ends_line for piece in pieces)
        if count is not None and lines <= count <= len(pieces) and len(pieces) * count <= _MOST:
            names = self._parted(pieces, count)
        else:
            names = self._parted(pieces, None)
        return [name.strip() for name in names if name.strip(f" {self._between}")]

    def _known(self, pieces: list[_Piece], start: int) -> list[int]:
        """Behind which pieces a known name ends that begins at `start`, the longest first."""
        ends = []
        name = ""
        for end in range(start, min(start + self._longest, len(pieces))):
            name += (self._between if end > start else "") + pieces[end].text
            if fold(name) in self._names:
                ends.append(end + 1)
            if pieces[end].ends_line:
                break
        return ends[::-1]

    def _parted(self, pieces: list[_Piece], count: int | None) -> list[str]:
        """The cheapest way to part the pieces, into `count` names if it is given."""
        last = len(pieces)
        names = range(count + 1) if count is not None else range(1)
        step = 0 if count is None else 1
        # Of each state (next piece, names to come): what the rest costs and where its first name ends.
        # `inside`: the same within an unknown name, of which the next piece is a part.
        best: list[dict[int, tuple[_Cost, int]]] = [{} for _ in range(last)] + [{0: ((0, 0, 0), last)}]
        inside: list[dict[int, tuple[_Cost, int]]] = [{} for _ in range(last + 1)]
        for start in range(last - 1, -1, -1):
            known = self._known(pieces, start)
            for number in names:
                going_on = None if pieces[start].ends_line else inside[start + 1].get(number)
                ending = best[start + 1].get(number - step)
                ways = [(_add(going_on[0], 1, 0, 0), going_on[1])] if going_on else []
                ways += [(_add(ending[0], 1, 1, 1), start + 1)] if ending else []
                if ways:
                    inside[start][number] = min(ways, key=lambda way: way[0])
                found = [(_add(rest[0], 0, 0, 1), end) for end in known if (rest := best[end].get(number - step))]
                found += [inside[start][number]] if ways else []
                if found:
                    best[start][number] = min(found, key=lambda way: way[0])
        parted = []
        start, number = 0, names[-1]
        while start < last:
            end = best[start][number][1]
            parted.append(self._between.join(piece.text for piece in pieces[start:end]))
            start, number = end, number - step
        return parted


def _add(cost: _Cost, pieces: int, unknown: int, names: int) -> _Cost:
    return cost[0] + pieces, cost[1] + unknown, cost[2] + names


def _pieces(cell: str, between: str | None) -> Iterator[_Piece]:
    for line in _LINE.split(cell):
        parts = line.split(between) if between else [line]
        if line.strip():
            for number, part in enumerate(parts, 1):
                yield _Piece(part, number == len(parts))
