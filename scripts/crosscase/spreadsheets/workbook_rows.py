"""The process that reads a workbook: its rows go to standard output, batch by batch.

`workbooks` starts it with the path, the name of the sheet (empty: the first) and the memory limit.
A batch is a list of rows of text, the end is None; a text instead of a batch is an error message. Numbers are given
as they are shown: 1, not 1.0. This file imports nothing of the package, because it runs on its own.
"""

import marshal
import sys
import unicodedata
from itertools import islice

BATCH = 1000
MB = 2**20  # once more, see above


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", str(value)).replace("_x000D_", "").replace("\r\n", "\n")


def _bound_memory(megabytes: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))
    except (ImportError, ValueError, OSError):
        pass  # a system without such limits


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
    rows = ([*margin, *map(_shown, row)] for row in sheet.iter_rows())
    while batch := list(islice(rows, BATCH)):
        marshal.dump(batch, sys.stdout.buffer)
    marshal.dump(None, sys.stdout.buffer)


if __name__ == "__main__":
    _main(*sys.argv[1:])
