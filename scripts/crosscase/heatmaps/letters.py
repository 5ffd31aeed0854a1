"""The letters of a line of text and their places, laid out once for each size.

matplotlib lays a line out whenever it measures or draws it. Figures have the same marks and labels many times, each in
three formats, so that took half of the time of drawing.
"""

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from matplotlib.font_manager import FontPath, FontProperties, fontManager, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.textpath import TextToPath, text_to_path

MOST_KEPT = 20_000  # of what is made once and used again
OUTLINE_SIZE, OUTLINE_DPI = TextToPath.FONT_SCALE, TextToPath.DPI  # in which matplotlib draws letters as paths


# Compared as objects, of which there is one for each font and glyph: that takes less time than comparing paths.
@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """Some families, in the order in which they are tried for a letter, regular or bold."""

    families: tuple[str, ...]
    is_bold: bool

    def properties(self, size: float) -> FontProperties:
        """The font in one size (points), in the form that matplotlib needs."""
        return _properties(self, size)


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """A glyph of a font file."""

    file: FontPath
    number: int


class Letter(NamedTuple):
    """A glyph of a line, and where it is from the beginning of this."""

    glyph: Glyph
    characters: str
    x: float
    y: float
    kern: float  # a correction of its distance from the one before


@cache
def font_of(families: tuple[str, ...], is_bold: bool) -> Font:
    """The font of some families."""
    return Font(families, is_bold)


@lru_cache(MOST_KEPT)
def laid_out(text: str, font: Font, size: float, dpi: float, flags: LoadFlags) -> tuple[Letter, ...]:
    """The letters of a line in a size (points), in dots of a resolution."""
    in_size = get_font(_files(font))
    in_size.set_size(size, dpi)
    items = in_size._layout(text, flags=flags)
    used = {item.ft_object for item in items}
    glyphs = {one: _glyphs_of(FontPath(os.fsdecode(one.fname), one.face_index)) for one in used}
    return tuple(
        Letter(glyphs[item.ft_object][item.glyph_index], item.char, item.x, item.y, item.prev_kern) for item in items
    )


def outlines(text: str, font: Font) -> tuple[Letter, ...]:
    """The letters of a line in the size of outlines, and without hinting."""
    return laid_out(text, font, OUTLINE_SIZE, OUTLINE_DPI, LoadFlags.NO_HINTING)


@lru_cache(MOST_KEPT)
def width(text: str, font: Font, size: float) -> float:
    """The width of a line in points, without hinting."""
    letters = outlines(text, font)
    return (letters[-1].x + _advance(letters[-1].glyph)) * (size / OUTLINE_SIZE) if letters else 0.0


def guessed_width(text: str, font: Font, size: float) -> float:
    """About the width of a line: without what letters that follow each other change."""
    return sum(_width_of_letter(letter, font) for letter in text) * size


@cache
def _width_of_letter(letter: str, font: Font) -> float:
    return width(letter, font, 1.0)


@cache
def name_of_outline(glyph: Glyph) -> str:
    """The name that matplotlib gives to the outline of a glyph."""
    drawing: Any = text_to_path
    name: str = drawing._get_glyph_repr(get_font(glyph.file), glyph.number)
    return name


@cache
def outline(glyph: Glyph) -> Any:
    """The points of the outline of a glyph, and what they are, as matplotlib has them."""
    font: Any = get_font(glyph.file)
    font.set_size(OUTLINE_SIZE, OUTLINE_DPI)
    font.load_glyph(glyph.number, flags=LoadFlags.NO_HINTING)
    return font.get_path()


@cache
def _advance(glyph: Glyph) -> float:
    """How far the letter behind a glyph is, in the size of outlines."""
    font: Any = get_font(glyph.file)
    font.set_size(OUTLINE_SIZE, OUTLINE_DPI)
    advance: int = font.load_glyph(glyph.number, flags=LoadFlags.NO_HINTING).horiAdvance
    return advance / 64


class _Glyphs(dict[int, Glyph]):
    """The glyphs of a file by their numbers."""

    def __init__(self, file: FontPath) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, number: int) -> Glyph:
        return self.setdefault(number, Glyph(self._file, number))


@cache
def _glyphs_of(file: FontPath) -> _Glyphs:
    return _Glyphs(file)


@cache
def _files(font: Font) -> list[FontPath]:
    """The files of a font and of those that have the letters that it lacks."""
    return fontManager._find_fonts_by_props(font.properties(OUTLINE_SIZE))


@cache
def _properties(font: Font, size: float) -> FontProperties:
    return FontProperties(family=list(font.families), size=size, weight="bold" if font.is_bold else "normal")
