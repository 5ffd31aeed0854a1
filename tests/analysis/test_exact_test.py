"""The exact test over participants: published tables, all permutations of small samples, and what it refuses."""

from fractions import Fraction as F
from itertools import combinations, pairwise
from math import comb, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import exact_test
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, State
from crosscase.study.facts import GroupTest

WORDS = labels.of("en", {}, "country", "countries")

Table = list[tuple[int, int]]  # those who raised a code, and those asked, of each group


def p(table: Table) -> tuple[F, F]:
    return exact_test.Spread.over([asked for _, asked in table]).p(table)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([(3, 4), (1, 4)], F(34, 70)),  # R. A. Fisher's lady tasting tea, two-sided
        ([(8, 10), (1, 6)], F(5, 143)),  # the example of scipy.stats.fisher_exact, which prints 0.0350
        ([(0, 4), (4, 4)], F(2, 70)),
        ([(2, 4), (2, 4)], F(1)),
    ],
)
def test_two_groups_are_tested_as_fisher_did(table: Table, expected: F) -> None:
    assert p(table)[0] == expected


SMALL = st.lists(st.integers(1, 4).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=4)


@given(SMALL)
def test_p_is_that_of_all_permutations(table: Table) -> None:
    """Each choice of k participants is as likely as any other; a table is as likely as the choices that give it."""
    groups = [number for number, (_, asked) in enumerate(table) for _ in range(asked)]
    raised = sum(count for count, _ in table)
    weights = []
    for chosen in combinations(groups, raised):
        weights.append(prod(comb(asked, chosen.count(number)) for number, (_, asked) in enumerate(table)))
    found = prod(comb(asked, count) for count, asked in table)
    assert p(table) == tuple(F(sum(w <= most for w in weights), len(weights)) for most in (found, min(weights)))


@given(SMALL)
def test_order_and_the_other_answer_change_nothing(table: Table) -> None:
    assert p(table) == p(table[::-1]) == p([(asked - count, asked) for count, asked in table])


def test_many_groups_are_counted_and_too_many_refused() -> None:
    value, least = p([(10, 10), (0, 10)] * 10)
    assert value == least == F(comb(20, 10), comb(200, 100))
    with pytest.raises(exact_test.TooManyTables):
        exact_test.Spread.over(range(5, 25))


@pytest.mark.parametrize(
    ("correction", "values", "expected"),
    [
        ("holm", [0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
        ("benjamini_hochberg", [0.01, 0.04, 0.03, 0.005], [0.02, 0.04, 0.04, 0.02]),
        ("holm", [0.9, 0.8], [1, 1]),
        ("benjamini_hochberg", [0.9, 0.8], [0.9, 0.9]),
        ("holm", [], []),
    ],
)
def test_corrections_for_many_codes(correction: str, values: list[float], expected: list[float]) -> None:
    assert exact_test.corrected(values, correction) == pytest.approx(expected)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_a_corrected_p_is_no_smaller_and_keeps_the_order(values: list[float]) -> None:
    holm, hochberg = (exact_test.corrected(values, name) for name in ("holm", "benjamini_hochberg"))
    for value, one, other in zip(values, holm, hochberg, strict=True):
        assert value <= other + 1e-12 and other <= one + 1e-12 and one <= 1
    for found in (holm, hochberg):
        ordered = [corrected for _, corrected in sorted(zip(values, found, strict=True))]
        assert all(one <= other for one, other in pairwise(ordered))


def cells(code: str, *table: tuple[int | None, int]) -> list[Cell]:
    states = {None: State.UNKNOWN, 0: State.ABSENT}
    return [
        Cell("d", code, f"G{n}", states.get(k, State.PRESENT), k, asked, k) for n, (k, asked) in enumerate(table, 1)
    ]


@pytest.mark.parametrize(
    ("table", "in_several", "remark"),
    [
        ([(3, 5)], 0, "Fewer than two groups were coded and asked."),
        ([(3, 5), (None, 9)], 0, "Fewer than two groups were coded and asked."),
        ([(3, 5), (0, 0)], 0, "Fewer than two groups were coded and asked."),
        ([(3, 5), (1, 4), (1, 3)], 0, "Fewer than 5 participants in G2 and G3: so small groups are not tested."),
        ([(5, 5), (7, 7)], 0, "Everybody raised the code: there is nothing to compare."),
        ([(0, 5), (0, 7)], 0, "Nobody raised the code: there is nothing to compare."),
        ([(3, 5), (1, 7)], 2, "2 participants in several groups: the test supposes that each is in one."),
        ([(1, size) for size in range(5, 25)], 0, "Such groups have too many tables to count. Compare fewer groups."),
    ],
)
def test_what_has_no_test_says_why(table: Table, in_several: int, remark: str) -> None:
    (row,) = exact_test.of_codes(cells("a", *table), in_several, GroupTest(True))
    assert (row.p, row.least_p, row.corrected_p, row.tested, row.remark) == (None, None, None, 0, remark)
    assert list(exact_test.sentences([row], WORDS)) == ["1 code without a test: group_test.csv says why."]


def test_codes_are_corrected_for_those_that_have_a_test() -> None:
    rows = [*cells("a", (5, 5), (0, 5)), *cells("b", (3, 5), (None, 5)), *cells("c", (2, 5), (3, 5))]
    one, none, other = exact_test.of_codes(rows, 0, GroupTest(True))
    assert (one.groups, one.interviewed, one.participants, one.tested) == (2, 10, 5, 2)
    assert (one.p, one.least_p, one.corrected_p) == (0.00793651, 0.00793651, 0.015873)  # 2 of 252, six digits
    assert none.p is None and other.p == other.corrected_p == 1
    assert list(exact_test.sentences([one, none, other], WORDS)) == [
        "An exact permutation test over participants compared the groups in 2 codes; the smallest p, corrected after "
        "Holm, is 0.0159 (a, raised by 5 of 10).",
        "1 code without a test: group_test.csv says why.",
    ]
