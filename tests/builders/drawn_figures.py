"""What is written on a figure, and whether it can be read, for the tests of figures."""

from dataclasses import replace

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from crosscase.coding.matrices import Matrix
from crosscase.heatmaps.layout import style
from crosscase.study.facts import Domain
from tests.builders.invented_cells import large


def domains(number: int, codes: int, groups: int, labels: tuple[str, ...] = ("Code",)) -> list[Matrix]:
    """Domains of the same codes and groups."""
    matrix = large(codes, groups, labels)
    return [replace(matrix, domain=Domain(f"d{item}", f"Domain {item}")) for item in range(number)]


def words_of(figure: Figure) -> list[str]:
    """All texts of a figure."""
    return [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]


def no_text_overlaps_or_is_cut(figure: Figure) -> bool:
    """Whether all texts are inside the figure and none is on another."""
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    with style():
        drawn = canvas.get_renderer()  # type: ignore[no-untyped-call]
        texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]
        found = np.array([text.get_window_extent(drawn).extents for text in texts])
    wide, high = figure.get_size_inches() * 72
    inside = found[:, :2].min() >= 0 and found[:, 2].max() <= wide and found[:, 3].max() <= high
    apart = (found[:, None, 2] <= found[None, :, 0] + 0.01) | (found[:, None, 3] <= found[None, :, 1] + 0.01)
    return bool(inside and not np.triu(~(apart | apart.T), 1).any())
