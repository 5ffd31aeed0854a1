"""Changes of a table that people fill in: cells, further rows and rows that go. Everything else keeps its bytes.

`edited` returns the new content of the file, so that several files can be written together.
"""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crosscase.messages.errors import Problem, StudyError
from crosscase.messages.suggestions import lock_of
from crosscase.spreadsheets import text_tables, workbook_edits
from crosscase.storage.bounded_reading import OLE, PARQUET
from crosscase.storage.csv_injection import kept, neutral
from crosscase.storage.limits import DEFAULT

_SAVE_AS = "Save it as a workbook (.xlsx) or as CSV, and name that file in config/study.yaml."
_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


@dataclass(slots=True)
class Edits:
    """What to change. Rows count from 1 as a spreadsheet counts them, columns from 0."""

    cells: dict[tuple[int, int], str] = field(default_factory=dict)  # a column that is not there is added
    added: list[Sequence[str]] = field(default_factory=list)  # below the last row
    removed: set[int] = field(default_factory=set)  # in a workbook they become empty


def edited(path: str, edits: Edits, sheet: str | None = None) -> bytes:
    """The content of the file with the changes. `sheet`: of a workbook that has several; None: the first.

    Raises StudyError if the file is open, or of a kind not written.
    """
    if lock := lock_of(path):
        what = f"it is open in another program, which keeps {lock.name} meanwhile"
        raise StudyError(
            Problem(
                path,
                "",
                what,
                "Close it there (or delete that file if no program has it open), and run the command again.",
            )
        )
    content = Path(path).read_bytes()
    if content.startswith((OLE, PARQUET)) or _DOCUMENT in content[:100]:
        raise StudyError(Problem(path, "", "crosscase does not write into this kind of file", _SAVE_AS))
    if content.startswith(b"PK"):
        cells, added = (
            {place: kept(value) for place, value in edits.cells.items()},
            [[*map(kept, row)] for row in edits.added],
        )
        return workbook_edits.edited(path, cells, added, edits.removed, sheet)
    return _edited_text(path, content, edits)


def _edited_text(path: str, content: bytes, edits: Edits) -> bytes:
    form = text_tables.look_at(path)
    text = content.decode(form.encoding)
    ending = "\r\n" if "\r\n" in text else "\n"
    width = max([form.width, *(column + 1 for _, column in edits.cells)])
    csv.field_size_limit(DEFAULT.cell_characters)
    lines = list(_written_rows(text, form.separator))
    of_row: dict[int, dict[int, str]] = {}
    for (row, column), value in edits.cells.items():
        of_row.setdefault(row, {})[column] = value
    written = []
    for number, line in enumerate(lines, 1 - form.skipped):
        if number not in edits.removed:
            written.append(_edited_line(line, of_row.get(number, {}), width - form.width, form.separator, ending))
    if edits.added and written and not written[-1].endswith(("\r", "\n")):
        written[-1] += ending
    written += (_line([*map(neutral, row), *[""] * (width - len(row))], form.separator, ending) for row in edits.added)
    return "".join(written).encode(form.encoding)


def _edited_line(line: str, cells: Mapping[int, str], further: int, separator: str, ending: str) -> str:
    """A row with its changed cells, and with further columns; a row without changes keeps its form."""
    bare = line.rstrip("\r\n")
    if not bare or not (cells or further):
        return line
    end = line[len(bare) :]
    if not cells:
        return bare + separator * further + end
    fields: list[object] = [*next(csv.reader(io.StringIO(bare, newline=""), delimiter=separator)), *[""] * further]
    for column, value in cells.items():
        fields[column] = neutral(value)  # the others are in the form that is safe
    return _line(fields, separator, end or ending)


def _line(fields: Sequence[object], separator: str, ending: str) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, lineterminator=ending).writerow(fields)
    return stream.getvalue()


def _written_rows(text: str, separator: str) -> Iterator[str]:
    """The rows as they are written, with their line ends; a field may have line breaks."""
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, delimiter=separator)
    before = 0
    for _ in reader:
        yield "".join(lines[before : reader.line_num])
        before = reader.line_num


def row_of(locator: str) -> int:
    """The row of a locator such as `row N` or `sheet N, row N`."""
    return int(locator.rpartition("row ")[2])


def places(header: Sequence[str], columns: Collection[str]) -> dict[str, int]:
    """The place of each of these columns; one that is not there gets the next free place."""
    found: dict[str, int] = {}
    for column in columns:
        free = max([len(header) - 1, *found.values()]) + 1
        found[column] = header.index(column) if column in header else free
    return found
