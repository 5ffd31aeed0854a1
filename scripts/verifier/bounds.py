"""The possible values of the hidden counts of a two-way table, given the shown counts and the totals.

1. Hidden counts that fit the sums of rows and columns are a flow from the rows to the columns. One is found first (Ford
   and Fulkerson 1956, Maximal flow through a network).
2. A count can grow by what can be moved from its column back to its row over the other hidden counts, and shrink by
   what can be moved from its row to its column, up to its value: all flows that fit differ by such circles.

The time is that of two flows a count, so that tables of dozens of rows and columns take seconds.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Mapping, Sequence

Place = tuple[int, int]  # row, column
_Node = tuple[str, int]
_Flow = dict[_Node, dict[_Node, int]]  # what can still be moved from one node to another
_ANY = 1 << 62


def bounds(rows: Sequence[int], columns: Sequence[int], hidden: Collection[Place]) -> dict[Place, tuple[int, int]]:
    """The least and the most of each hidden count, from the sums of rows and columns without the shown counts.

    Raises ValueError if no counts fit the sums.
    """
    counts = _fitting(rows, columns, hidden)
    found = {}
    for place in sorted(hidden):
        row, column = ("row", place[0]), ("column", place[1])
        others = {other: count for other, count in counts.items() if other != place}
        grown = _push(_movable(others), column, row, _ANY)
        shrunk = _push(_movable(others), row, column, counts[place])
        found[place] = (counts[place] - shrunk, counts[place] + grown)
    return found


def _fitting(rows: Sequence[int], columns: Sequence[int], hidden: Collection[Place]) -> dict[Place, int]:
    """Some counts that fit the sums."""
    flow: _Flow = _movable(dict.fromkeys(hidden, 0))
    start, end = ("start", 0), ("end", 0)
    for number, total in enumerate(rows):
        flow[start]["row", number] = total
    for number, total in enumerate(columns):
        flow["column", number][end] = total
    moved = _push(flow, start, end, _ANY)
    if min([0, *rows, *columns]) < 0 or not moved == sum(rows) == sum(columns):
        raise ValueError("no counts fit the totals")
    return {(row, column): flow["column", column].get(("row", row), 0) for row, column in hidden}


def _movable(counts: Mapping[Place, int]) -> _Flow:
    """To a column any number can be moved over a hidden count, back from it no more than the count."""
    flow: _Flow = defaultdict(dict)
    for (row, column), count in counts.items():
        flow["row", row]["column", column] = _ANY
        flow["column", column]["row", row] = count
    return flow


def _push(flow: _Flow, start: _Node, end: _Node, most: int) -> int:
    """Move as much as possible, but not more than `most`, along the shortest ways; returns how much."""
    moved = 0
    while moved < most and (way := _way(flow, start, end)):
        amount = min(most - moved, *(flow[one][other] for one, other in way))
        for one, other in way:
            flow[one][other] -= amount
            flow[other][one] = flow[other].get(one, 0) + amount
        moved += amount
    return moved


def _way(flow: _Flow, start: _Node, end: _Node) -> list[tuple[_Node, _Node]]:
    before: dict[_Node, _Node] = {start: start}
    waiting = deque([start])
    while waiting and end not in before:
        node = waiting.popleft()
        for other, room in flow[node].items():
            if room and other not in before:
                before[other] = node
                waiting.append(other)
    way = []
    node = end
    while node in before and node != start:
        way.append((before[node], node))
        node = before[node]
    return way
