"""How far coders agree who judged the same units: agreement, and coefficients that take chance into account.

A unit has a category from each coder, or none from a coder who did not judge it. Units with fewer than two categories
say nothing of agreement. A coefficient that would be 0/0 is None, not 1: if all coders always say the same, nothing
shows that they could tell the categories apart.

- Krippendorff's alpha, nominal, with missing values: "Computing Krippendorff's alpha-reliability" (2011).
- Fleiss' kappa and Gwet's AC1, with missing values: K. L. Gwet, Br. J. Math. Stat. Psychol. 61 (2008), and irrCAC.
  Their observed agreement weighs units equally, that of alpha weighs them by their categories: the two differ.
- Cohen's kappa for two coders: J. Cohen, Educational and Psychological Measurement 20 (1960).
- Prevalence- and bias-adjusted kappa, 2 p - 1: T. Byrt and others, J. Clin. Epidemiol. 46 (1993). A rare code has a low
  kappa however well coders agree (A. R. Feinstein and D. V. Cicchetti, J. Clin. Epidemiol. 43, 1990).
"""

from collections import Counter
from collections.abc import Callable, Sequence
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


def fleiss(units: Sequence[Unit]) -> Fraction | None:
    """Fleiss' kappa: chance agreement is that of coders with the same shares of categories."""
    return _beyond_chance(units, lambda shares: sum((share**2 for share in shares), Fraction(0)))


def gwet(units: Sequence[Unit], categories: int = 2) -> Fraction | None:
    """Gwet's AC1 for so many possible categories; it stays high where nearly all units have one category."""
    return _beyond_chance(
        units, lambda shares: sum((share * (1 - share) for share in shares), Fraction(0)) / (categories - 1)
    )


def adjusted(units: Sequence[Unit], categories: int = 2) -> Fraction | None:
    """Agreement beyond that of coders who give each category equally often; PABAK for two (Brennan and Prediger)."""
    return _beyond_chance(units, lambda _: Fraction(1, categories))


def krippendorff(units: Sequence[Unit]) -> Fraction | None:
    """Krippendorff's alpha, nominal."""
    pairable = Judged.of(units).pairable
    values = sum(unit.total() for unit in pairable)
    given = sum(pairable, Counter[Category]())
    differ = sum(
        (
            Fraction(sum(times * (unit.total() - times) for times in unit.values()), unit.total() - 1)
            for unit in pairable
        ),
        Fraction(0),
    )
    expected = sum(times * (values - times) for times in given.values())
    return 1 - (values - 1) * differ / expected if expected else None


def cohen(pairs: Sequence[tuple[Category, Category]]) -> Fraction | None:
    """Cohen's kappa of two coders who both judged each unit."""
    if not pairs:
        return None
    one, other = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    agreed = Fraction(sum(first == second for first, second in pairs), len(pairs))
    chance = Fraction(sum(one[category] * other[category] for category in one), len(pairs) ** 2)
    return (agreed - chance) / (1 - chance) if chance != 1 else None


def specific(units: Sequence[Unit], category: Category) -> Fraction | None:
    """The chance that a second coder gives a category that a first one gave; None if nobody gave it.

    Of two categories these are the positive and the negative agreement.
    """
    pairable = Judged.of(units).pairable
    given = sum(unit[category] for unit in pairable)
    agreed = sum((Fraction(unit[category] * (unit[category] - 1), unit.total() - 1) for unit in pairable), Fraction(0))
    return agreed / given if given else None


def _beyond_chance(units: Sequence[Unit], chance: Callable[[Sequence[Fraction]], Fraction]) -> Fraction | None:
    """(p - e) / (1 - e), with the chance agreement e of the mean shares of the categories."""
    agreed, every = observed(units), Judged.of(units).every
    if agreed is None:
        return None
    given = {category for unit in every for category in unit}
    shares = [sum((Fraction(unit[one], unit.total()) for unit in every), Fraction(0)) / len(every) for one in given]
    expected = chance(shares)
    return (agreed - expected) / (1 - expected) if expected != 1 else None
