"""Where a heatmap breaks into pages: by domain, and a domain of more than a page evenly.

1. Whole sections (domains) share a page while they fit.
2. A section of more than a page is cut into as few pages as will do, as equal as its rows allow.
3. A page that begins below a code repeats that code and those above it as headings.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosscase.heatmaps.rows import GridRow

Measured = tuple[GridRow, float]  # a row and its height in points


def pages_of(sections: Sequence[Sequence[Measured]], room: float, again: str) -> list[list[GridRow]]:
    """The rows of each page, none higher than `room` unless one row is. `again` ends headings that are repeated."""
    pages: list[list[GridRow]] = []
    left = 0.0
    for section in sections:
        high = _height(section)
        if high <= left:
            pages[-1] += [row for row, _ in section]
            left -= high
            continue
        pages += _evenly(section, room, again)
        left = room - high if high <= room else 0.0
    return pages


def _evenly(section: Sequence[Measured], room: float, again: str) -> list[list[GridRow]]:
    """A section on as few pages as will do."""
    for number in range(max(1, math.ceil(_height(section) / room)), len(section)):
        pages = list(_cut(section, _height(section) / number, again))
        if len(pages) <= number and all(_height(page) <= room for page in pages):
            break
    else:
        pages = list(_cut(section, room, again))
    return [[row for row, _ in page] for page in pages]


def _cut(section: Sequence[Measured], goal: float, again: str) -> Iterator[list[Measured]]:
    """Pages of about the same height. A heading stays with the first row below it."""
    page: list[Measured] = []
    done, number = 0.0, 1
    for at, (row, high) in enumerate(section):
        follows_heading = at > 0 and not section[at - 1][0].marks
        if page and done + high / 2 > number * goal and not follows_heading:
            yield page
            page, number = _above(section, at, again), number + 1
        page.append((row, high))
        done += high
    yield page


def _above(section: Sequence[Measured], at: int, again: str) -> list[Measured]:
    """The headings of a page that begins with a row: the heading of its section, and the codes above the row."""
    found: list[Measured] = []
    level = section[at][0].level
    for row, high in reversed(section[:at]):
        if row.level < level:
            found.append((row, high))
            level = row.level
    first = section[0]
    if first[0].bold and first not in found:
        found.append(first)
    return [(replace(row, label=f"{row.label} {again}", marks=[], total=""), high) for row, high in reversed(found)]


def _height(rows: Sequence[Measured]) -> float:
    return sum(high for _, high in rows)
