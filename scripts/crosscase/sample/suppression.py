"""Which counts of a two-way table to suppress, so that no small count can be worked out from the totals.

1. Counts of 1 to k - 1 are hidden (the threshold rule).
2. The totals of rows and columns are published. Further counts are therefore hidden, until the published totals
   leave every hidden count below k at least the interval 0..k, and every other hidden count at least k + 1
   possible values. If the totals alone allow fewer values (a total of 2 excludes 3), that is accepted.
3. A hidden count can move up or down if other hidden counts compensate around a cycle of hidden cells,
   alternately up and down, and none below 0. All such moves are a flow in a network of the rows
   and columns, so the bounds found by moving until no cycle is left are exact (Ford and Fulkerson 1956).
   The cheapest cycle decides which further counts are hidden.

Sources: A. Hundepool et al., Statistical Disclosure Control (Wiley 2012; https://sdctools.github.io/HandbookSDC/),
on the threshold rule, secondary suppression and feasibility intervals; J. P. Kelly, B. L. Golden and A. A. Assad,
Cell suppression: disclosure protection for sensitive tabular data, Networks 22 (1992), on cycles and flows.

ASSUME: a 0 describes no person and is hidden only if nothing else protects its neighbours. Zeros can reveal that
all participants of a group are in one category; the disclosure report lists this, see `disclosure`.
"""

from collections.abc import Callable, Collection, Sequence
from heapq import heappop, heappush

Table = Sequence[Sequence[int]]  # counts, none negative, rows of the same length
Place = tuple[int, int]  # row, column
_ROW, _COLUMN = 0, 1


def hide(table: Table, k: int) -> set[Place]:
    """The cells to suppress when the totals are shown. Equal tables give equal cells."""
    hidden = {(row, column) for row, counts in enumerate(table) for column, n in enumerate(counts) if 0 < n < k}
    total = sum(map(sum, table))

    def cost(place: Place) -> int:
        count = table[place[0]][place[1]]
        # Prefer few cells, then small counts; choose a 0 last.
        return 0 if place in hidden else 1 + total + (count or total)

    to_protect = sorted(hidden)
    for place in to_protect:  # the loop appends to it
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
    """The lowest and highest value of a hidden count that the shown counts and the totals allow."""
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
    """The lowest and highest value of a count by the totals of its row and column alone (Fréchet's bounds)."""
    row, column = sum(table[place[0]]), sum(counts[place[1]] for counts in table)
    return max(0, row + column - sum(map(sum, table))), min(row, column)


def _move(
    table: Table, place: Place, up: bool, amount: int, cost: Callable[[Place], int | None]
) -> tuple[int, set[Place]]:
    """Move a count by at most `amount` against cells that have a cost. Returns how far it moved, and the cells."""
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
    """The cells that close the cheapest cycle with a place, alternately falling and rising; empty if there is none.

    Dijkstra's algorithm from the place's column to its row, or back: the path leaves a column through a cell that
    can fall and a row through one that rises.
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
