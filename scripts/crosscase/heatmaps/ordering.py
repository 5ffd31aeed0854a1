"""The order of the codes and groups in figures: that of the study, by total, or clustered.

1. By total: codes by the number of groups in which they are present, groups by the number of codes present in them,
   the most first. Of equal totals the first in the study comes first.
2. Clustered: average linkage on Jaccard's distance, as in `analysis.similarity`, in the order of the tree's leaves. Of
   two codes it compares the groups that were coded for both, of two groups the codes that were coded in both.
3. A code stays in its domain and below its parent: siblings are ordered. All figures have one order of the groups.

ASSUME: a code that only groups others has the highest total among those below it, and is present where any of them is.
ASSUME: two that are present nowhere are alike, so that they stand together; two without anything that was coded for
both are as far apart as can be.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

from crosscase.analysis import similarity
from crosscase.coding.matrices import Matrix, Row
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import COUNTED, State
from crosscase.study.facts import FigureStyle

TOTAL, CLUSTERED = "total", "clustered"
Presence = Mapping[str, bool]  # of the groups that were coded for a code, or of the codes that were coded in a group
Item = TypeVar("Item")
_APART, _TOGETHER = Fraction(1), Fraction(0)


@dataclass(frozen=True, slots=True)
class _Node:
    """A code and those below it."""

    row: Row
    below: list["_Node"] = field(default_factory=list)

    def total(self) -> int:
        return self.row.total if self.row.cells else max((node.total() for node in self.below), default=0)

    def presence(self) -> dict[str, bool]:
        """Whether the code is present in each group that was coded for it."""
        if self.row.cells:
            return {cell.group: cell.state == State.PRESENT for cell in self.row.cells if cell.state in COUNTED}
        found: dict[str, bool] = {}
        for node in self.below:
            found |= {group: is_present or found.get(group, False) for group, is_present in node.presence().items()}
        return found


def ordered(domains: Sequence[Matrix], wanted: FigureStyle) -> list[Matrix]:
    """The matrices with codes and groups in the order that the figures of a study have."""
    places = _places_of_groups(domains, wanted.group_order)
    return [_ordered(matrix, places, wanted.order) for matrix in domains]


def notes(wanted: FigureStyle, words: Labels) -> list[str]:
    """What the order of a figure is, unless it is that of the study."""
    codes = {TOTAL: "codes_total", CLUSTERED: "codes_clustered"}
    groups = {TOTAL: "groups_total", CLUSTERED: "groups_clustered"}
    keys = (codes.get(wanted.order), groups.get(wanted.group_order))
    return [words(key) for key in keys if key]


def _ordered(matrix: Matrix, places: Sequence[int], order: str) -> Matrix:
    rows = list(_flat(_tree(matrix.rows), order))
    cells = [replace(row, cells=[row.cells[place] for place in places] if row.cells else []) for row in rows]
    return replace(matrix, groups=[matrix.groups[place] for place in places], rows=cells)


def _tree(rows: Sequence[Row]) -> list[_Node]:
    roots: list[_Node] = []
    path: list[_Node] = []
    for row in rows:
        node = _Node(row)
        del path[row.level :]
        (path[-1].below if path else roots).append(node)
        path.append(node)
    return roots


def _flat(siblings: Sequence[_Node], order: str) -> Iterator[Row]:
    for node in _sorted(siblings, order, _Node.total, _Node.presence):
        yield node.row
        yield from _flat(node.below, order)


def _places_of_groups(domains: Sequence[Matrix], order: str) -> list[int]:
    """The positions of the groups in the order of the study, in the order of the figures."""
    columns: list[dict[str, bool]] = [{} for _ in domains[0].groups]
    for row in (row for matrix in domains for row in matrix.rows):
        for column, cell in zip(columns, row.cells, strict=False):
            column |= {cell.code: cell.state == State.PRESENT} if cell.state in COUNTED else {}
    return _sorted(range(len(columns)), order, lambda place: sum(columns[place].values()), lambda place: columns[place])


def _sorted(
    items: Sequence[Item], order: str, total: Callable[[Item], int], presence: Callable[[Item], Presence]
) -> list[Item]:
    if order == TOTAL:
        return sorted(items, key=lambda item: -total(item))
    if order == CLUSTERED:
        return [items[place] for place in _clustered([presence(item) for item in items])]
    return list(items)


def _clustered(found: Sequence[Presence]) -> list[int]:
    """The positions of some codes or groups, in the order of the leaves of their tree."""
    names = [str(place) for place in range(len(found))]
    distances = {
        (names[one], names[other]): _distance(found[one], found[other])
        for one, other in combinations(range(len(found)), 2)
    }
    return [int(name) for name in similarity.leaf_order(names, similarity.merged_at(names, distances))]


def _distance(one: Presence, other: Presence) -> Fraction:
    common = one.keys() & other.keys()
    either = sum(one[key] or other[key] for key in common)
    if not either:
        return _TOGETHER if common else _APART
    return 1 - Fraction(sum(one[key] and other[key] for key in common), either)
