"""The parts below a heatmap's grid: the meanings of its cells, its colour scale, its notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.collections import QuadMesh

from crosscase.heatmaps.layout import (
    BORDER,
    CAPITAL,
    GREY,
    HATCH,
    LABEL,
    LEADING,
    MARGIN,
    SMALL,
    Page,
    text_rise,
)

_SWATCH = 9.0
_GAP = 4.0  # between a swatch and its words
_BETWEEN_KEYS = 14.0  # between two entries
_BAR_WIDTH, _BAR_HEIGHT = 170.0, 7.0


@dataclass(frozen=True, slots=True)
class Key:
    """A kind of cell and its meaning."""

    meaning: str
    fill: str = "white"
    mark: str = ""
    mark_colour: str = "black"
    hatched: bool = False


def draw_keys(page: Page, keys: Iterable[Key]) -> None:
    """Draw the kinds of cells with their meanings, side by side while they fit."""
    keys = list(keys)
    swatch = max([_SWATCH, *(page.typeface.width(key.mark, SMALL) + 3 for key in keys)])
    x, right = MARGIN, page.width - MARGIN
    pitch = max(_SWATCH + 3, LEADING * LABEL)
    for key in keys:
        lines = page.typeface.wrap(key.meaning, LABEL, page.room - swatch - _GAP)
        width = swatch + _GAP + max(page.typeface.width(line, LABEL) for line in lines)
        if x > MARGIN and x + width > right:
            x, page.y = MARGIN, page.y + pitch
        hatch = HATCH if key.hatched else None
        page.box(x, page.y, swatch, _SWATCH, facecolor=key.fill, edgecolor=BORDER, linewidth=0.5, hatch=hatch)
        middle = page.y + _SWATCH / 2
        rise = text_rise(key.mark)
        if key.mark:
            page.text(x + swatch / 2, middle + rise, key.mark, SMALL, ha="center", color=key.mark_colour)
        below = (len(lines) - 1) * LEADING * LABEL
        page.lines(x + swatch + _GAP, middle + below / 2, lines, LABEL)
        x += width + _BETWEEN_KEYS
        page.y += below
    page.y += pitch


def draw_scale(page: Page, mesh: QuadMesh, label: str, ticks: Sequence[tuple[float, str]]) -> None:
    """Draw the colour scale under its label, with texts at some of its values (0 to 1)."""
    page.paragraph(label, LABEL)
    page.y += 2
    width = min(_BAR_WIDTH, page.room - 24)
    left = MARGIN + 8
    axes = page.axes(left, page.y, width, _BAR_HEIGHT)
    bar = page.figure.colorbar(mesh, cax=axes, orientation="horizontal", ticks=[])
    if bar.solids is not None:
        bar.solids.set_edgecolor("face")  # otherwise a PDF shows white lines between the colours
    bar.outline.set_edgecolor(BORDER)
    bar.outline.set_linewidth(0.5)
    page.y += _BAR_HEIGHT + 2 + CAPITAL * SMALL
    for value, word in ticks:
        page.text(left + value * width, page.y, word, SMALL, ha="center")
    page.y += 4


def draw_notes(page: Page, notes: Iterable[str], warning: str) -> None:
    """Write the notes and, in a frame below them, the warning that the data are synthetic (empty if they are not)."""
    for note in notes:
        page.paragraph(note, SMALL, color=GREY)
        page.y += 1.5
    if warning:
        pad = 5.0
        lines = page.typeface.wrap(warning, LABEL, page.room - 2 * pad, bold=True)
        height = len(lines) * LEADING * LABEL + 2 * pad - 2
        page.y += 4
        page.box(MARGIN, page.y, page.room, height, facecolor="#fff6e5", edgecolor="#8a4b00", linewidth=0.8)
        page.lines(MARGIN + pad, page.y + height / 2, lines, LABEL, bold=True)
        page.y += height
