"""Which cells and totals of two builds differ, with the codings that changed in each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from crosscase.changes.coding_changes import CodingChange, Place, cell_of
from crosscase.changes.compared import CodeKey
from crosscase.coding.matrices import Row
from crosscase.storage.schemas import Cell, State


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that differs, or that rests on other codings; a side is None where the build has no such cell."""

    place: Place
    old: Cell | None
    new: Cell | None
    codings: list[CodingChange] = field(default_factory=list)

    @property
    def states(self) -> tuple[str, str]:
        """The state before and after; empty where there is no such cell."""
        return _state(self.old), _state(self.new)

    @property
    def is_of_one_build(self) -> bool:
        """Whether one build has no such cell, and in the other nobody raised the code: its code or group is new."""
        return None in (self.old, self.new) and State.PRESENT not in self.states and not self.codings

    @property
    def changed_state(self) -> bool:
        """Whether the cell has another mark."""
        return self.states[0] != self.states[1] and not self.is_of_one_build

    @property
    def changed_counts(self) -> bool:
        """Whether the mark is the same, with other numbers of participants or segments."""
        return self.states[0] == self.states[1] and _counts(self.old) != _counts(self.new)

    @property
    def is_same(self) -> bool:
        """Whether other codings give the same mark and the same numbers."""
        return bool(self.codings) and not self.changed_state and not self.changed_counts


@dataclass(frozen=True, slots=True)
class TotalChange:
    """The number of groups with a mark, as the tables show it; empty where the build has no such code."""

    code: CodeKey
    old: str
    new: str


def compare(old: Sequence[Cell], new: Sequence[Cell], changes: Iterable[CodingChange]) -> list[CellChange]:
    """The cells that differ, in the order of the new build, then those that it no longer has."""
    of_cell: dict[Place, list[CodingChange]] = defaultdict(list)
    for change in changes:
        for place in dict.fromkeys(map(cell_of, change.sides)):
            of_cell[place].append(change)
    # Without a guide nobody is known not to have been asked, as where a guide names nobody.
    before, after = ({_place(c): replace(c, not_asked=c.not_asked or 0) for c in cells} for cells in (old, new))
    return [
        CellChange(place, before.get(place), after.get(place), of_cell[place])
        for place in dict.fromkeys((*after, *before))
        if before.get(place) != after.get(place) or of_cell[place]
    ]


def totals(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[TotalChange]:
    """The totals that differ; a range without and with the cells that are not known, as in the tables.

    A code of one build alone has none here where no group raised it.
    """
    before, after = _totals(old), _totals(new)
    marked = {(cell.domain, cell.code) for cell in (*old, *new) if cell.state == State.PRESENT}
    for key in dict.fromkeys((*after, *before)):
        is_in_both = key in before and key in after
        if before.get(key, "") != after.get(key, "") and (is_in_both or key in marked):
            yield TotalChange(key, before.get(key, ""), after.get(key, ""))


def _totals(cells: Iterable[Cell]) -> dict[CodeKey, str]:
    rows: dict[CodeKey, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.domain, cell.code].append(cell)
    return {key: Row(key[1], "", 0, row).range for key, row in rows.items()}


def _state(cell: Cell | None) -> str:
    return cell.state if cell else ""


def _counts(cell: Cell | None) -> tuple[int | None, int | None]:
    return (cell.participants, cell.segments) if cell else (None, None)


def _place(cell: Cell) -> Place:
    return cell.domain, cell.code, cell.group
