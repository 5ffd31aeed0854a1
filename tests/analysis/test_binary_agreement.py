"""The sums over units give what the formulas for any number of categories give, as fractions."""

from collections import Counter
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import binary_agreement
from crosscase.analysis.judgements import Said
from tests.builders import agreement_formulas as agreement

Codes = list[dict[Said, int]]


@pytest.mark.parametrize(
    ("table", "kappa", "ac1", "pi", "alpha", "pabak"),
    [
        ((40, 9, 6, 45), F(291, 416), F(281, 401), F(93, 133), F(466, 665), F(7, 10)),
        ((80, 10, 5, 5), F(7, 22), F(101, 125), F(11, 35), F(278, 875), F(7, 10)),
        ((45, 15, 25, 15), F(3, 23), F(29, 109), F(11, 91), F(57, 455), F(1, 5)),
        ((25, 35, 5, 35), F(7, 27), F(21, 101), F(19, 99), F(97, 495), F(1, 5)),
        ((118, 5, 2, 0), F(-4, 171), F(27799, 29549), F(-7, 243), F(-2, 81), F(111, 125)),
    ],
)
def test_the_published_paradoxes_of_kappa(table: tuple[int, ...], kappa: F, ac1: F, pi: F, alpha: F, pabak: F) -> None:
    both, one, other, neither = table
    found = coefficients([{(True, True): both, (True, False): one, (False, True): other, (False, False): neither}])
    assert (found.cohen, found.ac1, found.kappa, found.alpha, found.pabak) == (kappa, ac1, pi, alpha, pabak)
    assert (found.prevalence, found.bias) == (F(both - neither, sum(table)), F(abs(one - other), sum(table)))


def codes(least: int, most: int) -> st.SearchStrategy[Codes]:
    """The units of some codes, each judged by so many coders."""
    said = st.lists(st.booleans(), min_size=least, max_size=most).map(tuple)
    return st.lists(st.dictionaries(said, st.integers(1, 50), max_size=6), max_size=4)


def coefficients(found: Codes) -> binary_agreement.Coefficients:
    scale = binary_agreement.scale_of(said for units in found for said in units)
    return binary_agreement.coefficients([binary_agreement.sums(units, scale) for units in found], scale)


@given(codes(2, 5))
def test_coefficients_of_any_number_of_coders_are_those_of_the_general_formulas(found: Codes) -> None:
    given_units = sum((Counter(units) for units in found), Counter[Said]())
    assert coefficients(found)._asdict() | {"cohen": None, "bias": None} == {
        "observed": agreement.observed(given_units),
        "positive": agreement.specific(given_units, True),
        "negative": agreement.specific(given_units, False),
        "alpha": agreement.krippendorff(*found),
        "kappa": agreement.fleiss(*found),
        "cohen": None,
        "ac1": agreement.gwet(*found),
        "pabak": agreement.adjusted(*found),
        "prevalence": agreement.prevalence(given_units, True),
        "bias": None,
    }


@given(codes(2, 2))
def test_of_two_coders_so_are_cohen_s_kappa_and_the_bias(found: Codes) -> None:
    given_units = sum((Counter(units) for units in found), Counter[Said]())
    assert coefficients(found).cohen == agreement.cohen(*found)
    assert coefficients(found).bias == agreement.bias(given_units, True)
