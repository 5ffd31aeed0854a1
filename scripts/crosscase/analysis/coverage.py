"""How complete a group's codes are, and how many codes groups have when they are equally complete.

Sample coverage is the share of all mentions that people like these would make which is of codes that were raised (I. J.
Good, Biometrika 40, 1953, after A. M. Turing; for incidence A. Chao and others, Ecological Monographs 84, 2014):
1 - Q1/U (T-1) Q1 / ((T-1) Q1 + 2 Q2), if Q2 = 0 with Q1 - 1 and 1 in the place of both; and for t < T interviews
1 - sum of Y/U C(T-Y, t) / C(T-1, t). Groups are compared at equal coverage, not at equal size: a group of many
different opinions needs more interviews (A. Chao and L. Jost, Ecology 93, 2012). Nothing is
extrapolated: the base is the lowest coverage that a group of the domain has.

ASSUME: between two whole numbers of interviews coverage and codes are interpolated in a straight line.
"""

from fractions import Fraction

from crosscase.analysis.accumulation import draws, expected_codes
from crosscase.analysis.incidence import Incidence


def coverage(found: Incidence, interviews: int | None = None) -> Fraction | None:
    """The sample coverage after so many interviews, 0 to 1; of all of them without a number.

    None where nothing shows it: if nobody raised a code, after one interview of one, and after all interviews if one
    participant raised one code and no code was raised by two. Raises ValueError for more interviews than there are.
    """
    everybody = found.participants
    interviews = everybody if interviews is None else interviews
    if not 0 <= interviews <= everybody:
        raise ValueError(f"the number of interviews, {interviews}, is not one from 0 to {everybody}")
    if not found.mentions or everybody == 1:
        return None
    if interviews == everybody:
        return _whole(found)
    ways = draws(everybody, interviews)
    unmet = sum(raised * times * ways[everybody - raised] for raised, times in found.times_raised.items())
    return 1 - Fraction(unmet, ways[everybody - 1] * found.mentions)


def _whole(found: Incidence) -> Fraction | None:
    once, twice, others = found.raised_by_exactly(1), found.raised_by_exactly(2), found.participants - 1
    new, again = (once, twice) if twice else (once - 1, 1)  # without a code of two: as if one of those of one had two
    if not once:
        return Fraction(1)
    if not new:
        return None
    return 1 - Fraction(once, found.mentions) * Fraction(others * new, others * new + 2 * again)


def codes_at(found: Incidence, wanted: Fraction) -> tuple[Fraction, Fraction] | None:
    """The number of interviews with this coverage, and the codes expected in them.

    None if the interviews do not reach the coverage, or the first one exceeds it: less than one interview is none.
    """
    first, last = coverage(found, 1) if found.participants else None, coverage(found)
    if first is None or last is None or not first <= wanted <= last:
        return None
    low, high = 1, found.participants  # coverage grows with the interviews
    while high - low > 1:
        middle = (low + high) // 2
        reached = coverage(found, middle)
        low, high = (low, middle) if reached is not None and reached >= wanted else (middle, high)
    before, behind = (coverage(found, interviews) or Fraction(0) for interviews in (low, high))
    part = (wanted - before) / (behind - before) if behind > before else Fraction(0)
    one, other = expected_codes(found, low), expected_codes(found, high)
    return low + part, one + part * (other - one)
