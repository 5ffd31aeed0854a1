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

from crosscase.messages.errors import unreadable
from crosscase.messages.wording import counted
from crosscase.spreadsheets import beyond_limits, workbook_sheets
from crosscase.storage import bounded_reading, zip_files
from crosscase.storage.limits import Limits

_ZIP = b"PK"
_COLUMN = re.compile(rb"""\sr=["']([A-Z]{1,7})[0-9]""")  # column of a cell's place, B17
_ODS, _MERGED_ROWS = "content.xml", re.compile(rb"""number-rows-spanned=["'](?!1["'])""")
_LINE = re.compile(rb"""\sr=["'][A-Z]{1,7}([0-9]{1,10})["']""")
Batches = Generator[list[list[str]], None, None]


def batches(path: str, sheet: str | None, limits: Limits) -> Batches:
    """The rows of a sheet (None: the first), also empty ones. Raises ReadError."""
    return bounded_reading.iterate(path, limits, _batches, path, sheet, limits)


def _batches(path: str, sheet: str | None, limits: Limits) -> Batches:
    from crosscase.spreadsheets import workbook_rows  # its library is imported only where memory is bounded

    errors: Mapping[tuple[int, int], str] = {}
    with open(path, "rb") as stream:
        if stream.read(2) == _ZIP:
            errors = _look_at_cells(path, sheet, limits)
    done = 0
    for batch in workbook_rows.batches(path, sheet):
        for number, row in enumerate(batch, done + 1):
            if max(map(len, row), default=0) > limits.cell_characters:
                raise beyond_limits.cell(path, limits, f"row {number}")
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
    errors: Mapping[tuple[int, int], str] = {}
    with zip_files.opened(path, "a workbook", limits) as archive:
        if any(name.endswith("workbook.bin") for name in archive.names):
            raise unreadable(path, "it is a binary workbook (xlsb)", "Save it as XLSX.")
        of_sheet = workbook_sheets.path_of(archive, sheet)
        for name in archive.names:
            if name.lower().endswith((".xml", ".rels")):
                content = archive.read(name)
                if name == _ODS and _MERGED_ROWS.search(content):
                    remedy = "Split them and write the value into each cell, or save it as XLSX."
                    raise unreadable(path, "it has cells that are merged over several rows", remedy)
                if name == of_sheet:
                    errors = workbook_sheets.error_values(content)
                width, height = _corner(content)
                if width * height > limits.workbook_cells:
                    span = f"{counted(width, 'column')} and {counted(height, 'row')}"
                    what = f"a sheet spans {span}, {counted(width * height, 'cell')}"
                    remedy = "Delete the stray cells far from the table, or raise limits.workbook_cells."
                    raise unreadable(path, what, remedy)
    return errors


def _corner(content: bytes) -> tuple[int, int]:
    """Column and row of the last corner of the cells of a sheet, counted from 1; 0 without any."""
    columns, lines = set(_COLUMN.findall(content)), set(_LINE.findall(content))
    return max(map(workbook_sheets.column_of, columns), default=0), max(map(int, lines), default=0)
