"""The rows of a workbook as the library that reads workbooks shows them, as text.

Numbers are given as they are shown: 1, not 1.0. All cells of a merged area have its value.
"""

import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from crosscase.messages.errors import damaged, unreadable
from crosscase.messages.suggestions import did_you_mean
from crosscase.storage.bounded_reading import OLE
from crosscase.storage.text_form import fold, nfc

_BATCH = 1000
_LOCKED, _UNLOCK = "it is locked with a password", "Save it without a password."
# The name of the stream that holds an encrypted file. Source: MS-OFFCRYPTO.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
Area = tuple[tuple[int, int], tuple[int, int]]  # row and column of its first and of its last cell


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What a first look at a sheet with rows shows."""

    name: str
    number: int  # as a spreadsheet counts sheets
    is_visible: bool
    headings: frozenset[str]  # folded
    has_rows: bool  # below the headings

    @property
    def is_first(self) -> bool:
        """Whether it is the sheet that is read unless the study names one."""
        return self.number == 1


def opened(path: str, name: str | None) -> tuple[CalamineWorkbook, CalamineSheet]:
    """A workbook and one of its sheets (None: the first). Raises ReadError."""
    try:
        workbook = CalamineWorkbook.from_path(path)
        return workbook, workbook.get_sheet_by_name(name) if name else workbook.get_sheet_by_index(0)
    except PasswordError:
        raise unreadable(path, _LOCKED, _UNLOCK, holds_for_all=True) from None
    except WorksheetNotFound:
        what = f"it has no sheet {name!r}, which the study names"
        near = did_you_mean(name or "", workbook.sheet_names)
        remedy = f"{near} Correct the name of the sheet in config/study.yaml.".strip()
        raise unreadable(path, what, remedy, holds_for_all=True) from None
    except (CalamineError, OSError, ValueError):
        if _is_encrypted(path):
            raise unreadable(path, _LOCKED, _UNLOCK, holds_for_all=True) from None
        raise damaged(path, "a workbook") from None


def batches(path: str, sheet: CalamineSheet) -> Iterator[list[list[str]]]:
    """The rows of a sheet, also empty ones. Raises ReadError."""
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    shown = ([*margin, *map(_shown, row)] for row in sheet.iter_rows())
    areas = sheet.merged_cell_ranges or []
    if _size(areas, sheet.total_height, sheet.total_width) > 2 * sheet.total_height * sheet.total_width:
        raise unreadable(path, "its merged cells overlap", "Save the workbook again.")
    rows = _filled(shown, areas)
    while batch := list(islice(rows, _BATCH)):
        yield batch


def sheets(path: str, workbook: CalamineWorkbook, header_row: int) -> Iterator[SheetLook]:
    """The sheets of a workbook that are not empty. Raises ReadError if one of them has too many merged cells."""
    for number, known in enumerate(workbook.sheets_metadata, 1):
        if known.typ != SheetTypeEnum.WorkSheet:
            continue
        rows = chain.from_iterable(batches(path, workbook.get_sheet_by_index(number - 1)))
        above = list(islice(rows, header_row))
        has_rows = any(map(any, rows))
        if has_rows or any(map(any, above)):
            headings = frozenset(map(fold, filter(None, above[-1]))) if len(above) == header_row else frozenset()
            visible = known.visible == SheetVisibleEnum.Visible
            yield SheetLook(known.name, number, visible, headings, has_rows)


def _is_encrypted(path: str) -> bool:
    """Whether a file holds an encrypted one. The library says so only for files with the ending of a workbook."""
    with open(path, "rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content[: len(OLE)] == OLE and content.find(_ENCRYPTED) >= 0


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return nfc(str(value)).replace("_x000D_", "").replace("\r\n", "\n")


def _filled(rows: Iterator[list[str]], areas: Sequence[Area]) -> Iterator[list[str]]:
    """The rows; empty cells of a merged area get the value of its first cell."""
    waiting = sorted(areas, reverse=True)
    open_areas: list[tuple[int, int, int, str]] = []  # last row, columns, value
    for number, row in enumerate(rows):
        open_areas = [area for area in open_areas if area[0] >= number]
        while waiting and waiting[-1][0][0] <= number:
            (first, left), (last, right) = waiting.pop()
            if first == number and left < len(row):
                open_areas.append((last, left, right, row[left]))
        for _, left, right, value in open_areas:
            for column in range(left, min(right + 1, len(row))):
                row[column] = row[column] or value
        yield row


def _size(areas: Sequence[Area], height: int, width: int) -> int:
    """How many cells of a sheet its merged areas have."""
    return sum(
        max(0, min(last + 1, height) - first) * max(0, min(right + 1, width) - left)
        for (first, left), (last, right) in areas
    )
