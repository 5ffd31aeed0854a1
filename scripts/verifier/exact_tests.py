"""The exact test of codes that tell groups apart, worked out again from the cells, and corrected for many codes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb, prod

from verifier.counting import Count, differences
from verifier.package import Package

_PATH = "results/analysis/group_test.csv"
_HEAD = (
    *("domain", "code", "groups", "interviewed", "participants", "p", "least_p", "correction", "tested"),
    "corrected_p",
)
_Pairs = list[tuple[int, int]]  # those who raised a code, and those asked, of each group


def group_test(package: Package, count: Count) -> Iterator[str]:
    """Which codes have a test, p of each and the least that there can be, and p corrected for all codes."""
    settings, found = package.study["group_test"], package.rows(_PATH)
    rows: list[tuple[list[str], list[Fraction]]] = []
    for code in count.codes:
        cells = [cell for cell in count.row(code) if cell["participants"] and int(cell["interviewed"])]
        if not count.row(code):
            continue
        pairs = [(int(cell["participants"]), int(cell["interviewed"])) for cell in cells]
        raised, asked = sum(one for one, _ in pairs), sum(other for _, other in pairs)
        enough = len(pairs) > 1 and min(size for _, size in pairs) >= settings["least"] and not count.in_several
        # A row that says that its tables are too many is taken at its word.
        is_counted = any(row["code"] == code["code"] and row["p"] for row in found)
        values = _p(pairs) if enough and 0 < raised < asked and is_counted else []
        rows.append(([code["domain"], code["code"], *map(str, (len(pairs), asked, raised))], values))
        if enough and 0 < raised < asked and not is_counted and "too many" not in _remark(found, code["code"]):
            yield f"{_PATH}, {code['code']}: it has no test, and its groups allow one"
    every = [values[0] for _, values in rows if values]
    expected = [
        [
            *(*place, *(map(_digits, values) if values else ("", "")), settings["correction"], str(len(every))),
            _digits(_corrected(values[0], every, settings["correction"])) if values else "",
        ]
        for place, values in rows
    ]
    yield from differences(
        _PATH, [[*_HEAD], *([row[name] for name in _HEAD] for row in found)], [[*_HEAD], *expected], key=2
    )


def _remark(found: Sequence[dict[str, str]], code: str) -> str:
    return next((row["remark"] for row in found if row["code"] == code), "")


def _p(pairs: _Pairs) -> list[Fraction]:
    """The share of all ways to give the code to as many people that are as unlikely as this one; and the least share.

    The tables of every other group are merged with those of the rest, by weight.
    """
    by_size = sorted(pairs, key=lambda pair: pair[1])
    raised, weight = sum(one for one, _ in pairs), prod(comb(asked, one) for one, asked in pairs)
    left, right = (_tables([asked for _, asked in by_size[start::2]]) for start in (0, 1))
    every: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]] = []
    for number in {one for one, _ in left}:
        sides = (
            {w: n for (k, w), n in side.items() if k == of} for side, of in ((left, number), (right, raised - number))
        )
        one, other = (sorted(side.items()) for side in sides)
        if one and other:
            every.append((one, other))
    least = min(one[0][0] * other[0][0] for one, other in every)
    ways = comb(sum(asked for _, asked in pairs), raised)
    return [Fraction(sum(_up_to(one, other, most) for one, other in every), ways) for most in (weight, least)]


def _tables(sizes: Sequence[int]) -> Counter[tuple[int, int]]:
    """The number of tables of some groups by those who raised the code, and weight."""
    found = Counter({(0, 1): 1})
    for size in sizes:
        more: Counter[tuple[int, int]] = Counter()
        for (so_far, weight), number in found.items():
            for one in range(size + 1):
                more[so_far + one, weight * comb(size, one)] += number
        found = more
    return found


def _up_to(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]], most: int) -> int:
    """The weights of all pairs of tables that weigh at most so much together: one side goes up, the other down."""
    total, behind = 0, sum(weight * number for weight, number in other)
    last = len(other)
    for weight, number in one:
        while last and weight * other[last - 1][0] > most:
            last -= 1
            behind -= other[last][0] * other[last][1]
        total += weight * number * behind
    return total


def _corrected(p: Fraction, every: Sequence[Fraction], correction: str) -> Fraction:
    """The largest of the smaller ones, each times the number of those that are not smaller; or Benjamini-Hochberg's."""
    ordered, number = sorted(every), len(every)
    if correction == "holm":
        return max(min(Fraction(1), one * (number - place)) for place, one in enumerate(ordered) if one <= p)
    return min(min(Fraction(1), one * number / place) for place, one in enumerate(ordered, 1) if one >= p)


def _digits(value: Fraction) -> str:
    return str(float(f"{float(value):.6g}"))
