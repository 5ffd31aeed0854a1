"""How many codes are expected after so many interviews, over all orders of the interviews, with its variance.

S(m) = sum over codes of 1 - C(T - Y, m) / C(T, m) ("exact" sample-based rarefaction; K. I. Ugland and others, J. Animal
Ecology 72, 2003). Codes of one interview come together, so the variance is not that of independent codes: it is the sum
over all pairs of C(T - |i or j|, m) / C(T, m) - q_i q_j, where q is the chance that a code is not met.
"""

from fractions import Fraction
from functools import lru_cache

from crosscase.analysis.incidence import Incidence


def expected_codes(found: Incidence, interviews: int) -> Fraction:
    """The expected number of different codes in so many interviews (0 to T), drawn at random.

    Raises ValueError for more interviews than there are.
    """
    return found.codes - _missed(found, interviews)


def variance(found: Incidence, interviews: int) -> Fraction:
    """The variance of that number over all draws. Raises ValueError for more interviews than there are."""
    missed, ways = _missed(found, interviews), draws(found.participants, interviews)
    both = sum(times * ways[found.participants - union] for union, times in found.unions.items())
    return Fraction(both, ways[-1]) - missed * missed


@lru_cache(maxsize=4)  # each is asked for again at once, and those of a large study take some megabytes
def draws(everybody: int, interviews: int) -> list[int]:
    """In how many ways so many interviews can be drawn from 0, 1, 2, … up to all: C(0, m), C(1, m), …, C(T, m).

    Each is made of the one before, which takes a hundredth of the time where there are thousands of interviews.
    """
    found = [0] * interviews + [1]
    for number in range(interviews + 1, everybody + 1):
        found.append(found[-1] * number // (number - interviews))
    return found


def _missed(found: Incidence, interviews: int) -> Fraction:
    """How many of the codes are expected to be in none of the interviews."""
    everybody = found.participants
    if not 0 <= interviews <= everybody:
        raise ValueError(f"the number of interviews, {interviews}, is not one from 0 to {everybody}")
    ways = draws(everybody, interviews)
    return Fraction(sum(times * ways[everybody - raised] for raised, times in found.times_raised.items()), ways[-1])
