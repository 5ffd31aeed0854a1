"""Writes into the register that a participant withdrew; every other row keeps its bytes."""

import csv
import io
import stat
from pathlib import Path

from crosscase.anonymisation.register import Person
from crosscase.messages.errors import Problem, StudyError
from crosscase.spreadsheets import team_lists, text_tables
from crosscase.storage import files
from crosscase.study import list_headings
from crosscase.study.facts import REGISTER_COLUMNS, REQUIRED_REGISTER_COLUMNS

_COLUMN = "withdrawn"
_WORKBOOK_OR_PARQUET = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1")


def mark_withdrawn(path: str, person: Person) -> None:
    """Write `yes` under `withdrawn` in the person's row, if it is not there yet.

    Raises StudyError if the register is no text table: a person edits it better than a program.
    """
    if person.withdrawn:
        return
    if Path(path).read_bytes().startswith(_WORKBOOK_OR_PARQUET):
        what = "crosscase does not write into this kind of file"
        remedy = f"Write `yes` under `{_COLUMN}` in this row, save the file, and run the command again."
        raise StudyError(Problem(path, person.locator, what, remedy))
    header = team_lists.read(path, REQUIRED_REGISTER_COLUMNS, REGISTER_COLUMNS, words=list_headings.REGISTER).header
    if _COLUMN not in header:
        remedy = f"Add it, write `yes` there in {person.locator}, save the file, and run the command again."
        raise StudyError(Problem(path, "", f"it has no column `{_COLUMN}`", remedy))
    form = text_tables.look_at(path)
    row = int(person.locator.removeprefix("row "))
    text = Path(path).read_bytes().decode(form.encoding)
    before, written, after = _split(text, row, form.separator)
    fields = next(csv.reader([written], delimiter=form.separator))
    fields[header.index(_COLUMN)] = "yes"
    line = io.StringIO()
    ending = written[len(written.rstrip("\r\n")) :]
    csv.writer(line, delimiter=form.separator, lineterminator=ending).writerow(fields)
    with files.replacing(path, stat.S_IMODE(Path(path).stat().st_mode)) as stream:
        stream.write((before + line.getvalue() + after).encode(form.encoding))


def _split(text: str, row: int, separator: str) -> tuple[str, str, str]:
    """The text before a row, the row with its line break, and the text after it; a field may have line breaks."""
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, delimiter=separator)
    ends = [0, *(reader.line_num for _ in reader)]
    start, end = ends[row - 1], ends[row]
    return "".join(lines[:start]), "".join(lines[start:end]), "".join(lines[end:])
