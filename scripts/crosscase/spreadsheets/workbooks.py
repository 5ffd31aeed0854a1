"""Workbooks from strangers: XLSX, XLS and ODS, read in a process of their own.

The library that reads them holds a sheet as one rectangle and lets the process die where that does not fit.
So a small file can take any amount of memory: with one cell in the last corner, with one long text in each cell.

1. An archive is looked at first: how far it unpacks, and where the last cell of an XLSX is.
2. The rest happens in `workbook_rows`, a process with bounded memory; what kills it becomes a ReadError.
"""

import marshal
import re
import subprocess
import sys
from collections.abc import Iterator

from crosscase.messages.errors import ReadError, damaged, unreadable
from crosscase.spreadsheets import workbook_rows
from crosscase.storage import zip_files
from crosscase.storage.limits import Limits

_ZIP = b"PK"
_COLUMN = re.compile(rb"""\sr=["']([A-Z]{1,7})[0-9]""")  # of a cell's place, B17
_LINE = re.compile(rb"""\sr=["'][A-Z]{1,7}([0-9]{1,10})["']""")


def batches(path: str, sheet: str | None, limits: Limits) -> Iterator[list[list[str]]]:
    """The rows of a sheet (by its name; without one the first), also empty ones. Raises ReadError."""
    with open(path, "rb") as stream:
        if stream.read(2) == _ZIP:
            _look_at_cells(path, limits)
    command = [sys.executable, "-I", workbook_rows.__file__, path, sheet or "", str(limits.workbook_mb)]
    # Without a shell, and the program is our own.
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            done = 0
            for batch in _received(path, process):
                for number, row in enumerate(batch, done + 1):
                    if max(map(len, row), default=0) > limits.cell_characters:
                        what = f"a cell holds more than {limits.cell_characters} characters"
                        remedy = "Export it again, or raise limits.cell_characters in config/study.yaml."
                        raise unreadable(path, what, remedy, f"row {number}")
                yield batch
                done += len(batch)
        except (EOFError, ValueError, TypeError):
            raise _died(path, process.wait(), limits) from None
        finally:
            process.kill()


def _received(path: str, process: subprocess.Popen[bytes]) -> Iterator[list[list[str]]]:
    assert process.stdout is not None  # noqa: S101 (for the types)
    while (batch := marshal.load(process.stdout)) is not None:  # noqa: S302 (our own process wrote it)
        if isinstance(batch, str):
            raise unreadable(path, batch, "Correct `sheet` in config/study.yaml, or save the workbook again.")
        yield batch


def _died(path: str, code: int, limits: Limits) -> ReadError:
    if code >= 0:
        return damaged(path, "a workbook")
    remedy = "Save it as CSV, or raise limits.workbook_mb in config/study.yaml."
    return unreadable(path, f"it is damaged, or takes more than {limits.workbook_mb} MB to read", remedy)


def _look_at_cells(path: str, limits: Limits) -> None:
    """Refuse an archive that unpacks beyond the limits, or an XLSX whose cells span too large a rectangle."""
    with zip_files.opened(path, "a workbook", limits) as archive:
        if any(name.endswith("workbook.bin") for name in archive.names):
            raise unreadable(path, "it is a binary workbook (xlsb)", "Save it as XLSX.")
        for name in archive.names:
            if name.lower().endswith((".xml", ".rels")):
                width, height = _corner(archive.read(name))
                if width * height > limits.workbook_cells:
                    what = f"a sheet spans {width} columns and {height} rows, {width * height} cells"
                    remedy = "Delete the stray cells far from the table, or raise limits.workbook_cells."
                    raise unreadable(path, what, remedy)


def _corner(content: bytes) -> tuple[int, int]:
    """Column and row of the last corner of the cells of a sheet, counted from 1; 0 without any."""
    columns, lines = set(_COLUMN.findall(content)), set(_LINE.findall(content))
    return max(map(_column, columns), default=0), max(map(int, lines), default=0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number
