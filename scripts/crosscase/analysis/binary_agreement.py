"""Agreement on codes that are given or not, from whole numbers that add up over units.

Of a unit that m coders judged and y of them gave the code, the sums have 1, the share of pairs that agree, y / m, y, m
and 2 y (m - y) / (m - 1). Those that are no whole numbers are multiplied by `scale`, of which each m (m - 1) is a
divisor. Two further sums have whether the first and the last coder gave it, for rows of two coders. A coefficient that
would be 0/0 is None, not 1: if all coders always say the same, nothing shows that they could tell the categories apart.

- Krippendorff's alpha, nominal, with missing values: "Computing Krippendorff's alpha-reliability" (2011).
- Fleiss' kappa and Gwet's AC1: K. L. Gwet, Handbook of Inter-Rater Reliability, and irrCAC. Their observed agreement
  weighs units equally, that of alpha weighs them by their judgements: the two differ.
- Cohen's kappa: J. Cohen, Educational and Psychological Measurement 20 (1960).
- Positive and negative agreement: D. V. Cicchetti and A. R. Feinstein, J. Clin. Epidemiol. 43 (1990). One or two
  disagreements pull the kappa of a rare code far down, while AC1 and PABAK stay high for it even if coders agree by
  chance alone.
- PABAK, 2 p - 1, prevalence index (a - d) / n and bias index |b - c| / n: T. Byrt and others, J. Clin. Epidemiol. 46
  (1993).
- Several codes are strata: chance is worked out within each, since codes that differ in how often they are given would
  otherwise pass for agreement (H. de Vries and others, Field Methods 20, 2008).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from crosscase.analysis.judgements import Said

SIZE = 8  # sums of each code
Sums = Sequence[int]


class Coefficients(NamedTuple):
    """What the sums of some codes show; None where it would be 0/0."""

    observed: Fraction | None
    positive: Fraction | None
    negative: Fraction | None
    alpha: Fraction | None
    kappa: Fraction | None
    cohen: Fraction | None  # of rows with two coders
    ac1: Fraction | None
    pabak: Fraction | None
    prevalence: Fraction | None
    bias: Fraction | None  # of rows with two coders


def scale_of(units: Iterable[Said]) -> int:
    """The least number that serves units of these coders as `scale`."""
    return lcm(*{len(said) * (len(said) - 1) for said in units})


def sums(units: Mapping[Said, int], scale: int) -> list[int]:
    """The sums of some units of one code."""
    found = [0] * SIZE
    for said, times in units.items():
        coders, given = len(said), sum(said)
        apart = given * (coders - given)
        pairs = coders * (coders - 1)
        values = (
            *(1, (pairs - 2 * apart) * (scale // pairs), given * (scale // coders)),
            *(given, coders, 2 * apart * (scale // (coders - 1)), said[0], said[-1]),
        )
        for place, value in enumerate(values):
            found[place] += times * value
    return found


def coefficients(codes: Iterable[Sums], scale: int) -> Coefficients:
    """The coefficients of some codes; chance is worked out code by code."""
    total = [0] * SIZE
    chances: list[dict[int, int]] = [defaultdict(int) for _ in range(3)]  # numerators by denominator: there are few
    for own in codes:
        units, _, share, given, values, _, first, last = own
        for place, value in enumerate(own):
            total[place] += value
        if given:
            chances[0][units * scale * scale] += 2 * share * (units * scale - share)
            chances[1][values - 1] += 2 * given * (values - given)
            chances[2][units] += first * (units - last) + last * (units - first)
    by_chance = [sum((Fraction(above, below) for below, above in of.items()), Fraction(0)) for of in chances]
    units, agreed, _, given, values, differ, first, last = total
    apart, differing = units - Fraction(agreed, scale), Fraction(differ, scale)
    return Coefficients(
        observed=Fraction(agreed, scale * units) if units else None,
        positive=1 - differing / (2 * given) if given else None,
        negative=1 - differing / (2 * (values - given)) if values > given else None,
        alpha=1 - differing / by_chance[1] if by_chance[1] else None,
        kappa=1 - apart / by_chance[0] if by_chance[0] else None,
        cohen=1 - apart / by_chance[2] if by_chance[2] else None,
        ac1=1 - apart / (units - by_chance[0]) if units else None,
        pabak=1 - 2 * apart / units if units else None,
        prevalence=Fraction(2 * given, values) - 1 if values else None,
        bias=Fraction(abs(first - last), units) if units else None,
    )
