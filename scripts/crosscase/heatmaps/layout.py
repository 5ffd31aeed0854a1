"""A figure as a page that is filled from the top, in points: as wide as the journal's column, as high as needed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D, BboxTransformTo, ScaledTranslation, Transform

from crosscase.heatmaps.text_lines import TextLine
from crosscase.heatmaps.typefaces import Typeface
from crosscase.labels.labels import DEFAULT

MARGIN = 6.0
LEADING = 1.25  # distance of two base lines, as a multiple of the font size
CAPITAL = 0.73  # height of a capital or a digit, as a multiple of the font size
INK = "#1a1a1a"
GREY = "#4d4d4d"
BORDER = "#b5bcc4"
HATCH = "/////"
LABEL, SMALL = 7.5, 7.0  # sizes in points; journals require at least 7
POINTS_PER_MM = 72 / 25.4
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}  # how much of a line is before the point that places it
_STYLE: dict[Any, Any] = {
    "figure.dpi": 72,  # one dot is one point
    "hatch.color": "#8c8c8c",
    "hatch.linewidth": 0.6,
    "pdf.fonttype": 42,  # fonts that the journal can edit
    "svg.fonttype": "path",  # looks the same if the font is missing
    "svg.hashsalt": "crosscase",  # otherwise every build has new ids
    "text.hinting": "none",  # letters are as wide on screen as on paper
    "text.parse_math": False,  # a dollar in a label is a dollar
}


@contextmanager
def style() -> Iterator[None]:
    """Draw in the style of crosscase; the matplotlibrc of the machine or folder has no effect."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        yield


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished figure, and its description in words for readers who cannot see it."""

    figure: Figure
    title: str
    description: str
    language: str = DEFAULT
    pages: Sequence[Figure] = ()  # of a series; `figure` has them below each other


@dataclass(slots=True)
class Page:
    """A figure that is being drawn: x from the left, y from the top, both in points."""

    width: float
    typeface: Typeface
    y: float = MARGIN  # where the next block begins
    figure: Figure = field(default_factory=Figure)
    _axes: list[tuple[Axes, float, float, float, float]] = field(default_factory=list)
    tight: bool = False  # with lower rows, where these make a figure fit on one page
    points: Transform = field(init=False)  # from the page's points to the figure's dots, also when the height changes

    def __post_init__(self) -> None:
        top = ScaledTranslation(0, 1, BboxTransformTo(self.figure.bbox))
        self.points = Affine2D().scale(1 / 72, -1 / 72) + self.figure.dpi_scale_trans + top

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def high(self) -> float:
        """The height of the page with its present content."""
        return self.y + MARGIN

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        bold: bool = False,
        color: str = INK,
        ha: str = "left",
        rotation: int = 0,
    ) -> None:
        """Write one line with its base line at y, or at x if it is upright (`rotation` 90)."""
        before = _BEFORE[ha] * self.typeface.width(text, size, bold)
        begin = (x, y + before) if rotation else (x - before, y)
        line = TextLine(*begin, text, self.typeface.font(bold), size, color=color, rotation=rotation)
        line.set_transform(self.points)
        line.set_figure(self.figure)
        self.figure.texts.append(line)

    def lines(
        self, x: float, middle: float, lines: list[str], size: float, bold: bool = False, color: str = INK
    ) -> None:
        """Write lines below each other, their block centred on `middle`."""
        first = middle - block_height(len(lines), size) / 2 + CAPITAL * size
        for number, line in enumerate(lines):
            self.text(x, first + number * LEADING * size, line, size, bold, color)

    def paragraph(self, text: str, size: float, bold: bool = False, indent: float = 0, color: str = INK) -> None:
        """Write a text over the width of the page, below its current content."""
        wrapped = self.typeface.wrap(text, size, self.room - 2 * indent, bold)
        height = len(wrapped) * LEADING * size
        self.lines(MARGIN + indent, self.y + height / 2, wrapped, size, bold, color)
        self.y += height

    def box(self, x: float, y: float, width: float, height: float, **how: Any) -> None:
        """Draw a rectangle with its upper left corner at x, y."""
        self.add(Rectangle((x, y), width, height, transform=self.points, **how))

    def add(self, artist: Artist) -> None:
        """Draw an artist whose coordinates are already in the page's points."""
        self.figure.add_artist(artist)

    def axes(self, x: float, y: float, width: float, height: float) -> Axes:
        """Axes with their upper left corner at x, y; `finish` moves them there."""
        axes = self.figure.add_axes((0, 0, 1, 1), label=str(len(self._axes)))
        self._axes.append((axes, x, y, width, height))
        return axes

    def finish(self) -> Figure:
        """Set the height of the page to its content, and place the axes."""
        height = self.high
        self.figure.set_size_inches(self.width / 72, height / 72)
        for axes, x, y, w, h in self._axes:
            axes.set_position((x / self.width, 1 - (y + h) / height, w / self.width, h / height))
        FigureCanvasAgg(self.figure)
        return self.figure


def new_page(width: float, typeface: Typeface) -> Page:
    """An empty page of a width in points."""
    return Page(width, typeface)


def block_height(lines: int, size: float) -> float:
    """Height of lines, from the top of the first capital to the last base line."""
    return (lines - 1) * LEADING * size + CAPITAL * size


def text_rise(text: str) -> float:
    """How far the middle of a mark is above its base line. That of the letter x is lower than that of a digit."""
    return {"x": 0.55, "(x)": 0.6, "(1)": 0.68}.get(text, CAPITAL) * SMALL / 2
