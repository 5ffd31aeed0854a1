"""Untrusted workbooks: XLSX, XLS and ODS, read where memory and time are bounded.

The library that reads them keeps a sheet as one rectangle and ends the process if the memory is too small.
A small file can need any amount of memory: with one cell in the last corner, or with one long text in each cell.

1. An archive is checked first: its unpacked size, and the last cell of an XLSX. The library shows an error value of the
   spreadsheet (`#N/A`) as an empty cell, so such cells of an XLSX are found here. Merged cells of an ODS, which the
   library does not show, are refused.
2. `workbook_rows` reads it; both in the process of `bounded_reading`.
"""

import re
from collections.abc import Generator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.messages.errors import BeyondLimits, Problem, unreadable
from crosscase.messages.wording import counted
from crosscase.spreadsheets import beyond_limits, workbook_sheets
from crosscase.spreadsheets.column_letters import place_of
from crosscase.storage import bounded_reading, zip_files
from crosscase.storage.limits import Limits

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

    from crosscase.spreadsheets.workbook_rows import SheetLook

_COLUMN = re.compile(rb"""\sr=["']([A-Z]{1,7})[0-9]""")  # column of a cell's place, B17
_ODS, _MERGED_ROWS = "content.xml", re.compile(rb"""number-rows-spanned=["'](?!1["'])""")
_LINE = re.compile(rb"""\sr=["'][A-Z]{1,7}([0-9]{1,10})["']""")
Batches = Generator[list[list[str]], None, None]


class Workbook:
    """A sheet (None: the first) of a workbook; it is opened once, where memory is bounded."""

    def __init__(self, path: str, sheet: str | None, limits: Limits) -> None:
        self.path = path
        self.sheet = sheet
        self.limits = limits

    def batches(self) -> Batches:
        """The rows, also empty ones. Raises ReadError."""
        return bounded_reading.iterate(self.path, self.limits, _batches, self)

    @cached_property
    def opened(self) -> tuple[Mapping[tuple[int, int], str], "CalamineWorkbook", "CalamineSheet"]:
        """The error values by row and column from 0, the workbook and the sheet. Raises ReadError."""
        from crosscase.spreadsheets import workbook_rows  # its library is imported only where memory is bounded

        errors: Mapping[tuple[int, int], str] = {}
        with open(self.path, "rb") as stream:
            is_zip = stream.read(2) == bounded_reading.ZIP
        if is_zip:
            errors = _look_at_cells(self.path, self.sheet, self.limits)
        return errors, *workbook_rows.opened(self.path, self.sheet)

    def sheets(self, header_row: int) -> list["SheetLook"]:
        """The sheets that are not empty, with their headings in this row. Raises ReadError."""
        return bounded_reading.call(self.path, self.limits, _sheets, self, header_row)


def _sheets(book: Workbook, header_row: int) -> list["SheetLook"]:
    from crosscase.spreadsheets import workbook_rows

    return list(workbook_rows.sheets(book.path, book.opened[1], header_row))


def _batches(book: Workbook) -> Batches:
    from crosscase.spreadsheets import workbook_rows

    errors, _, sheet = book.opened
    done = 0
    for batch in workbook_rows.batches(book.path, sheet):
        for number, row in enumerate(batch, done + 1):
            if max(map(len, row), default=0) > book.limits.cell_characters:
                raise beyond_limits.cell(book.path, book.limits, f"row {number}")
        for line, column in errors:
            if done <= line < done + len(batch) and column < len(batch[line - done]):
                batch[line - done][column] = errors[line, column]
        yield batch
        done += len(batch)


def _look_at_cells(path: str, sheet: str | None, limits: Limits) -> Mapping[tuple[int, int], str]:
    """The error values of a sheet of an XLSX, by row and column from 0.

    Raises ReadError if an archive unpacks beyond the limits, if the cells of an XLSX span too much, or if cells of an
    ODS are merged over several rows.
    """
    errors: dict[tuple[int, int], str] = {}
    with zip_files.opened(path, "a workbook", limits) as archive:
        if any(name.endswith("workbook.bin") for name in archive.names):
            raise unreadable(path, "it is a binary workbook (xlsb)", "Save it as XLSX.")
        of_sheet = workbook_sheets.path_of(archive, sheet)
        for name in archive.names:
            if not name.lower().endswith((".xml", ".rels")):
                continue
            width = height = 0
            for rows in workbook_sheets.pieces(archive, name):
                if name == _ODS and _MERGED_ROWS.search(rows):
                    remedy = "Split them and write the value into each cell, or save it as XLSX."
                    raise unreadable(path, "it has cells that are merged over several rows", remedy, holds_for_all=True)
                if name == of_sheet:
                    errors.update(workbook_sheets.error_values(rows))
                width, height = map(max, zip((width, height), _corner(rows), strict=True))
            if width * height > limits.workbook_cells:
                span = f"{counted(width, 'column')} and {counted(height, 'row')}"
                what = f"a sheet spans {span}, {counted(width * height, 'cell')}"
                remedy = "Delete the stray cells far from the table, or raise limits.workbook_cells."
                raise BeyondLimits(Problem(path, "", what, remedy))
    return errors


def _corner(rows: bytes) -> tuple[int, int]:
    """Column and row of the last corner of the cells of rows, counted from 1; 0 without any."""
    columns, lines = set(_COLUMN.findall(rows)), set(_LINE.findall(rows))
    return max((place_of(letters.decode()) + 1 for letters in columns), default=0), max(map(int, lines), default=0)
