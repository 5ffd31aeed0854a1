"""The fonts in a PDF: a subset of each with the letters of the figure, made quickly.

matplotlib lets fontTools read the whole font for each subset, which takes most of the time of a small PDF. Here a font
is read once and reduced to usual letters, without its tables for putting letters together: matplotlib places each
letter itself. The subset of a figure is made of that, or of the whole font if the figure has an unusual letter. It does
not depend on what was drawn before. Source: ISO 32000-1, 9.9 (the tables of a TrueType font program).
"""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from matplotlib.backends import _backend_pdf_ps
from matplotlib.font_manager import FontPath

_USUAL = (range(0x0180), range(0x0370, 0x0400), range(0x2010, 0x2028), range(0x2212, 0x2213), range(0xFB00, 0xFB05))
_OUTLINES = ("glyf", "loca", "CFF ", "cvt ", "fpgm", "prep", "gasp")
_KEPT = frozenset((*_OUTLINES, "head", "hhea", "hmtx", "maxp", "cmap", "name", "post", "OS/2"))


@contextmanager
def quick_subsets() -> Iterator[None]:
    """Embed such subsets meanwhile. matplotlib has no setting for it."""
    before = _backend_pdf_ps.get_glyphs_subset
    _backend_pdf_ps.get_glyphs_subset = _subset  # type: ignore[assignment]
    try:
        yield
    finally:
        _backend_pdf_ps.get_glyphs_subset = before


@contextmanager
def _subset(path: FontPath, glyphs: Iterable[int]) -> Iterator[_backend_pdf_ps.SubsetResults]:
    """The font with some of its glyphs, and the new number of each, in the form that matplotlib needs."""
    wanted = set(glyphs)
    data, usual = _usual(path, path.face_index)
    if wanted <= usual.keys():
        font, inside = _opened(io.BytesIO(data)), {glyph: usual[glyph] for glyph in wanted}
    else:
        font, inside = _opened(path, path.face_index), {glyph: glyph for glyph in wanted}
    with font:
        numbers = _cut(font, inside.values())
        yield _backend_pdf_ps.SubsetResults(font, {glyph: numbers[inside[glyph]] for glyph in wanted})


@cache
def _usual(path: str, index: int) -> tuple[bytes, Mapping[int, int]]:
    """The font with its usual letters as a file, and their numbers by those in the whole font."""
    with _opened(path, index) as font:
        letters = (font.getBestCmap() or {}).items()
        numbers = _cut(font, [font.getGlyphID(name) for code, name in letters if any(code in some for some in _USUAL)])
        file = io.BytesIO()
        font.save(file)
        return file.getvalue(), numbers


def _opened(file: str | io.BytesIO, index: int = 0) -> Any:
    """The font without tables that only serve to put letters together; its time of change stays as it is."""
    font = TTFont(file, fontNumber=index, lazy=True, recalcTimestamp=False, recalcBBoxes=False)
    for table in {*font.keys()} - _KEPT - {"GlyphOrder"}:
        del font[table]
    return font


def _cut(font: Any, glyphs: Collection[int]) -> Mapping[int, int]:
    """Leave only some glyphs in the font. Returns their new numbers."""
    subsetter = Subsetter(Options(glyph_names=True, recommended_glyphs=True))
    subsetter.populate(gids=glyphs)
    subsetter.subset(font)
    numbers: Mapping[int, int] = subsetter.glyph_index_map
    return numbers
