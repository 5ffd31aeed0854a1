"""Readers of raw exports: one module a tool, each with `read(path, settings, remark)`.

`read` yields every coding of the file as a `RawCoding` and tells `remark` what else it noticed. It
raises StudyError, naming the file and never quoting it, where the file cannot be understood.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from crosscase.readers.raw import RawCoding, Remarks, unreadable
from crosscase.study import ExportSettings

Reader = Callable[[str, ExportSettings, Remarks], Iterator[RawCoding]]


def read(path: str, settings: ExportSettings, remark: Remarks) -> Iterator[RawCoding]:
    """Read an export with the reader of its declared format."""
    if not Path(path).is_file():
        raise unreadable(path, "the file does not exist", "Put it there or correct config/study.yaml.")
    if Path(path).stat().st_size == 0:
        raise unreadable(path, "the file is empty")
    reader: Reader = import_module(f"crosscase.readers.{settings.format}").read
    return reader(path, settings, remark)
