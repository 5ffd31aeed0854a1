"""The sample: participants counted by group and by the variables of the register.

A participant in several groups, who moved or was interviewed in two waves, counts once in each.

The counts of one variable are published as they are. The counts by variable and group are generalised to the
study's broader categories and then protected, see `suppression`. ASSUME: they are always generalised, even if no
count is small. Otherwise a withdrawal could change the categories, and the categories would reveal something about
the participants in them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscase.sample import draws, suppression
from crosscase.storage.schemas import Participant, SampleCell, SampleCount
from crosscase.study.facts import Compare, Group, SampleVariable


def unique(participants: Iterable[Participant]) -> list[Participant]:
    """Each participant once in each group: the anonymisation of every export writes the whole register."""
    people = {(person.participant, person.group): person for person in participants}
    return [person for _, person in sorted(people.items())]


def in_several_groups(participants: Iterable[Participant]) -> int:
    """The number of participants in more than one group, who count once in each."""
    groups = Counter(person.participant for person in unique(participants))
    return sum(number > 1 for number in groups.values())


def describe(
    participants: Iterable[Participant], groups: Sequence[Group], variables: Sequence[SampleVariable], compare: Compare
) -> Iterator[SampleCount]:
    """Participants per group and per category of each variable, in the study's order.

    The group is a variable, too: it has the study's word for what it compares.
    """
    people = unique(participants)
    by_group = Counter(person.group for person in people)
    yield from _counts(compare.one, [group.code for group in groups], by_group)
    for number, variable in enumerate(variables):
        yield from _counts(variable.id, variable.categories, Counter(p.variables[number] for p in people))


def describe_by_group(
    participants: Iterable[Participant], groups: Sequence[Group], variables: Sequence[SampleVariable], k: int
) -> Iterator[SampleCell]:
    """Participants per broader category and group, in the study's order; counts below `k` are suppressed.

    The participants carry the secret seed of the draws that decide what else is suppressed.

    The tables of two variables share only the number of participants of each group, which is published.
    Each table can therefore be protected on its own.
    """
    people = unique(participants)
    seed = next((person.seed for person in people), "")
    for number, variable in enumerate(variables):
        broader = variable.generalised
        counts = Counter((broader[person.variables[number]], person.group) for person in people)
        codes = [group.code for group in groups]
        yield from protected(variable.id, list(dict.fromkeys(broader.values())), codes, counts, k, seed)


def protected(
    variable: str,
    categories: Sequence[str],
    groups: Sequence[str],
    counts: Mapping[tuple[str, str], int],
    k: int,
    seed: str,
) -> Iterator[SampleCell]:
    """The counts by category and group (0 where there is none), those to hide suppressed. `seed`: see `draws`."""
    table = [[counts.get((category, group), 0) for group in groups] for category in categories]
    hidden = suppression.hide(table, k, _draws(seed, variable, categories, groups))
    for row, category in enumerate(categories):
        for column, group in enumerate(groups):
            place = row, column
            shown = None if place in hidden else table[row][column]
            bounds = suppression.bounds(table, hidden, place)
            yield SampleCell(variable, category, group, shown, *bounds)


def _draws(seed: str, variable: str, categories: Sequence[str], groups: Sequence[str]) -> suppression.Draw:
    def draw(place: suppression.Place) -> int:
        row, column = place
        return draws.draw(seed, variable, categories[row], groups[column])

    return draw


def _counts(variable: str, categories: Sequence[str], counts: Counter[str]) -> Iterator[SampleCount]:
    total = counts.total()
    for category in categories:
        yield SampleCount(variable, category, counts[category], round(100 * counts[category] / total, 1))
