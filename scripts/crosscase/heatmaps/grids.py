"""A heatmap's grid: labels on the left, groups on top, a cell for each pair.

1. The labels get the width that they need, the cells the rest; both shrink on a narrow page.
2. A row is as high as the lines of its label.
3. More columns than have room become several panels, one below the other.
4. seaborn colours the cells. Those without a value are drawn separately: only not coded is hatched.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection, QuadMesh
from matplotlib.colors import Colormap
from matplotlib.patches import Rectangle

from crosscase.heatmaps.layout import CAPITAL, INK, LEADING, MARGIN, Page, block_height

LABEL, SMALL = 7.5, 7.0  # sizes in points; journals require at least 7
BORDER = "#b5bcc4"
HATCH = "/////"
_GAP = 6.0  # between the labels and the cells
_INDENT = 9.0  # of a nested code
_LOWEST_ROW, _ROW_PADDING = 13.0, 6.5
_WIDEST_CELL, _NARROWEST_CELL = 34.0, 8.3  # the narrowest has room for an upright number
_BETWEEN_PANELS = 14.0
_WIDEST_LABELS = 0.42  # of the page, if the cells have enough room
_NARROWEST_LABELS = 85.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The content of a cell: its colour as a value of the colour map, and its text."""

    value: float  # nan: without a colour
    text: str
    colour: str = INK
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: a code with its marks or, without marks, a heading of the rows below."""

    label: str
    level: int = 0
    marks: list[Mark] = field(default_factory=list)
    total: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column: a code, and a line below it."""

    code: str
    below: str = ""


def draw(
    page: Page, columns: Sequence[Column], rows: Sequence[GridRow], total: str, colours: Colormap, top: float
) -> QuadMesh:
    """Draw the grid below the current content of the page, with the colours of 0 to `top`.

    `total` is the heading of the column of totals, empty if there is none; the last panel has it.
    """
    total_width = page.typeface.width(total, SMALL, bold=True) + 2 * _GAP if total else 0.0
    most = max(1, int((page.room - _GAP - total_width - _NARROWEST_LABELS) / _NARROWEST_CELL))
    panels = math.ceil(len(columns) / most)
    size = math.ceil(len(columns) / panels)
    for start in range(0, len(columns), size):
        part, is_last = slice(start, start + size), start + size >= len(columns)
        lines = [replace(row, marks=row.marks[part], total=row.total if is_last else "") for row in rows]
        mesh = _draw_panel(page, columns[part], lines, total if is_last else "", colours, top)
        page.y += 0 if is_last else _BETWEEN_PANELS
    return mesh


def _draw_panel(
    page: Page, columns: Sequence[Column], rows: Sequence[GridRow], total: str, colours: Colormap, top: float
) -> QuadMesh:
    """Draw some of the columns with the labels of all rows."""
    total_width = page.typeface.width(total, SMALL, bold=True) + 2 * _GAP if total else 0.0
    labels, cell = _widths(page, columns, rows, total_width)
    wrapped = [page.typeface.wrap(row.label, LABEL, _label_room(page, row, labels), row.bold) for row in rows]
    heights = [max(_LOWEST_ROW, block_height(len(lines), LABEL) + _ROW_PADDING) for lines in wrapped]
    left, right = MARGIN + labels + _GAP, MARGIN + labels + _GAP + cell * len(columns)
    _draw_heads(page, columns, left, cell, total)
    edges = page.y + np.concatenate([[0.0], np.cumsum(heights)])
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


def _widths(page: Page, columns: Sequence[Column], rows: Sequence[GridRow], total: float) -> tuple[float, float]:
    """Widths of the labels and of a cell."""
    room = page.room - _GAP - total
    needed = max(
        (page.typeface.width(row.label, LABEL, row.bold) + row.level * _INDENT for row in rows if row.marks), default=0
    )
    spare = max(_WIDEST_LABELS * page.width, room - _WIDEST_CELL * len(columns))
    labels = min(needed + 1, spare, max(_NARROWEST_LABELS, room - _NARROWEST_CELL * len(columns)))
    return labels, min(_WIDEST_CELL, (room - labels) / len(columns))


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
    values = np.array([[mark.value for mark in row.marks] or [math.nan] * columns for row in rows])
    sns.heatmap(values, ax=axes, cmap=colours, vmin=0, vmax=top, cbar=False, xticklabels=False, yticklabels=False)
    # All rows of seaborn have the same height; this scale gives each row its own.
    steps = np.arange(len(edges))
    axes.set_yscale(
        "function",
        functions=(lambda row: np.interp(row, steps, edges), lambda height: np.interp(height, edges, steps)),
    )
    axes.set_ylim(len(rows), 0)
    axes.set_axis_off()
    cells = [(y, x, mark) for y, row in enumerate(rows) for x, mark in enumerate(row.marks)]
    _outline(axes, [Rectangle((x, y), 1, 1) for y, x, mark in cells if mark.hatched], HATCH)
    _outline(axes, [Rectangle((x, y), 1, 1) for y, x, _ in cells])
    (mesh,) = (artist for artist in axes.collections if isinstance(artist, QuadMesh))
    return mesh


def _outline(axes: Axes, cells: list[Rectangle], hatch: str | None = None) -> None:
    if cells:
        axes.add_collection(
            PatchCollection(cells, facecolor="none", edgecolor=BORDER, linewidth=0.5, hatch=hatch, clip_on=False)
        )


def _draw_mark(page: Page, mark: Mark, x: float, middle: float, cell: float) -> None:
    """Write a cell's text in its middle, upright if it is wider than the cell."""
    if not mark.text:
        return
    # The letter x has no ascender, so its middle is lower than that of a digit.
    rise = (0.55 if mark.text == "x" else CAPITAL) * SMALL / 2
    if page.typeface.width(mark.text, SMALL) + 2 <= cell:
        page.text(x, middle + rise, mark.text, SMALL, ha="center", color=mark.colour)
    else:
        page.text(x + rise, middle, mark.text, SMALL, ha="center", rotation=90, color=mark.colour)
