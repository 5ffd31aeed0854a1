"""The letters of a line as dots, for PNG files.

A letter that is at the same part of a dot as one before is copied. Letters that are apart are put on the picture in one
piece; where the box of one is on that of another, the order matters in which they are put on.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags, RenderMode

from crosscase.heatmaps.letters import MOST_KEPT, Glyph, Letter

_PART = 64  # of a dot: how exactly letters are placed
_ONE = 0x10000  # in the numbers of a matrix
Dots = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


class Piece(NamedTuple):
    """How dark some dots are, and their edges on the picture, counted from its upper left corner."""

    dots: Dots
    left: int
    top: int
    right: int
    bottom: int


class Print(NamedTuple):
    """How the letters of a line are printed: size (points), resolution, hinting, and angle (degrees)."""

    size: float
    dpi: float
    flags: LoadFlags
    angle: float


def pieces(letters: Iterable[Letter], how: Print, x: float, y: float, height: float) -> Iterator[Piece]:
    """The pieces of a line that begins at x, y on a picture of a height, in the order in which they are put on."""
    held: list[Piece] = []
    for piece in _placed(letters, how, x, y, height):
        if held and not _is_behind(piece, held[-1], how.angle):
            yield _joined(held)
            held = []
        held.append(piece)
    if held:
        yield _joined(held)


def _placed(letters: Iterable[Letter], how: Print, x: float, y: float, height: float) -> Iterator[Piece]:
    """The dots of each letter."""
    cos, sin = math.cos(math.radians(how.angle)), math.sin(math.radians(how.angle))
    for letter in letters:
        across = round(_PART * (x + letter.x * cos - letter.y * sin))
        up = round(_PART * (height - y + letter.x * sin + letter.y * cos))
        dots, left, above = _drawn(letter.glyph, how, across % _PART, up % _PART)
        high, wide = dots.shape
        if dots.size:
            left, top = left + across // _PART, int(height) - above - up // _PART
            yield Piece(dots, left, top, left + wide, top + high)


@lru_cache(MOST_KEPT)
def _drawn(glyph: Glyph, how: Print, across: int, up: int) -> tuple[Dots, int, int]:
    """A glyph at some part of a dot: its dots, and where the first of them is, to the right and up from that dot."""
    opened: Any = get_font(glyph.file)
    opened.set_size(how.size, how.dpi)
    opened._set_transform(_turned(how.angle), [across, up])
    bitmap = opened._render_glyph(glyph.number, how.flags, RenderMode.NORMAL)
    return bitmap.buffer, bitmap.left, bitmap.top


@cache
def _turned(angle: float) -> np.ndarray[tuple[int, ...], np.dtype[np.int_]]:
    """What turns letters by an angle, in the form that FreeType needs."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return (_ONE * np.array([[cos, -sin], [sin, cos]])).round().astype(int)


def _is_behind(piece: Piece, before: Piece, angle: float) -> bool:
    """Whether a letter is apart from all before it, since it is from the last of these."""
    if angle == 0:
        return piece.left >= before.right
    return angle == 90 and piece.bottom <= before.top


def _joined(held: list[Piece]) -> Piece:
    if len(held) == 1:
        return held[0]
    left, top = min(piece.left for piece in held), min(piece.top for piece in held)
    right, bottom = max(piece.right for piece in held), max(piece.bottom for piece in held)
    dots = np.zeros((bottom - top, right - left), np.uint8)
    for piece in held:
        dots[piece.top - top : piece.bottom - top, piece.left - left : piece.right - left] = piece.dots
    return Piece(dots, left, top, right, bottom)
