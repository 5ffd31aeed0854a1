"""Zip archives from strangers: read member by member into memory, within limits, never onto the disk."""

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from crosscase.messages.errors import ReadError, unreadable
from crosscase.storage.limits import Limits

MB = 2**20
_SMALL = MB  # bytes; below this, how far a file is packed says nothing
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, NotImplementedError, ValueError, RuntimeError, IndexError),
)


class Archive:
    """An open archive whose members are looked up without regard to case and folder."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, path: str, place: str) -> None:
        self._archive = archive
        self._path = path
        self._place = place
        self._limits = limits
        self._left = limits.unpacked_mb * MB
        self.names = [info.filename for info in archive.infolist() if not info.is_dir()]
        self._by_base: dict[str, list[str]] = {}
        for name in self.names:
            self._by_base.setdefault(PurePosixPath(name).name.casefold(), []).append(name)

    def find(self, base: str) -> str | None:
        """The one member of this base name, or None where there is none or more than one."""
        found = self._by_base.get(base.casefold(), [])
        return found[0] if len(found) == 1 else None

    def read(self, name: str) -> bytes:
        """Content of a member. Raises ReadError where it is locked, a link, damaged or beyond the limits."""
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise self._refused("it is locked with a password", "Save it without one.")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise self._refused("a file in it is a link to another place")
        if info.file_size > max(_SMALL, self._limits.packing_ratio * info.compress_size):
            raise self._refused("a file in it is packed further than an export can be", _raise("packing_ratio"))
        self._left -= info.file_size
        if self._left < 0:
            raise self._refused(f"it holds more than {self._limits.unpacked_mb} MB, unpacked", _raise("unpacked_mb"))
        try:
            with self._archive.open(info) as stream:
                return stream.read(info.file_size + 1)  # no more than it says
        except _DAMAGED:
            raise self._refused("it is damaged") from None

    def _refused(self, what: str, remedy: str = "Export it again from the tool.") -> ReadError:
        return unreadable(self._path, what, remedy, self._place)


def _raise(limit: str) -> str:
    return f"Export it again, or raise limits.{limit} in config/study.yaml."


@contextmanager
def opened(source: str | IO[bytes], what: str, limits: Limits, path: str = "", place: str = "") -> Iterator[Archive]:
    """Open an archive that should be `what`, for example "a REFI-QDA project".

    `source` is a path or a stream; `path` and `place` name a stream in errors.
    """
    named = source if isinstance(source, str) else path
    try:
        archive = zipfile.ZipFile(source)
    except _DAMAGED:
        raise unreadable(named, f"it is not {what} that can be read, or it is damaged", place=place) from None
    with archive:
        if min((info.header_offset for info in archive.infolist()), default=0):
            # Cut off: what is found is the end of an archive within this one.
            raise unreadable(named, "it is damaged: its beginning belongs to nothing", place=place)
        yield Archive(archive, limits, named, place)
