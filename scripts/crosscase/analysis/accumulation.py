"""How many codes are expected after so many interviews, over all orders of the interviews, with its variance.

S(m) = sum over codes of 1 - C(T - Y, m) / C(T, m) ("exact" sample-based rarefaction; K. I. Ugland and others, J. Animal
Ecology 72, 2003). Codes of one interview come together, so the variance is not that of independent codes: it is the sum
over all pairs of C(T - |i or j|, m) / C(T, m) - q_i q_j, where q is the chance that a code is not met.
"""

from fractions import Fraction
from math import comb

from crosscase.analysis.incidence import Incidence


def expected_codes(found: Incidence, interviews: int) -> Fraction:
    """The expected number of different codes in so many interviews (0 to T), drawn at random.

    Raises ValueError for more interviews than there are.
    """
    return sum((1 - missed for missed in _missed(found, interviews)), Fraction(0))


def variance(found: Incidence, interviews: int) -> Fraction:
    """The variance of that number over all draws. Raises ValueError for more interviews than there are."""
    everybody, draws = found.participants, comb(found.participants, interviews)
    missed = sum(_missed(found, interviews), Fraction(0))
    both = sum(times * comb(everybody - union, interviews) for union, times in found.unions.items())
    return Fraction(both, draws) - missed * missed


def _missed(found: Incidence, interviews: int) -> list[Fraction]:
    """The chance that each code is in none of the interviews."""
    everybody = found.participants
    if not 0 <= interviews <= everybody:
        raise ValueError(f"the number of interviews, {interviews}, is not one from 0 to {everybody}")
    draws = comb(everybody, interviews)
    return [Fraction(comb(everybody - raised, interviews), draws) for raised in found.raised_by.values()]
