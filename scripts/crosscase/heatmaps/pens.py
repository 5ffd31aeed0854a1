"""How a line of text is drawn in each format: as matplotlib draws it, to the byte and to the dot, in less time.

Letters are laid out once (`letters`), not for each line, format and figure. This module draws the dots of PNG files,
`vector_pens` the lines of other formats. Where matplotlib is another version than that of the sources, it draws itself.

Source: `draw_text` of matplotlib 3.11 (backend_agg).
"""

from collections.abc import Hashable
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import matplotlib
from matplotlib.backend_bases import RendererBase
from matplotlib.backends import backend_agg
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer

from crosscase.heatmaps import dots_of_letters, letters
from crosscase.heatmaps.dots_of_letters import Print
from crosscase.heatmaps.letters import Font

_IS_KNOWN = matplotlib.__version_info__[:2] == (3, 11)
_AGG: Any = backend_agg  # it has no types


class Line(NamedTuple):
    """A line of text in the dots of a renderer, from the place of its beginning."""

    text: str
    font: Font
    size: float  # points
    x: float
    y: float
    angle: float
    colour: Hashable


class Pen:
    """What draws lines with one renderer: matplotlib itself."""

    def __init__(self) -> None:
        self._inks: dict[Hashable, Any] = {}

    def draw(self, renderer: Any, line: Line) -> None:
        """Draw a line."""
        font = line.font.properties(line.size)
        renderer.draw_text(self._ink(renderer, line), line.x, line.y, line.text, font, line.angle)

    def _ink(self, renderer: Any, line: Line) -> Any:
        """The colour of a line, as the renderer has it."""
        if line.colour not in self._inks:
            self._inks[line.colour] = renderer.new_gc()
            self._inks[line.colour].set_foreground(line.colour)
        return self._inks[line.colour]


class _DotPen(Pen):
    """Puts the dots of letters on a picture."""

    def draw(self, renderer: Any, line: Line) -> None:
        """Draw a line."""
        ink, how = self._ink(renderer, line), Print(line.size, renderer.dpi, _AGG.get_hinting_flag(), line.angle)
        found = letters.laid_out(line.text, line.font, how.size, how.dpi, how.flags)
        for piece in dots_of_letters.pieces(found, how, line.x, line.y, renderer.height):
            renderer._renderer.draw_text_image(piece.dots, piece.left, piece.bottom, 0, ink)


PENS: dict[type, type[Pen]] = {RendererAgg: _DotPen}
_pens: WeakKeyDictionary[RendererBase, Pen] = WeakKeyDictionary()


def of(renderer: RendererBase) -> Pen:
    """The pen of a renderer."""
    if renderer not in _pens:
        drawing: Any = renderer
        if isinstance(drawing, MixedModeRenderer):  # of a format that may have parts drawn as dots
            drawing = drawing._renderer
        _pens[renderer] = PENS.get(type(drawing), Pen)() if _IS_KNOWN else Pen()
    return _pens[renderer]
