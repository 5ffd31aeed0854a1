"""The process that reads a workbook: its rows go to standard output, batch by batch.

`workbooks` starts it with the path, the name of the sheet (empty: the first) and the memory limit.
A batch is a list of rows of text, the end is None; a text instead of a batch is an error message. Numbers are given
as they are shown: 1, not 1.0. All cells of a merged area have its value. This file imports nothing of the package,
because it runs on its own.
"""

import marshal
import sys
import unicodedata
from collections.abc import Iterator
from itertools import islice

BATCH = 1000
MB = 2**20  # once more, see above


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", str(value)).replace("_x000D_", "").replace("\r\n", "\n")


def _filled(rows: Iterator[list[str]], areas: list[tuple[tuple[int, int], tuple[int, int]]]) -> Iterator[list[str]]:
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


def _bound_memory(megabytes: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))
    except (ImportError, ValueError, OSError):
        pass  # a system without such limits


def _size(areas: list[tuple[tuple[int, int], tuple[int, int]]], height: int, width: int) -> int:
    """How many cells of a sheet its merged areas have."""
    return sum(
        max(0, min(last + 1, height) - first) * max(0, min(right + 1, width) - left)
        for (first, left), (last, right) in areas
    )


def _main(path: str, name: str, megabytes: str) -> None:
    _bound_memory(int(megabytes))
    from python_calamine import CalamineWorkbook, PasswordError, WorksheetNotFound

    try:
        workbook = CalamineWorkbook.from_path(path)
        sheet = workbook.get_sheet_by_name(name) if name else workbook.get_sheet_by_index(0)
    except PasswordError:
        marshal.dump("it is locked with a password", sys.stdout.buffer)
        return
    except WorksheetNotFound:
        marshal.dump("it does not have the sheet that the study names", sys.stdout.buffer)
        return
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    shown = ([*margin, *map(_shown, row)] for row in sheet.iter_rows())
    areas = sheet.merged_cell_ranges or []
    if _size(areas, sheet.total_height, sheet.total_width) > 2 * sheet.total_height * sheet.total_width:
        marshal.dump("its merged cells overlap", sys.stdout.buffer)
        return
    rows = _filled(shown, areas)
    while batch := list(islice(rows, BATCH)):
        marshal.dump(batch, sys.stdout.buffer)
    marshal.dump(None, sys.stdout.buffer)


if __name__ == "__main__":
    _main(*sys.argv[1:])
