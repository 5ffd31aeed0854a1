"""How many codes more interviews might bring: Chao2, a lower bound from the codes that one or two participants raised.

S + (T-1)/T Q1^2 / (2 Q2); if no code has two participants, S + (T-1)/T Q1 (Q1 - 1) / 2 (A. Chao, Biometrics 43, 1987;
with these factors R. K. Colwell and others, Journal of Plant Ecology 5, 2012). Standard error and log-normal interval
are those of iNEXT (T. C. Hsieh and others, Methods in Ecology and Evolution 7, 2016). It is the total, with the codes
that were raised, and a lower bound of it.

ASSUME: codes are found as species are: each participant might raise any of them, independently. Codes of a closed
codebook are not discovered so, and the estimate may exceed the codebook. It is meant for approaches that use
saturation.
"""

from fractions import Fraction
from math import exp, log, sqrt
from typing import NamedTuple

from crosscase.analysis.incidence import Incidence

_Z = 1.959963984540054  # of a two-sided interval of 95 per cent


class Estimate(NamedTuple):
    """An estimate of the number of codes, its standard error and 95 per cent interval; None where there is none."""

    codes: Fraction
    error: float | None
    low: float | None
    high: float | None


def chao2(found: Incidence) -> Estimate | None:
    """The estimated number of codes that people like these would raise at least; None where nothing shows it.

    That is after one interview, and if one participant raised one code and no code was raised by two.
    """
    seen, once, twice, interviews = (
        found.codes,
        found.raised_by_exactly(1),
        found.raised_by_exactly(2),
        found.participants,
    )
    if interviews <= 1 or (once, twice) == (1, 0):
        return None
    factor = Fraction(interviews - 1, interviews)
    unseen = factor * (Fraction(once**2, 2 * twice) if twice else Fraction(once * (once - 1), 2))
    if not unseen:
        return Estimate(Fraction(seen), None, None, None)
    variance = float(_variance(once, twice, factor, seen + unseen))
    spread = exp(_Z * sqrt(log(1 + variance / float(unseen) ** 2)))
    return Estimate(seen + unseen, sqrt(variance), seen + float(unseen) / spread, seen + float(unseen) * spread)


def _variance(once: int, twice: int, factor: Fraction, estimate: Fraction) -> Fraction:
    if twice:
        ratio = Fraction(once, twice)
        return twice * (factor / 2 * ratio**2 + factor**2 * ratio**3 + factor**2 / 4 * ratio**4)
    return (
        factor * Fraction(once * (once - 1), 2)
        + factor**2 * Fraction(once * (2 * once - 1) ** 2, 4)
        - factor**2 * Fraction(once**4) / (4 * estimate)
    )
