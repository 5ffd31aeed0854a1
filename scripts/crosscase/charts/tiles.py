"""Tiles: cells with the colour of a value from 0 to 1 and a number, row by row."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.collections import PatchCollection, QuadMesh
from matplotlib.colors import Colormap
from matplotlib.patches import Rectangle

from crosscase.heatmaps import palettes
from crosscase.heatmaps.layout import CAPITAL, GREY, INK, SMALL, Page

_AROUND = 1.2  # a text
_MOST_DRAWN = 5000  # tiles; more are drawn as pixels
_GREY_TILE = "#e4e7ea"


@dataclass(frozen=True, slots=True)
class Tile:
    """The content of a cell; nan: no colour of the scale, a grey cell if it has a text."""

    value: float = math.nan
    text: str = ""


def draw(
    page: Page, left: float, cell: float, heights: Sequence[float], rows: Sequence[Sequence[Tile]], scale: Colormap
) -> QuadMesh:
    """Draw rows of tiles below the present content of the page; a row without tiles is a gap.

    Tiles have texts only where all have room.
    """
    top, columns = page.y, max([1, *map(len, rows)])
    edges = np.concatenate([[0.0], np.cumsum(heights)])
    axes = page.axes(left, top, cell * columns, float(edges[-1]))
    axes.set_axis_off()
    values = np.full((len(rows), columns), math.nan)
    for y, row in enumerate(rows):
        values[y, : len(row)] = [tile.value for tile in row]
    mesh = axes.pcolormesh(
        np.arange(columns + 1), edges, values, cmap=scale, vmin=0, vmax=1, edgecolors="white", linewidth=0.6
    )
    mesh.set_rasterized(values.size > _MOST_DRAWN)
    grey = [
        Rectangle((x, edges[y]), 1, heights[y])
        for y, row in enumerate(rows)
        for x, tile in enumerate(row)
        if _is_grey(tile)
    ]
    axes.add_collection(PatchCollection(grey, facecolor=_GREY_TILE, edgecolor="white", linewidth=0.6))
    axes.set_xlim(0, columns)
    axes.set_ylim(float(edges[-1]), 0)
    for y, row in enumerate(rows if have_room(page, cell, rows) else ()):
        base = top + float(edges[y] + edges[y + 1]) / 2 + CAPITAL * SMALL / 2
        for x, tile in enumerate(row):
            if tile.text:
                colour = INK if _is_grey(tile) else GREY if not tile.value else palettes.readable_on(scale(tile.value))
                page.text(left + (x + 0.5) * cell, base, tile.text, SMALL, ha="center", color=colour)
    return mesh


def have_room(page: Page, cell: float, rows: Sequence[Sequence[Tile]]) -> bool:
    """Whether the texts of all tiles have room in cells of a width."""
    widest = max((page.typeface.width(tile.text, SMALL) for row in rows for tile in row), default=0.0)
    return widest + _AROUND <= cell


def _is_grey(tile: Tile) -> bool:
    return math.isnan(tile.value) and bool(tile.text)
