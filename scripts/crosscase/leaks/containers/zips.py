"""Zip archives, also in the form of xlsx, docx, REFI-QDA projects and crates."""

import io
import zipfile
from collections.abc import Iterator

from crosscase.leaks.containers import Name
from crosscase.storage import zip_files
from crosscase.storage.limits import Limits

WHAT = "a zip archive"


def fits(data: bytes) -> bool:
    """By its magic bytes."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def parts(data: bytes, limits: Limits) -> Iterator[str | bytes]:
    """The names and comments of all entries, and the files."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment
        for info in archive.infolist():
            yield Name(info.filename)
            yield info.comment
            yield info.extra
    with zip_files.opened(io.BytesIO(data), WHAT, limits) as opened:
        yield from map(opened.read, opened.names)
