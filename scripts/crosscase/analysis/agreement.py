"""How far coders agree who judged the same units: agreement, and coefficients that take chance into account.

A unit has a category from each coder, or none from a coder who did not judge it. Units with fewer than two categories
say nothing of agreement. A coefficient that would be 0/0 is None, not 1: if all coders always say the same, nothing
shows that they could tell the categories apart.

- Krippendorff's alpha, nominal, with missing values: "Computing Krippendorff's alpha-reliability" (2011).
- Fleiss' kappa and Gwet's AC1, with missing values: K. L. Gwet, Handbook of Inter-Rater Reliability, and irrCAC. Their
  observed agreement weighs units equally, that of alpha weighs them by their categories: the two differ.
- Cohen's kappa for two coders: J. Cohen, Educational and Psychological Measurement 20 (1960).
- Prevalence- and bias-adjusted kappa, 2 p - 1: T. Byrt and others, J. Clin. Epidemiol. 46 (1993). One or two
  disagreements pull the kappa of a rare code far down (A. R. Feinstein and D. V. Cicchetti, J. Clin. Epidemiol. 43,
  1990), while AC1 and this one stay high for it even if coders agree by chance alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

Category = str | int | bool
Unit = Sequence[Category | None]  # the category of each coder, None where there is none
_PAIR = 2


class Judged(NamedTuple):
    """What coders said of some units: how often each category was given to each unit that two or more judged."""

    pairable: list[Counter[Category]]
    every: list[Counter[Category]]  # also units with one category

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "Judged":
        """Count the categories of each unit."""
        counted = [Counter(category for category in unit if category is not None) for unit in units]
        every = [unit for unit in counted if unit]
        return cls([unit for unit in every if unit.total() >= _PAIR], every)


def observed(units: Sequence[Unit]) -> Fraction | None:
    """The chance that two coders of a unit agree, the mean over units; None if no unit has two categories."""
    pairable = Judged.of(units).pairable
    if not pairable:
        return None
    agreed = (
        Fraction(sum(times * (times - 1) for times in unit.values()), unit.total() * (unit.total() - 1))
        for unit in pairable
    )
    return sum(agreed, Fraction(0)) / len(pairable)


class Disagreement(NamedTuple):
    """How far coders disagree in one stratum, and would by chance, each times its weight."""

    seen: Fraction
    by_chance: Fraction


def coefficient(strata: Iterable[Disagreement]) -> Fraction | None:
    """1 - disagreement / disagreement by chance, over strata; None if chance gives none.

    Several codes are strata: chance is worked out within each, since codes that differ in how often they are given
    would otherwise pass for agreement (H. de Vries and others, Field Methods 20, 2008).
    """
    found = list(strata)
    expected = sum((stratum.by_chance for stratum in found), Fraction(0))
    return 1 - sum((stratum.seen for stratum in found), Fraction(0)) / expected if expected else None


def fleiss(*strata: Sequence[Unit]) -> Fraction | None:
    """Fleiss' kappa in Gwet's form, for units with different numbers of coders: all coders have the same shares."""
    return coefficient(
        _disagreement(units, lambda shares: sum((share**2 for share in shares), Fraction(0))) for units in strata
    )


def gwet(*strata: Sequence[Unit], categories: int = 2) -> Fraction | None:
    """Gwet's AC1 for so many possible categories; it stays high where nearly all units have one category."""

    def chance(shares: Sequence[Fraction]) -> Fraction:
        return sum((share * (1 - share) for share in shares), Fraction(0)) / (categories - 1)

    return coefficient(_disagreement(units, chance) for units in strata)


def adjusted(*strata: Sequence[Unit], categories: int = 2) -> Fraction | None:
    """Agreement beyond that of coders who give each category equally often (Brennan and Prediger 1981)."""
    return coefficient(_disagreement(units, lambda _: Fraction(1, categories)) for units in strata)


def krippendorff(*strata: Sequence[Unit]) -> Fraction | None:
    """Krippendorff's alpha, nominal; strata weigh by their judgements."""
    return coefficient(map(_coincidences, strata))


def cohen(*strata: Sequence[tuple[Category, Category]]) -> Fraction | None:
    """Cohen's kappa of two coders who both judged each unit."""
    return coefficient(map(_of_pairs, strata))


def _of_pairs(pairs: Sequence[tuple[Category, Category]]) -> Disagreement:
    if not pairs:
        return Disagreement(Fraction(0), Fraction(0))
    one, other = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    chance = Fraction(sum(one[category] * other[category] for category in one), len(pairs))
    return Disagreement(Fraction(sum(first != second for first, second in pairs)), len(pairs) - chance)


def _coincidences(units: Sequence[Unit]) -> Disagreement:
    pairable = Judged.of(units).pairable
    values = sum(unit.total() for unit in pairable)
    given = sum(pairable, Counter[Category]())
    differ = (
        Fraction(sum(times * (unit.total() - times) for times in unit.values()), unit.total() - 1) for unit in pairable
    )
    expected = sum(times * (values - times) for times in given.values())
    return Disagreement(sum(differ, Fraction(0)), Fraction(expected, values - 1) if values else Fraction(0))


def specific(units: Sequence[Unit], category: Category) -> Fraction | None:
    """The chance that a second coder gives a category that a first one gave; None if nobody gave it.

    Of two categories these are the positive and the negative agreement (Cicchetti and Feinstein 1990).
    """
    pairable = Judged.of(units).pairable
    given = sum(unit[category] for unit in pairable)
    agreed = sum((Fraction(unit[category] * (unit[category] - 1), unit.total() - 1) for unit in pairable), Fraction(0))
    return agreed / given if given else None


def _disagreement(units: Sequence[Unit], chance: Callable[[Sequence[Fraction]], Fraction]) -> Disagreement:
    """Of the mean over units and, by the chance agreement of the mean shares of the categories, times the units."""
    agreed, judged = observed(units), Judged.of(units)
    if agreed is None:
        return Disagreement(Fraction(0), Fraction(0))
    every, weight = judged.every, len(judged.pairable)
    given = {category for unit in every for category in unit}
    shares = [sum((Fraction(unit[one], unit.total()) for unit in every), Fraction(0)) / len(every) for one in given]
    return Disagreement(weight * (1 - agreed), weight * (1 - chance(shares)))
