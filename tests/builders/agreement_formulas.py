"""Agreement for any number of categories and coders with gaps, as fractions, to hold the pipeline's sums against.

A unit has a category from each coder, or none from a coder who did not judge it. Equal units may be given once, with
how many there are. Units with fewer than two categories say nothing of agreement. A coefficient that would be 0/0 is
None, not 1: if all coders always say the same, nothing shows that they could tell the categories apart.

- Krippendorff's alpha, nominal, with missing values: "Computing Krippendorff's alpha-reliability" (2011).
- Fleiss' kappa and Gwet's AC1, with missing values: K. L. Gwet, Handbook of Inter-Rater Reliability, and irrCAC. Their
  observed agreement weighs units equally, that of alpha weighs them by their categories: the two differ.
- Cohen's kappa for two coders: J. Cohen, Educational and Psychological Measurement 20 (1960).
- Prevalence- and bias-adjusted kappa, 2 p - 1: T. Byrt and others, J. Clin. Epidemiol. 46 (1993). One or two
  disagreements pull the kappa of a rare code far down (A. R. Feinstein and D. V. Cicchetti, J. Clin. Epidemiol. 43,
  1990), while AC1 and this one stay high for it even if coders agree by chance alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

Category = str | int | bool
Unit = Sequence[Category | None]  # the category of each coder, None where there is none
Units = Sequence[Unit] | Mapping[Any, int]  # or how many there are of each; a key is a tuple
_Alike = list[tuple[Counter[Category], int]]  # how often each category was given to a unit, and how many such there are
_PAIR = 2


class Judged(NamedTuple):
    """What coders said of some units that two or more judged, and of all that anybody judged."""

    pairable: _Alike
    every: _Alike

    @classmethod
    def of(cls, units: Units) -> "Judged":
        """Count the categories of each unit."""
        alike = units if isinstance(units, Mapping) else Counter(map(tuple, units))
        counted = [(Counter(one for one in unit if one is not None), times) for unit, times in alike.items()]
        every = [(unit, times) for unit, times in counted if unit and times]
        return cls([(unit, times) for unit, times in every if unit.total() >= _PAIR], every)


def observed(units: Units) -> Fraction | None:
    """The chance that two coders of a unit agree, the mean over units; None if no unit has two categories."""
    pairable = Judged.of(units).pairable
    if not pairable:
        return None
    agreed = (
        times * Fraction(sum(n * (n - 1) for n in unit.values()), unit.total() * (unit.total() - 1))
        for unit, times in pairable
    )
    return sum(agreed, Fraction(0)) / _number(pairable)


def _number(alike: _Alike) -> int:
    return sum(times for _, times in alike)


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


def fleiss(*strata: Units) -> Fraction | None:
    """Fleiss' kappa in Gwet's form, for units with different numbers of coders: all coders have the same shares."""
    return coefficient(
        _disagreement(units, lambda shares: sum((share**2 for share in shares), Fraction(0))) for units in strata
    )


def gwet(*strata: Units, categories: int = 2) -> Fraction | None:
    """Gwet's AC1 for so many possible categories; it stays high where nearly all units have one category."""

    def chance(shares: Sequence[Fraction]) -> Fraction:
        return sum((share * (1 - share) for share in shares), Fraction(0)) / (categories - 1)

    return coefficient(_disagreement(units, chance) for units in strata)


def adjusted(*strata: Units, categories: int = 2) -> Fraction | None:
    """Agreement beyond that of coders who give each category equally often (Brennan and Prediger 1981)."""
    return coefficient(_disagreement(units, lambda _: Fraction(1, categories)) for units in strata)


def krippendorff(*strata: Units) -> Fraction | None:
    """Krippendorff's alpha, nominal; strata weigh by their judgements."""
    return coefficient(map(_coincidences, strata))


def cohen(*strata: Units) -> Fraction | None:
    """Cohen's kappa of two coders who both judged each unit."""
    return coefficient(map(_of_pairs, strata))


def _of_pairs(pairs: Units) -> Disagreement:
    alike = pairs if isinstance(pairs, Mapping) else Counter(map(tuple, pairs))
    one, other = Counter[Category | None](), Counter[Category | None]()
    differ = 0
    for (first, second), times in alike.items():
        one[first] += times
        other[second] += times
        differ += times * (first != second)
    if not one.total():
        return Disagreement(Fraction(0), Fraction(0))
    chance = Fraction(sum(one[category] * other[category] for category in one), one.total())
    return Disagreement(Fraction(differ), one.total() - chance)


def _coincidences(units: Units) -> Disagreement:
    pairable = Judged.of(units).pairable
    given = Counter[Category]()
    differ = Fraction(0)
    for unit, times in pairable:
        for category, n in unit.items():
            given[category] += times * n
            differ += times * Fraction(n * (unit.total() - n), unit.total() - 1)
    values = given.total()
    expected = sum(n * (values - n) for n in given.values())
    return Disagreement(differ, Fraction(expected, values - 1) if values else Fraction(0))


def specific(units: Units, category: Category) -> Fraction | None:
    """The chance that a second coder gives a category that a first one gave; None if nobody gave it.

    Of two categories these are the positive and the negative agreement (Cicchetti and Feinstein 1990).
    """
    pairable = Judged.of(units).pairable
    given = sum(times * unit[category] for unit, times in pairable)
    agreed = sum(
        (times * Fraction(unit[category] * (unit[category] - 1), unit.total() - 1) for unit, times in pairable),
        Fraction(0),
    )
    return agreed / given if given else None


def prevalence(units: Units, category: Category) -> Fraction | None:
    """How much more often a category is given than not, of all judgements: for two coders (a - d) / n (Byrt 1993).

    From -1, nobody gave it, to 1, everybody did; None if no unit has two categories.
    """
    pairable = Judged.of(units).pairable
    judgements = sum(times * unit.total() for unit, times in pairable)
    given = sum(times * unit[category] for unit, times in pairable)
    return Fraction(2 * given, judgements) - 1 if judgements else None


def bias(pairs: Units, category: Category) -> Fraction | None:
    """By how much one of two coders gives a category more often, of all units: |b - c| / n; None without units."""
    alike = pairs if isinstance(pairs, Mapping) else Counter(map(tuple, pairs))
    number = sum(alike.values())
    more = sum(times * ((first == category) - (second == category)) for (first, second), times in alike.items())
    return Fraction(abs(more), number) if number else None


def _disagreement(units: Units, chance: Callable[[Sequence[Fraction]], Fraction]) -> Disagreement:
    """Of the mean over units and, by the chance agreement of the mean shares of the categories, times the units."""
    agreed, judged = observed(units), Judged.of(units)
    if agreed is None:
        return Disagreement(Fraction(0), Fraction(0))
    every, weight = judged.every, _number(judged.pairable)
    given = {category for unit, _ in every for category in unit}
    shares = [
        sum((times * Fraction(unit[one], unit.total()) for unit, times in every), Fraction(0)) / _number(every)
        for one in given
    ]
    return Disagreement(weight * (1 - agreed), weight * (1 - chance(shares)))
