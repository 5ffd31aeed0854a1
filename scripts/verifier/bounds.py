"""The possible values of the hidden counts of a two-way table, given the shown counts and the totals.

Hidden counts with the sums r of the rows and c of the columns exist if and only if the sums agree and no set S of rows
needs more than the columns with its hidden cells allow: r(S) <= c(N(S)) (Gale 1957, A theorem on flows in networks).
If one of the counts is n, its cell is no longer hidden, and n is subtracted from its row and its column. A set with the
row, whose other hidden cells are not in the column, therefore bounds n from below; a set without the row, but with a
hidden cell in the column, bounds it from above. The pipeline finds the same numbers by moving counts around cycles.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

Place = tuple[int, int]  # row, column


def bounds(rows: Sequence[int], columns: Sequence[int], hidden: Collection[Place]) -> dict[Place, tuple[int, int]]:
    """The least and the most of each hidden count, from the sums of rows and columns without the shown counts.

    The time doubles with each row, or with each column if there are fewer columns.
    """
    if len(rows) > len(columns):
        turned = bounds(columns, rows, {(column, row) for row, column in hidden})
        return {(row, column): found for (column, row), found in turned.items()}
    least = dict.fromkeys(hidden, 0)
    most = {place: min(rows[place[0]], columns[place[1]]) for place in hidden}
    for members in _sets(len(rows)):
        reached = Counter(column for row, column in hidden if row in members)
        spare = sum(columns[column] for column in reached) - sum(rows[row] for row in members)
        for row, column in hidden:
            if row in members and reached[column] == 1:
                least[row, column] = max(least[row, column], columns[column] - spare)
            elif row not in members and column in reached:
                most[row, column] = min(most[row, column], spare)
    return {place: (least[place], most[place]) for place in hidden}


def _sets(size: int) -> Iterator[frozenset[int]]:
    for number in range(1, size + 1):
        yield from map(frozenset, combinations(range(size), number))
