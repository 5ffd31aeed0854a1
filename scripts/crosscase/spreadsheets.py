"""Tables that people write: CSV, TSV, XLSX, XLS and ODS, as a header and rows of text.

1. The kind of file is told by its first bytes, not by its name.
2. A text file is UTF-8 or UTF-16 with a byte-order mark; its separator is the one that the header
   holds most of.
3. Every row has as many fields as the header, or the file is taken to be damaged.

Numbers in a spreadsheet are given as they are shown: 1, not 1.0.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crosscase.errors import Problem, StudyError
from crosscase.normal import fold, nfc

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # zip (xlsx, ods) and OLE (xls)
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",;\t"
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the header: its place (as a spreadsheet counts rows) and its fields by column."""

    locator: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A table of text. `header` is as written; the keys of each record's fields are the header's."""

    path: str
    header: list[str]
    records: list[Record]

    def column(self, *names: str) -> str | None:
        """The column whose heading is one of `names`, whatever its case and spaces, or None."""
        wanted = {fold(name) for name in names}
        return next((heading for heading in self.header if fold(heading) in wanted), None)

    def missing(self, *names: str) -> list[Problem]:
        """A problem for each column that is not there."""
        absent = [name for name in names if self.column(name) is None]
        return [Problem(self.path, "row 1", f"it has no column {name!r}", "Add it.") for name in absent]

    def require(self, *names: str) -> str:
        """Like `column`, but raises StudyError where there is none."""
        found = self.column(*names)
        if found is None:
            what = f"it has no column {' or '.join(repr(name) for name in names)}"
            remedy = "Check that the format in config/study.yaml is the file's, or add the column."
            raise StudyError(Problem(self.path, "row 1", what, remedy))
        return found


def read(path: str) -> Spreadsheet:
    """Read the first sheet of a workbook, or a text table. Raises StudyError for damaged files."""
    lines = rows(path)
    _, header = next(lines, ("", []))
    if not any(header):
        raise StudyError(Problem(path, "row 1", "there is no row of headings", "Export it again."))
    _check_header(path, header)
    return Spreadsheet(path, header, list(_records(path, header, lines)))


def read_list(path: str) -> Spreadsheet:
    """Like `read`, for lists that the team keeps: spaces around a value, which nobody sees, are taken away."""
    sheet = read(path)
    stripped = [
        Record(record.locator, {name: value.strip() for name, value in record.fields.items()})
        for record in sheet.records
    ]
    return Spreadsheet(path, sheet.header, stripped)


def headings(path: str) -> list[str]:
    """The first row of a table, whatever it holds."""
    return next(rows(path), ("", []))[1]


def rows(path: str) -> Iterator[tuple[str, list[str]]]:
    """The rows of a table as they stand, each with its place: headings may repeat, rows may be short."""
    content = _bytes(path)
    return _workbook_rows(path) if content.startswith(_WORKBOOKS) else _text_rows(path, content)


def _bytes(path: str) -> bytes:
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise StudyError(Problem(path, "", f"it cannot be read ({error.strerror})")) from None
    if not content.strip():
        raise StudyError(Problem(path, "", "the file is empty", "Export it again."))
    return content


def _check_header(path: str, header: list[str]) -> None:
    named = [fold(heading) for heading in header if heading]
    if len(named) != len(set(named)):
        raise StudyError(Problem(path, "row 1", "two columns have the same heading", "Rename one."))


def _records(path: str, header: list[str], rows: Iterator[tuple[str, list[str]]]) -> Iterator[Record]:
    for locator, values in rows:
        if not any(values):
            continue
        if len(values) != len(header):
            what = f"it has {len(values)} fields where the header has {len(header)}"
            raise StudyError(Problem(path, locator, what, "The file is damaged: export it again."))
        yield Record(locator, dict(zip(header, values, strict=True)))


def _workbook_rows(path: str) -> Iterator[tuple[str, list[str]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(path)
        rows = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError):
        what = "it is not a workbook that can be read, or it is damaged"
        raise StudyError(Problem(path, "", what, "Export it again from the tool.")) from None
    for number, row in enumerate(rows, 1):
        yield f"sheet 1, row {number}", [_shown(value) for value in row]


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return nfc(str(value)).replace("_x000D_", "").replace("\r\n", "\n")


def _text_rows(path: str, content: bytes) -> Iterator[tuple[str, list[str]]]:
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in content:
        what = "it is neither a text table nor a workbook"
        raise StudyError(Problem(path, "", what, "Correct its format in config/study.yaml."))
    try:
        text = nfc(content.decode(encoding))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        remedy = 'Save it as UTF-8 (in Excel: "CSV UTF-8"), or correct its format in config/study.yaml.'
        raise StudyError(Problem(path, f"line {line}", "it is not text in UTF-8", remedy)) from None
    separator = max(_SEPARATORS, key=text.split("\n", 1)[0].count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, row in enumerate(rows, 1):
            yield f"row {number}", row
    except csv.Error:
        what = "its quotes do not close: the file is cut off or not a CSV file"
        raise StudyError(Problem(path, f"behind row {rows.line_num}", what, "Export it again.")) from None
