"""The texts of a published file in which words can be, also of the files packed in it.

1. A published table is read by its columns. A column of numbers, ids or states must prove it (`proofs`); the values of
   the others are texts. A table that is not as its row class says is read like any other file.
2. Other containers give their texts and the files in them; JSON gives its fields.
3. Bytes in no container are text, or the runs in them that could be text (`raw_bytes`).
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from crosscase.leaks import embedded, fields, raw_bytes
from crosscase.leaks.containers import (
    BETWEEN,
    Container,
    File,
    Name,
    Part,
    compressed,
    databases,
    parquets,
    pdfs,
    pngs,
    truetype,
    zips,
)
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.tables import Table, read_table
from crosscase.storage.limits import DEFAULT, MB, Limits

_CONTAINERS: tuple[Container, ...] = (zips, compressed, parquets, pdfs, pngs, truetype, databases)
_WITH_REMAINS = (databases,)  # they may contain deleted rows
_PASSAGES = "segments/"  # scripts of the page with words of interviews
NOWHERE: Mapping[str, int] = {}
_DEEPEST = 6  # containers within each other: an archive with a picture within a crate


class Sort(StrEnum):
    """The kind of a text."""

    WORDS = "words"  # from outside, or of unknown origin
    COMPOSED = "composed"  # by the pipeline
    NAME = "name"  # of a file or of an object in it
    RUNS = "runs"  # possible text among other bytes
    COMPOSED_RUNS = "composed runs"  # such in what the pipeline composed
    ELSEWHERE = "elsewhere"  # no text but the digest of a part that another file has
    UNPROVEN = "unproven"  # no text but the name of a column that is not what the pipeline makes


class Text(NamedTuple):
    """A text in a file."""

    sort: Sort
    words: str


class Place(NamedTuple):
    """Where a content lies: its path below the study or in an archive, and whether the pipeline composed it."""

    path: str = ""
    composed: bool = False


NO_PLACE = Place()


class Share(NamedTuple):
    """Which share of a page's scripts is searched, from 0; the first one has the page itself, too."""

    number: int = 0
    of: int = 1


WHOLE = Share()


class Unsearchable(Exception):
    """A file cannot be searched. The message quotes no content."""


class Known(NamedTuple):
    """What is known before a file is opened.

    `clean`: digests of files that need no search. `elsewhere`: the sizes in bytes of other files, by digest. A part is
    not opened if a file that is smaller than this one has the same content. No two files can refer to each other so.
    `share`: of a page of many scripts, which ones are opened.
    """

    proofs: Proofs | None = None
    limits: Limits = DEFAULT
    clean: Collection[str] = ()
    elsewhere: Mapping[str, int] = NOWHERE
    share: Share = WHOLE


def texts(data: bytes, known: Known = Known(), place: Place = NO_PLACE) -> Iterator[Text]:  # noqa: B008 (immutable)
    """The texts of a file and of the files in it.

    Raises Unsearchable if a part is locked, damaged, beyond the limits or packed too deep.
    """
    return _Opening(known, len(data)).texts(data, place, 0)


def _runs(data: bytes, place: Place) -> Text:
    return Text(Sort.COMPOSED_RUNS if place.composed else Sort.RUNS, raw_bytes.runs(data))


class _Opening:
    """The opening of one file, with the number of bytes that it may still unpack."""

    def __init__(self, known: Known, size: int) -> None:
        self._known = known
        self._size = size
        self._left = known.limits.unpacked_mb * MB

    def texts(self, data: bytes, place: Place, depth: int) -> Iterator[Text]:
        self._left -= len(data)
        if depth > _DEEPEST or self._left < 0:
            raise Unsearchable("it contains more than the limits allow to unpack")
        digest = sha256(data).hexdigest()
        if not data or digest in self._known.clean:
            return
        if self._known.elsewhere.get(digest, self._size) < self._size:
            yield Text(Sort.ELSEWHERE, digest)
            return
        container = next((container for container in _CONTAINERS if container.fits(data)), None)
        if (table := self._table(data, place)) is not None:
            yield from (Text(Sort.UNPROVEN, column) for column in table.unproven)
            yield from (Text(Sort.COMPOSED, words) for words in table.composed)
            for outside in table.outside:
                yield from self._part(outside, Place(), depth)
        elif container:
            for part in self._parts(container, data):
                yield from self._part(part, place, depth)
            if container in _WITH_REMAINS:
                yield _runs(data, place)
        elif (words := raw_bytes.decoded(data)) is not None:
            yield from self._words(words, place, depth)
        else:
            yield _runs(data, place)

    def _table(self, data: bytes, place: Place) -> Table | None:
        proofs = self._known.proofs
        known = proofs.table(place.path) if proofs else None
        return read_table(data, known, proofs) if proofs and known else None

    def _parts(self, container: Container, data: bytes) -> Iterator[Part]:
        try:
            yield from container.parts(data, self._known.limits)
        except GeneratorExit:
            raise
        except Exception:  # from any library: a file that cannot be opened must not count as searched
            raise Unsearchable(f"it looks like {container.WHAT}, but cannot be opened completely") from None

    def _part(self, part: Part, place: Place, depth: int) -> Iterator[Text]:
        if isinstance(part, File):
            yield from self.texts(part.data, Place(part.path, place.composed), depth + 1)
        elif isinstance(part, bytes):
            yield from self.texts(part, Place("", place.composed), depth + 1)
        elif isinstance(part, Name):
            yield Text(Sort.NAME, part)
        else:
            yield from self._words(part, place, depth)

    def _words(self, words: str, place: Place, depth: int) -> Iterator[Text]:
        """A text, its fields if it is JSON, and the files within it."""
        rest, scripts = fields.scripts_of_page(words)
        share = self._known.share if depth == 0 else WHOLE
        for name, script in scripts[share.number :: share.of]:
            of_page = Place("", place.composed and not name.startswith(_PASSAGES))
            yield from self._words(script, of_page, depth + 1)
        if share.number:
            return
        found = fields.of_json(rest)
        bare, files = embedded.extract(rest if found is None else BETWEEN.join(found))
        yield Text(Sort.COMPOSED if place.composed else Sort.WORDS, bare)
        for file in files:
            yield from self.texts(file, Place("", place.composed), depth + 1)
