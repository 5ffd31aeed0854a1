"""A line of text whose place is known before it is drawn.

Matplotlib measures each text once more for each format, to find where it begins. That takes as long as drawing it.
"""

from matplotlib.backend_bases import RendererBase
from matplotlib.text import Text


class TextLine(Text):
    """A line that begins at its position, whatever its width, and is not cut off anywhere."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line where it is."""
        x, y = self.get_transform().transform(self.get_position())
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        renderer.open_group("text", self.get_gid())
        renderer.draw_text(gc, x, y, self.get_text(), self.get_fontproperties(), self.get_rotation(), mtext=self)
        renderer.close_group("text")
        gc.restore()
