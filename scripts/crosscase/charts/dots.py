"""Rows of dots: labels on the left, and beside them one or several lanes, each with an axis and columns of numbers.

A lane is drawn in the units of its numbers, so that what it shows can be read back from it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from crosscase.charts.sheets import Line
from crosscase.heatmaps.layout import CAPITAL, GREY, LABEL, LEADING, MARGIN, SMALL, Page, block_height
from crosscase.heatmaps.rows import GridRow

GRID = "#dfe3e7"
_ROW, _PADDING = 13.5, 6.0
LESS_IF_TIGHT = 2.0  # of a row
_INDENT = 9.0  # of a nested code
_GAP = 8.0
_WIDEST_LABELS, _NARROWEST_LABELS = 0.42, 85.0
_INSET = 7.0  # between the end of a lane and of its axis: markers at the ends have room
_COLUMN_GAP = 9.0
_NARROWEST_LANE = 70.0


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the lanes beside the labels."""

    axis: str  # what its numbers are
    ends: tuple[float, float]
    ticks: Sequence[tuple[float, str]]
    draw: Callable[[Axes, Mapping[str, float]], None]  # with the middle of each row
    columns: Sequence[str] = ()  # heads of the texts at its right
    texts: Callable[[str], Sequence[str]] = lambda key: ()
    head: str = ""
    beside: Callable[[str], str] = lambda key: ""  # a text in the place of dots
    lines: Sequence[float] = ()  # values with a dotted line
    widest: float = 1000.0


@dataclass(frozen=True, slots=True)
class Dots:
    """The rows of a chart and its lanes."""

    rows: Sequence[Line]
    lanes: Sequence[Lane]
    _measured: dict[tuple[float, str], float] = field(default_factory=dict)  # widths by that of the page, and a head

    def height(self, page: Page, row: GridRow) -> float:
        """The height of a row."""
        lines = page.typeface.wrap(row.label, LABEL, self._room_of(page, row), row.bold)
        return max(_ROW, block_height(len(lines), LABEL) + _PADDING) - (LESS_IF_TIGHT if page.tight else 0)

    def width(self, page: Page) -> float:
        """The width that it needs, in points."""
        lanes = sum(lane.widest + self._columns(page, lane) for lane in self.lanes)
        return 2 * MARGIN + self._labels(page) + _GAP * len(self.lanes) + lanes

    def draw(self, page: Page, rows: Sequence[GridRow]) -> None:
        """Draw some of the rows below the present content of the page."""
        labels = self._labels(page)
        heights = [self.height(page, row) for row in rows]
        places = self._places(page, labels)
        self._draw_heads(page, places)
        top, middles, y = page.y, {}, 0.0
        for row, high in zip(rows, heights, strict=True):
            lines = page.typeface.wrap(row.label, LABEL, self._room_of(page, row), row.bold)
            page.lines(MARGIN + row.level * _INDENT, top + y + high / 2, lines, LABEL, row.bold)
            if row.marks and isinstance(row, Line):
                middles[row.key] = y + high / 2
            y += high
        for lane, (left, wide) in zip(self.lanes, places, strict=True):
            self._draw_lane(page, lane, left, wide, y, middles)
        page.y = top + y + self._draw_axes(page, top + y, places)

    def _draw_lane(
        self, page: Page, lane: Lane, left: float, wide: float, high: float, middles: Mapping[str, float]
    ) -> None:
        axes = page.axes(left, page.y, wide, high)
        low, top = lane.ends
        pad = _INSET * (top - low) / (wide - 2 * _INSET)
        axes.set_xlim(low - pad, top + pad)
        axes.set_ylim(high, 0)
        axes.set_axis_off()
        ticks = [[(value, 0), (value, high)] for value, _ in lane.ticks]
        axes.add_collection(LineCollection(ticks, colors=GRID, linewidths=0.5, zorder=0))
        dotted = [[(value, 0), (value, high)] for value in lane.lines]
        axes.add_collection(LineCollection(dotted, colors=GREY, linewidths=0.6, linestyles=":", zorder=0.5))
        lane.draw(axes, middles)
        for key, middle in middles.items():
            base = page.y + middle + CAPITAL * SMALL / 2
            if beside := lane.beside(key):
                page.text(left + _INSET, base, beside, SMALL, color=GREY)
            x = left + wide
            for head, text in zip(lane.columns, lane.texts(key), strict=False):
                room = self._column(page, lane, head)
                page.text(x + room, base, text, SMALL, ha="right")
                x += room

    def _draw_heads(self, page: Page, places: Sequence[tuple[float, float]]) -> None:
        """The heads of lanes and of their columns."""
        if not any(lane.head or lane.columns for lane in self.lanes):
            return
        page.y += CAPITAL * LABEL + 4
        for lane, (left, wide) in zip(self.lanes, places, strict=True):
            if lane.head:
                page.text(left + _INSET, page.y - 4, lane.head, LABEL, bold=True)
            x = left + wide
            for head in lane.columns:
                x += self._column(page, lane, head)
                page.text(x, page.y - 4, head, SMALL, bold=True, ha="right")

    def _draw_axes(self, page: Page, y: float, places: Sequence[tuple[float, float]]) -> float:
        """The numbers of the axes and what they are. Returns their height."""
        below = CAPITAL * SMALL + 4
        deepest = below
        for lane, (left, wide) in zip(self.lanes, places, strict=True):
            low, top = lane.ends
            for value, text in lane.ticks:
                x = left + _INSET + (value - low) / (top - low) * (wide - 2 * _INSET)
                page.text(x, y + below, text, SMALL, ha="center")
            lines = page.typeface.wrap(lane.axis, SMALL, wide + self._columns(page, lane) - _INSET)
            for number, text in enumerate(lines, 1):
                base = y + below + number * LEADING * SMALL + 1
                page.text(left + _INSET, base, text, SMALL)
                deepest = max(deepest, base - y)
        return deepest + 4

    def _places(self, page: Page, labels: float) -> list[tuple[float, float]]:
        """The left end and the width of each lane, without its columns."""
        room = page.room - labels - _GAP * len(self.lanes) - sum(self._columns(page, lane) for lane in self.lanes)
        wide = [min(lane.widest, room / len(self.lanes)) for lane in self.lanes]
        places, x = [], MARGIN + labels
        for lane, width in zip(self.lanes, wide, strict=True):
            x += _GAP
            places.append((x, width))
            x += width + self._columns(page, lane)
        return places

    def _columns(self, page: Page, lane: Lane) -> float:
        return sum(self._column(page, lane, head) for head in lane.columns)

    def _column(self, page: Page, lane: Lane, head: str) -> float:
        key = (page.width, f"{lane.head}/{head}")
        if key not in self._measured:
            at = list(lane.columns).index(head)
            texts = [texts[at] for row in self.rows if row.marks for texts in [lane.texts(row.key)] if len(texts) > at]
            widest = max((page.typeface.width(text, SMALL) for text in texts), default=0.0)
            self._measured[key] = max(widest, page.typeface.width(head, SMALL, bold=True)) + _COLUMN_GAP
        return self._measured[key]

    def _labels(self, page: Page) -> float:
        """The width of the labels."""
        key = (page.width, "")
        if key not in self._measured:
            self._measured[key] = self._measured_labels(page)
        return self._measured[key]

    def _measured_labels(self, page: Page) -> float:
        needed = max(
            (page.typeface.width(row.label, LABEL, row.bold) + row.level * _INDENT for row in self.rows if row.marks),
            default=0.0,
        )
        lanes = sum(_NARROWEST_LANE + self._columns(page, lane) + _GAP for lane in self.lanes)
        return min(needed + 1, max(_WIDEST_LABELS * page.width, _NARROWEST_LABELS), max(40.0, page.room - lanes))

    def _room_of(self, page: Page, row: GridRow) -> float:
        # A heading has nothing beside it and may use that width.
        return (self._labels(page) if row.marks else page.room) - row.level * _INDENT
