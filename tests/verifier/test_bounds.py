"""The verifier's bounds of hidden counts, from flows, against the pipeline's and all tables."""

from collections.abc import Collection
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.sample import suppression
from verifier.bounds import Place, bounds

TABLES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.tuples(
        st.lists(st.lists(st.integers(0, 6), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]),
        st.sets(st.tuples(st.integers(0, size[0] - 1), st.integers(0, size[1] - 1))),
    )
)
SMALL = TABLES.filter(lambda drawn: len(drawn[1]) <= 5 and sum(map(sum, drawn[0])) <= 12)


def left(table: list[list[int]], hidden: Collection[Place]) -> tuple[list[int], list[int]]:
    """What the shown counts leave of the sums of rows and columns."""
    rows = [sum(n for column, n in enumerate(counts) if (row, column) in hidden) for row, counts in enumerate(table)]
    columns = [sum(table[row][column] for row, other in hidden if other == column) for column in range(len(table[0]))]
    return rows, columns


@given(TABLES)
def test_they_are_those_of_the_pipeline(drawn: tuple[list[list[int]], set[Place]]) -> None:
    table, hidden = drawn
    expected = {place: suppression.bounds(table, hidden, place) for place in hidden}
    assert bounds(*left(table, hidden), hidden) == expected


@given(SMALL)
def test_they_are_those_of_all_tables_that_fit(drawn: tuple[list[list[int]], set[Place]]) -> None:
    table, hidden = drawn
    rows, columns = left(table, hidden)
    places = sorted(hidden)
    ranges = [range(min(rows[row], columns[column]) + 1) for row, column in places]
    tables = [dict(zip(places, counts, strict=True)) for counts in product(*ranges)]
    for side, sums in enumerate((rows, columns)):
        for number, total in enumerate(sums):
            tables = [t for t in tables if sum(n for place, n in t.items() if place[side] == number) == total]
    expected = {place: (min(t[place] for t in tables), max(t[place] for t in tables)) for place in places}
    assert bounds(rows, columns, hidden) == expected


def test_a_large_table_takes_no_time_that_doubles_with_each_row() -> None:
    """An honest study of two dozen groups, with every count hidden: sets of rows would be 16 million."""
    size = 24
    table = [[(row * column) % 3 for column in range(size)] for row in range(size)]
    hidden = set(product(range(size), range(size)))
    found = bounds(*left(table, hidden), hidden)
    assert all(least <= table[row][column] <= most for (row, column), (least, most) in found.items())
    assert found[0, 0][0] == 0


def test_totals_that_no_counts_fit_are_told() -> None:
    with pytest.raises(ValueError, match="no counts fit the totals"):
        bounds([3], [1], {(0, 0)})
