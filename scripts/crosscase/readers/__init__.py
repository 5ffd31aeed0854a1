"""Readers of raw exports: one module a tool, each with `read(export)`.

`read` yields every coding of the file as a `RawCoding` and remarks on what else it noticed. It
raises StudyError, naming the file and never quoting it, where the file cannot be understood.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from crosscase.readers.raw import Export, RawCoding, unreadable

Reader = Callable[[Export], Iterator[RawCoding]]


def read(export: Export) -> Iterator[RawCoding]:
    """Read an export with the reader of its declared format."""
    if not Path(export.path).is_file():
        raise unreadable(export.path, "the file does not exist", "Put it there or correct config/study.yaml.")
    if Path(export.path).stat().st_size == 0:
        raise unreadable(export.path, "the file is empty")
    reader: Reader = import_module(f"crosscase.readers.{export.settings.format}").read
    return reader(export)
