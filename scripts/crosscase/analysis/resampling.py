"""Intervals of agreement by a bootstrap over participants, the same bytes for the same seed.

As many participants as there are, each with all documents, are drawn with replacement, and the coefficients are worked
out of what was drawn. The interval leaves out 2.5 per cent of the results at each end (B. Efron and R. J. Tibshirani,
An Introduction to the Bootstrap, 1993, chapter 13). What is summed over participants are whole numbers, so that no
order of summation matters. Participants are drawn in the order of these numbers: no pseudonym and no name of a
coder decides the interval.

ASSUME: units of one participant belong together, therefore participants are drawn and not units. Resamples in which a
coefficient is undefined are left out. There is no interval with fewer than five participants, nor if a coefficient is
undefined in one of twenty resamples or more.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from crosscase.analysis.binary_agreement import SIZE, Sums

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

RESAMPLES, FEWEST = 1000, 5
_LEFT_OUT = 0.025  # at each end
_DEFINED = 0.95
Interval = tuple[float, float] | None


class Intervals(NamedTuple):
    """The intervals of a row; None where there is none. Those of `cohen` mean something with two coders only."""

    observed: Interval = None
    alpha: Interval = None
    ac1: Interval = None
    positive: Interval = None
    negative: Interval = None
    kappa: Interval = None
    cohen: Interval = None


def intervals(participants: Iterable[Sequence[Sums]], scale: int, seed: int) -> Intervals:
    """The intervals of what some participants' units show. Each has the sums of all codes, in one order of codes."""
    as_given = [list(codes) for codes in participants]
    # Cohen's kappa asks who judged first and who last. Told the other way round, the rows may have another order.
    reversed_coders = [[[*other, last, first] for *other, first, last in own] for own in as_given]
    rows = min(_in_order(as_given), _in_order(reversed_coders))
    if len(rows) < FEWEST:
        return Intervals()
    import numpy as np

    drawn = _draws(len(rows), seed) @ np.array(rows, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = _coefficients(drawn.reshape(RESAMPLES, -1, SIZE), scale)
    return Intervals(*(_middle(np.sort(values[np.isfinite(values)])) for values in found))


def _in_order(participants: Iterable[Iterable[Sums]]) -> list[list[int]]:
    """The sums of each participant in one row; the rows in the order of the sums."""
    return sorted([value for own in codes for value in own] for codes in participants)


def _coefficients(sums: "Numbers", scale: int) -> Iterable["Numbers"]:
    """The coefficients of each resample, in the order of `Intervals`: the formulas of `binary_agreement`."""
    import numpy as np

    units, agreed, share, given, values, differ, first, last = (sums[:, :, number].T for number in range(SIZE))
    agreed, share, differ = agreed / scale, share / scale, differ / scale
    chance = np.where(units > 0, 2 * share * (units - share) / units, 0)  # that two coders differ, times the units
    by_values = np.where(values > 1, 2 * given * (values - given) / (values - 1), 0)
    of_two = np.where(units > 0, (first * (units - last) + last * (units - first)) / units, 0)
    apart, differing = _total(units) - _total(agreed), _total(differ)
    return (
        _total(agreed) / _total(units),
        1 - differing / _total(by_values),
        1 - apart / (_total(units) - _total(chance)),
        1 - differing / (2 * _total(given)),
        1 - differing / (2 * (_total(values) - _total(given))),
        1 - apart / _total(chance),
        1 - apart / _total(of_two),
    )


def _total(by_code: "Numbers") -> "Numbers":
    """The sum over codes, one after the other: the same on every machine."""
    found: Numbers = by_code[0].copy()
    for values in by_code[1:]:
        found += values
    return found


@lru_cache(maxsize=8)
def _draws(number: int, seed: int) -> "Numbers":
    """How often each of so many participants is drawn in each resample."""
    import numpy as np

    chance = Random(seed).random  # noqa: S311 (to be repeated, not to be secret)
    drawn = ([int(chance() * number) for _ in range(number)] for _ in range(RESAMPLES))
    return np.array([np.bincount(places, minlength=number) for places in drawn], dtype=np.float64)


def _middle(values: "Numbers") -> Interval:
    if len(values) <= _DEFINED * RESAMPLES:
        return None
    out = int(_LEFT_OUT * len(values))
    return float(values[out]), float(values[-1 - out])
