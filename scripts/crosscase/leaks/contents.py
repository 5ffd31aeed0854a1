"""The texts of a published file, also of the files packed in it."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from crosscase.leaks import embedded, raw_bytes
from crosscase.leaks.containers import Container, Name, compressed, databases, parquets, pdfs, pngs, zips
from crosscase.storage.limits import DEFAULT, MB, Limits

_CONTAINERS: tuple[Container, ...] = (zips, compressed, parquets, pdfs, pngs, databases)
_WITH_REMAINS = (parquets, pdfs, databases)  # they may contain deleted or hidden rows and objects
NOWHERE: Mapping[str, int] = {}
_DEEPEST = 6  # containers within each other: an archive with a picture within a crate


class Sort(StrEnum):
    """The kind of a text."""

    WORDS = "words"
    NAME = "name"  # of a file or of an object in it
    RUNS = "runs"  # possible text among other bytes
    ELSEWHERE = "elsewhere"  # no text but the digest of a part that another file has


class Text(NamedTuple):
    """A text in a file."""

    sort: Sort
    words: str


class Unsearchable(Exception):
    """A file cannot be searched. The message quotes no content."""


def texts(
    data: bytes, limits: Limits = DEFAULT, clean: Collection[str] = (), elsewhere: Mapping[str, int] = NOWHERE
) -> Iterator[Text]:
    """The texts of a file and of the files in it.

    `clean`: digests of files that need no search. `elsewhere`: the sizes in bytes of other files, by digest. A part is
    not opened if a file that is smaller than this one has the same content. No two files can refer to each other so.
    Raises Unsearchable if a part is locked, damaged, beyond the limits or packed too deep.
    """
    return _Opening(limits, clean, elsewhere, len(data)).texts(data, 0)


class _Opening:
    """The opening of one file, with the number of bytes that it may still unpack."""

    def __init__(self, limits: Limits, clean: Collection[str], elsewhere: Mapping[str, int], size: int) -> None:
        self._limits = limits
        self._clean = clean
        self._elsewhere = elsewhere
        self._size = size
        self._left = limits.unpacked_mb * MB

    def texts(self, data: bytes, depth: int) -> Iterator[Text]:
        self._left -= len(data)
        if depth > _DEEPEST or self._left < 0:
            raise Unsearchable("it contains more than the limits allow to unpack")
        digest = sha256(data).hexdigest()
        if not data or digest in self._clean:
            return
        if self._elsewhere.get(digest, self._size) < self._size:
            yield Text(Sort.ELSEWHERE, digest)
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
        except Exception:  # from any library: a file that cannot be opened must not count as searched
            raise Unsearchable(f"it looks like {container.WHAT}, but cannot be opened completely") from None

    def _part(self, part: str | bytes, depth: int) -> Iterator[Text]:
        if isinstance(part, bytes):
            yield from self.texts(part, depth + 1)
        elif isinstance(part, Name):
            yield Text(Sort.NAME, part)
        else:
            words, files = embedded.extract(part)
            yield Text(Sort.WORDS, words)
            for file in files:
                yield from self.texts(file, depth + 1)
