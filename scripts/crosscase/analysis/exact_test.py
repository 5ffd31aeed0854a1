"""Codes that tell groups apart: an exact permutation test over participants, and its correction for many codes.

If group and code had nothing to do with each other, each of the ways to spread the k participants who raised the code
over all N would be as likely as any other: k_i of the n_i participants of each group have the weight
prod C(n_i, k_i), of C(N, k) in all. p is the weight of all such tables that are as unlikely as the one found or more
so (G. H. Freeman and J. H. Halton, Biometrika 38, 1951; for two groups Fisher's exact test). Nothing is drawn: weights
are counted, as whole numbers. `least_p` is the p of the least likely table: a code that cannot get below a threshold
whoever raised it says nothing there (R. E. Tarone, Biometrics 46, 1990).

Holm: the i-th smallest of m p-values times m - i + 1, never below one before it; holds however codes hang together (S.
Holm, Scandinavian Journal of Statistics 6, 1979). Benjamini-Hochberg: times m / i, never above one behind it; limits
the share of false ones among those named, if codes are independent or go together (Y. Benjamini and Y. Hochberg, J. R.
Stat. Soc. B 57, 1995).

ASSUME: participants are the units, since passages of one participant are not independent of each other, and each is in
one group. Those of an interview study are mostly no random draw: p says how easily chance alone would have dealt the
code to the groups as unevenly, among these people.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, groupby
from math import comb
from typing import Annotated

from crosscase.analysis.rows import Code, Domain
from crosscase.labels.labels import Labels
from crosscase.messages.wording import counted, joined
from crosscase.storage.schemas import COUNTED, Cell
from crosscase.storage.table_columns import Column, Made
from crosscase.study.facts import GroupTest

MOST_WEIGHTS = 200_000  # different weights of one half of the groups: more take minutes
_Weights = dict[int, Counter[int]]  # for each number of participants who raised the code: tables by weight
_NONE = "no test, see `remark`"


class TooManyTables(Exception):
    """The groups are too many and too large for all tables to be counted."""


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """Whether the groups differ in how many of their participants raised a code."""

    domain: Domain
    code: Code
    groups: Annotated[int, Column("groups that are compared: those that were coded and asked", "groups")]
    interviewed: Annotated[int, Column("their participants who were asked", "participants")]
    participants: Annotated[int, Column("those of them who raised the code", "participants")]
    p: Annotated[float | None, Column("p of the exact permutation test", "probability", _NONE)]
    least_p: Annotated[float | None, Column("smallest p that such groups allow", "probability", _NONE)]
    correction: Annotated[
        str, Column("how p is corrected for the number of codes", values=("holm", "benjamini_hochberg"))
    ]
    tested: Annotated[int, Column("codes with a test, for which p is corrected", "codes")]
    corrected_p: Annotated[float | None, Column("p, corrected for them", "probability", _NONE)]
    remark: Annotated[str, Column("why there is no test", empty="there is one", made=Made.COMPOSED)]


@dataclass(frozen=True, slots=True)
class Spread:
    """All ways to spread participants over groups of these sizes."""

    sizes: tuple[int, ...]
    halves: tuple[_Weights, _Weights]

    @classmethod
    def over(cls, sizes: Iterable[int]) -> "Spread":
        """Raises TooManyTables. Groups of one size share weights, so they are in the same half."""
        ordered = sorted(sizes)
        middle = len(ordered) // 2
        return cls(tuple(ordered), (_weights(ordered[:middle]), _weights(ordered[middle:])))

    def p(self, raised: Sequence[tuple[int, int]]) -> tuple[Fraction, Fraction]:
        """p of a table, and the smallest one of all tables with as many participants who raised the code.

        `raised`: k and n of each group, in any order. ValueError if these are other groups.
        """
        if tuple(sorted(asked for _, asked in raised)) != self.sizes:
            raise ValueError("these are not the groups whose tables were counted")
        everybody, found = sum(self.sizes), sum(count for count, _ in raised)
        weight = 1
        for count, asked in raised:
            weight *= comb(asked, count)
        one, other = self.halves
        parts = [(one[count], other[found - count]) for count in one if found - count in other]
        least = min(min(left) * min(right) for left, right in parts)
        ways = comb(everybody, found)
        return Fraction(_at_most(parts, weight), ways), Fraction(_at_most(parts, least), ways)


def of_codes(cells: Iterable[Cell], in_several: int, settings: GroupTest) -> Iterator[GroupDifference]:
    """Each code, in the order of the cells. `in_several`: participants who are in more than one group."""
    rows, spreads = [], dict[tuple[int, ...], Spread | None]()
    for (domain, code), row in groupby(cells, lambda cell: (cell.domain, cell.code)):
        compared = {
            cell.group: (cell.participants or 0, cell.interviewed)
            for cell in row
            if cell.state in COUNTED and cell.interviewed
        }
        found, asked = (sum(pair[place] for pair in compared.values()) for place in (0, 1))
        remark = _refusal(compared, found, asked, in_several, settings)
        p = least = None
        if not remark:
            sizes = tuple(sorted(size for _, size in compared.values()))
            if sizes not in spreads:
                spreads[sizes] = _spread(sizes)
            if spread := spreads[sizes]:
                p, least = map(float, spread.p([*compared.values()]))
            else:
                remark = "Such groups have too many tables to count. Compare fewer groups."
        rows.append(
            GroupDifference(
                *(domain, code, len(compared), asked, found, p, least, settings.correction, 0, None, remark)
            )
        )
    yield from _corrected(rows, settings.correction)


def sentences(rows: Sequence[GroupDifference], words: Labels) -> Iterator[str]:
    """How many codes were tested and how, the code with the smallest p, and how many have no test."""
    tested = [row for row in rows if row.corrected_p is not None]
    if tested:
        first = min(tested, key=lambda row: (row.corrected_p or 0, row.p or 0))
        correction = {"holm": "Holm", "benjamini_hochberg": words.joined(("Benjamini", "Hochberg"))}[first.correction]
        yield words(
            "summary_test",
            codes=len(tested),
            correction=correction,
            p=words.written(f"{first.corrected_p:.3g}"),
            code=first.code,
            participants=first.participants,
            interviewed=first.interviewed,
        )
    if len(rows) > len(tested):
        yield words.counted("summary_no_test", len(rows) - len(tested), file="group_test.csv")


def corrected(values: Sequence[float], correction: str) -> list[float]:
    """p-values, corrected for their number, in the order given. `correction`: holm or benjamini_hochberg."""
    order = sorted(range(len(values)), key=values.__getitem__)
    number = len(values)
    if correction == "holm":
        found = accumulate((min(1.0, values[at] * (number - place)) for place, at in enumerate(order)), max)
    else:
        order.reverse()
        found = accumulate((min(1.0, values[at] * number / (number - place)) for place, at in enumerate(order)), min)
    by_place = dict(zip(order, found, strict=True))
    return [by_place[at] for at in range(number)]


def _corrected(rows: Sequence[GroupDifference], correction: str) -> Iterator[GroupDifference]:
    """The rows with p corrected for all codes that have one, and all numbers rounded."""
    values = [row.p for row in rows if row.p is not None]
    adjusted = iter(corrected(values, correction))
    for row in rows:
        if row.p is None or row.least_p is None:
            yield replace(row, tested=len(values))
        else:
            p, least, value = (_rounded(number) for number in (row.p, row.least_p, next(adjusted)))
            yield replace(row, tested=len(values), p=p, least_p=least, corrected_p=value)


def _rounded(p: float) -> float:
    """Six digits, wherever they begin: a small p is not 0."""
    return float(f"{p:.6g}")


def _refusal(
    compared: Mapping[str, tuple[int, int]], found: int, asked: int, in_several: int, settings: GroupTest
) -> str:
    """Why a code has no test; empty if it has one."""
    small = [group for group, (_, size) in compared.items() if size < settings.least]
    if in_several:
        people = counted(in_several, "participant")
        return f"{people} in several groups: the test supposes that each is in one."
    if len(compared) < 2:
        return "Fewer than two groups were coded and asked."
    if small:
        least = counted(settings.least, "participant")
        return f"Fewer than {least} in {joined(small)}: so small groups are not tested."
    if found in (0, asked):
        return f"{'Everybody' if found else 'Nobody'} raised the code: there is nothing to compare."
    return ""


def _spread(sizes: Iterable[int]) -> Spread | None:
    try:
        return Spread.over(sizes)
    except TooManyTables:
        return None


def _weights(sizes: Sequence[int]) -> _Weights:
    """For each number of participants who raised a code: how many tables of these groups have each weight."""
    found: _Weights = {0: Counter({1: 1})}
    for size in sizes:
        more: _Weights = defaultdict(Counter)
        for count in range(size + 1):
            factor = comb(size, count)
            for so_far, weights in found.items():
                here = more[so_far + count]
                for weight, tables in weights.items():
                    here[weight * factor] += tables
        found = more
        if sum(map(len, found.values())) > MOST_WEIGHTS:
            raise TooManyTables
    return found


def _at_most(parts: Iterable[tuple[Counter[int], Counter[int]]], weight: int) -> int:
    """The sum of the weights of all tables, made of one of each side, that weigh at most so much."""
    found = 0
    for one, other in parts:
        ordered = sorted(other)
        sums = [0, *accumulate(value * other[value] for value in ordered)]
        found += sum(value * tables * sums[bisect_right(ordered, weight // value)] for value, tables in one.items())
    return found
