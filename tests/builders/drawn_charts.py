"""The numbers that a chart shows, read back from the drawing."""

from collections.abc import Iterator

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, QuadMesh
from matplotlib.figure import Figure

from crosscase.heatmaps.layout import Drawing
from tests.builders.analysed_study import Analysed


def pages(drawing: Drawing) -> list[Figure]:
    """The pages of a drawing."""
    return list(drawing.pages) or [drawing.figure]


def points(axes: Axes, label: str) -> list[tuple[float, float]]:
    """The places of the signs of a name, in the units of the axes."""
    found = [one for one in axes.collections if isinstance(one, PathCollection) and one.get_label() == label]
    return [(float(x), float(y)) for one in found for x, y in np.asarray(one.get_offsets())]


def lines(axes: Axes, label: str) -> list[list[tuple[float, float]]]:
    """The lines of a name, each as its places."""
    found = [one for one in axes.collections if isinstance(one, LineCollection) and one.get_label() == label]
    return [[(float(x), float(y)) for x, y in np.asarray(line)] for one in found for line in one.get_segments()]


def tiles(figure: Figure) -> list[list[float | None]]:
    """The values of the tiles, row by row; None where there is none."""
    (mesh,) = [one for axes in figure.axes for one in axes.collections if isinstance(one, QuadMesh)][:1]
    values = mesh.get_array()
    assert values is not None
    return [[None if np.isnan(value) else float(value) for value in row] for row in np.ma.filled(values, np.nan)]


def codes_in_order(made: Analysed) -> Iterator[str]:
    """The codes as tables and charts have them."""
    yield from (row.code for matrix in made.domains for row in matrix.coded_rows)
