"""Which counts of a two-way table must not be shown, so that no small one can be worked out from its totals.

1. Counts of 1 to k - 1 are hidden (the threshold rule).
2. The totals of rows and columns are published, so further counts are hidden with these, until nothing can be
   told of a count below k but that it is from 0 to k or more, and of any other hidden count but that it is
   one of k + 1 numbers or more. Where the totals alone say more than that (a total of 2 is not 3), they alone
   may say it.
3. A hidden count can be moved up or down where others move against it around a cycle of hidden cells, one
   up and one down by turns, and none below 0. All the ways of moving are a flow in a network of the rows
   and columns; so the bounds found by moving until no cycle is left are exact (Ford and Fulkerson 1956).
   The cheapest cycle chooses what else is hidden.

Sources: A. Hundepool et al., Statistical Disclosure Control (Wiley 2012; https://sdctools.github.io/HandbookSDC/),
on the threshold rule, secondary suppression and feasibility intervals; J. P. Kelly, B. L. Golden and A. A. Assad,
Cell suppression: disclosure protection for sensitive tabular data, Networks 22 (1992), on cycles and flows.

ASSUME: a 0 stands for no person, and is hidden only where nothing else protects its neighbours. What zeros say
of all participants of a country (that they are alike) is told by the report, see `disclosure`.
"""

from collections.abc import Callable, Collection, Sequence
from heapq import heappop, heappush

Table = Sequence[Sequence[int]]  # counts, none negative, rows of the same length
Place = tuple[int, int]  # row, column
_ROW, _COLUMN = 0, 1


def hide(table: Table, k: int) -> set[Place]:
    """The cells that must not be shown beside the totals. The same table has the same ones."""
    hidden = {(row, column) for row, counts in enumerate(table) for column, n in enumerate(counts) if 0 < n < k}
    total = sum(map(sum, table))

    def cost(place: Place) -> int:
        count = table[place[0]][place[1]]
        # Few cells come before small ones, small ones before large ones, and a 0 is the last of all.
        return 0 if place in hidden else 1 + total + (count or total)

    to_protect = sorted(hidden)
    for place in to_protect:  # grows on the way
        count = table[place[0]][place[1]]
        least, most = limits(table, place)
        low = max(least, count - k)
        high = min(most, low + k)
        lowest, highest = bounds(table, hidden, place)
        if count >= k and highest - lowest >= high - low:
            continue
        for up, amount in ((False, count - low), (True, high - count)):
            _, used = _move(table, place, up, amount, cost)
            to_protect += sorted(used - hidden)
            hidden |= used
    return hidden


def bounds(table: Table, hidden: Collection[Place], place: Place) -> tuple[int, int]:
    """The least and the most that a hidden count can be, for all that the shown counts and the totals say."""
    count = table[place[0]][place[1]]
    if place not in hidden:
        return count, count
    least, most = limits(table, place)

    def cost(other: Place) -> int | None:
        return 0 if other in hidden else None

    down, _ = _move(table, place, False, count - least, cost)
    up, _ = _move(table, place, True, most - count, cost)
    return count - down, count + up


def limits(table: Table, place: Place) -> tuple[int, int]:
    """The least and the most that a count can be by the totals of its row and column alone (Fréchet's bounds)."""
    row, column = sum(table[place[0]]), sum(counts[place[1]] for counts in table)
    return max(0, row + column - sum(map(sum, table))), min(row, column)


def _move(
    table: Table, place: Place, up: bool, amount: int, cost: Callable[[Place], int | None]
) -> tuple[int, set[Place]]:
    """Move a count, at the most by `amount`, against cells that have a cost; how far it went, and which these are."""
    counts = [list(row) for row in table]
    moved, used = 0, set[Place]()
    while moved < amount and (path := _cheapest(counts, place, up, cost)):
        falling, rising = (path[::2], path[1::2]) if up else (path[1::2], path[::2])
        step = min(amount - moved, *(counts[row][column] for row, column in falling))
        for places, change in ((falling, -step), (rising, step)):
            for row, column in places:
                counts[row][column] += change
        moved += step
        used.update(path)
    return moved, used


def _cheapest(counts: Table, place: Place, up: bool, cost: Callable[[Place], int | None]) -> Sequence[Place]:
    """The cells that close the cheapest cycle with a place, by turns falling and rising; empty: there is none.

    Dijkstra's algorithm from the place's column to its row, or back: a column is left through a cell that can
    fall, a row through one that rises.
    """
    row, column = (_ROW, place[0]), (_COLUMN, place[1])
    start, goal = (column, row) if up else (row, column)
    queue: list[tuple[int, tuple[int, int], tuple[Place, ...]]] = [(0, start, ())]
    seen = set()
    while queue:
        spent, node, path = heappop(queue)
        if node == goal:
            return path
        if node in seen:
            continue
        seen.add(node)
        side, number = node
        for other in range(len(counts[0]) if side == _ROW else len(counts)):
            cell = (number, other) if side == _ROW else (other, number)
            can_move = side == _ROW or counts[other][number] > 0
            price = cost(cell) if can_move and cell != place else None
            if price is not None:
                heappush(queue, (spent + price, (1 - side, other), (*path, cell)))
    return ()
