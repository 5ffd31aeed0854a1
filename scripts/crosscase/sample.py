"""The sample: who was interviewed, counted by country and by the variables of the register."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crosscase.schemas import Participant, SampleCount
from crosscase.study import Country, SampleVariable

COUNTRY = "country"  # the variable that every study has


def unique(participants: Iterable[Participant]) -> list[Participant]:
    """The register once: every export's door writes the whole of it."""
    return sorted({person.participant: person for person in participants}.values(), key=lambda p: p.participant)


def describe(
    participants: Iterable[Participant], countries: Sequence[Country], variables: Sequence[SampleVariable]
) -> Iterator[SampleCount]:
    """Participants per country and per category of each variable, in the study's order."""
    people = unique(participants)
    by_country = Counter(person.country for person in people)
    yield from _counts(COUNTRY, [country.code for country in countries], by_country)
    for number, variable in enumerate(variables):
        yield from _counts(variable.id, variable.categories, Counter(p.variables[number] for p in people))


def _counts(variable: str, categories: Sequence[str], counts: Counter[str]) -> Iterator[SampleCount]:
    total = counts.total()
    for category in categories:
        yield SampleCount(variable, category, counts[category], round(100 * counts[category] / total, 1))
