"""Untrusted zip archives: read file by file into memory, within limits, never unpacked onto the disk."""

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from crosscase.messages.errors import EXPORT_AGAIN, BeyondLimits, Problem, ReadError, damaged, unreadable
from crosscase.storage.limits import MB, Limits

_SMALL = MB  # bytes; below this the packing ratio means nothing
_PIECE = 4 * MB
_HEADER = 30  # bytes before the name of a file
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, NotImplementedError, ValueError, RuntimeError, IndexError),
)


class Archive:
    """An open archive whose files are looked up without regard to case and folder."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, path: str, place: str) -> None:
        self._archive = archive
        self._path = path
        self._place = place
        self._limits = limits
        self._left = limits.unpacked_mb * MB
        self._counted: set[str] = set()  # what was read once is read again without another look at the limit
        self.names = [info.filename for info in archive.infolist() if not info.is_dir()]
        self._by_base: dict[str, list[str]] = {}
        for name in self.names:
            self._by_base.setdefault(PurePosixPath(name).name.casefold(), []).append(name)

    def find(self, base: str) -> str | None:
        """The only file with this base name, or None if there is none or more than one."""
        found = self._by_base.get(base.casefold(), [])
        return found[0] if len(found) == 1 else None

    def read(self, name: str) -> bytes:
        """Content of a file. Raises ReadError if it is locked, a link, damaged or beyond the limits."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Content of a file in pieces. Raises ReadError as `read` does."""
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise self._refused("it is locked with a password", "Save it without a password.")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise self._refused("a file in it is a link to another file")
        if info.file_size > max(_SMALL, self._limits.packing_ratio * info.compress_size):
            raise self._beyond("a file in it is compressed more than an export can be", "packing_ratio")
        self._left -= info.file_size if name not in self._counted else 0
        self._counted.add(name)
        if self._left < 0:
            raise self._beyond(f"it has more than {self._limits.unpacked_mb} MB, unpacked", "unpacked_mb")
        try:
            with self._archive.open(info) as stream:
                while piece := stream.read(_PIECE):  # it gives no more than the declared size
                    yield piece
        except _DAMAGED:
            raise self._refused("it is damaged") from None

    def _refused(self, what: str, remedy: str = EXPORT_AGAIN) -> ReadError:
        return unreadable(self._path, what, remedy, self._place)

    def _beyond(self, what: str, limit: str) -> BeyondLimits:
        remedy = f"Export it again, or raise limits.{limit} in config/study.yaml."
        return BeyondLimits(Problem(self._path, self._place, what, remedy))


@contextmanager
def opened(source: str | IO[bytes], what: str, limits: Limits, path: str = "", place: str = "") -> Iterator[Archive]:
    """Open an archive that should be `what`, for example "a REFI-QDA project".

    `source` is a path or a stream; `path` and `place` name a stream in errors.
    """
    name = source if isinstance(source, str) else path
    try:
        archive = zipfile.ZipFile(source)
    except _DAMAGED:
        raise damaged(name, what, place=place) from None
    with archive:
        if what_is_wrong := _mistake(archive.infolist()):
            raise unreadable(name, what_is_wrong, place=place)
        yield Archive(archive, limits, name, place)


def _mistake(entries: list[zipfile.ZipInfo]) -> str:
    """What no honest archive has; empty if there is nothing."""
    ordered = sorted(entries, key=lambda info: info.header_offset)
    if ordered and ordered[0].header_offset:
        # The beginning is cut off: the entries found belong to the end of an archive inside this one.
        return "it is damaged: its beginning is not part of the archive"
    if not all(info.filename for info in entries):
        return "it is damaged: a file in it has no name"
    if len({info.filename for info in entries}) < len(entries):
        return "two files in it have the same name"
    ends = (info.header_offset + _HEADER + info.compress_size for info in ordered)
    if any(following.header_offset < end for end, following in zip(ends, ordered[1:], strict=False)):
        return "files in it overlap"
    return ""
