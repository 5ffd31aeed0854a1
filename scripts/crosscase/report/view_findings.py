"""What the study found, in the numbers that the page begins with."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crosscase.coding.matrices import Matrix
from crosscase.storage.schemas import State


@dataclass(frozen=True, slots=True)
class Findings:
    """The marks of all matrices."""

    marks: int
    cells: int  # that were coded
    fragile: int  # marks that leaving out one participant may undo
    everywhere: list[str]  # labels of the codes that are present in each group
    nowhere: list[str]  # labels of the codes that nobody raised


def found(built: Sequence[Matrix], fragile: Collection[tuple[str, str]]) -> Findings:
    """The findings of a study. `fragile`: codes and groups.

    A code with a cell that was not coded, or is unknown, is in neither list.
    """
    rows = [row for matrix in built for row in matrix.coded_rows]
    states = [cell.state for row in rows for cell in row.cells]
    return Findings(
        states.count(State.PRESENT),
        states.count(State.PRESENT) + states.count(State.ABSENT),
        len(fragile),
        [row.label for row in rows if all(cell.state == State.PRESENT for cell in row.cells)],
        [row.label for row in rows if all(cell.participants == 0 for cell in row.cells)],
    )
