"""What the codes of a plain table lie below, as a column of parents says it: by name, or by number or short form."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crosscase.codebooks.listed import CodePath, key
from crosscase.codebooks.plain_rows import Row
from crosscase.messages.wording import agree, joined
from crosscase.storage.text_form import fold

_SHOWN = 5


@dataclass
class Placed:
    """The full paths of the rows, and what the column of parents leaves open: values or places."""

    paths: list[CodePath] = field(default_factory=list)
    unknown: dict[str, str] = field(default_factory=dict)  # parents that are no code of the table, with the first place
    doubtful: dict[str, str] = field(default_factory=dict)  # parents whose name several codes have
    rings: list[str] = field(default_factory=list)  # places of the codes that lie below themselves

    def remarks(self) -> Iterator[str]:
        """Sentences on what the team must check."""
        if self.unknown:
            are = agree(len(self.unknown), "parent is", "parents are")
            yield f"{len(self.unknown)} {are} called as no code of the table: {_places(self.unknown)}."
        if self.doubtful:
            have = agree(len(self.doubtful), "parent has a name", "parents have names")
            yield f"{len(self.doubtful)} {have} that several codes have: {_places(self.doubtful)}. Check the paths."
        if self.rings:
            lie = agree(len(self.rings), "code lies below itself", "codes lie below themselves")
            yield f"{len(self.rings)} {lie} by the column of parents: {joined(self.rings, _SHOWN)}."


def place(rows: Sequence[Row], levels: int) -> Placed:
    """The full path of each row; one that is deeper than so many levels is cut just above that, for an error."""
    return _Placing(rows, levels).placed()


def _places(found: dict[str, str]) -> str:
    return joined([f"{value} ({place})" for value, place in found.items()], _SHOWN)


class _Placing:
    """The rows of a table by what parents are called."""

    def __init__(self, rows: Sequence[Row], levels: int) -> None:
        self._rows = rows
        self._levels = levels
        self._of_name: dict[str, list[int]] = {}
        self._of_number: dict[str, list[int]] = {}
        for index, row in enumerate(rows):
            self._of_name.setdefault(fold(row.path[-1]), []).append(index)
            for form in filter(None, {fold(row.number), fold(row.short)}):
                self._of_number.setdefault(form, []).append(index)

    def placed(self) -> Placed:
        placed = Placed()
        for index, row in enumerate(self._rows):
            above, is_ring = self._above(index)
            placed.paths.append((*above, *row.path))
            if is_ring:
                placed.rings.append(row.place)
        first = {fold(row.parent): (index, row) for index, row in reversed(list(enumerate(self._rows))) if row.parent}
        for index, row in sorted(first.values(), key=lambda found: found[0]):
            found = self._candidates(index)
            if not found:
                placed.unknown[row.parent] = row.place
            elif len({key(placed.paths[other]) for other in found}) > 1:
                placed.doubtful[row.parent] = row.place
        return placed

    def _candidates(self, index: int) -> list[int]:
        parent = fold(self._rows[index].parent)
        return self._of_name.get(parent) or self._of_number.get(parent, [])

    def _above(self, index: int) -> tuple[CodePath, bool]:
        """The path of a row's parent, which may have parents itself, and whether these are a ring.

        The path ends where a ring closes.
        """
        path: CodePath = ()
        seen = {index}
        while (parent := self._rows[index].parent) and len(path) <= self._levels:
            found = self._candidates(index)
            if not found:
                return (parent, *path), False
            # In a list in the order of its tree the parent is the last one above.
            index = found[max(bisect_left(found, index) - 1, 0)]
            if index in seen:
                return path, True
            seen.add(index)
            path = (*self._rows[index].path, *path)
        return path, False
