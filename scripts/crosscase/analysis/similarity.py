"""How alike groups are by the codes that are present in them, and which of them belong together.

Jaccard's coefficient of two groups: codes present in both, of those present in either, over the codes of domains that
were coded for both. Average linkage (UPGMA; R. R. Sokal and C. D. Michener, Univ. Kansas Sci. Bull. 38, 1958) merges
the two nearest clusters again and again, by the distance 1 - Jaccard; two groups are merged at the height of the
cluster that first holds both (their cophenetic distance). Pearson's correlation of the two distances says how well such
a tree fits.

ASSUME: that a code is absent from both groups makes them no more alike. Two groups without any code are not comparable.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import sqrt

from crosscase.analysis.rows import Similarity
from crosscase.analysis.worth import DIGITS
from crosscase.storage.schemas import COUNTED, Cell, State

Pair = tuple[str, str]


def of_groups(cells: Iterable[Cell]) -> Iterator[Similarity]:
    """Each pair of groups, in the order of the cells. No heights if a pair of groups cannot be compared."""
    states: dict[str, dict[str, bool]] = {}
    for cell in cells:
        of = states.setdefault(cell.group, {})
        if cell.state in COUNTED:
            of[cell.code] = cell.state == State.PRESENT
    pairs = {(one, other): _common(states[one], states[other]) for one, other in combinations(states, 2)}
    known = {pair: 1 - Fraction(both, either) for pair, (both, either) in pairs.items() if either}
    heights = merged_at(list(states), known) if len(known) == len(pairs) else {}
    for (one, other), (both, either) in pairs.items():
        height = heights.get((one, other))
        yield Similarity(
            *(one, other, both, either),
            jaccard=round(both / either, DIGITS) if either else None,
            merged_at=None if height is None else round(float(height), DIGITS),
        )


def merged_at(names: Sequence[str], distances: Mapping[Pair, Fraction]) -> dict[Pair, Fraction]:
    """The height at which average linkage merges each pair of names, from the distance of each pair.

    Of equal distances the pair that comes first is merged first.
    """
    clusters = {number: [name] for number, name in enumerate(names)}
    apart = {(one, other): distances[names[one], names[other]] for one, other in combinations(clusters, 2)}
    heights: dict[Pair, Fraction] = {}
    nearest = [(height, pair) for pair, height in apart.items()]
    heapify(nearest)
    while len(clusters) > 1:
        height, (one, other) = heappop(nearest)
        if apart.get((one, other)) != height:  # one of them has been merged since
            continue
        heights |= {
            pair if pair in distances else (pair[1], pair[0]): apart[one, other]
            for pair in ((left, right) for left in clusters[one] for right in clusters[other])
        }
        sizes = len(clusters[one]), len(clusters[other])
        for rest in clusters.keys() - {one, other}:
            first, second = apart.pop(_sorted(one, rest)), apart.pop(_sorted(other, rest))
            apart[_sorted(one, rest)] = (first * sizes[0] + second * sizes[1]) / sum(sizes)
            heappush(nearest, (apart[_sorted(one, rest)], _sorted(one, rest)))
        del apart[one, other]
        clusters[one] += clusters.pop(other)
    return heights


def leaf_order(names: Sequence[str], heights: Mapping[Pair, Fraction | float]) -> list[str]:
    """The leaves of a tree, so that those that belong together follow each other; the first of each cluster first.

    `heights` are those at which each pair is merged, the earlier name of a pair first.
    """
    places = {name: number for number, name in enumerate(names)}
    clusters = {name: [number] for name, number in places.items()}
    for one, other in sorted(heights, key=lambda pair: (heights[pair], places[pair[0]], places[pair[1]])):
        first, second = sorted((clusters[one], clusters[other]))
        if first is not second:
            first += second
            for number in second:
                clusters[names[number]] = first
    return [names[number] for number in clusters[names[0]]] if names else []


def fit(found: Iterable[Similarity]) -> float | None:
    """The cophenetic correlation; None with fewer than three groups, or if all distances are equal."""
    pairs = [(1 - row.jaccard, row.merged_at) for row in found if row.jaccard is not None and row.merged_at is not None]
    return correlation([one for one, _ in pairs], [other for _, other in pairs])


def correlation(ones: Sequence[float], others: Sequence[float]) -> float | None:
    """Pearson's correlation; None if it is undefined."""
    if len(ones) < 2:
        return None
    middle, second = sum(ones) / len(ones), sum(others) / len(others)
    spread, second_spread = (
        sum((value - mean) ** 2 for value in values) for values, mean in ((ones, middle), (others, second))
    )
    if spread <= 0 or second_spread <= 0:
        return None
    return sum((one - middle) * (other - second) for one, other in zip(ones, others, strict=True)) / sqrt(
        spread * second_spread
    )


def _common(one: Mapping[str, bool], other: Mapping[str, bool]) -> tuple[int, int]:
    """How many codes are present in both groups, and in either, of those coded for both."""
    coded = one.keys() & other.keys()
    return sum(one[code] and other[code] for code in coded), sum(one[code] or other[code] for code in coded)


def _sorted(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
