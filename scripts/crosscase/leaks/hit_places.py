"""Where in a file an identifier stands: its lines, the cells of a table, the file in an archive.

A form that stands so in a line or in a cell is looked up there. Any other one, which is escaped, broken or misread
there, is searched for in pieces of the text, in pieces of these, and so on, until a line is left.
"""

import csv
import io
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256

from crosscase.leaks import raw_bytes
from crosscase.leaks.containers import BETWEEN, parquets, zips
from crosscase.leaks.contents import Known
from crosscase.leaks.hits import Hit
from crosscase.messages.wording import agree, joined, runs
from crosscase.storage import zip_files

_MOST = 10  # places of an identifier that are named
_DEEPEST = 6  # archives within each other
_PIECES = 16  # into which a text is cut: with two, most of it would be searched a dozen times
_NEAR = 2  # lines around a cut that has divided a name
_HEADER = 1  # rows

HitsIn = Callable[[str], Collection[Hit]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of a file in lines, or in other units that have labels of their own."""

    name: str  # of the file in an archive
    units: Sequence[str]
    labels: Sequence[str] = ()
    between: str = "\n"

    def joined(self, first: int, last: int) -> str:
        """Some of its units as one text."""
        return self.between.join(self.units[first:last])

    def place(self, numbers: Collection[int]) -> str:
        """How the places of some units are called."""
        if self.labels:
            where = joined((self.labels[number] for number in sorted(numbers)), _MOST)
        else:
            lines = (str(one + 1) if one == last else f"{one + 1} to {last + 1}" for one, last in runs(numbers))
            where = f"{agree(len(numbers), 'line', 'lines')} {joined(lines, _MOST)}"
        return f"{self.name}: {where}" if self.name else where


def find(data: bytes, path: str, hits: Set[Hit], hits_in: HitsIn, known: Known) -> dict[Hit, str]:
    """Where each of these is in a file with this path; without those of which nothing tells.

    `hits_in` searches a text for all identifiers; `known` are the limits, and the files in it that need no search.
    """
    parts = [part for part in _parts(data, path, "", known) if part.units]
    places: dict[Hit, list[str]] = {}
    for part in parts:
        for hit in hits:
            if numbers := _units_with(hit.written, part):
                places.setdefault(hit, []).append(part.place(numbers))
    sought = hits - places.keys()
    for part in parts if sought else ():
        for hit, around in _narrowed(part, 0, len(part.units), sought, hits_in).items():
            places.setdefault(hit, []).append(part.place(around))
    return {hit: joined(some, _MOST) for hit, some in places.items()}


def _units_with(written: str, part: _Part) -> Sequence[int]:
    """The numbers of the units in which these words stand so."""
    return [number for number, unit in enumerate(part.units) if written in unit and _is_whole(written, unit)]


def _is_whole(written: str, text: str) -> bool:
    """Whether words stand in a text, and not only within longer ones."""
    at = text.find(written)
    while at >= 0:
        if not (text[at - 1 : at] or " ").isalnum() and not (text[at + len(written) :][:1] or " ").isalnum():
            return True
        at = text.find(written, at + 1)
    return False


def _narrowed(part: _Part, first: int, last: int, sought: Collection[Hit], hits_in: HitsIn) -> dict[Hit, range]:
    """The first unit of a part with each of these, or the units around a cut."""
    there = {hit.identifier for hit in hits_in(part.joined(first, last))}
    left = {hit for hit in sought if hit.identifier in there}
    if not left or last - first == 1:
        return dict.fromkeys(left, range(first, last))
    cuts = range(first, last, -(-(last - first) // _PIECES))
    pieces = [(start, min(start + cuts.step, last)) for start in cuts]
    pieces += [(max(first, cut - _NEAR), min(last, cut + _NEAR)) for cut in cuts[1:]]
    found: dict[Hit, range] = {}
    for start, end in pieces:
        rest = left - found.keys()
        if rest and (start, end) != (first, last):
            found |= _narrowed(part, start, end, rest, hits_in)
    return dict.fromkeys(left, range(first, last)) | found


def _parts(data: bytes, path: str, within: str, known: Known, depth: int = 0) -> Iterator[_Part]:
    """The texts of a file that have places, also of those in an archive."""
    if sha256(data).hexdigest() in known.clean:
        return
    if zips.fits(data):
        if depth < _DEEPEST:
            with zip_files.opened(io.BytesIO(data), zips.WHAT, known.limits) as archive:
                yield _Part(within, archive.names, [f"the name of {name}" for name in archive.names], BETWEEN)
                for name in archive.names:
                    inner = f"{within}: {name}" if within else name
                    yield from _parts(archive.read(name), name, inner, known, depth + 1)
    elif parquets.fits(data):
        columns = parquets.read(data).columns
        texts = [
            BETWEEN.join(map(str, (one for array in some for one in array.to_pylist()))) for some in columns.values()
        ]
        yield _Part(within, texts, [f"column `{name}`" for name in columns], BETWEEN)
    elif (text := raw_bytes.decoded(data)) is not None:
        yield (path.endswith(".csv") and _table(text, within)) or _Part(within, text.split("\n"))


def _table(text: str, within: str) -> _Part | None:
    """The cells of a table; None if it is none."""
    try:
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (csv.Error, ValueError):
        return None
    if not all(len(row) == len(header) for row in rows):
        return None
    cells = [("the header", name) for name in header]
    for number, row in enumerate(rows, start=_HEADER + 1):
        cells += [(f"row {number}, `{name}`", value) for name, value in zip(header, row, strict=True)]
    return _Part(within, [value for _, value in cells], [label for label, _ in cells], BETWEEN)
