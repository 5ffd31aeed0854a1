"""The verifier works out what marks are worth by other formulas, and comes to the same numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import intervals, rarefaction
from verifier import worth

GROUPS = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(GROUPS)
def test_both_intervals_agree(group: tuple[int, int]) -> None:
    assert worth._wilson(*group) == pytest.approx(intervals.wilson(*group), abs=1e-9)
    assert worth._exact(*group) == pytest.approx(intervals.clopper_pearson(*group), abs=1e-9)


@given(GROUPS, st.integers(0, 45))
def test_chances_agree(group: tuple[int, int], drawn: int) -> None:
    assert worth._chance(*group, drawn) == pytest.approx(float(rarefaction.presence(*group, drawn)), abs=1e-12)


def test_numbers_are_near_in_their_last_digit_alone() -> None:
    assert worth.is_near("0.333333", str(1 / 3)) and worth.is_near("0.333334", str(1 / 3))
    assert not worth.is_near("0.333336", str(1 / 3)) and not worth.is_near("", "0.5")
    assert all(not worth.is_near(str(one), str(other)) for one, other in pairwise((1, 2, 3)))
