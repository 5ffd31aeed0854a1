"""Which counts of a two-way table to suppress, so that no small count can be worked out.

The reader knows the totals of rows and columns, the counts that are shown, k and this code, but not the study's key.

1. Counts of 1 to k - 1 are hidden (the threshold rule).
2. Any other count is hidden with a small probability, drawn with the key; more often if it is 0 or close to k.
3. Further counts are hidden, in an order drawn with the key, until the published numbers leave each hidden count
   either every value from 0 to k, or only values of k and more, and k + 1 of these. Where the totals alone exclude 0,
   k + 1 values from the least on are left; if they allow fewer (a total of 2 excludes 3), that is accepted. Those of
   step 3 that are not needed are shown again.

Why the pattern reveals nothing more: take any table with the published totals and shown counts. Its counts below k are
among the hidden ones, since no shown count is small. If exactly the hidden counts are drawn in step 2, then step 3 adds
nothing, because its condition depends on published numbers only. So each of these tables gives the published pattern
for some draw. Without step 2 the pattern would be the least that protects the true table, and trying out
all tables would exclude most of them (the minimality attack: R. C.-W. Wong et al., VLDB 2007). That a refusal must not
depend on what is refused is the point of K. Kenthapadi, N. Mishra and K. Nissim, Simulatable auditing, PODS 2005.
Not excluded does not mean equally probable: a pattern is likelier for some tables than for others.

A hidden count can move up or down if other hidden counts compensate around a cycle of hidden cells, alternately up and
down, and none below 0. All such moves are a flow in a network of the rows and columns, so the bounds found by moving
until no cycle is left are exact (Ford and Fulkerson 1956). The cheapest cycle decides which further counts are hidden.

Sources: A. Hundepool et al., Statistical Disclosure Control (Wiley 2012; https://sdctools.github.io/HandbookSDC/),
on the threshold rule, secondary suppression and feasibility intervals; J. P. Kelly, B. L. Golden and A. A. Assad,
Cell suppression: disclosure protection for sensitive tabular data, Networks 22 (1992), on cycles and flows.

ASSUME: a 0 describes no person, so most zeros are shown. They can reveal that all participants of a group are in one
category; the disclosure report lists this, see `disclosure`.
"""

from collections.abc import Callable, Collection, Sequence
from heapq import heappop, heappush

from crosscase.sample.draws import DRAWN

Table = Sequence[Sequence[int]]  # counts, none negative, rows of the same length
Place = tuple[int, int]  # row, column
Draw = Callable[[Place], int]  # a number below DRAWN, which does not depend on any count
_ROW, _COLUMN = 0, 1
# ASSUME: 0 and k are hidden with a probability of 1/8, k + 1 of 1/16, k + 2 of 1/32, and every greater count of 1/64.
# Higher probabilities hide more; lower ones make the tables that differ from the true one less likely.
_OFTEN, _SELDOM = 3, 6  # powers of 1/2


def hide(table: Table, k: int, draw: Draw) -> set[Place]:
    """The cells to suppress when the totals are shown. Equal tables and draws give equal cells.

    If `k` is 1, no count is small and nothing is hidden.
    """
    if k <= 1:
        return set()
    kept = {
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        if 0 < count < k or _is_drawn(table, (row, column), k, draw)
    }
    hidden = _with_protection(table, kept, k, draw)
    for place in sorted(hidden - kept, key=lambda place: (draw(place), place), reverse=True):
        # A cell that protected others can become needless when more cells are hidden.
        without = hidden - {place}
        if all(_is_protected_in(table, without, other, k) for other in _nearest_first(without, place)):
            hidden = without
    return hidden


def _with_protection(table: Table, kept: Collection[Place], k: int, draw: Draw) -> set[Place]:
    """Some hidden cells, and further ones until each is protected."""
    hidden = set(kept)

    def cost(place: Place) -> int:
        # Prefer few cells. Counts must not matter: the choice among cells would reveal something about them.
        return 0 if place in hidden else DRAWN + draw(place)

    settled = set[Place]()
    changed = True
    while changed:
        changed = False
        for place in sorted(hidden - settled):
            possible, allowed = bounds(table, hidden, place), limits(table, place)
            if not is_protected(possible, allowed, k):
                hidden |= _to_protect(table, place, _targets(possible, allowed, k), cost)
                changed = True
            elif possible[0] < k:
                settled.add(place)  # further hidden cells only add possible values
    return hidden


def _is_protected_in(table: Table, hidden: Collection[Place], place: Place, k: int) -> bool:
    return is_protected(bounds(table, hidden, place), limits(table, place), k)


def _nearest_first(places: Collection[Place], place: Place) -> list[Place]:
    """Places of the same row or column first: what a count protects is most often there."""
    return sorted(places, key=lambda other: (other[0] != place[0] and other[1] != place[1], other))


def is_protected(possible: tuple[int, int], allowed: tuple[int, int], k: int) -> bool:
    """Whether a hidden count may have `k` + 1 values: from `k` on, or from the least that the totals allow, mostly 0.

    `possible` are the lowest and highest value that the published numbers leave, `allowed` those that the totals leave.
    """
    (lowest, highest), (least, most) = possible, allowed
    if lowest >= k:
        return highest - lowest >= min(k, most - least)
    return lowest == least and highest >= min(most, least + k)


def _is_drawn(table: Table, place: Place, k: int, draw: Draw) -> bool:
    """Whether chance hides a count. A count that follows from the totals is not hidden: that would be of no use."""
    least, most = limits(table, place)
    count = table[place[0]][place[1]]
    seldom = min(_SELDOM, _OFTEN + count - k) if count >= k else _OFTEN
    return least < most and draw(place) < DRAWN >> seldom


def _targets(possible: tuple[int, int], allowed: tuple[int, int], k: int) -> tuple[int, int]:
    """The values that an unprotected count must be able to reach."""
    (lowest, _), (least, most) = possible, allowed
    if lowest < k:
        return least, min(most, least + k)
    high = min(most, lowest + k)
    return max(least, min(lowest, high - k)), high


def _to_protect(table: Table, place: Place, targets: tuple[int, int], cost: Callable[[Place], int]) -> set[Place]:
    """The cells to hide so that a hidden count may be as low and as high as the targets."""
    count = table[place[0]][place[1]]
    _, falling = _move(table, place, False, count - targets[0], cost)
    _, rising = _move(table, place, True, targets[1] - count, cost)
    return falling | rising


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
