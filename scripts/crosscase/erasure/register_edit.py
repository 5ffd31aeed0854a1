"""Writes into the register that a participant withdrew; every other row keeps its form."""

import stat
from collections.abc import Collection
from pathlib import Path

from crosscase.anonymisation import register
from crosscase.anonymisation.register import Person
from crosscase.messages.errors import Problem, StudyError
from crosscase.spreadsheets import table_edits
from crosscase.spreadsheets.table_edits import Edits
from crosscase.storage import files
from crosscase.study.facts import GROUP

_COLUMN = "withdrawn"


def mark_withdrawn(
    path: str, person: Person, column: str = GROUP, variables: Collection[str] = (), sheet: str | None = None
) -> None:
    """Write `yes` under `withdrawn` in the person's row, if it is not there yet; a missing column is added.

    `column` is the heading of the group's column, `variables` are those of the sample, `sheet` is that of a workbook
    (None: the first). Raises StudyError if the register is open in another program, or of a kind that is not written.
    """
    if person.withdrawn:
        return
    found = register.listed(path, column, variables, sheet)  # `register.read` has checked it
    place = table_edits.places(found.header, [_COLUMN])[_COLUMN]
    cells = {(table_edits.row_of(person.locator), place): "yes"}
    if _COLUMN not in found.header:
        cells[found.header_row, place] = _COLUMN
    try:
        content = table_edits.edited(path, Edits(cells), sheet)
    except StudyError as error:
        remedy = f"Or write `yes` under `{_COLUMN}` in this row, save the file, and run the command again."
        raise StudyError(
            Problem(p.file, person.locator, p.what, f"{p.remedy} {remedy}") for p in error.problems
        ) from None
    with files.replacing(path, stat.S_IMODE(Path(path).stat().st_mode)) as stream:
        stream.write(content)
