"""A published file as the texts in it, whatever it is packed in."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from crosscase.leaks import embedded, raw_bytes
from crosscase.leaks.containers import Container, Name, compressed, databases, parquets, pdfs, pngs, zips
from crosscase.storage.limits import DEFAULT, Limits

_CONTAINERS: tuple[Container, ...] = (zips, compressed, parquets, pdfs, pngs, databases)
_WITH_REMAINS = (parquets, pdfs, databases)  # of rows and objects that were deleted, or that no reader shows
_DEEPEST = 6  # containers within each other: a crate holds an archive that holds a picture
_MB = 2**20


class Sort(StrEnum):
    """What kind of text it is."""

    WORDS = "words"
    NAME = "name"  # of a file or of something within one
    RUNS = "runs"  # what could be text in bytes that are none


class Text(NamedTuple):
    """A text in a file."""

    sort: Sort
    words: str


class Unsearchable(Exception):
    """A file cannot be looked into. The message names no content."""


def texts(data: bytes, limits: Limits = DEFAULT, known: Collection[str] = ()) -> Iterator[Text]:
    """The texts of a file and of the files in it. `known`: digests of files that need no search.

    Raises Unsearchable where a part is locked, damaged, beyond the limits or packed too deep.
    """
    return _Opening(limits, known).texts(data, 0)


class _Opening:
    """The opening of one file, with what it may still unpack."""

    def __init__(self, limits: Limits, known: Collection[str]) -> None:
        self._limits = limits
        self._known = known
        self._left = limits.unpacked_mb * _MB

    def texts(self, data: bytes, depth: int) -> Iterator[Text]:
        self._left -= len(data)
        if depth > _DEEPEST or self._left < 0:
            raise Unsearchable("it holds more than can be unpacked")
        if not data or sha256(data).hexdigest() in self._known:
            return
        container = next((container for container in _CONTAINERS if container.fits(data)), None)
        if container:
            for part in self._parts(container, data):
                yield from self._part(part, depth)
            if container in _WITH_REMAINS:
                yield Text(Sort.RUNS, raw_bytes.runs(data))
        elif (words := raw_bytes.decoded(data)) is not None:
            yield from self._part(words, depth)
        else:
            yield Text(Sort.RUNS, raw_bytes.runs(data))

    def _parts(self, container: Container, data: bytes) -> Iterator[str | bytes]:
        try:
            yield from container.parts(data, self._limits)
        except GeneratorExit:
            raise
        except Exception:  # of any library: what cannot be opened must not pass as searched
            raise Unsearchable(f"it looks like {container.WHAT}, but cannot be opened whole") from None

    def _part(self, part: str | bytes, depth: int) -> Iterator[Text]:
        if isinstance(part, bytes):
            yield from self.texts(part, depth + 1)
        elif isinstance(part, Name):
            yield Text(Sort.NAME, part)
        else:
            words, files = embedded.taken_out(part)
            yield Text(Sort.WORDS, words)
            for file in files:
                yield from self.texts(file, depth + 1)
