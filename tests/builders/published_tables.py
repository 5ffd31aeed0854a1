"""What somebody has who reads a two-way table with suppressed counts, and all tables that it could be."""

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tests.builders.projects import Study

Table = Sequence[Sequence[int]]
Place = tuple[int, int]  # row, column


@dataclass(frozen=True)
class Published:
    """The totals and the shown counts; None where a count is suppressed."""

    shown: Sequence[Sequence[int | None]]
    rows: Sequence[int]
    columns: Sequence[int]

    @property
    def hidden(self) -> set[Place]:
        return {(r, c) for r, counts in enumerate(self.shown) for c, count in enumerate(counts) if count is None}

    def allowed(self, place: Place) -> range:
        """The values that the totals alone allow."""
        row, column = self.rows[place[0]], self.columns[place[1]]
        return range(max(0, row + column - sum(self.rows)), min(row, column) + 1)


def publish(table: Table, hidden: Collection[Place]) -> Published:
    """The published part of a table."""
    shown = [[None if (r, c) in hidden else n for c, n in enumerate(counts)] for r, counts in enumerate(table)]
    return Published(shown, [sum(counts) for counts in table], [sum(column) for column in zip(*table, strict=True)])


def printed(study: Study) -> Iterator[Published]:
    """The tables as the file for a manuscript shows them."""
    with (study.folder / "results/tables/sample_by_country.csv").open(encoding="utf-8", newline="") as stream:
        *rows, totals = list(csv.reader(stream))[1:]
    for title in dict.fromkeys(row[0] for row in rows):
        members = [row[2:] for row in rows if row[0] == title]
        counts = [[None if n == "suppressed" else int(n) for n in row[:-1]] for row in members]
        yield Published(counts, [int(row[-1]) for row in members], [int(n) for n in totals[2:-1]])


def tables_that_fit(published: Published) -> Iterator[list[list[int]]]:
    """Every table with the published totals and shown counts. It tries all, so columns should be short."""
    columns = [list(column) for column in zip(*published.shown, strict=True)]
    left = [total - sum(n or 0 for n in counts) for total, counts in zip(published.rows, published.shown, strict=True)]
    lacking = [total - sum(n or 0 for n in counts) for total, counts in zip(published.columns, columns, strict=True)]
    ways = [list(_column(column, n, published.rows)) for column, n in zip(columns, lacking, strict=True)]

    def after(column: int, filled: Sequence[int], left: Sequence[int]) -> tuple[int, ...]:
        return tuple(n - (filled[row] if columns[column][row] is None else 0) for row, n in enumerate(left))

    @cache
    def can_end(column: int, left: tuple[int, ...]) -> bool:
        if column == len(columns) or min(left) < 0:
            return not any(left)
        return any(can_end(column + 1, after(column, filled, left)) for filled in ways[column])

    def fill(column: int, left: tuple[int, ...]) -> Iterator[tuple[Sequence[int], ...]]:
        if column == len(columns):
            yield ()
            return
        for filled in ways[column]:
            remaining = after(column, filled, left)
            if can_end(column + 1, remaining):
                yield from ((filled, *others) for others in fill(column + 1, remaining))

    for found in fill(0, tuple(left)) if can_end(0, tuple(left)) else ():
        yield [list(row) for row in zip(*found, strict=True)]


def _column(column: Sequence[int | None], lacking: int, left: Sequence[int]) -> Iterator[list[int]]:
    if not column:
        if not lacking:
            yield []
        return
    count = column[0]
    for value in range(min(lacking, left[0]) + 1) if count is None else [count]:
        for others in _column(column[1:], lacking - (value if count is None else 0), left[1:]):
            yield [value, *others]
