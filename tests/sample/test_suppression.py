"""No suppressed count can be worked out from totals and shown counts. `test_suppression_attack` uses the code, too."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscase.sample import draws, suppression
from crosscase.sample.suppression import Place, Table
from tests.builders.fillings import fillings
from tests.builders.plain_runs import repeats


def tables(most_rows: int, most_columns: int, most: int) -> st.SearchStrategy[list[list[int]]]:
    sizes = st.tuples(st.integers(1, most_rows), st.integers(1, most_columns))
    counts = st.one_of(st.just(0), st.integers(0, most))
    return sizes.flatmap(
        lambda size: st.lists(st.lists(counts, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
    )


SMALL = tables(3, 3, 4)
LARGE = tables(7, 9, 12)
KS = st.integers(1, 4)
KEYS = st.text(min_size=1)


def keyed(key: str) -> suppression.Draw:
    return lambda place: draws.draw(key, *map(str, place))


def nothing_drawn(place: Place) -> int:
    """Chance hides no cell, and prefers none."""
    return draws.DRAWN - 1


def places(table: Table) -> list[Place]:
    return [(row, column) for row in range(len(table)) for column in range(len(table[0]))]


def compatible(table: Table, hidden: set[Place]) -> list[dict[Place, int]]:
    """All ways to fill the hidden cells of a table whose totals are known."""
    rows = [sum(counts[c] for c in range(len(counts)) if (r, c) in hidden) for r, counts in enumerate(table)]
    columns = [sum(table[r][c] for r in range(len(table)) if (r, c) in hidden) for c in range(len(table[0]))]
    return fillings(hidden, rows, columns)


@example([[0, 0, 2], [0, 1, 0], [2, 0, 2]], 2, "0")  # the totals alone exclude that a count is 0
@settings(max_examples=repeats(150, 400))
@given(SMALL, KS, KEYS)
def test_no_hidden_count_can_be_worked_out(table: list[list[int]], k: int, key: str) -> None:
    hidden = suppression.hide(table, k, keyed(key))
    possible, without_any = compatible(table, hidden), compatible(table, set(places(table)))
    for place in hidden:
        values = {filled[place] for filled in possible}
        by_totals = {filled[place] for filled in without_any}
        count = table[place[0]][place[1]]
        assert count in values
        assert len(values) > 1 or by_totals == {count}
        if count < k:
            assert values >= by_totals & set(range(k + 1))
            assert max(values) >= k or values == by_totals
        assert len(values) > k or values == by_totals


@settings(max_examples=repeats(100, 300))
@given(st.data())
def test_the_bounds_are_exact_whatever_is_hidden(data: st.DataObject) -> None:
    table = data.draw(SMALL)
    hidden = data.draw(st.sets(st.sampled_from(places(table)))) if places(table) else set()
    possible = compatible(table, hidden)
    for place in places(table):
        values = {filled[place] for filled in possible} if place in hidden else {table[place[0]][place[1]]}
        assert suppression.bounds(table, hidden, place) == (min(values), max(values))


@given(LARGE, KS, KEYS)
def test_small_counts_are_hidden_and_protected_in_larger_tables_too(table: list[list[int]], k: int, key: str) -> None:
    hidden = suppression.hide(table, k, keyed(key))
    for row, column in places(table):
        count = table[row][column]
        assert (row, column) in hidden or count == 0 or count >= k
        if (row, column) in hidden:
            least, most = suppression.bounds(table, hidden, (row, column))
            by_totals = suppression.limits(table, (row, column))
            assert (least, most) == by_totals or (least <= count <= most and most - least >= k)


@given(LARGE, KS, KEYS)
def test_the_same_table_has_the_same_cells_hidden_and_is_not_changed(table: list[list[int]], k: int, key: str) -> None:
    before = [list(row) for row in table]
    assert suppression.hide(table, k, keyed(key)) == suppression.hide([list(row) for row in table], k, keyed(key))
    assert table == before


def test_chance_hides_few_of_the_large_counts() -> None:
    table = [[40 + (row * column) % 7 for column in range(24)] for row in range(20)]
    shares = [len(suppression.hide(table, 3, keyed(f"key {n}"))) / 480 for n in range(10)]
    assert 0 < min(shares) < max(shares) < 0.15


def test_draws_need_a_seed() -> None:
    with pytest.raises(ValueError, match="secret seed"):
        draws.draw("", "position", "director", "CZ")


def test_draws_are_like_random_numbers() -> None:
    found = [draws.draw("seed", "position", "director", str(n)) / draws.DRAWN for n in range(4000)]
    assert all(0 <= n < 1 for n in found)
    for power in (1, 3, 6):
        expected = 4000 / 2**power
        assert abs(sum(n < 1 / 2**power for n in found) - expected) < 5 * expected**0.5


@given(LARGE)
def test_nothing_is_hidden_where_nothing_is_small(table: list[list[int]]) -> None:
    assert suppression.hide(table, 1, keyed("key")) == set()
    assert suppression.hide([[4 * count for count in row] for row in table], 4, nothing_drawn) == set()


@pytest.mark.parametrize(
    ("table", "hidden"),
    [
        ([[1, 5], [6, 7]], {(0, 0), (0, 1), (1, 0), (1, 1)}),
        # The four cells at the top left would leave 1 to 7 for the 6: it could be small, but not 0.
        ([[1, 5, 0], [6, 7, 8], [0, 9, 4]], {(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 0), (2, 2)}),
        ([[1]], {(0, 0)}),  # the total gives it back; it is published elsewhere
        ([[1, 0], [0, 9]], {(0, 0), (0, 1), (1, 0), (1, 1)}),  # zeros, too, where nothing else helps
        ([[9, 9, 9], [9, 9, 9]], set()),
    ],
)
def test_what_is_hidden(table: list[list[int]], hidden: set[Place]) -> None:
    assert suppression.hide(table, 3, nothing_drawn) == hidden


def test_of_two_counts_that_are_hidden_in_one_row_the_sum_is_not_small() -> None:
    """The classic trap: 1 and 1 protect each other from being told apart, and their sum tells both."""
    table = [[1, 1, 8, 9], [7, 7, 7, 7], [6, 6, 6, 6]]
    hidden = suppression.hide(table, 3, nothing_drawn)
    assert sum(count for column, count in enumerate(table[0]) if (0, column) in hidden) > 3


def test_the_least_is_hidden_that_a_small_table_allows() -> None:
    """Cycles are a rule of thumb; on tables of this size it can be compared with all sets of cells."""
    table = [[1, 5, 4], [6, 4, 5], [3, 8, 7]]
    found = suppression.hide(table, 3, nothing_drawn)
    for size in range(1, len(found)):
        for others in combinations(set(places(table)) - {(0, 0)}, size - 1):
            assert suppression.bounds(table, {(0, 0), *others}, (0, 0)) != (0, 3), (found, others)
