"""Intervals of agreement: what any bootstrap over participants must show. All is invented."""

from collections import Counter
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscase.analysis import binary_agreement, resampling, sums_of_people
from crosscase.analysis.judgements import Said
from crosscase.analysis.sums_of_people import Person
from tests.builders import agreement_formulas as agreement
from tests.builders.plain_runs import repeats

SAID = st.lists(st.booleans(), min_size=2, max_size=4).map(tuple)
PEOPLE = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.dictionaries(SAID, st.integers(1, 9), min_size=1), min_size=1),
    min_size=5,
    max_size=8,
)
People = list[dict[str, dict[Said, int]]]


def whole(people: People) -> tuple[Fraction | None, ...]:
    """The coefficients of all units, in the order of the intervals; the last is `binary_agreement`'s own."""
    codes: dict[str, Counter[Said]] = {}
    for one in people:
        for code, units in one.items():
            codes.setdefault(code, Counter()).update(units)
    given = sum(codes.values(), Counter[Said]())
    strata = list(codes.values())
    sums = [binary_agreement.sums(units, SCALE) for units in strata]
    rest = binary_agreement.coefficients(sums, SCALE)
    first = agreement.observed(given), agreement.krippendorff(*strata), agreement.gwet(*strata)
    return *first, rest.positive, rest.negative, rest.kappa, rest.cohen


CODES = dict.fromkeys("abc", "d")
SCALE = 12  # of two, three and four coders


def intervals(people: People, seed: int) -> resampling.Intervals:
    nothing = sums_of_people.NOTHING
    rows = [
        Person("A", frozenset(), CODES, nothing, {code: tuple(binary_agreement.sums(one[code], SCALE)) for code in one})
        for one in people
    ]
    return resampling.intervals(sums_of_people.People(rows, list(CODES)), SCALE, seed)


@given(PEOPLE)
@settings(max_examples=repeats(12, 30))
def test_a_draw_of_each_participant_once_gives_the_exact_coefficients(people: People) -> None:
    rows = [[value for code in "abc" for value in binary_agreement.sums(one.get(code, {}), SCALE)] for one in people]
    sums = np.array(rows, dtype=np.float64).sum(axis=0).reshape(3, binary_agreement.SIZE, 1)
    with np.errstate(all="ignore"):
        found = [values[0] for values in resampling._coefficients([(1, of_code) for of_code in sums], SCALE)]
    for value, exact in zip(found, whole(people), strict=True):
        assert value == pytest.approx(float(exact)) if exact is not None else not np.isfinite(value)


@given(PEOPLE, st.randoms())
@example(
    [
        {"a": {(True, True): 1}, "b": {(True, True): 1}},
        {"a": {(True, True, False): 1}},
        {"a": {(True, False, True, False): 3, (False, True, False, True): 6}},
        {"a": {(True, True, False, False): 9}},
        {"a": {(False, False): 1}},
    ],
    Random(1),
)
@settings(max_examples=repeats(10, 20), deadline=None)
def test_neither_order_nor_coders_decide_and_the_same_seed_gives_the_same(people: People, chance: object) -> None:
    found = intervals(people, 7)
    others = [{code: {said[::-1]: n for said, n in units.items()} for code, units in one.items()} for one in people]
    chance.shuffle(others)  # type: ignore[attr-defined]
    assert intervals(people, 7) == found
    assert intervals(others, 7) == found


def test_the_numbers_that_draw_are_those_of_python() -> None:
    for number, seed in ((5, 0), (7, 123_456_789_012), (61, 1), (130, -3)):
        chance = Random(seed).random
        drawn = [[int(chance() * number) for _ in range(number)] for _ in range(resampling.RESAMPLES)]
        times = [np.bincount(places, minlength=number) for places in drawn]
        assert (resampling._draws(number, seed) == np.array(times).T).all()


def people(number: int) -> People:
    """Participants, two of three of whom two coders judge alike."""
    return [{"a": {(True, True): 4, (False, False): 5, (True, False): 2 * (place % 3 == 0)}} for place in range(number)]


def test_an_interval_holds_the_estimate_and_narrows_with_more_participants() -> None:
    widths = []
    for number in (6, 24, 96):
        for (low, high), value in zip(intervals(people(number), 1), whole(people(number)), strict=True):  # type: ignore[misc]
            assert low < float(value or 0) < high
            widths.append(high - low)
    number_of_kinds = len(resampling.Intervals._fields)
    for own in (widths[kind::number_of_kinds] for kind in range(number_of_kinds)):
        assert own == sorted(own, reverse=True)


def test_there_is_no_interval_of_few_participants_nor_of_what_is_mostly_undefined() -> None:
    assert set(intervals(people(4), 1)) == {None}
    rare: People = [{"a": {(True, True): place == 0, (False, False): 1}} for place in range(10)]
    found = intervals(rare, 1)
    assert found.alpha is None and found.observed == (1, 1)
    other = intervals(people(24), 1), intervals(people(24), 2)
    assert other[0] != other[1]
