"""Which codes come together: raised by the same participants, or given to the same passages.

Jaccard's coefficient is the number of participants who raised both codes, of those who raised either (P. Jaccard, New
Phytologist 11, 1912). Who they are stands in the mentions: the participants of one code that also have the other.

ASSUME: two codes are on the same passage if one document has both on the same place, from the same first to the same
last character, or on the same area or time. Where an export has no places, nobody can know, and nothing is counted. The
numbers of references that NVivo exports are no places.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from crosscase.analysis.rows import CommonHolder, Cooccurrence
from crosscase.analysis.worth import DIGITS
from crosscase.coding import positions
from crosscase.storage.schemas import CellCoding, Mention

_Pair = tuple[str, str]


def of_codes(
    order: Iterable[str], mentions: Iterable[Mention], codings: Iterable[CellCoding], formats: Mapping[str, str]
) -> Iterator[Cooccurrence]:
    """Each pair of codes that one participant raised, in the order of the codes. `formats`: that of each export."""
    place = {code: number for number, code in enumerate(order)}
    raised: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        raised[mention.code].add(mention.participant)
    together = _pairs(_by_participant(raised), place)
    passages = _pairs(_by_passage(codings, formats), place)
    for one, other in sorted(together, key=lambda pair: (place[pair[0]], place[pair[1]])):
        both = together[one, other]
        either = len(raised[one]) + len(raised[other]) - both
        yield Cooccurrence(
            *(one, other, len(raised[one]), len(raised[other]), both),
            jaccard=round(both / either, DIGITS),
            passages=passages[one, other],
        )


def holders(order: Iterable[str], mentions: Iterable[Mention]) -> Iterator[CommonHolder]:
    """Who raised both codes of each pair, by pseudonym: these are the cases to read.

    Pairs in the order of the codes. One row for each group in which the participant raised one of them or both: a
    participant of several groups may have raised each code in another.
    """
    place = {code: number for number, code in enumerate(order)}
    raised: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        raised[mention.participant][mention.code].add(mention.group)
    together: dict[_Pair, list[str]] = defaultdict(list)
    for participant in sorted(raised):
        for pair in combinations(sorted(raised[participant], key=place.__getitem__), 2):
            together[pair].append(participant)
    for one, other in sorted(together, key=lambda pair: (place[pair[0]], place[pair[1]])):
        for participant in together[one, other]:
            groups = raised[participant][one] | raised[participant][other]
            yield from (CommonHolder(one, other, participant, group) for group in sorted(groups))


def _by_participant(raised: Mapping[str, Iterable[str]]) -> Iterable[set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, participants in raised.items():
        for participant in participants:
            found[participant].add(code)
    return found.values()


def _by_passage(codings: Iterable[CellCoding], formats: Mapping[str, str]) -> Iterable[set[str]]:
    found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for coding in codings:
        if positions.of_format(formats[coding.export]) and coding.start is not None and coding.end is not None:
            found[coding.document, coding.start, coding.end].add(coding.code)
    return found.values()


def _pairs(sets: Iterable[set[str]], place: Mapping[str, int]) -> Counter[_Pair]:
    """How many of the sets have both codes of a pair, the first one of the order first."""
    return Counter(pair for codes in sets for pair in combinations(sorted(codes, key=place.__getitem__), 2))
