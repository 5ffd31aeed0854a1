"""Intervals for the share of people who raise a code, from the k of n participants who did.

Wilson: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", J. Am. Stat. Assoc. 22
(1927); it covers about what it says, less for shares near 0 or 1 of small groups. Clopper-Pearson: C. J. Clopper and
E. S. Pearson, Biometrika 26 (1934); it never covers less than it says, and is wider for that. Both compared by R. G.
Newcombe, Statistics in Medicine 17 (1998).

ASSUME: an interval speaks of people like those interviewed. Participants of an interview study are mostly no random
draw, so it shows how little a small group can say, not what a population thinks.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from math import exp, lgamma, log, sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
_HALVINGS = 60  # of the interval from 0 to 1: more than a float can tell apart

Interval = tuple[float, float]


class Method(StrEnum):
    """How an interval is worked out."""

    WILSON = "wilson"
    CLOPPER_PEARSON = "clopper_pearson"


AUTHORS = {Method.WILSON: "Wilson", Method.CLOPPER_PEARSON: "Clopper–Pearson"}  # as readers know the methods


@lru_cache(2**12)  # cells with the same numbers recur
def interval(method: Method, raised: int, interviewed: int, confidence: float = CONFIDENCE) -> Interval | None:
    """The two-sided interval of a share, each end from 0 to 1; None if nobody was interviewed."""
    if interviewed == 0:
        return None
    work_out = {Method.WILSON: wilson, Method.CLOPPER_PEARSON: clopper_pearson}[method]
    return work_out(raised, interviewed, confidence)


def wilson(raised: int, interviewed: int, confidence: float = CONFIDENCE) -> Interval:
    """Wilson's score interval: the shares p with |k/n - p| <= z sqrt(p (1 - p) / n)."""
    z, share = NormalDist().inv_cdf((1 + confidence) / 2), raised / interviewed
    middle = share + z * z / (2 * interviewed)
    half = z * sqrt(share * (1 - share) / interviewed + z * z / (4 * interviewed * interviewed))
    scale = 1 + z * z / interviewed
    low = 0.0 if raised == 0 else (middle - half) / scale
    return low, 1.0 if raised == interviewed else (middle + half) / scale


def clopper_pearson(raised: int, interviewed: int, confidence: float = CONFIDENCE) -> Interval:
    """The exact interval: the shares under which neither k or more nor k or fewer is rarer than half the rest."""
    tail = (1 - confidence) / 2
    low = _crossing(lambda share: 1 - _at_most(raised - 1, interviewed, share) > tail) if raised else 0.0
    high = _crossing(lambda share: _at_most(raised, interviewed, share) <= tail) if raised < interviewed else 1.0
    return low, high


def most_if_nobody(interviewed: int, confidence: float = CONFIDENCE) -> float | None:
    """The largest share that is compatible with nobody of n raising a code: 1 - (1 - confidence)^(1/n), one-sided.

    The "rule of three" (J. A. Hanley and A. Lippman-Hand, JAMA 249, 1983) is close to it. None if nobody was
    interviewed.
    """
    return 1 - (1 - confidence) ** (1 / interviewed) if interviewed else None


def _at_most(raised: int, interviewed: int, share: float) -> float:
    """The binomial probability that at most so many of those interviewed raise a code of this share."""
    if share in (0.0, 1.0):
        return 1.0 if share == 0 or raised >= interviewed else 0.0
    every = lgamma(interviewed + 1)
    return sum(
        exp(
            every
            - lgamma(number + 1)
            - lgamma(interviewed - number + 1)
            + number * log(share)
            + (interviewed - number) * log(1 - share)
        )
        for number in range(raised + 1)
    )


def _crossing(is_above: Callable[[float], bool]) -> float:
    """The share from which on a condition holds that holds for all larger ones."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_above(middle) else (middle, high)
    return high
