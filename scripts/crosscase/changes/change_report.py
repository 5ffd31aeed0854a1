"""What changed between two builds, as text for a terminal and as rows of a table."""

from collections.abc import Iterator, Sequence

from crosscase.changes.cell_changes import Build, CellChange, reasons, totals
from crosscase.changes.coding_changes import CodingChange
from crosscase.messages.wording import agree, counted
from crosscase.storage.schemas import Cell, State

COLUMNS = (
    *("domain", "code", "group", "old_state", "new_state", "old_participants", "new_participants", "old_segments"),
    *("new_segments", "reason"),
)
_SIGN = {State.PRESENT: "present", State.ABSENT: "absent", State.NOT_CODED: "not coded", State.UNKNOWN: "unknown"}


def text(old: Build, new: Build, changed: Sequence[CellChange], codings: Sequence[CodingChange]) -> str:
    """The changes in lines: what was counted, then each total and each cell with its reasons."""
    if not changed:
        return "Nothing changed: all cells and the codings behind them are the same.\n"
    return "".join(f"{line}\n" for line in _lines(old, new, changed, codings))


def rows(old: Build, new: Build, changed: Sequence[CellChange]) -> Iterator[tuple[object, ...]]:
    """A row for each reason of each cell that differs."""
    for change in changed:
        found = [
            getattr(side, name, None) for name in ("participants", "segments") for side in (change.old, change.new)
        ]
        counts = ["" if value is None else value for value in found]
        yield from ((*change.place, *change.states, *counts, reason) for reason in reasons(change, old, new))


def _lines(old: Build, new: Build, changed: Sequence[CellChange], codings: Sequence[CodingChange]) -> Iterator[str]:
    if old.people and old.people.isdisjoint(new.people):
        yield (
            "The builds have no pseudonym in common: they were made with different keys, or of different studies. "
            "Codings cannot be matched."
        )
    came, went = sum(change.old is None for change in codings), sum(change.new is None for change in codings)
    elsewhere = len(codings) - came - went
    flips = [change for change in changed if change.states[0] != change.states[1]]
    yield (
        f"{counted(len(changed), 'cell')} {agree(len(changed), 'differs', 'differ')}, {len(flips)} of them in state. "
        f"{counted(came, 'coding')} came, {went} went, {elsewhere} {agree(elsewhere, 'counts', 'count')} elsewhere."
    )
    for domain, code, before, after in totals(old, new):
        yield f"{domain}/{code}: total {before} → {after}"
    for change in changed:
        yield f"{'/'.join(change.place)}: {_in_words(change.old)} → {_in_words(change.new)}"
        yield from (f"  {reason}" for reason in reasons(change, old, new))


def _in_words(cell: Cell | None) -> str:
    """The state of a cell and, where it was coded, its counts."""
    if cell is None:
        return "no such cell"
    if cell.participants is None:
        return _SIGN[State(cell.state)]
    counts = counted(cell.participants, "participant"), counted(cell.segments or 0, "segment")
    return f"{_SIGN[State(cell.state)]} ({', '.join(counts)})"
