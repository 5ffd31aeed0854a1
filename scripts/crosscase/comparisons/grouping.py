"""The groups of a further comparison: categories of a variable, or pairs of a group (or category) and a category.

No group has fewer than k participants, and no total gives a smaller one back, because nothing is left out: what is too
few is counted together, so the groups always add up to the study.

1. A variable. The categories in a `broader` one are counted together if one of them has 1 to k - 1 participants. What
   still has so few is counted together, with the smallest other group where that is needed to reach k. The numbers of
   participants by category are published (the sample table), so what is counted together reveals nothing.
2. A pair. The first column is grouped as in 1; the study's groups stay as they are, whatever their size, since the main
   tables have them. The categories of the second are always the broader ones. `sample.suppression` decides which
   combinations are shown, for group and variable with the pattern of the published table of the sample by group. The
   others of one group are counted together, with the smallest shown one where that is needed to reach k.

A participant with several rows in the register counts once in each group.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosscase.sample import counts
from crosscase.storage.schemas import Participant
from crosscase.study.facts import Group, SampleVariable, Study
from crosscase.study.further_comparisons import MOST

BESIDE, OR = " × ", " / "
REST = "*"  # in the short code of what is counted together
_SHORT, _SHORT_IN_PAIR = 12, 4  # letters; longer names are too wide for the head of a column
_Row = tuple[str, str]  # a participant and a group of the study: a row of the register


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups of a comparison, and the one of each row of the register.

    The code of a group is its whole name, and its name the code that is short enough for the head of a column.
    """

    groups: list[Group]
    of: Mapping[_Row, str]

    @property
    def in_several(self) -> int:
        """The number of participants in more than one group."""
        groups = Counter(person for person, _ in {(person, code) for (person, _), code in self.of.items()})
        return sum(number > 1 for number in groups.values())


@dataclass(frozen=True, slots=True)
class _Part:
    """Categories that are counted together."""

    name: str
    short: str
    categories: tuple[str, ...]


def group(people: Iterable[Participant], columns: Sequence[str], study: Study) -> Grouping:
    """The groups of a comparison by one or two columns, those with participants, in the order of the study.

    `study` needs `groups`, `compare`, `sample` and `k`.
    """
    rows = counts.unique(people)
    numbers = {variable.id: number for number, variable in enumerate(study.sample)}
    first = _first(rows, columns[0], study, numbers)
    of_first = {category: part for part in first for category in part.categories}
    value = _values(rows, columns[0], numbers)
    if len(columns) == 1:
        return _grouping(first, {row: of_first[value[row]] for row in value})
    variable = study.sample[numbers[columns[1]]]
    broader = variable.generalised
    second = {row: broader[category] for row, category in _values(rows, variable.id, numbers).items()}
    seed = next((person.seed for person in rows), "")
    pairs = _pairs(first, {row: (of_first[value[row]], second[row]) for row in second}, variable, study.k, seed)
    of_pair = dict(pairs)
    return _grouping(
        list(dict.fromkeys(part for _, part in pairs)),
        {row: of_pair[of_first[value[row]].name, second[row]] for row in second},
    )


def _grouping(parts: Sequence[_Part], of: Mapping[_Row, _Part]) -> Grouping:
    used = {part.name for part in of.values()}
    shown = [part for part in parts if part.name in used]
    return Grouping([Group(part.name, part.short) for part in shown], {row: part.name for row, part in of.items()})


def _values(rows: Iterable[Participant], column: str, numbers: Mapping[str, int]) -> dict[_Row, str]:
    """The value that each row of the register has in a column; one that is no variable is the study's group."""
    return {
        (row.participant, row.group): row.variables[numbers[column]] if column in numbers else row.group for row in rows
    }


def _first(rows: Sequence[Participant], column: str, study: Study, numbers: Mapping[str, int]) -> list[_Part]:
    """The parts of the first column, in order."""
    if column not in numbers:
        return [_Part(group.name, group.code, (group.code,)) for group in study.groups]
    variable = study.sample[numbers[column]]
    values = _values(rows, column, numbers)
    people: dict[str, set[str]] = {}
    for (person, _), category in values.items():
        people.setdefault(category, set()).add(person)
    parts = _enough(_generalised(variable, people, study.k), people, study.k)
    short = all(len(part.name) <= _SHORT for part in parts)
    return [
        _Part(part.name, part.name if short else str(number), part.categories) for number, part in enumerate(parts, 1)
    ]


def _generalised(variable: SampleVariable, people: Mapping[str, Collection[str]], k: int) -> list[_Part]:
    """The categories, or the broader ones where one of those inside has too few participants (step 1)."""
    broader = variable.generalised
    small = {broader[category] for category in broader if 0 < len(people.get(category, ())) < k}
    if len(broader) > MOST:
        small |= set(broader.values())
    inside: dict[str, list[str]] = {}
    for category, name in broader.items():
        inside.setdefault(name if name in small else category, []).append(category)
    return [_Part(name, "", tuple(categories)) for name, categories in inside.items()]


def _enough(parts: Sequence[_Part], people: Mapping[str, set[str]], k: int) -> list[_Part]:
    """The parts, those with too few participants in one, which stands where the first of them stood."""

    def size(some: Iterable[_Part]) -> int:
        return len({person for part in some for category in part.categories for person in people.get(category, ())})

    present = [part for part in parts if size([part])]
    rest = [part for part in present if size([part]) < k]
    others = sorted((part for part in present if part not in rest), key=lambda part: size([part]))
    while rest and size(rest) < k and others:
        rest.append(others.pop(0))
    if len(rest) < 2:
        return present
    members = [part for part in present if part in rest]
    together = _Part(OR.join(part.name for part in members), "", tuple(c for part in members for c in part.categories))
    return list(dict.fromkeys(together if part in rest else part for part in present))


def _pairs(
    first: Sequence[_Part], rows: Mapping[_Row, tuple[_Part, str]], variable: SampleVariable, k: int, seed: str
) -> list[tuple[tuple[str, str], _Part]]:
    """Each pair of a part and a category, with the group that counts it; the groups of a part follow each other."""
    categories = list(dict.fromkeys(variable.generalised.values()))
    people = {(category, part.categories[0], person) for (person, _), (part, category) in rows.items()}
    numbers = Counter((category, code) for category, code, _ in people)
    cells = counts.protected(variable.id, categories, [part.categories[0] for part in first], numbers, k, seed)
    shown = {(cell.category, cell.group): cell.participants for cell in cells}
    short = all(len(category) <= _SHORT_IN_PAIR for category in categories)
    heads = {category: category if short else str(number) for number, category in enumerate(categories, 1)}
    found = []

    def members(part: _Part, some: Collection[str]) -> int:
        return len({person for (person, _), (other, category) in rows.items() if other == part and category in some})

    for part in first:
        of_part = {category: shown[category, part.categories[0]] for category in categories}
        hidden = [category for category, number in of_part.items() if number is None]
        own = sorted((number, category) for category, number in of_part.items() if number)
        while 0 < members(part, hidden) < k and own:
            hidden.append(own.pop(0)[1])
        name = OR.join(category for category in categories if category in hidden)
        rest = _Part(f"{part.name}{BESIDE}{name}", f"{part.short}.{REST}", ()) if own else part
        for category in categories:
            alone = _Part(f"{part.name}{BESIDE}{category}", f"{part.short}.{heads[category]}", ())
            found.append(((part.name, category), rest if category in hidden else alone))
    return found
