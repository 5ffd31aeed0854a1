"""What a mark would be if fewer people had been interviewed, exactly: rarefied presence, and what becomes of totals.

A code that k of n participants raised is present among m of them, drawn at random without replacement, with probability
1 - C(n - k, m) / C(n, m) (hypergeometric; S. H. Hurlbert, Ecology 52, 1971). So groups of different sizes can be
compared at one size. The groups of a row are drawn independently of each other, so that the expected
total is the sum of these probabilities p, and its variance the sum of p (1 - p).

ASSUME: "present" is the study's rule, at least one participant. A group of fewer than m participants is taken whole.
Drawing the smallest group's size leaves that group's own cells at 0 or 1, always: nothing is left out there. The draws
are among those interviewed: they say nothing of other people.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import comb
from typing import NamedTuple


class Total(NamedTuple):
    """The expected number of groups in which a code is present, and its variance."""

    expected: Fraction
    variance: Fraction


def presence(raised: int, interviewed: int, drawn: int) -> Fraction:
    """The probability that at least one of the drawn participants is one of those who raised the code.

    Raises ValueError if more raised it than were interviewed, or a number is negative.
    """
    if not 0 <= raised <= interviewed or drawn < 0:
        raise ValueError(f"no such draw: {raised} of {interviewed}, {drawn} drawn")
    drawn = min(drawn, interviewed)
    return 1 - Fraction(comb(interviewed - raised, drawn), comb(interviewed, drawn))


def total(groups: Iterable[tuple[int, int]], drawn: int) -> Total:
    """The total of a row, from (raised, interviewed) of each group that was coded."""
    chances = [presence(raised, interviewed, drawn) for raised, interviewed in groups]
    return Total(
        sum(chances, Fraction(0)),
        sum((chance * (1 - chance) for chance in chances), Fraction(0)),
    )
