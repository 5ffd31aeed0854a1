"""What the signs of a chart mean: points, lines and bands, each with its words, below the chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from crosscase.heatmaps.layout import INK, LABEL, LEADING, MARGIN, Page

WIDE = 18.0  # of a sign
_GAP = 4.0  # between a sign and its words
_BETWEEN = 14.0  # between two entries
_OPEN = frozenset("os^vDd")  # markers with an inside


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and its meaning."""

    meaning: str
    marker: str = ""
    colour: str = INK
    is_filled: bool = False
    inside: str = "white"  # of a marker that is not filled
    line: str = ""  # a style of Matplotlib
    line_colour: str = ""  # that of the marker if it has none of its own
    line_width: float = 1.0
    band: str = ""  # a colour behind the line
    size: float = 5.0

    @property
    def face(self) -> str:
        """The colour inside the marker."""
        return self.colour if self.is_filled else self.inside


def points(axes: Axes, places: Sequence[tuple[float, float]], label: str, sign: Sign, above: float = 0.0) -> None:
    """Draw a sign at some places of a chart, as a collection with a name."""
    if places:
        x, y = zip(*places, strict=True)
        drawn = axes.scatter(x, y, s=sign.size**2, marker=sign.marker, linewidths=0.9, zorder=5 + above, label=label)
        drawn.set_facecolor(sign.face if sign.marker in _OPEN else sign.colour)
        drawn.set_edgecolor(sign.colour)
        drawn.set_clip_on(False)


def draw(page: Page, signs: Iterable[Sign]) -> None:
    """Draw the signs with their meanings, side by side while they fit."""
    x, right = MARGIN, page.width - MARGIN
    pitch = LEADING * LABEL + 2
    for sign in signs:
        lines = page.typeface.wrap(sign.meaning, LABEL, page.room - WIDE - _GAP)
        width = WIDE + _GAP + max(page.typeface.width(line, LABEL) for line in lines)
        if x > MARGIN and x + width > right:
            x, page.y = MARGIN, page.y + pitch
        middle = page.y + pitch / 2
        _draw(page, sign, x, middle)
        below = (len(lines) - 1) * LEADING * LABEL
        page.lines(x + WIDE + _GAP, middle + below / 2, lines, LABEL)
        x += width + _BETWEEN
        page.y += below
    page.y += pitch


def _draw(page: Page, sign: Sign, x: float, y: float) -> None:
    """One sign, in the middle of its place."""
    if sign.band:
        page.box(x, y - 3.5, WIDE, 7, facecolor=sign.band, edgecolor="none")
    if sign.line:
        drawn = Line2D([x, x + WIDE], [y, y], transform=page.points, color=sign.line_colour or sign.colour)
        drawn.set(linestyle=sign.line, linewidth=sign.line_width, solid_capstyle="butt")
        page.add(drawn)
    if sign.marker:
        page.add(
            Line2D(
                [x + WIDE / 2],
                [y],
                transform=page.points,
                marker=sign.marker,
                markersize=sign.size,
                markeredgewidth=0.9,
                color=sign.colour,
                markerfacecolor=sign.face,
                linestyle="none",
            )
        )
