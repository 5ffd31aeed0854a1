"""Containers that files are packed in: one module each, with `WHAT` (its name), `fits` (by the first bytes), `parts`.

A part is a text to search, the `Name` of something, or the bytes of a file inside, which is opened next; a `File` also
has a path. Bytes that belong to no part are a file inside. Nothing is unpacked onto the disk. Any error means that the
file cannot be searched, which is a problem of its own.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from crosscase.storage.limits import Limits

BETWEEN = "\n\0\n"  # keeps texts apart


class Name(str):
    """The name of a file or a folder, in which personal names are often in lower case."""

    __slots__ = ()


class File(NamedTuple):
    """A file in an archive."""

    path: str
    data: bytes


Part = str | bytes | File


class Container(Protocol):
    """A module of this folder."""

    WHAT: str

    def fits(self, data: bytes) -> bool:
        """Whether the bytes look like this container."""

    def parts(self, data: bytes, limits: Limits) -> Iterator[Part]:
        """The parts of the container."""
