"""A heatmap's grid: labels on the left, groups on top, a cell for each pair.

1. The labels get the width that they need, the cells the rest; both shrink on a narrow page.
2. A row is as high as the lines of its label.
3. More columns than have room become several panels, one below the other.
4. seaborn colours the cells. Those without a value are drawn separately: only not coded is hatched.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.colors import Colormap
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from crosscase.heatmaps.layout import (
    BORDER,
    CAPITAL,
    HATCH,
    LABEL,
    LEADING,
    MARGIN,
    SMALL,
    Page,
    block_height,
    text_rise,
)
from crosscase.heatmaps.rows import Column, GridRow, Mark

_GAP = 6.0  # between the labels and the cells
_INDENT = 9.0  # of a nested code
_LOWEST_ROW, _ROW_PADDING = 13.0, 6.5
LESS_IF_TIGHT = 1.5  # of a row
_HIGHEST_CELL = (CAPITAL + LEADING) * LABEL + _ROW_PADDING + 0.01  # beside a label of two lines
_WIDEST_CELL, _NARROWEST_CELL = 34.0, 8.3  # the narrowest has room for an upright number
_BESIDE_TEXT = 3.0  # more room in a cell whose text lies, so that it does not touch the next one
_BETWEEN_PANELS = 14.0
_WIDEST_LABELS = 0.42  # of the page, if the cells have enough room
_NARROWEST_LABELS = 85.0


def draw(
    page: Page,
    columns: Sequence[Column],
    rows: Sequence[GridRow],
    total: str,
    colours: Colormap,
    top: float,
    of: Sequence[GridRow],
) -> QuadMesh:
    """Draw the grid below the current content of the page, with the colours of 0 to `top`.

    `total` is the heading of the column of totals, empty if there is none; the last panel has it. `of` are the rows of
    all pages, which have one width of labels.
    """
    parts = panels(page, columns, of, total)
    for part in parts:
        is_last = part.stop >= len(columns)
        lines = [replace(row, marks=row.marks[part], total=row.total if is_last and total else "") for row in rows]
        mesh = _draw_panel(page, columns[part], lines, total if is_last else "", colours, top, of)
        page.y += 0 if is_last else _BETWEEN_PANELS
    return mesh


def panels(page: Page, columns: Sequence[Column], rows: Sequence[GridRow], total: str) -> list[slice]:
    """The columns of each panel: as many as have room beside the labels."""
    room = page.room - _GAP - _total_width(page, total) - _NARROWEST_LABELS
    most = max(1, int(room / _narrowest(page, rows)))
    size = math.ceil(len(columns) / math.ceil(len(columns) / most))
    return [slice(start, min(start + size, len(columns))) for start in range(0, len(columns), size)]


def width(page: Page, columns: Sequence[Column], rows: Sequence[GridRow], total: str) -> float:
    """The width that the grid needs, in points; all of a page as wide as the figure may be if cells have to shrink."""
    labels, cell = _widths(page, columns, rows, _total_width(page, total))
    if cell < _widest(page, rows):
        return page.width
    return 2 * MARGIN + labels + _GAP + cell * len(columns) + _total_width(page, total) + 1


def heights(page: Page, columns: Sequence[Column], rows: Sequence[GridRow], total: str) -> list[float]:
    """The height of each row beside some columns."""
    labels, _ = _widths(page, columns, rows, _total_width(page, total))
    return [_row_height(page, _wrapped(page, row, labels)) for row in rows]


def _draw_panel(
    page: Page,
    columns: Sequence[Column],
    rows: Sequence[GridRow],
    total: str,
    colours: Colormap,
    top: float,
    of: Sequence[GridRow],
) -> QuadMesh:
    """Draw some of the columns with the labels of all rows."""
    total_width = _total_width(page, total)
    labels, cell = _widths(page, columns, of, total_width)
    wrapped = [_wrapped(page, row, labels) for row in rows]
    left, right = MARGIN + labels + _GAP, MARGIN + labels + _GAP + cell * len(columns)
    _draw_heads(page, columns, left, cell, total)
    edges = page.y + np.concatenate([[0.0], np.cumsum([_row_height(page, lines) for lines in wrapped])])
    axes = page.axes(left, edges[0], right - left, edges[-1] - edges[0])
    mesh = _draw_cells(axes, rows, len(columns), edges, colours, top)
    for row, lines, upper, lower in zip(rows, wrapped, edges, edges[1:], strict=False):
        middle = float(upper + lower) / 2
        page.lines(MARGIN + row.level * _INDENT, middle, lines, LABEL, row.bold)
        for number, mark in enumerate(row.marks):
            _draw_mark(page, mark, left + (number + 0.5) * cell, middle, cell)
        if row.total:
            page.text(right + total_width / 2, middle + CAPITAL * SMALL / 2, row.total, LABEL, ha="center")
    page.y = float(edges[-1])
    return mesh


def _total_width(page: Page, total: str) -> float:
    return page.typeface.width(total, SMALL, bold=True) + 2 * _GAP if total else 0.0


def _narrowest(page: Page, rows: Sequence[GridRow]) -> float:
    """The width that a cell needs: a number has room in every row if it is upright, a longer text lies."""
    texts = {mark.text for row in rows for mark in row.marks}
    needed = max((page.typeface.width(text, SMALL) + 2 for text in texts), default=0.0)
    return needed + _BESIDE_TEXT if needed > _LOWEST_ROW + 2 else _NARROWEST_CELL


def _wrapped(page: Page, row: GridRow, labels: float) -> list[str]:
    return page.typeface.wrap(row.label, LABEL, _label_room(page, row, labels), row.bold)


def _row_height(page: Page, lines: Sequence[str]) -> float:
    high = max(_LOWEST_ROW, block_height(len(lines), LABEL) + _ROW_PADDING)
    return high - LESS_IF_TIGHT if page.tight else high


def _widths(page: Page, columns: Sequence[Column], rows: Sequence[GridRow], total: float) -> tuple[float, float]:
    """Widths of the labels and of a cell."""
    room = page.room - _GAP - total
    needed = max(
        (page.typeface.width(row.label, LABEL, row.bold) + row.level * _INDENT for row in rows if row.marks), default=0
    )
    spare = max(_WIDEST_LABELS * page.width, room - _widest(page, rows) * len(columns))
    labels = min(needed + 1, spare, max(_NARROWEST_LABELS, room - _narrowest(page, rows) * len(columns)))
    return labels, min(_widest(page, rows), (room - labels) / len(columns))


def _widest(page: Page, rows: Sequence[GridRow]) -> float:
    """The width of a cell where there is room for all."""
    return max(_WIDEST_CELL, _narrowest(page, rows))


def _label_room(page: Page, row: GridRow, labels: float) -> float:
    # A heading has no cells beside it and may use their width.
    return (labels if row.marks else page.room) - row.level * _INDENT


def _draw_heads(page: Page, columns: Sequence[Column], left: float, cell: float, total: str) -> None:
    """Write the groups over their columns, upright if they are wider than a column."""
    typeface = page.typeface
    width = max(max(typeface.width(c.code, LABEL, bold=True), typeface.width(c.below, SMALL)) for c in columns)
    pad = 4.0
    if width + 3 <= cell:
        lines = 2 if any(column.below for column in columns) else 1
        page.y += block_height(lines, LABEL) + pad
        for number, column in enumerate(columns):
            x = left + (number + 0.5) * cell
            page.text(x, page.y - pad - (lines - 1) * LEADING * SMALL, column.code, LABEL, bold=True, ha="center")
            if column.below:
                page.text(x, page.y - pad, column.below, SMALL, ha="center")
    else:
        codes = max(typeface.width(column.code, SMALL, bold=True) for column in columns)
        below = max(typeface.width(column.below, SMALL) for column in columns)
        page.y += codes + (pad + below if below else 0) + pad
        for number, column in enumerate(columns):
            x = left + (number + 0.5) * cell + CAPITAL * SMALL / 2
            page.text(x, page.y - pad, column.code, SMALL, bold=True, rotation=90)
            if column.below:
                page.text(x, page.y - 2 * pad - codes, column.below, SMALL, rotation=90)
    if total:
        x = left + len(columns) * cell + _GAP
        page.text(x, page.y - pad, total, SMALL, bold=True)


def _draw_cells(
    axes: Axes,
    rows: Sequence[GridRow],
    columns: int,
    edges: "np.typing.NDArray[np.float64]",
    colours: Colormap,
    top: float,
) -> QuadMesh:
    bands = list(_bands(edges.tolist()))
    blank = [math.nan] * columns
    values = np.array(
        [blank if number is None else [m.value for m in rows[number].marks] or blank for number, _ in bands]
    )
    sns.heatmap(values, ax=axes, cmap=colours, vmin=0, vmax=top, cbar=False, xticklabels=False, yticklabels=False)
    # All rows of seaborn have the same height; this scale gives each row its own.
    steps = np.arange(len(bands) + 1)
    lower = np.array([edges[0], *(end for _, end in bands)])
    axes.set_yscale(
        "function",
        functions=(lambda row: np.interp(row, steps, lower), lambda height: np.interp(height, lower, steps)),
    )
    axes.set_ylim(len(bands), 0)
    axes.set_axis_off()
    cells = [
        (y, x, mark)
        for y, (number, _) in enumerate(bands)
        if number is not None
        for x, mark in enumerate(rows[number].marks)
    ]
    _outline(axes, [(x, y) for y, x, mark in cells if mark.hatched], HATCH)
    _outline(axes, [(x, y) for y, x, _ in cells])
    (mesh,) = (artist for artist in axes.collections if isinstance(artist, QuadMesh))
    return mesh


def _bands(edges: Sequence[float]) -> Iterator[tuple[int | None, float]]:
    """The rows of cells with their lower edges. A row higher than two lines has blanks over and under its cells (None),
    since it would look heavier than others."""
    for number, (upper, lower) in enumerate(pairwise(edges)):
        blank = (lower - upper - _HIGHEST_CELL) / 2
        if blank > 0:
            yield from ((None, upper + blank), (number, lower - blank), (None, lower))
        else:
            yield number, lower


def _outline(axes: Axes, cells: Sequence[tuple[int, int]], hatch: str | None = None) -> None:
    """Draw the borders of some cells as one path: as many paths would take many times as long."""
    if cells:
        square, corners = Path.unit_rectangle(), np.asarray(Path.unit_rectangle().vertices)
        borders = Path.make_compound_path(*(Path(corners + cell, square.codes) for cell in cells))
        # As an artist: of a patch, matplotlib would look at each corner for the limits of the axes, which are set.
        axes.add_artist(
            PathPatch(borders, facecolor="none", edgecolor=BORDER, linewidth=0.5, hatch=hatch, clip_on=False, snap=True)
        )


def _draw_mark(page: Page, mark: Mark, x: float, middle: float, cell: float) -> None:
    """Write a cell's text in its middle, upright if it is wider than the cell."""
    if not mark.text:
        return
    rise = text_rise(mark.text)
    if page.typeface.width(mark.text, SMALL) + 2 <= cell:
        page.text(x, middle + rise, mark.text, SMALL, ha="center", color=mark.colour)
    else:
        page.text(x + rise, middle, mark.text, SMALL, ha="center", rotation=90, color=mark.colour)
