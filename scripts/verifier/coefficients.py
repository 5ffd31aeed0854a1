"""The coefficients of agreement on codes that are given or not, from what coders say of each unit.

Each code is a stratum: agreement and chance are worked out within it, weighed by its units and added up. Of a unit
that m coders judged, y gave the code.

- observed: of the pairs of coders of a unit those who agree, the mean over units;
- positive, negative: of the pairs with a judgement "given" (or not), how often the other one is the same;
- alpha (Krippendorff, nominal): from coincidences, each unit's pairs weighed 1 / (m - 1);
- kappa (Fleiss, Gwet's form) and AC1 (Gwet): chance from the mean share of the coders of a unit who give the code;
- Cohen's kappa and the bias index: from what each of two coders gives;
- PABAK and the prevalence index (Byrt and others).
"""

from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction

Said = tuple[bool, ...]  # of each coder
Stratum = Counter[Said]  # how many units there are of which the coders say this
Value = Fraction | None


def of(strata: Iterable[Stratum], of_two: bool) -> dict[str, Value]:
    """The coefficients of some codes; None where it would be 0/0. `of_two`: two coders judged everything.

    Without a code of which there are two units, nothing shows chance.
    """
    strata = [stratum for stratum in strata if stratum.total()]
    units = sum(stratum.total() for stratum in strata)
    given, judged = _sum(strata, lambda said: sum(said)), _sum(strata, len)
    both = _sum(strata, lambda said: Fraction(sum(said) * (sum(said) - 1), len(said) - 1))
    neither = _sum(strata, lambda said: Fraction((len(said) - sum(said)) * (len(said) - sum(said) - 1), len(said) - 1))
    observed = _ratio(sum((_agreed(stratum) for stratum in strata), Fraction(0)), units)
    more = _sum(strata, lambda said: said[0] - said[-1])
    found = {
        "prevalence": _ratio(given - (judged - given), judged),
        "bias": _ratio(abs(more), units) if of_two else None,
        "observed": observed,
        "positive": _ratio(both, given),
        "negative": _ratio(neither, judged - given),
        "pabak": None if observed is None else 2 * observed - 1,
    }
    shows_chance = any(stratum.total() > 1 for stratum in strata)
    return found | {
        "alpha": _alpha(strata) if shows_chance else None,
        "kappa": _beyond(strata, lambda share: share**2 + (1 - share) ** 2) if shows_chance else None,
        "ac1": _beyond(strata, lambda share: 2 * share * (1 - share)) if shows_chance else None,
        "cohen": _cohen(strata) if shows_chance and of_two else None,
    }


def _sum(strata: Iterable[Stratum], value: Callable[[Said], Fraction | int]) -> Fraction:
    return Fraction(sum(times * value(said) for stratum in strata for said, times in stratum.items()))


def _ratio(part: Fraction, whole: Fraction | int) -> Value:
    return Fraction(part) / whole if whole else None


def _agreed(stratum: Stratum) -> Fraction:
    """The units, each weighed by the share of its pairs of coders who say the same."""
    found = Fraction(0)
    for said, times in stratum.items():
        coders, given = len(said), sum(said)
        same = given * (given - 1) + (coders - given) * (coders - given - 1)
        found += times * Fraction(same, coders * (coders - 1))
    return found


def _alpha(strata: Iterable[Stratum]) -> Value:
    """1 - observed by expected disagreement, both in judgements."""
    observed = expected = Fraction(0)
    for stratum in strata:
        given = sum(times * sum(said) for said, times in stratum.items())
        judged = sum(times * len(said) for said, times in stratum.items())
        for said, times in stratum.items():
            observed += times * Fraction(2 * sum(said) * (len(said) - sum(said)), len(said) - 1)
        expected += Fraction(2 * given * (judged - given), judged - 1)
    return 1 - observed / expected if expected else None


def _beyond(strata: Iterable[Stratum], chance: Callable[[Fraction], Fraction]) -> Value:
    """(observed - chance) / (1 - chance), both weighed by units; `chance` is worked out of the mean share of givers."""
    above = possible = Fraction(0)
    for stratum in strata:
        units = stratum.total()
        share = sum((times * Fraction(sum(said), len(said)) for said, times in stratum.items()), Fraction(0)) / units
        above += _agreed(stratum) - units * chance(share)
        possible += units * (1 - chance(share))
    return above / possible if possible else None


def _cohen(strata: Iterable[Stratum]) -> Value:
    above = possible = Fraction(0)
    for stratum in strata:
        units = stratum.total()
        one, other = (
            sum((Fraction(times, units) for said, times in stratum.items() if said[place]), Fraction(0))
            for place in (0, 1)
        )
        chance = one * other + (1 - one) * (1 - other)
        above += _agreed(stratum) - units * chance
        possible += units * (1 - chance)
    return above / possible if possible else None
