"""Intervals of agreement by a bootstrap over participants, the same bytes for the same seed.

As many participants as there are, each with all documents, are drawn with replacement, and the coefficients are worked
out of what was drawn. The interval leaves out 2.5 per cent of the results at each end (B. Efron and R. J. Tibshirani,
An Introduction to the Bootstrap, 1993, chapter 13). What is summed over participants are whole numbers, so that no
order of summation matters. Participants are drawn in the order of these numbers: no pseudonym decides the interval.

ASSUME: units of one participant belong together, therefore participants are drawn and not units. Resamples in which a
coefficient is undefined are left out. There is no interval with fewer than five participants, nor if a coefficient is
undefined in one of twenty resamples or more.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import lcm
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from crosscase.analysis.judgements import Said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

RESAMPLES, FEWEST = 1000, 5
_LEFT_OUT = 0.025  # at each end
_DEFINED = 0.95
_SUMS = 6
Interval = tuple[float, float] | None
Strata = Mapping[str, Mapping[Said, int]]  # the units of a participant, by code


class Intervals(NamedTuple):
    """The intervals of a row; None where there is none."""

    observed: Interval = None
    alpha: Interval = None
    ac1: Interval = None


def intervals(participants: Sequence[Strata], seed: int) -> Intervals:
    """The intervals of what some participants' units show, chance being worked out code by code."""
    if len(participants) < FEWEST:
        return Intervals()
    import numpy as np

    codes = sorted({code for strata in participants for code in strata})
    scale = lcm(*({len(said) * (len(said) - 1) for one in participants for units in one.values() for said in units}))
    rows = sorted([value for code in codes for value in _sums(one.get(code, {}), scale)] for one in participants)
    sums = _draws(len(rows), seed) @ np.array(rows, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = _coefficients(sums.reshape(RESAMPLES, len(codes), _SUMS), scale)
    return Intervals(*(_middle(sorted(values[np.isfinite(values)].tolist())) for values in found))


def _sums(units: Mapping[Said, int], scale: int) -> list[int]:
    """Of the units: how many, agreement, share that gave the code; judgements that gave it, all, and that differ."""
    found = [0] * _SUMS
    for said, times in units.items():
        coders, given = len(said), sum(said)
        differ = given * (coders - given)
        pairs = coders * (coders - 1)
        found[0] += times
        found[1] += times * (pairs - 2 * differ) * (scale // pairs)
        found[2] += times * given * (scale // coders)
        found[3] += times * given
        found[4] += times * coders
        found[5] += times * 2 * differ * (scale // (coders - 1))
    return found


def _coefficients(sums: "Numbers", scale: int) -> Iterable["Numbers"]:
    """Observed agreement, alpha and AC1 of each resample: the formulas of `agreement`, for codes given or not."""
    import numpy as np

    units, agreed, share, given, values, differ = (sums[:, :, number].T for number in range(_SUMS))
    agreed, share, differ = agreed / scale, share / scale, differ / scale
    chance = np.where(units > 0, 2 * share * (units - share) / units, 0)  # that two coders differ, times the units
    by_values = np.where(values > 1, 2 * given * (values - given) / (values - 1), 0)
    apart = _total(units) - _total(agreed)
    return (
        _total(agreed) / _total(units),
        1 - _total(differ) / _total(by_values),
        1 - apart / (_total(units) - _total(chance)),
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

    chance = Random(seed)  # noqa: S311 (to be repeated, not to be secret)
    found = np.zeros((RESAMPLES, number))
    for resample in found:
        for _ in range(number):
            resample[int(chance.random() * number)] += 1
    return found


def _middle(values: Sequence[float]) -> Interval:
    if len(values) <= _DEFINED * RESAMPLES:
        return None
    out = int(_LEFT_OUT * len(values))
    return values[out], values[-1 - out]
