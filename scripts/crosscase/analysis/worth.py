"""What each mark and each total of the matrices is worth: shares, intervals, other rules, fewer interviews.

The study's own rule stays: a mark stands where at least one participant raised the code. Beside it stands what this
depends on. A cell that was not coded, or of which nobody knows, has no worth and is in no total.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import sqrt

from crosscase.analysis import intervals, rarefaction
from crosscase.analysis.rows import CellWorth, TotalWorth
from crosscase.storage.schemas import COUNTED, Cell

DIGITS = 6  # of published numbers
_TENTH, _QUARTER = 0.1, 0.25


def smallest_groups(cells: Iterable[Cell]) -> defaultdict[str, int]:
    """The number of interviews of the smallest group that was coded, by domain; 0 if there is none."""
    found: defaultdict[str, int] = defaultdict(int)
    for cell in cells:
        if cell.state in COUNTED and cell.interviewed:
            found[cell.domain] = min(found[cell.domain] or cell.interviewed, cell.interviewed)
    return found


def of_cells(cells: Sequence[Cell], method: intervals.Method) -> Iterator[CellWorth]:
    """The worth of each cell, in the order of the cells."""
    smallest = smallest_groups(cells)
    for cell in cells:
        raised, interviewed = cell.participants, cell.interviewed
        known = raised is not None and interviewed > 0
        share = raised / interviewed if raised is not None and interviewed else None
        ends = intervals.interval(method, raised or 0, interviewed) if known else None
        yield CellWorth(
            *(cell.domain, cell.code, cell.group, cell.state, raised, interviewed),
            share=_rounded(share),
            low=_rounded(ends[0] if ends else None),
            high=_rounded(ends[1] if ends else None),
            most_if_nobody=_rounded(intervals.most_if_nobody(interviewed) if known and raised == 0 else None),
            fragile=raised == 1,
            rarefied=_rounded(
                float(rarefaction.presence(raised or 0, interviewed, smallest[cell.domain])) if known else None
            ),
        )


def of_totals(cells: Sequence[Cell]) -> Iterator[TotalWorth]:
    """The worth of each total, a row a code, in the order of the cells."""
    smallest = smallest_groups(cells)
    for (domain, code), row in groupby(cells, lambda cell: (cell.domain, cell.code)):
        coded = [(cell.participants or 0, cell.interviewed) for cell in row if cell.state in COUNTED]
        total = rarefaction.total(coded, smallest[domain])
        yield TotalWorth(
            *(domain, code, len(coded)),
            total=sum(raised > 0 for raised, _ in coded),
            at_least_two=sum(raised > 1 for raised, _ in coded),
            at_least_tenth=_at_least(coded, _TENTH),
            at_least_quarter=_at_least(coded, _QUARTER),
            fragile=sum(raised == 1 for raised, _ in coded),
            drawn=smallest[domain],
            expected=round(float(total.expected), DIGITS),
            deviation=round(sqrt(total.variance), DIGITS),
        )


def _at_least(coded: Iterable[tuple[int, int]], share: float) -> int:
    return sum(raised > 0 and raised >= share * interviewed for raised, interviewed in coded)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
