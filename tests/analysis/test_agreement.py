"""Agreement against published numbers, as fractions, and the laws that hold of it."""

from collections import Counter
from fractions import Fraction as F
from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import agreement_rows, resampling
from crosscase.analysis.judgements import Frame, Judgement, Level, Said
from crosscase.analysis.rows import ALL
from tests.builders import agreement_formulas as agreement
from tests.builders.agreement_formulas import Unit

A = list(zip("0100000010", "1110010000", strict=True))  # Krippendorff 2011, example A
B = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
C = [
    tuple(None if sign == "." else sign for sign in unit)
    for unit in zip("123321412...", "1233224125.3", ".3332342251.", "12332441251.", strict=True)
]
WIKIPEDIA = [
    tuple(None if sign == "*" else sign for sign in unit)
    for unit in zip("*****34121133*3", "1*213343*******", "**21344*21133*4", strict=True)
]
FLEISS = (
    *("00060 03003 01401 00006 03030 20400 00402 20310 20040 00006", "10050 11040 03300 10050 02031 00501 30012 51000"),
    *("02040 10203", "00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"),
)
WIKIPEDIA_FLEISS = (
    "0 0 0 0 14/0 2 6 4 2/0 0 3 5 6/0 3 9 2 0/2 2 8 1 1/7 7 0 0 0/3 2 6 3 0/2 5 3 2 2/6 5 2 1 0/0 2 2 3 7"
)


def counts(rows: list[list[int]]) -> list[Unit]:
    """Units from how many raters gave each category."""
    return [list(chain.from_iterable(repeat(number, times) for number, times in enumerate(row))) for row in rows]


def square(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """The pairs of a table of two coders."""
    return [(one, other) for one, row in enumerate(rows) for other, times in enumerate(row) for _ in range(times)]


@pytest.mark.parametrize(
    ("units", "alpha"), [(A, F(2, 21)), (B, F(155, 224)), (C, F(113, 152)), (WIKIPEDIA, F(56, 81))]
)
def test_krippendorff(units: list[Unit], alpha: F) -> None:
    assert agreement.krippendorff(units) == alpha


def test_the_coefficients_of_four_coders_with_gaps_as_irrcac_has_them() -> None:
    found = (
        agreement.observed(C),
        agreement.gwet(C, categories=5),
        agreement.fleiss(C),
        agreement.adjusted(C, categories=5),
    )
    assert [round(float(value or 0), 5) for value in found] == [0.81818, 0.77544, 0.76117, 0.77273]


def test_per_cent_agreement_as_in_the_manual_of_atlas_ti() -> None:
    assert agreement.observed(A) == F(6, 10)


@pytest.mark.parametrize(
    ("units", "kappa"),
    [
        ([[int(sign) for sign in row] for row in " ".join(FLEISS).split()], F(5437, 12637)),
        ([[int(sign) for sign in row.split()] for row in WIKIPEDIA_FLEISS.split("/")], F(4211, 20059)),
    ],
)
def test_fleiss(units: list[list[int]], kappa: F) -> None:
    assert agreement.fleiss(counts(units)) == kappa


@pytest.mark.parametrize(
    ("pairs", "kappa", "ac1", "pi", "alpha"),
    [
        (square((88, 14, 18), (10, 40, 10), (2, 6, 12)), F(29, 59), F(163, 283), F(19, 39), F(127, 260)),
        (square((40, 9), (6, 45)), F(291, 416), F(281, 401), F(93, 133), F(466, 665)),
        (square((80, 10), (5, 5)), F(7, 22), F(101, 125), F(11, 35), F(278, 875)),
        (square((45, 15), (25, 15)), F(3, 23), F(29, 109), F(11, 91), F(57, 455)),
        (square((25, 35), (5, 35)), F(7, 27), F(21, 101), F(19, 99), F(97, 495)),
        (square((118, 5), (2, 0)), F(-4, 171), F(27799, 29549), F(-7, 243), F(-2, 81)),
    ],
)
def test_two_coders_and_the_paradoxes_of_kappa(pairs: list[tuple[int, int]], kappa: F, ac1: F, pi: F, alpha: F) -> None:
    categories = len({category for pair in pairs for category in pair})
    assert agreement.cohen(pairs) == kappa
    assert agreement.gwet(pairs, categories=categories) == ac1
    assert agreement.fleiss(pairs) == pi  # of two coders it is Scott's pi
    assert agreement.krippendorff(pairs) == alpha


def test_cohen_below_chance() -> None:
    assert agreement.cohen(square((50, 26, 24), (24, 4, 32), (6, 30, 4))) == F(-6, 65)


def test_the_adjusted_kappa_of_two_categories_is_twice_the_agreement_less_one() -> None:
    assert agreement.adjusted(square((118, 5), (2, 0))) == F(111, 125)
    assert agreement.adjusted(square((40, 9), (6, 45))) == F(7, 10)


def test_what_nothing_shows_is_undefined() -> None:
    silent = [(False, False)] * 9
    assert agreement.observed(silent) == 1
    assert (agreement.cohen(silent), agreement.fleiss(silent), agreement.krippendorff(silent)) == (None, None, None)
    for units in ([], [(True, None)], [(None, None)]):
        found = agreement.observed(units), agreement.fleiss(units), agreement.gwet(units), agreement.krippendorff(units)
        assert set(found) == {None}
    assert agreement.cohen([]) is None and agreement.specific(silent, True) is None


UNITS = st.lists(st.lists(st.sampled_from([None, "x", "y"]), min_size=3, max_size=3), min_size=1, max_size=12)


@given(UNITS, st.permutations(range(3)), st.randoms())
def test_coders_units_and_names_may_change_places(units: list[Unit], places: list[int], chance: object) -> None:
    renamed = {"x": "left", "y": "right", None: None}
    others = [[renamed[unit[place]] for place in places] for unit in units]  # type: ignore[index]
    chance.shuffle(others)  # type: ignore[attr-defined]
    for coefficient in (agreement.observed, agreement.fleiss, agreement.gwet, agreement.krippendorff):
        assert coefficient(units) == coefficient(others)
    assert agreement.specific(units, "x") == agreement.specific(others, "left")


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_alpha_of_two_coders_follows_from_scott_s_pi(pairs: list[tuple[bool, bool]]) -> None:
    observed, pi, alpha = agreement.observed(pairs), agreement.fleiss(pairs), agreement.krippendorff(pairs)
    if pi is None or alpha is None or observed is None:
        assert pi is None and alpha is None
        return
    values = 2 * len(pairs)
    share = F(sum(map(sum, pairs)), values)
    chance = share**2 + (1 - share) ** 2
    assert alpha == 1 - (1 - observed) / ((1 - chance) * F(values, values - 1))


@given(UNITS)
def test_who_agrees_with_oneself_agrees_wholly(units: list[Unit]) -> None:
    same = [(unit[0], unit[0]) for unit in units if unit[0] is not None]
    for coefficient in (agreement.cohen, agreement.fleiss, agreement.krippendorff):
        assert coefficient(same) in (1, None)


def test_codes_that_differ_in_how_often_they_are_given_do_not_pass_for_agreement() -> None:
    """Two codes, each of two coders who agree by chance alone."""
    frequent, rare = square((1, 9), (9, 81)), square((81, 9), (9, 1))
    assert agreement.cohen([*frequent, *rare]) == F(16, 25)
    assert agreement.cohen(frequent, rare) == agreement.fleiss(frequent, rare) == 0
    assert agreement.krippendorff(frequent, rare) == F(1, 200)
    assert agreement.gwet(frequent) == agreement.gwet(rare) == agreement.gwet(frequent, rare) == F(32, 41)


def test_no_number_is_minus_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    """An end of an interval was -0.0 where alpha was 0 but for the last bit."""
    ends = dict.fromkeys(resampling.Intervals._fields, (-1e-12, 0.5))
    monkeypatch.setattr(agreement_rows, "intervals", lambda *_: resampling.Intervals(**ends))
    given = {"a": Counter[Said]({(True, False): 2})}
    said = Judgement(Level.SEGMENT, "A", "P", ("C", "D"), {"a": "d"}, given, {Frame.ALL: 5})
    row = agreement_rows.over(Level.SEGMENT, Frame.ALL, ("d", "a", *(ALL,) * 3), [said], 1)
    assert str(row.observed_low) == "0.0"
