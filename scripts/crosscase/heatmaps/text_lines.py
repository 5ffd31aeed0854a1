"""A line of text whose place is known before it is drawn.

Matplotlib measures each text once more for each format, to find where it begins. That takes as long as drawing it.
"""

from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.text import Text

from crosscase.heatmaps import pens
from crosscase.heatmaps.letters import Font
from crosscase.heatmaps.pens import Line


class TextLine(Text):
    """A line that begins at its position, whatever its width, and is not cut off anywhere."""

    def __init__(self, x: float, y: float, text: str, font: Font, size: float, **how: Any) -> None:
        super().__init__(x, y, text, fontproperties=font.properties(size), rotation_mode="anchor", **how)
        self._font, self._size = font, size

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line where it is."""
        x, y = self.get_transform().transform(self.get_position())
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        renderer.open_group("text", self.get_gid())
        line = Line(self.get_text(), self._font, self._size, x, y, self.get_rotation(), self.get_color())
        pens.of(renderer).draw(renderer, line)
        renderer.close_group("text")
