"""Writes into the register that a participant withdrew; every other row keeps its form."""

import stat
from pathlib import Path

from crosscase.anonymisation.register import Person
from crosscase.messages.errors import Problem, StudyError
from crosscase.spreadsheets import table_edits, team_lists
from crosscase.spreadsheets.table_edits import Edits
from crosscase.storage import files
from crosscase.study import list_headings
from crosscase.study.facts import REGISTER_COLUMNS

_COLUMN = "withdrawn"


def mark_withdrawn(path: str, person: Person) -> None:
    """Write `yes` under `withdrawn` in the person's row, if it is not there yet; a missing column is added.

    Raises StudyError if the register is open in another program, or of a kind that crosscase does not write.
    """
    if person.withdrawn:
        return
    sheet = team_lists.read(path, (), REGISTER_COLUMNS, words=list_headings.REGISTER)  # `register` has checked it
    column = table_edits.places(sheet.header, [_COLUMN])[_COLUMN]
    cells = {(table_edits.row_of(person.locator), column): "yes"}
    if _COLUMN not in sheet.header:
        cells[sheet.header_row, column] = _COLUMN
    try:
        content = table_edits.edited(path, Edits(cells))
    except StudyError as error:
        remedy = f"Or write `yes` under `{_COLUMN}` in this row, save the file, and run the command again."
        raise StudyError(
            Problem(p.file, person.locator, p.what, f"{p.remedy} {remedy}") for p in error.problems
        ) from None
    with files.replacing(path, stat.S_IMODE(Path(path).stat().st_mode)) as stream:
        stream.write(content)
