"""What coders say of the segments and positions of documents that two or more coded, counted again from their places.

Passages are one segment if they share at least a part `overlap` of what they cover together, or a chain of such
passages leads from one to the other. The frame `all` has, besides what is marked, the rest between the first and the
last marked position: each position, or each unmarked stretch as one unit.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from verifier.package import Row

_OF_PARAGRAPHS = ("atlasti", "maxqda")
_WITHOUT_PLACES = ("nvivo_matrix", "nvivo_report")
Said = Counter[tuple[bool, ...]]  # how many places there are of which each coder says this


class Passage(NamedTuple):
    """A coding from its first position to the first one behind it."""

    start: int
    end: int
    code: str
    coder: str
    document: str


class Document(NamedTuple):
    """A document of a participant with the passages of all its coders."""

    group: str
    person: str
    counts: str  # character or paragraph
    coders: tuple[str, ...]
    passages: list[Passage]


class Segment(NamedTuple):
    """A segment, and who gave each code in it."""

    start: int
    end: int
    given: dict[str, set[str]]


def documents(codings: Iterable[Row], formats: dict[str, str]) -> Iterator[Document]:
    """The documents that two or more coders coded. Exports of one format share one if each has only one of a person."""
    of_export: dict[tuple[str, str, str], list[Passage]] = defaultdict(list)
    for row in codings:
        name = formats[row["export"]]
        if row["coder"] and row["start"] and row["end"] and name not in _WITHOUT_PLACES:
            end = int(row["end"]) + (name in _OF_PARAGRAPHS)
            if end > int(row["start"]):
                passage = Passage(int(row["start"]), end, row["code"], row["coder"], row["document"])
                of_export[row["group"], row["participant"], row["export"]].append(passage)
    shared: dict[tuple[str, str, str, str], list[Passage]] = defaultdict(list)
    for (group, person, export), passages in of_export.items():
        is_one = len({passage.document for passage in passages}) == 1
        for passage in passages:
            shared[group, person, formats[export], "" if is_one else passage.document].append(passage)
    for (group, person, name, _), passages in shared.items():
        coders = tuple(sorted({passage.coder for passage in passages}))
        if len(coders) > 1:
            counts = "paragraph" if name in _OF_PARAGRAPHS else "character"
            yield Document(group, person, counts, coders, sorted(passages))


def segments(document: Document, overlap: Fraction) -> list[Segment]:
    """The passages of a document, put together where they overlap enough."""
    spans = sorted({(passage.start, passage.end) for passage in document.passages})
    beside: dict[tuple[int, int], set[tuple[int, int]]] = {span: set() for span in spans}
    for number, (start, end) in enumerate(spans):
        for later, last in spans[number + 1 :]:
            if later >= end:
                break
            if Fraction(min(end, last) - later, max(end, last) - start) >= overlap:
                beside[start, end].add((later, last))
                beside[later, last].add((start, end))
    found = []
    while spans:
        members, waiting = {spans[0]}, [spans[0]]
        while waiting:
            new = beside[waiting.pop()] - members
            members |= new
            waiting += new
        spans = [span for span in spans if span not in members]
        given: dict[str, set[str]] = defaultdict(set)
        for passage in document.passages:
            if (passage.start, passage.end) in members:
                given[passage.code].add(passage.coder)
        found.append(Segment(min(start for start, _ in members), max(end for _, end in members), dict(given)))
    return found


def of_segments(document: Document, found: list[Segment]) -> tuple[dict[str, Said], dict[str, int]]:
    """What is said of the marked segments, by code, and the number of units in each frame."""
    said: dict[str, Said] = defaultdict(Counter)
    for segment in found:
        for code, given in segment.given.items():
            said[code][tuple(coder in given for coder in document.coders)] += 1
    return said, {"marked": len(found), "all": len(found) + len(_stretches(document)) - 1}


def of_positions(document: Document) -> tuple[dict[str, Said], dict[str, int]]:
    """What is said of the marked positions, by code, and the number of units in each frame."""
    by_code: dict[str, list[Passage]] = defaultdict(list)
    for passage in document.passages:
        by_code[passage.code].append(passage)
    said = {code: _positions(passages, document.coders) for code, passages in by_code.items()}
    marked = _stretches(document)
    return said, {"marked": sum(end - start for start, end in marked), "all": marked[-1][1] - marked[0][0]}


def _positions(passages: list[Passage], coders: tuple[str, ...]) -> Said:
    """How many positions each combination of coders marked, between the places where one begins or ends."""
    cuts = sorted({place for passage in passages for place in (passage.start, passage.end)})
    found: Said = Counter()
    for start, end in pairwise(cuts):
        here = {passage.coder for passage in passages if passage.start <= start and end <= passage.end}
        if here:
            found[tuple(coder in here for coder in coders)] += end - start
    return found


def _stretches(document: Document) -> list[tuple[int, int]]:
    """What somebody marked, in order; passages that touch are one stretch."""
    found: list[tuple[int, int]] = []
    for passage in document.passages:
        if not found or passage.start > found[-1][1]:
            found.append((passage.start, passage.end))
        elif passage.end > found[-1][1]:
            found[-1] = (found[-1][0], passage.end)
    return found
