"""Intervals of agreement by a bootstrap over participants, the same bytes for the same seed.

As many participants as there are, each with all documents, are drawn with replacement, and the coefficients are worked
out of what was drawn. The interval leaves out 2.5 per cent of the results at each end (B. Efron and R. J. Tibshirani,
An Introduction to the Bootstrap, 1993, chapter 13). What is summed over participants are whole numbers, so that no
order of summation matters. Participants are drawn in the order of these numbers: no pseudonym and no name of a
coder decides the interval.

ASSUME: units of one participant belong together, therefore participants are drawn and not units. Resamples in which a
coefficient is undefined are left out. There is no interval with fewer than five participants, nor if a coefficient is
undefined in one of twenty resamples or more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from crosscase.analysis.binary_agreement import SIZE, Sums
from crosscase.analysis.sums_of_people import People

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

RESAMPLES, FEWEST = 1000, 5
_LEFT_OUT = 0.025  # at each end
_DEFINED = 0.95
Interval = tuple[float, float] | None


class Intervals(NamedTuple):
    """The intervals of a row; None where there is none. Those of `cohen` mean something with two coders only."""

    observed: Interval = None
    alpha: Interval = None
    ac1: Interval = None
    positive: Interval = None
    negative: Interval = None
    kappa: Interval = None
    cohen: Interval = None


def intervals(people: People, scale: int, seed: int) -> Intervals:
    """The intervals of what some participants' units show."""
    number = len(people.people)
    if number < FEWEST:
        return Intervals()
    import numpy as np

    drawn = _draws(number, seed)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = _coefficients(_resampled(people, _in_order(people), drawn), scale)
    return Intervals(*(_middle(np.sort(values[np.isfinite(values)])) for values in found))


def _in_order(people: People) -> list[int]:
    """The numbers of the participants in the order of their sums.

    Cohen's kappa asks who judged first and who last. Told the other way round, the sums may have another order.
    """
    as_given = people.rows()
    reversed_coders = [[_reversed(sums) for sums in own] for own in as_given]
    orders = [sorted(range(len(rows)), key=rows.__getitem__) for rows in (as_given, reversed_coders)]
    one, other = (
        [rows[number] for number in order] for rows, order in zip((as_given, reversed_coders), orders, strict=True)
    )
    return orders[other < one]


def _reversed(sums: Sums) -> Sums:
    *others, first, last = sums
    return sums if first == last else (*others, last, first)


def _resampled(people: People, order: Sequence[int], drawn: "Numbers") -> Iterator[tuple[int, "Numbers"]]:
    """The sums of each column in each resample, with the number of codes that have them."""
    import numpy as np

    place = {number: place for place, number in enumerate(order)}
    silent: dict[int, Numbers] = {}
    for own in set(people.lists):
        numbers = [number for number, its in enumerate(people.lists) if its == own]
        sums = np.array([people.people[number].silent for number in numbers], dtype=np.float64)
        silent[own] = sums.T @ drawn[[place[number] for number in numbers]]
    more: dict[str, list[tuple[int, Sums]]] = defaultdict(list)
    for number, code, difference in people.differences():
        more[code].append((place[number], difference))
    together = {
        judged: np.sum([silent[own] for own in judged], axis=0)
        for judged in {column.judged for column in people.columns}
    }
    for column in people.columns:
        sums = together[column.judged]
        if differences := more.get(column.code):
            values = np.array([difference for _, difference in differences], dtype=np.float64)
            sums = sums + values.T @ drawn[[where for where, _ in differences]]
        yield column.times, sums


def _coefficients(columns: Iterable[tuple[int, "Numbers"]], scale: int) -> Iterable["Numbers"]:
    """The coefficients of each resample, in the order of `Intervals`: the formulas of `binary_agreement`.

    `columns`: sums, and the number of codes that have them. They are added one after the other: the same on every
    machine.
    """
    import numpy as np

    total, chances = np.zeros((SIZE, 1)), np.zeros((3, 1))
    for times, sums in columns:
        total = total + times * sums
        units, _, share, given, values, _, first, last = sums
        if given.any():
            share = share / scale
            chance = 2 * share * (units - share) / units  # that two coders differ, times the units
            by_values = 2 * given * (values - given) / (values - 1)
            of_two = (first * (units - last) + last * (units - first)) / units
            own = np.array([chance, by_values, of_two])
            chances = chances + times * np.where(units > 0, own, 0)
    units, agreed, _, given, values, differ, _, _ = total
    chance, by_values, of_two = np.broadcast_to(chances, (len(chances), len(units)))
    apart, differing = units - agreed / scale, differ / scale
    return (
        agreed / scale / units,
        1 - differing / by_values,
        1 - apart / (units - chance),
        1 - differing / (2 * given),
        1 - differing / (2 * (values - given)),
        1 - apart / chance,
        1 - apart / of_two,
    )


@lru_cache(maxsize=2)
def _draws(number: int, seed: int) -> "Numbers":
    """How often each of so many participants is drawn, a row a participant, a column a resample.

    The numbers are those of `Random(seed).random()`, a hundred times as fast.
    """
    import numpy as np

    _, state, _ = Random(seed).getstate()  # noqa: S311 (to be repeated, not to be secret)
    chance = np.random.RandomState()
    chance.set_state(("MT19937", np.array(state[:-1], dtype=np.uint32), state[-1], 0, 0.0))
    drawn = (chance.random_sample((RESAMPLES, number)) * number).astype(np.int64)
    places = drawn * RESAMPLES + np.arange(RESAMPLES)[:, np.newaxis]
    return np.bincount(places.ravel(), minlength=number * RESAMPLES).reshape(number, -1).astype(np.float64)


def _middle(values: "Numbers") -> Interval:
    if len(values) <= _DEFINED * RESAMPLES:
        return None
    out = int(_LEFT_OUT * len(values))
    return float(values[out]), float(values[-1 - out])
