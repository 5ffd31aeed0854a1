"""Containers that files are packed in: one module each, with `WHAT` (its name), `fits` (by the first bytes), `parts`.

A part is a text to search, the `Name` of something, or the bytes of a file inside, which is opened next. Nothing is
unpacked onto the disk. Any error means that the file cannot be searched, which is a problem of its own.
"""

from collections.abc import Iterator
from typing import Protocol

from crosscase.storage.limits import Limits


class Name(str):
    """The name of a file or a folder, in which personal names are often in lower case."""

    __slots__ = ()


class Container(Protocol):
    """A module of this folder."""

    WHAT: str

    def fits(self, data: bytes) -> bool:
        """Whether the bytes look like this container."""

    def parts(self, data: bytes, limits: Limits) -> Iterator[str | bytes]:
        """The parts of the container."""
