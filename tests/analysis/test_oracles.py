"""The statistics against published numbers; where a fraction is known there is no tolerance."""

from fractions import Fraction

import pytest

from crosscase.analysis import accumulation, coverage, intervals, rarefaction, unseen_codes
from crosscase.analysis.incidence import Incidence
from crosscase.analysis.intervals import Method

F = Fraction


def incidence(raised_by: list[int], participants: int) -> Incidence:
    """An incidence in which each code has so many participants, the first ones: enough for what counts them alone."""
    names = [f"P{number:04}" for number in range(participants)]
    return Incidence.of(names, ((name, f"C{code}") for code, number in enumerate(raised_by) for name in names[:number]))


TOY = Incidence(
    {
        f"P{number}": frozenset(code for code, mark in zip("abcdef", row, strict=True) if mark == "1")
        for number, row in enumerate(("110000", "101000", "110100", "011010", "100001", "111000"))
    }
)
# Barro Colorado's ants at 2,000 m, and dune meadows: participants of each code.
H2000M = incidence([80, 59, 34, 23, 19, 15, 13, 8, 8, 4, 3, 2, 2, 1], 200)
_DUNE = {1: 3, 2: 2, 3: 5, 4: 1, 5: 4, 6: 4, 7: 3, 8: 1, 10: 1, 12: 1, 13: 1, 14: 1, 15: 1, 16: 1, 18: 1}
DUNE = incidence([raised for raised, codes in _DUNE.items() for _ in range(codes)], 20)


@pytest.mark.parametrize(
    ("interviewed", "raised", "drawn", "chance"),
    [
        *((10, 1, 4, F(2, 5)), (10, 2, 4, F(2, 3)), (10, 3, 4, F(5, 6)), (10, 6, 4, F(209, 210)), (10, 7, 4, F(1))),
        *((9, 1, 4, F(4, 9)), (9, 2, 4, F(13, 18)), (7, 1, 4, F(4, 7)), (7, 2, 4, F(6, 7)), (6, 1, 4, F(2, 3))),
        *((6, 2, 4, F(14, 15)), (6, 3, 4, F(1)), (4, 1, 4, F(1)), (61, 1, 4, F(4, 61))),
    ],
)
def test_rarefied_presence(interviewed: int, raised: int, drawn: int, chance: Fraction) -> None:
    assert rarefaction.presence(raised, interviewed, drawn) == chance


def test_the_expected_total_of_a_row_and_its_variance() -> None:
    row = [(1, 9), (0, 6), (2, 7), (7, 7), (3, 10), (1, 6), (1, 4), (0, 6), (6, 6)]
    assert rarefaction.total(row, 4) == (F(731, 126), F(11597, 15876))


@pytest.mark.parametrize(
    ("raised", "interviewed", "method", "low", "high"),
    [
        (81, 263, Method.WILSON, 0.2553, 0.3662),
        (81, 263, Method.CLOPPER_PEARSON, 0.2527, 0.3676),
        (15, 148, Method.WILSON, 0.0624, 0.1605),
        (15, 148, Method.CLOPPER_PEARSON, 0.0578, 0.1617),
        (0, 20, Method.WILSON, 0, 0.1611),
        (0, 20, Method.CLOPPER_PEARSON, 0, 0.1684),
        (1, 29, Method.WILSON, 0.0061, 0.1718),
        (1, 29, Method.CLOPPER_PEARSON, 0.0009, 0.1776),
    ],
)
def test_intervals_as_printed_by_newcombe(
    raised: int, interviewed: int, method: Method, low: float, high: float
) -> None:
    found = intervals.interval(method, raised, interviewed)
    assert found is not None and [round(end, 4) for end in found] == [low, high]


@pytest.mark.parametrize(
    ("raised", "interviewed", "method", "low", "high"),
    [
        (0, 4, Method.WILSON, 0, 0.489891),
        (0, 4, Method.CLOPPER_PEARSON, 0, 0.602365),
        (4, 4, Method.WILSON, 0.510109, 1),
        (4, 4, Method.CLOPPER_PEARSON, 0.397635, 1),
        (3, 10, Method.WILSON, 0.107791, 0.603222),
        (3, 10, Method.CLOPPER_PEARSON, 0.06674, 0.652453),
    ],
)
def test_intervals_of_small_groups(raised: int, interviewed: int, method: Method, low: float, high: float) -> None:
    assert intervals.interval(method, raised, interviewed) == pytest.approx((low, high), abs=1e-6)


@pytest.mark.parametrize(
    ("interviewed", "most"),
    [(4, 0.527129), (6, 0.393038), (7, 0.348164), (9, 0.283129), (10, 0.258866), (50, 0.058155), (61, 0.047924)],
)
def test_the_largest_share_if_nobody_raised_a_code(interviewed: int, most: float) -> None:
    assert intervals.most_if_nobody(interviewed) == pytest.approx(most, abs=1e-6)


@pytest.mark.parametrize(
    ("interviews", "codes", "spread"),
    [
        (1, F(5, 2), F(1, 4)),
        (2, F(56, 15), F(104, 225)),
        (3, F(89, 20), F(179, 400)),
        (4, F(5), F(2, 5)),
        (5, F(11, 2), F(1, 4)),
        (6, F(6), F(0)),
    ],
)
def test_accumulation_over_all_orders(interviews: int, codes: Fraction, spread: Fraction) -> None:
    assert accumulation.expected_codes(TOY, interviews) == codes
    assert accumulation.variance(TOY, interviews) == spread


@pytest.mark.parametrize(
    ("found", "curve"),
    [
        (H2000M, {1: 1.355, 5: 4.502095, 10: 6.480085, 50: 11.167298, 100: 12.811923, 199: 13.995, 200: 14}),
        (DUNE, {1: 9.85, 2: 15.110526, 5: 22.754321, 10: 27.364962, 19: 29.85, 20: 30}),
    ],
)
def test_accumulation_as_vegan_has_it(found: Incidence, curve: dict[int, float]) -> None:
    for interviews, codes in curve.items():
        assert float(accumulation.expected_codes(found, interviews)) == pytest.approx(codes, abs=1e-6)


@pytest.mark.parametrize(
    ("name", "interviews", "mentions", "seen", "once", "twice", "codes", "error", "low", "high", "covered"),
    [
        ("h50m", 599, 5976, 227, 49, 23, F(167186, 599), 19.794, 252.374, 334.009, 0.9918),
        ("h500m", 230, 2943, 241, 71, 34, 314.810, 23.259, 281.384, 375.902, 0.9760),
        ("h1070m", 150, 1730, 122, 28, 16, F(43901, 300), 12.082, 131.699, 183.063, 0.9839),
        ("h1500m", 200, 1170, 56, 13, 4, 77.019, 16.353, 61.458, 136.949, 0.9889),
        ("h2000m", 200, 271, 14, 1, 2, F(11399, 800), 0.726, 14.013, 18.716, 0.9964),
    ],
)
def test_unseen_codes_and_coverage_as_inext_prints_them(
    name: str, interviews: int, mentions: int, seen: int, once: int, twice: int,
    codes: Fraction | float, error: float, low: float, high: float, covered: float,
) -> None:  # fmt: skip
    rest = mentions - once - 2 * twice  # spread over the other codes, each raised by three or more
    others = seen - once - twice
    raised = [rest // others + (number < rest % others) for number in range(others)]
    found = incidence([*raised, *[2] * twice, *[1] * once], interviews)
    assert (found.mentions, found.codes, found.participants) == (mentions, seen, interviews), name
    estimate = unseen_codes.chao2(found)
    assert estimate is not None
    if isinstance(codes, Fraction):
        assert estimate.codes == codes
    assert [round(float(value or 0), 3) for value in estimate] == [round(float(codes), 3), error, low, high]
    assert round(float(coverage.coverage(found) or 0), 4) == covered


def test_unseen_codes_without_a_code_of_two_participants() -> None:
    estimate = unseen_codes.chao2(TOY)
    assert estimate is not None and estimate.codes == F(17, 2)
    assert coverage.coverage(TOY) == F(5, 6)


def test_chao2_of_dune_meadows() -> None:
    estimate = unseen_codes.chao2(DUNE)
    assert estimate is not None and estimate.codes == F(2571, 80)
    assert estimate.error == pytest.approx(3.2425, abs=1e-4)
