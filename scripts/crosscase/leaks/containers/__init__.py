"""What files are packed in. A module has `WHAT` it opens, `fits` by the first bytes, and `parts`.

A part is text that is to be searched, the `Name` of something, or the bytes of a file within, to be opened in its turn.
Nothing is unpacked onto the disk. Any error means that the file cannot be looked into, which is a finding of its own.
"""

from collections.abc import Iterator
from typing import Protocol

from crosscase.storage.limits import Limits


class Name(str):
    """The name of a file or a folder, where names are often written in small letters."""

    __slots__ = ()


class Container(Protocol):
    """A module of this package."""

    WHAT: str

    def fits(self, data: bytes) -> bool:
        """Whether the bytes look like this container."""

    def parts(self, data: bytes, limits: Limits) -> Iterator[str | bytes]:
        """What is in it."""
