"""Why of two variables that tell of each other one alone should be published: each table by itself tells nothing.

Somebody knows that every head and every deputy is a leader, and puts the two published tables together.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from crosscase.sample import counts
from crosscase.storage.schemas import SampleCell

K = 3
GROUPS = ("A", "B", "C")
ROLES = ("head", "deputy", "teacher", "parent")
LEVELS = {"head": "leader", "deputy": "leader", "teacher": "other", "parent": "other"}
TRUE = ((1, 2, 3), (2, 1, 2), (6, 2, 9), (5, 4, 2))  # by role and group
_Row = tuple[int, ...]
_Shown = Mapping[tuple[str, str], int | None]


def shown(variable: str, categories: Sequence[str], table: Mapping[tuple[str, str], int], key: str) -> _Shown:
    cells: Iterator[SampleCell] = counts.protected(variable, categories, GROUPS, table, K, key)
    return {(cell.category, cell.group): cell.participants for cell in cells}


def fits(row: _Row, category: str, published: _Shown) -> bool:
    return all(published[category, group] in (None, number) for group, number in zip(GROUPS, row, strict=True))


def possible(roles: _Shown, levels: _Shown | None) -> Iterator[tuple[_Row, ...]]:
    """The tables of roles with the published totals and counts."""
    each = [
        [row for row in product(range(sum(true) + 1), repeat=3) if sum(row) == sum(true) and fits(row, role, roles)]
        for role, true in zip(ROLES, TRUE, strict=True)
    ]
    totals = tuple(map(sum, zip(*TRUE, strict=True)))
    for table in product(*each):
        leaders, others = (tuple(map(sum, zip(*table[at : at + 2], strict=True))) for at in (0, 2))
        if tuple(map(sum, zip(leaders, others, strict=True))) != totals:
            continue
        if levels is None or (fits(leaders, "leader", levels) and fits(others, "other", levels)):
            yield table


def known(tables: Sequence[tuple[_Row, ...]]) -> list[tuple[int, int]]:
    """The small counts for which not every value from 0 to k is left."""
    return [
        (row, column)
        for row, column in product(range(len(ROLES)), range(len(GROUPS)))
        if TRUE[row][column] <= K and not set(range(K + 1)) <= {table[row][column] for table in tables}
    ]


def test_two_tables_that_tell_of_each_other_show_hidden_counts() -> None:
    places = product(ROLES, GROUPS)
    by_role = dict(zip(places, (number for row in TRUE for number in row), strict=True))
    by_level = Counter[tuple[str, str]]()
    for (role, group), number in by_role.items():
        by_level[LEVELS[role], group] += number
    roles = shown("role", ROLES, by_role, "invented key")
    levels = shown("level", ("leader", "other"), by_level, "invented key")
    hidden = {place for place, number in roles.items() if number is None}
    alone, both = ([*possible(roles, table)] for table in (None, levels))
    assert not [place for place in known(alone) if (ROLES[place[0]], GROUPS[place[1]]) in hidden]
    assert [place for place in known(both) if (ROLES[place[0]], GROUPS[place[1]]) in hidden]
