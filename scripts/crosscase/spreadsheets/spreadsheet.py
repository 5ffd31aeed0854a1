"""Tables that people write: CSV, TSV, XLSX, XLS, ODS and Parquet, as a header and rows of text.

1. The kind of file is told by its first bytes, not by its name.
2. Every row has as many fields as the header, or the file is taken to be damaged.
3. Rows are streamed, and may be gone through more than once; a workbook is held in memory.

Numbers in a spreadsheet are given as they are shown: 1, not 1.0.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain, islice

from crosscase.messages.errors import Problem, ReadError, system_problem, unreadable
from crosscase.spreadsheets import parquet_tables, text_tables, workbooks
from crosscase.storage.csv_injection import restored
from crosscase.storage.limits import DEFAULT, Limits
from crosscase.storage.text_form import fold

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # zip (xlsx, ods) and OLE (xls)
_PARQUET = b"PAR1"
Row = tuple[int, Sequence[str]]  # its number, as a spreadsheet counts rows, and its fields


@dataclass(frozen=True, slots=True)
class Form:
    """What a study says of the form of a table, where it does not show by itself."""

    encoding: str | None = None
    sheet: str | None = None  # of a workbook; without it the first
    header_row: int = 1


PLAIN = Form()
_SHOWN = 3  # names of a column that is missing


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the header: its place (as a spreadsheet counts rows) and its fields by column."""

    locator: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a file as they stand, from the first; each call of `batches` begins anew."""

    batches: Callable[[], Iterator[Sequence[Sequence[str]]]]
    sheet: str = ""  # begins the place of a row
    guessed: str = ""  # how the encoding was found out, if it was


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A table of text. `header` is as written; the keys of each record's fields are the header's."""

    path: str
    header: list[str]
    header_row: int
    source: Source

    def rows(self) -> Iterator[Row]:
        """The rows below the header that hold anything. Raises ReadError where one is not as wide as the header."""
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
                what = f"it has {len(row)} fields where the header has {width}"
                raise unreadable(self.path, what, "The file is damaged: export it again.", self.place(number))
            yield number, row

    @property
    def records(self) -> Iterator[Record]:
        """The rows as records."""
        for number, row in self.rows():
            yield Record(self.place(number), dict(zip(self.header, row, strict=True)))

    def place(self, number: int) -> str:
        """How the place of a row is told."""
        return f"{self.source.sheet}row {number}"

    def column(self, *names: str) -> str | None:
        """The column whose heading is one of `names`, whatever its case and spaces, or None."""
        wanted = {fold(name) for name in names}
        return next((heading for heading in self.header if fold(heading) in wanted), None)

    def missing(self, *names: str) -> list[Problem]:
        """A problem for each column that is not there."""
        absent = [name for name in names if self.column(name) is None]
        place = self.place(self.header_row)
        return [Problem(self.path, place, f"it has no column {name!r}", "Add it.") for name in absent]

    def require(self, *names: str) -> str:
        """Like `column`, but raises ReadError where there is none."""
        found = self.column(*names)
        if found is None:
            called = " or ".join(map(repr, names[:_SHOWN])) + (" or one of its other names" if names[_SHOWN:] else "")
            what = f"it has no column {called}"
            remedy = "Check that the format in config/study.yaml is the file's, or add the column."
            raise unreadable(self.path, what, remedy, self.place(self.header_row))
        return found


def read(path: str, form: Form = PLAIN, limits: Limits = DEFAULT) -> Spreadsheet:
    """Look at a table and read its header. Raises ReadError for what is no table or has no legal header."""
    source = _look_at(path, form, limits)
    header = _header(source, form.header_row)
    sheet = Spreadsheet(path, header, form.header_row, source)
    place = sheet.place(form.header_row)
    if not any(header):
        remedy = "Export it again, or say under `header_row` in config/study.yaml in which row they stand."
        raise unreadable(path, "there is no row of headings", remedy, place)
    if len(header) > limits.columns:
        what = f"it has {len(header)} columns"
        raise unreadable(path, what, "Take some away, or raise limits.columns in config/study.yaml.", place)
    named = [fold(heading) for heading in header if heading]
    if len(named) != len(set(named)):
        raise unreadable(path, "two columns have the same heading", "Rename one.", place)
    return sheet


def read_list(path: str) -> Spreadsheet:
    """Like `read`, for lists that the team keeps: spaces around a value, which nobody sees, are taken away.

    So is the apostrophe that keeps a spreadsheet from taking a value for a formula.
    """
    sheet = read(path)
    rows = [[restored(value.strip()) for value in row] for batch in sheet.source.batches() for row in batch]
    return replace(sheet, source=replace(sheet.source, batches=lambda: iter([rows])))


def headings(path: str, form: Form = PLAIN, limits: Limits = DEFAULT) -> list[str]:
    """The row of headings of a table, whatever it holds."""
    return _header(_look_at(path, form, limits, held=False), form.header_row)


def rows(path: str, form: Form = PLAIN, limits: Limits = DEFAULT) -> Iterator[tuple[str, list[str]]]:
    """The rows of a table as they stand, each with its place: headings may repeat, rows may be short."""
    source = _look_at(path, form, limits)
    for number, row in enumerate(chain.from_iterable(source.batches()), 1):
        yield f"{source.sheet}row {number}", list(row)


def _look_at(path: str, form: Form, limits: Limits, held: bool = True) -> Source:
    """The rows of a file. A workbook that will be gone through is `held`: to open it anew would cost all again."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(4)
    except OSError as error:
        raise ReadError(system_problem(error, path)) from None
    if head == _PARQUET:
        return Source(partial(parquet_tables.batches, path))
    if head.startswith(_WORKBOOKS):
        batches = partial(workbooks.batches, path, form.sheet, limits)
        kept = cache(lambda: list(batches()))
        return Source((lambda: iter(kept())) if held else batches, "" if form.sheet else "sheet 1, ")
    table = text_tables.look_at(path, form.encoding)
    return Source(partial(text_tables.batches, table, limits), guessed=table.guessed)


def _header(source: Source, number: int) -> list[str]:
    return list(next(islice(chain.from_iterable(source.batches()), number - 1, None), []))
