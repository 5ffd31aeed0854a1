"""Tables that people write: CSV, TSV, XLSX, XLS, ODS and Parquet, as a header and rows of text.

1. The first bytes of a file, not its name, show its kind.
2. If a row has not as many fields as the header, the file is regarded as damaged.
3. Rows are streamed and can be read more than once; the sheet of a workbook is kept in memory.

Numbers in a spreadsheet are given as they are shown: 1, not 1.0.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.messages.errors import ReadError, system_problem, unreadable
from crosscase.messages.wording import counted
from crosscase.spreadsheets import beyond_limits, shown_headings
from crosscase.spreadsheets.column_letters import letters_of
from crosscase.storage import arrow_library, bounded_reading
from crosscase.storage.limits import DEFAULT, Limits
from crosscase.storage.text_form import fold

if TYPE_CHECKING:
    from crosscase.spreadsheets.workbook_rows import SheetLook

_WORKBOOKS = (b"PK\x03\x04", bounded_reading.OLE)  # zip (xlsx, ods) and OLE (xls)
_SMALL = 2**20  # bytes of a text that may be kept in memory without further bounds
Row = tuple[int, Sequence[str]]  # its number, as a spreadsheet counts rows, and its fields


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a table as the study states it, if it cannot be detected."""

    encoding: str | None = None
    sheet: str | None = None  # of a workbook; None: the first
    header_row: int = 1


PLAIN = Form()
# What spreadsheets show in a cell in which they found an error, in their languages.
_ERROR_VALUES = frozenset(
    """
    #DIV/0! #N/A #NAME? #NULL! #NUM! #REF! #VALUE! #SPILL! #CALC! #GETTING_DATA #N/D #NV #BEZUG! #WERT! #ZAHL! #NOM?
    #NOMBRE! #NOMBRE? #VALEUR! #VALOR! #VALORE! #NOME? #RIF! #ARG! #ADR! #NAZWA? #LICZBA! #HODNOTA! #NÁZEV? #ČÍSLO!
    #NAAM? #WAARDE! #VERW! #GETAL! #VERDI! #NAVN? #TALL! #Δ/Υ #ΑΝΑΦ! #ΤΙΜΗ! #ΟΝΟΜΑ? #ΑΡΙΘ!
    """.split()  # noqa: SIM905
)
_SHOWN = 3  # names listed for a missing column


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the header: its place (as a spreadsheet counts rows) and its fields by column."""

    locator: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """The unchanged rows of a file; each call of `batches` starts with the first."""

    batches: Callable[[], Iterator[Sequence[Sequence[str]]]]
    sheet: str = ""  # the beginning of a row's place
    guessed: str = ""  # how the encoding was detected, if it was
    sheets: Callable[[], Sequence["SheetLook"]] = tuple  # of the workbook, that are not empty; none if one is stated


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A table of text. `header` is as written; its headings are the keys of each record's fields."""

    path: str
    header: list[str]
    header_row: int
    source: Source

    def rows(self) -> Iterator[Row]:
        """The rows below the header that are not empty. Raises ReadError if a row is not as wide as the header."""
        width, first = {len(self.header)}, 1
        for batch in self.source.batches():
            if first > self.header_row and set(map(len, batch)) == width and all(map(any, batch)):
                yield from enumerate(batch, first)
            else:
                yield from self._checked(batch, first)
            first += len(batch)

    def _checked(self, batch: Sequence[Sequence[str]], first: int) -> Iterator[Row]:
        width = len(self.header)
        for number, row in enumerate(batch, first):
            if number <= self.header_row or not any(row):
                continue
            if len(row) != width:
                what = f"it has {counted(len(row), 'field')}, but the header has {width}"
                raise unreadable(self.path, what, "The file is damaged: export it again.", self.place(number))
            yield number, row

    @property
    def records(self) -> Iterator[Record]:
        """The rows as records."""
        for number, row in self.rows():
            yield Record(self.place(number), dict(zip(self.header, row, strict=True)))

    def place(self, number: int) -> str:
        """The place of a row, as messages name it."""
        return f"{self.source.sheet}row {number}"

    def alike(self, needed: Iterable[str]) -> list["SheetLook"]:
        """The sheets besides the first that have rows and these headings, where the study names none to read."""
        wanted = set(map(fold, needed))
        others = (look for look in self.source.sheets() if not look.is_first)
        return [look for look in others if look.has_rows and wanted <= look.headings]

    def is_hidden(self) -> bool:
        """Whether the sheet is hidden, and another is not."""
        looks = self.source.sheets()
        return any(look.is_first and not look.is_visible for look in looks) and any(look.is_visible for look in looks)

    def column(self, *names: str) -> str | None:
        """The column whose heading is one of `names`, whatever its case and spaces, or None."""
        wanted = {fold(name) for name in names}
        return next((heading for heading in self.header if fold(heading) in wanted), None)

    def require(self, *names: str) -> str:
        """Like `column`, but raises ReadError if there is none."""
        found = self.column(*names)
        if found is None:
            heading = " or ".join(map(repr, names[:_SHOWN])) + (" or one of its other names" if names[_SHOWN:] else "")
            what = f"it has no column {heading}"
            there = shown_headings.sentence(self.header, (row for _, row in self.rows()), names)
            remedy = f"{there} Correct the format or the name of the column in config/study.yaml.".strip()
            raise unreadable(self.path, what, remedy, self.place(self.header_row))
        return found


def is_error_value(cell: str) -> bool:
    """Whether a cell shows that the spreadsheet found an error in it."""
    return cell[:1] == "#" and cell.strip() in _ERROR_VALUES


def may_be_workbook(path: str) -> bool:
    """Whether a file begins as workbooks do."""
    with open(path, "rb") as stream:
        return stream.read(4).startswith(_WORKBOOKS)


def read(path: str, form: Form = PLAIN, limits: Limits = DEFAULT) -> Spreadsheet:
    """Look at a table and read its header. Raises ReadError if it is not a table or its header is invalid."""
    source = _look_at(path, form, limits)
    header = _header(source, form.header_row)
    sheet = Spreadsheet(path, header, form.header_row, source)
    place = sheet.place(form.header_row)
    if not any(header):
        remedy = "Export it again, or give the row of the headings under `header_row` in config/study.yaml."
        raise unreadable(path, "it has no headings in this row", remedy, place)
    if len(header) > limits.columns:
        raise beyond_limits.columns(path, len(header), place)
    stop_on_same_headings(path, header, place)
    return sheet


def stop_on_same_headings(path: str, header: Sequence[str], place: str) -> None:
    """Raise ReadError if two columns have the same heading."""
    first: dict[str, int] = {}
    for number, heading in enumerate(header):
        if heading and (before := first.setdefault(fold(heading), number)) != number:
            what = f"the columns {letters_of(before)} and {letters_of(number)} have the same heading"
            remedy = "Rename one; split cells of the row that are merged."
            raise unreadable(path, what, remedy, place, holds_for_all=True)


def read_whole(path: str, sheet: str | None = None) -> Spreadsheet:
    """Like `read`, for a table that is kept in memory, which is bounded as well."""
    try:
        bounded = Path(path).stat().st_size > _SMALL or bounded_reading.is_packed(path)
    except OSError as error:
        raise ReadError(system_problem(error, path)) from None
    form = Form(sheet=sheet)
    read_here = partial(bounded_reading.call, path, DEFAULT, _whole) if bounded else _whole
    header, place, guessed, rows, sheets = read_here(path, form)
    return Spreadsheet(path, header, form.header_row, Source(lambda: iter([rows]), place, guessed, lambda: sheets))


def _whole(path: str, form: Form) -> tuple[list[str], str, str, list[Sequence[str]], list["SheetLook"]]:
    """Of a table the header, the beginning of a row's place, how the encoding was detected, the rows, the sheets."""
    sheet = read(path, form)
    source = sheet.source
    return sheet.header, source.sheet, source.guessed, list(chain.from_iterable(source.batches())), [*source.sheets()]


def sheets_alike(path: str, limits: Limits = DEFAULT) -> list["SheetLook"]:
    """The sheets of a workbook besides the first that have rows and all headings of the first."""
    source = _look_at(path, PLAIN, limits)
    return Spreadsheet(path, header := _header(source, 1), 1, source).alike(filter(None, header))


def headings(path: str, form: Form = PLAIN, limits: Limits = DEFAULT) -> list[str]:
    """The row of headings of a table, unchecked."""
    return _header(_look_at(path, form, limits), form.header_row)


def sheets(path: str, limits: Limits = DEFAULT) -> list[str]:
    """The names of a workbook's sheets that have rows below their headings; none for another file."""
    if not may_be_workbook(path):
        return []
    return [look.name for look in _look_at(path, PLAIN, limits).sheets() if look.has_rows]


def rows(path: str, form: Form = PLAIN, limits: Limits = DEFAULT) -> Iterator[tuple[str, list[str]]]:
    """The unchanged rows of a table with their places: headings may repeat, rows may be short."""
    source = _look_at(path, form, limits)
    for number, row in enumerate(chain.from_iterable(source.batches()), 1):
        yield f"{source.sheet}row {number}", list(row)


def _look_at(path: str, form: Form, limits: Limits) -> Source:
    """The rows of a file.

    Most steps read no table that people write, and none reads all kinds: what a kind needs is imported for such a file.
    """
    try:
        with open(path, "rb") as stream:
            head = stream.read(4)
    except OSError as error:
        raise ReadError(system_problem(error, path)) from None
    if head == bounded_reading.PARQUET:
        arrow_library.load()
        from crosscase.spreadsheets import parquet_tables

        return Source(partial(parquet_tables.batches, path, limits))
    if head.startswith(_WORKBOOKS):
        from crosscase.spreadsheets import workbooks

        book = workbooks.Workbook(path, form.sheet, limits)
        if form.sheet:
            return Source(book.batches)
        return Source(book.batches, "sheet 1, ", sheets=partial(book.sheets, form.header_row))
    arrow_library.load()
    from crosscase.spreadsheets import text_tables

    table = text_tables.look_at(path, form.encoding, form.header_row)
    return Source(partial(text_tables.batches, table, limits), guessed=table.guessed)


def _header(source: Source, number: int) -> list[str]:
    return list(next(islice(chain.from_iterable(source.batches()), number - 1, None), []))
