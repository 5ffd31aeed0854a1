"""Which cells and totals of two builds differ, and why: the codings that changed, or what the study declares.

Each cell that differs has at least one reason. A coding is a reason where it counts in the cell in one build alone, or
counts there differently.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crosscase.changes.coding_changes import Cell as Place
from crosscase.changes.coding_changes import CodingChange, cell_of
from crosscase.messages.wording import counted
from crosscase.storage.schemas import Cell, CellCoding, State


@dataclass(frozen=True)
class Build:
    """What is compared of one build."""

    cells: Sequence[Cell]
    codings: Sequence[CellCoding]
    people: frozenset[str]  # pseudonyms

    @property
    def exports(self) -> frozenset[str]:
        """The exports with codings."""
        return frozenset(coding.export for coding in self.codings)


@dataclass(frozen=True)
class CellChange:
    """A cell that differs; a side is None where the build has no such cell."""

    place: Place
    old: Cell | None
    new: Cell | None
    codings: list[CodingChange] = field(default_factory=list)

    @property
    def states(self) -> tuple[str, str]:
        """The state before and after; `none` where there is no such cell."""
        old, new = (side.state if side else "none" for side in (self.old, self.new))
        return old, new


def compare(old: Build, new: Build, changes: Iterable[CodingChange]) -> list[CellChange]:
    """The cells that differ, in the order of the new build, then those that it no longer has."""
    of_cell: dict[Place, list[CodingChange]] = defaultdict(list)
    for change in changes:
        for place in dict.fromkeys(cell_of(side) for side in (change.old, change.new) if side):
            of_cell[place].append(change)
    before, after = ({_place(cell): cell for cell in build.cells} for build in (old, new))
    return [
        CellChange(place, before.get(place), after.get(place), of_cell[place])
        for place in dict.fromkeys((*after, *before))
        if before.get(place) != after.get(place) or of_cell[place]
    ]


def reasons(change: CellChange, old: Build, new: Build) -> Iterator[str]:
    """Why a cell differs, a reason a line: codings by what became of them, then what else differs."""
    found = Counter(_coding_reason(item, change.place, old, new) for item in change.codings)
    yield from (f"{counted(times, 'coding')} {reason}" for reason, times in sorted(found.items()))
    one, other = change.old, change.new
    if one is None or other is None:
        yield f"the {'old' if one is None else 'new'} build has no such code or group"
        return
    if one.interviewed != other.interviewed:
        yield f"{counted(other.interviewed, 'participant')} interviewed instead of {one.interviewed}"
    declared = {one.state, other.state} & {State.NOT_CODED, State.UNKNOWN}
    if declared and one.state != other.state:
        yield "what the study declares as coded or not coded differs, or the group has its first coding of the domain"
    if not change.codings and one.segments != other.segments and not declared:
        yield "`merging` counts codings as segments differently"


def totals(old: Build, new: Build) -> list[tuple[str, str, int, int]]:
    """The totals that differ: domain, code, and the number of groups with a mark before and after."""
    before, after = (_marks(build.cells) for build in (old, new))
    return [
        (*key, before.get(key, 0), after.get(key, 0))
        for key in dict.fromkeys((*after, *before))
        if before.get(key, 0) != after.get(key, 0)
    ]


def _coding_reason(change: CodingChange, place: Place, old: Build, new: Build) -> str:
    """What became of a coding, as far as the builds show it."""
    kind = change.kind_for(place)
    if change.old is None and change.new is not None:
        kind += _missing(change.new, old, "had not been")
    elif change.new is None and change.old is not None:
        kind += _missing(change.old, new, "is no longer")
    coding = change.new or change.old
    return f"{kind} (export {coding.export}, coder {coding.coder or 'not named'})" if coding else kind


def _missing(coding: CellCoding, other: Build, verb: str) -> str:
    if coding.participant not in other.people:
        return f": the participant {verb} in the study"
    if coding.export not in other.exports:
        return f": the export {verb} in the study"
    if coding.code not in {cell.code for cell in other.cells}:
        return f": the code {verb} in the codebook"
    return ""


def _place(cell: Cell) -> Place:
    return cell.domain, cell.code, cell.group


def _marks(cells: Iterable[Cell]) -> Mapping[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for cell in cells:
        key = cell.domain, cell.code
        found[key] = found.get(key, 0) + (cell.state == State.PRESENT)
    return found
