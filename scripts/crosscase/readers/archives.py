"""Zip archives from strangers: read member by member into memory, within limits, never onto the disk."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from crosscase.readers.raw import unreadable

LARGEST = 512 * 2**20  # bytes of one member
_HIGHEST_RATIO = 200  # text and XML are packed to a tenth, at the most to a hundredth
_SMALL = 2**20  # below this, the ratio says nothing
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, UnicodeError)


class Archive:
    """An open archive whose members are looked up without regard to case and folder."""

    def __init__(self, path: str, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self.names = [info.filename for info in archive.infolist() if not info.is_dir()]
        self._by_base: dict[str, list[str]] = {}
        for name in self.names:
            self._by_base.setdefault(PurePosixPath(name).name.casefold(), []).append(name)

    def find(self, base: str) -> str | None:
        """The one member of this base name, or None where there is none or more than one."""
        found = self._by_base.get(base.casefold(), [])
        return found[0] if len(found) == 1 else None

    def read(self, name: str) -> bytes:
        """Content of a member. Raises StudyError where it is locked, too large or damaged."""
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise unreadable(self._path, "it is locked with a password", "Save it without one.")
        if info.file_size > LARGEST or info.file_size > max(_SMALL, _HIGHEST_RATIO * info.compress_size):
            raise unreadable(self._path, "a file in it is larger, once unpacked, than an export can be")
        try:
            with self._archive.open(info) as stream:
                return stream.read(info.file_size + 1)  # no more than it says
        except _DAMAGED:
            raise unreadable(self._path, "it is damaged") from None


@contextmanager
def opened(path: str, what: str) -> Iterator[Archive]:
    """Open an archive that should be `what`, for example "a REFI-QDA project"."""
    try:
        archive = zipfile.ZipFile(path)
    except _DAMAGED:
        raise unreadable(path, f"it is not {what} that can be read, or it is damaged") from None
    with archive:
        yield Archive(path, archive)
