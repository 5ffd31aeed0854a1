"""Text tables of unknown origin: their encoding, their separator and their rows.

1. A byte-order mark shows the encoding. Without one, a file with a NUL in every second byte is UTF-16.
2. A text that decodes as UTF-8 is UTF-8; almost no other text does.
3. Otherwise it is in a Windows code page, see `code_pages`, or it mixes two encodings and is an error.
4. The separator is the one that splits the header into most columns; `|` is one only if no other is there. Lines above
   the header may be of any width. A first line `sep=;`, which Excel never shows, states it and is no row, unless
   the study counts the rows above the header itself.

Rows are streamed: the memory does not grow with the file. Arrow parses them. If Arrow fails, or if a quote of the
file is not closed, Python's csv module continues, which reports what is wrong and in which row.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, TextIO

import pyarrow as pa
from pyarrow import csv as arrow_csv

from crosscase.messages.errors import ReadError, unreadable
from crosscase.spreadsheets import beyond_limits, code_pages
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import nfc

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SEPARATORS = ",;\t"
_RARE_SEPARATOR = "|"  # stands in headings, too
_STATED_SEPARATOR = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_CHUNK = 2**20
_BATCH = 1000  # rows
_BLOCK = 2**18  # bytes that Arrow parses at once; larger blocks do not fit the processor's cache and are slower
_BLOCK_OF_COLUMN = 2**9  # but blocks with few rows of many columns are slower still
_LONGEST_HEADER = 2**20  # characters of a line
_HEADER_LINES = 20  # a heading may have line breaks
_SAMPLE = 2**22  # bytes from which a code page is detected


_STATE_ENCODING = 'Save it as UTF-8 (in Excel: "CSV UTF-8"), or state its `encoding` in config/study.yaml.'
EMPTY = "the file is empty"
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class TextTable:
    """The form of a text table. `guessed` has the reason for a code page and is empty for Unicode."""

    path: str
    encoding: str
    guessed: str
    separator: str
    width: int  # columns of the header
    quotes_pair: bool
    header_row: int = 1  # above it stands what no rule holds for
    skipped: int = 0  # lines before the first row


def look_at(path: str, encoding: str | None = None, header_row: int = 1) -> TextTable:
    """Detect the form of a text table, in one pass. Raises ReadError if it is not text.

    `encoding` and `header_row` come from the study; without `encoding` it is detected.
    """
    with open(path, "rb") as stream:
        head = stream.read(4096)
    if not head.strip():
        raise unreadable(path, EMPTY)
    name, guessed = encoding or _marked(head) or "utf-8", ""
    if name == "utf-8" and b"\0" in head:
        raise _not_a_table(path)
    try:
        quotes = _count_quotes(path, name)
    except UnicodeError:  # UnicodeDecodeError, or its kin of an encoding that is none of a whole text
        if encoding:
            what = f"it is not text in {name.upper()}"
            raise unreadable(path, what, "Correct `encoding` in config/study.yaml.") from None
        if name != "utf-8":
            raise _not_a_table(path) from None
        name, guessed = _code_page(path)
        try:
            quotes = _count_quotes(path, name)
        except UnicodeDecodeError:  # after the lines from which it was detected
            what = f"its beginning is text in {name.upper()}, but not its end"
            raise unreadable(path, what, _STATE_ENCODING) from None
    except LookupError:
        what = f"the encoding {name!r} does not exist"
        raise unreadable(path, what, "Try cp1250, cp1252, cp1253, utf-8 or utf-16 in config/study.yaml.") from None
    stated = _stated_separator(path, name) if header_row == 1 else None
    skipped = 1 if stated else 0
    separator, width = _separator(path, name, header_row + skipped, stated or _SEPARATORS)
    return TextTable(path, name, guessed, separator, width, quotes % 2 == 0, header_row, skipped)


def batches(table: TextTable, limits: Limits) -> Iterator[Sequence[Row]]:
    """The rows in NFC, all of them, also empty ones. Raises ReadError for damage."""
    if table.width > limits.columns:
        raise beyond_limits.columns(table.path, table.width, "row 1")
    done = 0
    try:
        if table.quotes_pair and table.width and table.header_row == 1:
            for batch in _parsed_by_arrow(table, limits):
                yield batch
                done += len(batch)
            return
    except pa.ArrowInvalid:
        pass  # its message is dropped, because it quotes the row
    rest = islice(_parsed_by_python(table, limits), done, None)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _parsed_by_arrow(table: TextTable, limits: Limits) -> Iterator[Sequence[Row]]:
    names = [str(number) for number in range(table.width)]
    block = max(_BLOCK, _BLOCK_OF_COLUMN * table.width)
    batches = arrow_csv.open_csv(
        table.path,
        arrow_csv.ReadOptions(column_names=names, encoding=table.encoding, block_size=block, skip_rows=table.skipped),
        arrow_csv.ParseOptions(delimiter=table.separator, newlines_in_values=True, ignore_empty_lines=False),
        arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
    )
    for batch in batches:
        columns = []
        for column in batch.columns:
            most = limits.cell_characters
            values = column.to_pylist()
            if column.nbytes > most and max(map(len, values)) > most:
                raise pa.ArrowInvalid  # the csv module finds the row
            columns.append(values if _is_ascii(column) else map(nfc, values))
        yield list(zip(*columns, strict=True))


def _is_ascii(column: pa.Array) -> bool:
    """Whether all texts of a column are ASCII. `pyarrow.compute` says so, too, but takes 50 ms to import."""
    return all(buffer is None or bytes(buffer).isascii() for buffer in column.buffers()[2:])


def _parsed_by_python(table: TextTable, limits: Limits) -> Iterator[Row]:
    csv.field_size_limit(limits.cell_characters)
    with open(table.path, encoding=table.encoding, newline="") as stream:
        for _ in range(table.skipped):
            stream.readline()
        lines = _Lines(stream, table, limits)
        one_by_one = iter(lines)
        above = csv.reader(one_by_one, delimiter=table.separator)
        reader = csv.reader(one_by_one, delimiter=table.separator, strict=True)
        try:
            for row in chain(islice(above, table.header_row - 1), reader):
                lines.end_row()
                yield tuple(map(nfc, row))
        except csv.Error as error:
            place = f"after line {table.skipped + above.line_num + reader.line_num}"
            if "field larger" in str(error):
                raise beyond_limits.cell(table.path, limits, place) from None
            what = "a quote is not closed: the file is cut off or not a CSV file"
            raise unreadable(table.path, what, "Export it again.", place) from None


class _Lines:
    """The lines of a text for the csv module, which would read a line, and a row of several lines, of any length."""

    def __init__(self, stream: TextIO, table: TextTable, limits: Limits) -> None:
        self._stream = stream
        self._table = table
        self._limits = limits
        self._row = 0  # characters of the row, as far as it has been read
        self._number = table.skipped

    def __iter__(self) -> Iterator[str]:
        while line := self._stream.readline(self._limits.row_characters - self._row + 1):
            self._row += len(line)
            if self._row > self._limits.row_characters:
                raise beyond_limits.row(self._table.path, self._limits, f"after line {self._number}")
            self._number += 1
            yield line

    def end_row(self) -> None:
        """The csv module has read a whole row."""
        self._row = 0


def _not_a_table(path: str) -> ReadError:
    return unreadable(
        path, "it is neither a text table nor a workbook", "Copy it again, or export it again from its tool."
    )


def _marked(head: bytes) -> str | None:
    for mark, name in _MARKS.items():
        if head.startswith(mark):
            return name
    pairs = len(head) // 2
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if pairs > 1 and zeros.count(0) > 0.7 * pairs:
            return name
    return None


def _count_quotes(path: str, encoding: str) -> int:
    """The number of quotes in a text. Raises UnicodeDecodeError for another encoding, ReadError for a NUL."""
    quotes = 0
    with open(path, encoding=encoding, newline="") as stream:
        while chunk := stream.read(_CHUNK):
            if "\0" in chunk:
                raise _not_a_table(path)
            quotes += chunk.count('"')
    return quotes


def _code_page(path: str) -> tuple[str, str]:
    """The code page of a text that is not UTF-8, and the reason. Raises ReadError if none fits."""
    sample, first, mixed = b"", 0, False
    with open(path, "rb") as stream:
        for number, is_unicode in _lines_beyond_ascii(stream):
            mixed = mixed or is_unicode
            if not is_unicode:
                first = first or number
        stream.seek(0)
        sample = stream.read(_SAMPLE)
    found = None if mixed else code_pages.guess(bytes(sample))
    if found is None:
        what = "it is not UTF-8, but other lines are" if mixed else "it is not UTF-8, and its encoding is not certain"
        raise unreadable(path, what, _STATE_ENCODING, f"line {first}")
    return found


def _lines_beyond_ascii(stream: BinaryIO) -> Iterator[tuple[int, bool]]:
    """The number of each line that is not ASCII, and whether it is UTF-8. A long line is read in pieces."""
    number, is_ascii = 1, True
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_unicode = True
    while piece := stream.readline(_CHUNK):
        ends = piece.endswith(b"\n")
        if not (is_ascii and piece.isascii()):
            is_ascii = False
            try:
                decoder.decode(piece, ends)
            except UnicodeDecodeError:
                is_unicode = False
                decoder.reset()
        if ends:
            if not is_ascii:
                yield number, is_unicode
            number, is_ascii, is_unicode = number + 1, True, True
    if not is_ascii:
        yield number, is_unicode and not decoder.getstate()[0]


def _stated_separator(path: str, encoding: str) -> str | None:
    """The separator that the first line states for Excel, or None."""
    with open(path, encoding=encoding, newline="") as stream:
        match = _STATED_SEPARATOR.fullmatch(stream.readline(_LONGEST_HEADER))
    return match[1] if match else None


def _separator(path: str, encoding: str, header_row: int, possible: str) -> tuple[str, int]:
    """The separator of the columns, and the number of columns of the header."""
    widths = {separator: _width(path, encoding, separator, header_row) for separator in possible}
    widest = max(possible, key=widths.__getitem__)
    if widths[widest] == 1 and possible == _SEPARATORS:
        rare = _width(path, encoding, _RARE_SEPARATOR, header_row)
        return (_RARE_SEPARATOR, rare) if rare > 1 else (widest, 1)
    return widest, widths[widest]


def _width(path: str, encoding: str, separator: str, header_row: int) -> int:
    """The number of columns of the header if `separator` separates them; 0 if there is no such row."""
    with open(path, encoding=encoding, newline="") as stream:
        lines = (stream.readline(_LONGEST_HEADER) for _ in range(header_row - 1 + _HEADER_LINES))
        try:
            return len(next(islice(csv.reader(lines, delimiter=separator), header_row - 1, None), []))
        except csv.Error:
            return 0
