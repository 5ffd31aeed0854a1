"""What coders say of the places of a document: of its segments, and of each position in it.

1. Position: a coder gave a code there, or not. The frame of all has each position from the first marked one to the
   last; the rest of the document is not known.
2. Segment: passages of any coder and code are one segment if they overlap: what they share is at least a part `overlap`
   of what they cover together (their Jaccard coefficient), or a chain of such passages leads from one to the other. A
   coder gave a code there if the segment has a passage of that coder with the code. The frame of all has, besides, each
   unmarked stretch between two marked ones as one unit.

ASSUME: an overlap of half is the same segment; `analysis: {overlap: ...}` in study.yaml says otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from crosscase.analysis.agreement_tables import DisputedSegment
from crosscase.analysis.judgements import Frame, Judgement, Level, Said
from crosscase.analysis.shared_material import Material, Passage
from crosscase.coding.positions import Position

Codes = Mapping[str, str]  # the domain of each code that was coded for a group
_Span = tuple[int, int]


class Segment(NamedTuple):
    """Passages that overlap: where they begin and end, and who gave which code."""

    start: int
    end: int
    coders_of: dict[str, set[str]]  # by code


def segments(passages: Iterable[Passage], overlap: Fraction) -> list[Segment]:
    """The segments of a document, in order."""
    at = defaultdict[_Span, list[Passage]](list)
    for passage in passages:
        at[passage.start, passage.end].append(passage)
    spans = sorted(at)
    found = []
    for members in _joined(spans, overlap):
        coders_of: dict[str, set[str]] = {}
        for span in members:
            for passage in at[span]:
                coders_of.setdefault(passage.code, set()).add(passage.coder)
        found.append(Segment(min(start for start, _ in members), max(end for _, end in members), coders_of))
    return sorted(found, key=lambda segment: (segment.start, segment.end, sorted(segment.coders_of)))


def by_segment(material: Material, codes: Codes, found: Sequence[Segment]) -> Judgement:
    """What the coders of a document say of each code, over its segments."""
    given = defaultdict[str, Counter[Said]](Counter)
    for segment in found:
        for code, coders in segment.coders_of.items():
            given[code][tuple(coder in coders for coder in material.coders)] += 1
    sizes = {Frame.MARKED: len(found), Frame.ALL: len(found) + len(_covered(material.passages)) - 1}
    return _judgement(Level.SEGMENT, material, codes, given, sizes)


def by_position(material: Material, codes: Codes) -> Judgement:
    """What the coders of a document say of each code, over its positions."""
    of_code = defaultdict[str, list[Passage]](list)
    for passage in material.passages:
        of_code[passage.code].append(passage)
    given = {code: _positions(passages, material.coders) for code, passages in of_code.items()}
    marked = _covered(material.passages)
    sizes = {Frame.MARKED: sum(end - start for start, end in marked), Frame.ALL: marked[-1][1] - marked[0][0]}
    return _judgement(Level(material.counts.value), material, codes, given, sizes)


def disputed(material: Material, codes: Codes, found: Iterable[Segment]) -> Iterator[DisputedSegment]:
    """Each coder of each segment and code on which the coders of a document disagree."""
    document = material.documents
    for segment in found:
        last = segment.end - (material.counts is Position.PARAGRAPH)
        for code, given in segment.coders_of.items():
            for coder in material.coders if len(given) < len(material.coders) else ():
                place = document[coder], segment.start, last, material.counts.value, coder
                yield DisputedSegment(
                    codes[code], code, material.group, material.participant, *place, given=coder in given
                )


def _judgement(
    level: Level, material: Material, codes: Codes, given: Mapping[str, Counter[Said]], sizes: Mapping[Frame, int]
) -> Judgement:
    counted = {code: units for code, units in given.items() if units and code in codes}
    return Judgement(level, material.group, material.participant, material.coders, codes, counted, sizes)


def _positions(passages: Iterable[Passage], coders: Sequence[str]) -> Counter[Said]:
    """How many positions each combination of coders marked; none where nobody did."""
    number = {coder: place for place, coder in enumerate(coders)}
    changes = defaultdict[int, Counter[int]](Counter)
    for passage in passages:
        changes[passage.start][number[passage.coder]] += 1
        changes[passage.end][number[passage.coder]] -= 1
    open_now, before, found = [0] * len(coders), 0, Counter[Said]()
    for place in sorted(changes):
        if any(open_now):
            found[tuple(times > 0 for times in open_now)] += place - before
        for coder, change in changes[place].items():
            open_now[coder] += change
        before = place
    return found


def _covered(passages: Iterable[Passage]) -> list[_Span]:
    """The stretches that somebody marked, in order; those that touch are one."""
    found: list[_Span] = []
    for start, end in sorted((passage.start, passage.end) for passage in passages):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _joined(spans: Sequence[_Span], overlap: Fraction) -> Iterable[list[_Span]]:
    """The spans, in order, put together where a chain of overlaps leads from one to another."""
    leader = list(range(len(spans)))

    def first(number: int) -> int:
        while leader[number] != number:
            leader[number] = number = leader[leader[number]]
        return number

    for one, (start, end) in enumerate(spans):
        for other in range(one + 1, len(spans)):
            later, last = spans[other]
            if end - later < overlap * (end - start):  # nor can any that begins later overlap enough
                break
            if min(end, last) - later >= overlap * (max(end, last) - start):
                leader[first(other)] = first(one)
    members = defaultdict[int, list[_Span]](list)
    for number, span in enumerate(spans):
        members[first(number)].append(span)
    return members.values()
