"""Cells: each code in each country, in one of three states.

1. Mentions are summed over the exports.
2. Every code meets every country, also where nothing was said: absence is not silence.
3. A cell is `not_coded` where the study declares it, else `present` if at least one participant of
   the country raised the code, else `absent`.

Source of rule 3: the study's slides, for factors and barriers ("if at least one of the participants
addressed it"). ASSUME: it holds for the impacts, too, which the slides do not say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from crosscase import sample
from crosscase.schemas import Cell, CodebookEntry, Mention, Participant
from crosscase.study import Country, NotCoded


class State(StrEnum):
    """What is known of a code in a country."""

    PRESENT = "present"
    ABSENT = "absent"  # coded, and nobody raised it
    NOT_CODED = "not_coded"  # the country's material was never coded for the domain


def aggregate(
    mentions: Iterable[Mention],
    participants: Iterable[Participant],
    codebook: Sequence[CodebookEntry],
    countries: Sequence[Country],
    not_coded: Sequence[NotCoded],
) -> Iterator[Cell]:
    """Yield the cells of the study, codes and countries in their order."""
    interviewed = Counter(person.country for person in sample.unique(participants))
    segments: Counter[tuple[str, str]] = Counter()
    raised_by: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        segments[mention.code, mention.country] += mention.segments
        raised_by[mention.code, mention.country].add(mention.participant)
    gaps = {(gap.country, gap.domain) for gap in not_coded}
    for entry in codebook:
        for country in countries if entry.codable else ():
            place = (entry.code, country.code)
            people = len(raised_by[place])
            number = interviewed[country.code]
            head = (entry.domain, entry.code, country.code)
            if (country.code, entry.domain) in gaps:
                yield Cell(*head, State.NOT_CODED.value, None, number, None)
            else:
                state = State.PRESENT if people else State.ABSENT
                yield Cell(*head, state.value, people, number, segments[place])
