"""Cells with several codes, in which a code's name may contain the separator.

ATLAS.ti joins the codes of a quotation with ", ", and a code's name may contain a comma (116 of 465 names
of a real project). The codebook therefore decides which names a cell has, in the forms in which ATLAS.ti writes
a path: `Folder: Code`, `Parent::Child` or the bare name. A line break always separates. Of all ways to split
a cell, the first of these is used, with the longest names first if several are equal:

1. into as many codes as the tool counted, all of them in the codebook;
2. into as many codes as the tool counted, with as few unknown pieces as possible: a code that the
   codebook does not have is one name and will be reported as unknown;
3. if the tool did not count, or its count is impossible (more than the pieces of the cell, fewer than its
   lines): with as few unknown pieces as possible; a run of unknown pieces is one name.

Nothing is lost: the names in order, joined with the separators, are the cell. The work is
bounded: pieces times codes times the pieces of the longest known name. Above `_MOST` states the count
is ignored (rule 3), which leaves pieces times the pieces of the longest name.

Evidence for the separators and the rules: a real export, in which known names alone split 393 of 394 cells.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from crosscase.readers.code_paths import split_levels
from crosscase.storage.text_form import fold

_LINE = re.compile(r"\r\n|\r|\n")
_COMMA = ", "
_JOINTS = (": ", "::")  # between the levels of a path; the first is that of current versions
_MOST = 50_000

_Cost = tuple[int, int, int]  # unknown pieces, unknown names, names


@dataclass(frozen=True, slots=True)
class _Piece:
    """The text between two separators; `ends_line`: no name continues after it."""

    text: str
    ends_line: bool


class CodeNames:
    """The names that the codes of a codebook may have in a cell.

    `between` separates two names; `joints`, if any are given, separate the levels of a path.
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
        """The levels of a code's name: those of a known path, or the parts between the study's separators."""
        return self._paths.get(fold(name)) or split_levels((name,), separator)

    def split(self, cell: str, count: int | None = None, commas: bool = True) -> list[str]:
        """The names in a cell; `count` is the number of names that the tool states. Never raises."""
        pieces = list(_pieces(cell, self._between if commas else None))
        lines = sum(piece.ends_line for piece in pieces)
        if count is not None and lines <= count <= len(pieces) and len(pieces) * count <= _MOST:
            names = self._split_pieces(pieces, count)
        else:
            names = self._split_pieces(pieces, None)
        return [name.strip() for name in names if name.strip(f" {self._between}")]

    def _known(self, pieces: list[_Piece], start: int) -> list[int]:
        """The pieces after which a known name that begins at `start` ends, the longest name first."""
        ends = []
        name = ""
        for end in range(start, min(start + self._longest, len(pieces))):
            name += (self._between if end > start else "") + pieces[end].text
            if fold(name) in self._names:
                ends.append(end + 1)
            if pieces[end].ends_line:
                break
        return ends[::-1]

    def _split_pieces(self, pieces: list[_Piece], count: int | None) -> list[str]:
        """The cheapest way to split the pieces, into `count` names if it is given."""
        last = len(pieces)
        names = range(count + 1) if count is not None else range(1)
        step = 0 if count is None else 1
        # For each state (next piece, names still to come): the cost of the rest, and where its first name ends.
        # `inside`: the same within an unknown name that contains the next piece.
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
        names_found = []
        start, number = 0, names[-1]
        while start < last:
            end = best[start][number][1]
            names_found.append(self._between.join(piece.text for piece in pieces[start:end]))
            start, number = end, number - step
        return names_found


def _add(cost: _Cost, pieces: int, unknown: int, names: int) -> _Cost:
    return cost[0] + pieces, cost[1] + unknown, cost[2] + names


def _pieces(cell: str, between: str | None) -> Iterator[_Piece]:
    for line in _LINE.split(cell):
        parts = line.split(between) if between else [line]
        if line.strip():
            for number, part in enumerate(parts, 1):
                yield _Piece(part, number == len(parts))
