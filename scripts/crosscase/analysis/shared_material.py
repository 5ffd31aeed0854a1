"""The passages of documents that at least two coders coded.

Coders meet in one export, or each has an export of their own. A document has another pseudonym in each export.

ASSUME: exports of one format count alike, and if each has one document with passages of a participant, it is the same
document. A participant's further documents are compared within an export alone.

ASSUME: who coded a passage of a document read the whole of it, and judged every code that was coded for the group.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from crosscase.coding import positions
from crosscase.coding.positions import Position
from crosscase.storage.schemas import COUNTED, Cell, CellCoding

_TWO = 2


class Passage(NamedTuple):
    """One coding with its place: the first position, and the first one behind it."""

    start: int
    end: int
    code: str
    coder: str
    document: str


class Material(NamedTuple):
    """A document with the passages of all its coders, each domain of which was coded for the group."""

    group: str
    participant: str
    counts: Position
    coders: tuple[str, ...]
    passages: list[Passage]

    @property
    def documents(self) -> dict[str, str]:
        """The pseudonym of the document in each coder's export."""
        return {passage.coder: passage.document for passage in sorted(self.passages, reverse=True)}


def coded(cells: Iterable[Cell]) -> set[tuple[str, str]]:
    """The domains that were coded, each with the group."""
    return {(cell.domain, cell.group) for cell in cells if cell.state in COUNTED}


def codes_of_groups(cells: Iterable[Cell]) -> dict[str, dict[str, str]]:
    """The codes that were coded for each group, with their domains, in the order of the cells."""
    found = defaultdict[str, dict[str, str]](dict)
    for cell in cells:
        if cell.state in COUNTED:
            found[cell.group][cell.code] = cell.domain
    return found


def shared(cells: Iterable[Cell], codings: Iterable[CellCoding], formats: Mapping[str, str]) -> Iterator[Material]:
    """Each document that at least two coders coded, by group and participant. `formats` has that of each export."""
    known, found = coded(cells), defaultdict[tuple[str, str, str], dict[str, list[Passage]]](dict)
    for row in codings:
        span = positions.span(row.start, row.end, positions.of_format(formats[row.export]))
        if span and row.coder is not None and (row.domain, row.group) in known:
            of_export = found[row.group, row.participant, row.export]
            of_export.setdefault(row.document, []).append(Passage(*span, row.code, row.coder, row.document))
    together = defaultdict[tuple[str, str, str, str], list[Passage]](list)
    for (group, participant, export), documents in found.items():
        for document, passages in documents.items():
            alone = "" if len(documents) == 1 else document
            together[group, participant, formats[export], alone] += passages
    for (group, participant, name, _), passages in sorted(together.items()):
        coders = tuple(sorted({passage.coder for passage in passages}))
        counts = positions.of_format(name)
        if len(coders) >= _TWO and counts:
            yield Material(group, participant, counts, coders, sorted(passages))
