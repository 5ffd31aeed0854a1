"""Saturation: the toy of the oracles in its order, all orders by brute force, and thin input."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import completeness, reported_facts, saturation
from crosscase.analysis.accumulation import expected_codes
from crosscase.analysis.checklists import Fact
from crosscase.analysis.incidence import Incidence
from crosscase.study import slices
from crosscase.study.facts import Saturation
from tests.builders.invented_cells import STUDY as INVENTED

F = Fraction
TOY = Incidence(
    {
        f"P{number}": frozenset(code for code, mark in zip("abcdef", row, strict=True) if mark == "1")
        for number, row in enumerate(("110000", "101000", "110100", "011010", "100001", "111000"))
    }
)
IN_ORDER = [TOY.codes_of[f"P{number}"] for number in range(6)]


def accumulated(new: list[int]) -> list[int]:
    return [sum(new[:number]) for number in range(len(new) + 1)]


def test_the_new_codes_of_each_interview_in_the_given_order() -> None:
    assert saturation.new_codes(IN_ORDER) == [2, 1, 1, 1, 1, 0]


@pytest.mark.parametrize(
    ("base", "run", "expected"),
    [(4, 2, {4: F(1, 5)}), (3, 2, {3: F(1, 2), 4: F(1, 4)}), (5, 2, {}), (4, 1, {4: F(1, 5), 5: F(0)}), (6, 1, {})],
)
def test_the_runs_of_the_oracles(base: int, run: int, expected: dict[int, Fraction]) -> None:
    assert saturation.runs(accumulated([2, 1, 1, 1, 1, 0]), base, run) == expected


@pytest.mark.parametrize(("threshold", "reached"), [(0.05, [False] * 6), (0.2, [False] * 5 + [True])])
def test_a_run_is_within_the_threshold_also_where_it_is_equal(threshold: float, reached: list[bool]) -> None:
    places = {person: number for number, person in enumerate(TOY.codes_of)}
    rows = list(saturation.in_order({("d", "CZ"): TOY}, places, Saturation(threshold=threshold)))
    assert [row.reached for row in rows] == reached
    assert [(row.new, row.codes) for row in rows] == [(2, 2), (1, 3), (1, 4), (1, 5), (1, 6), (0, 6)]
    assert rows[-1].new_in_run == 0.2


@given(st.lists(st.frozensets(st.sampled_from("abcd")), min_size=1, max_size=5))
def test_over_all_orders_it_is_the_mean_over_the_orders(interviews: list[frozenset[str]]) -> None:
    found = Incidence({f"P{number}": codes for number, codes in enumerate(interviews)})
    orders = [accumulated(saturation.new_codes(order)) for order in permutations(interviews)]
    for number in range(len(interviews) + 1):
        assert expected_codes(found, number) == F(sum(order[number] for order in orders), len(orders))


def test_the_toy_over_all_orders() -> None:
    (row,) = saturation.over_all_orders({("d", "CZ"): TOY}, Saturation(base=4, run=2, threshold=0.2))
    assert (row.codes_in_base, row.new_in_last_run, row.reached, row.remark) == (5.0, 0.2, 4, "")
    (row,) = saturation.over_all_orders({("d", "CZ"): TOY}, Saturation(base=4, run=2))
    assert (row.new_in_last_run, row.reached) == (0.2, None)


@pytest.mark.parametrize(
    ("codes", "remark"),
    [
        ({}, "0 interviews, and base and run need 6"),
        ({"P1": frozenset("a")}, "1 interview, and base and run need 6"),
        ({f"P{number}": frozenset[str]() for number in range(6)}, "nobody raised a code"),
    ],
)
def test_thin_input_says_why_there_is_no_result(codes: dict[str, frozenset[str]], remark: str) -> None:
    (row,) = saturation.over_all_orders({("d", "CZ"): Incidence(codes)}, Saturation())
    assert (row.new_in_last_run, row.reached, row.remark) == (None, None, remark)


@given(st.lists(st.frozensets(st.sampled_from("abcd")), min_size=4, max_size=9), st.sampled_from([0.05, 0.2, 0.5]))
def test_halving_finds_the_first_run(interviews: list[frozenset[str]], threshold: float) -> None:
    found = Incidence({f"P{number}": codes for number, codes in enumerate(interviews)})
    (row,) = saturation.over_all_orders({("d", "CZ"): found}, Saturation(base=2, run=2, threshold=threshold))
    codes = [expected_codes(found, number) for number in range(len(interviews) + 1)]
    limit = Fraction(str(threshold)) * codes[2]
    within = [n for n in range(2, len(interviews) - 1) if codes[2] and codes[n + 2] - codes[n] <= limit]
    assert row.reached == (within[0] if within else None)


def test_a_study_that_does_not_use_saturation_has_no_estimate_of_it() -> None:
    """Coverage, at which groups are compared, stays."""
    found = {("d", "CZ"): TOY}
    (used,), (unused,) = (completeness.of_groups(found, uses) for uses in (True, False))
    assert (used.estimated, used.low is None) == (8.5, False)
    assert (unused.estimated, unused.low, unused.high) == (None, None, None)
    assert used.coverage == unused.coverage == 0.833333 and used.codes_at_base == unused.codes_at_base == 6.0
    with_runs, without = (list(completeness.curves(found, uses)) for uses in (True, False))
    assert [row.new_in_run for row in with_runs][3] == 0.2 and {row.new_in_run for row in without} == {None}
    assert [row.codes for row in with_runs] == [row.codes for row in without]
    for study, sentence in ((INVENTED, True), (slices.replaced(INVENTED, saturation=Saturation(False)), False)):
        facts = reported_facts.of(reported_facts.Material(study, [], [], [], [], []))
        assert (Fact.SATURATION in facts) == sentence
