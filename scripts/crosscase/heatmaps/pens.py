"""How a line of text is drawn in each format: as matplotlib draws it, to the byte and to the dot, in less time.

Letters are laid out once (`letters`), not for each line, format and figure. What stands for a text in an SVG or PDF
file is made once for equal texts and written in one piece; the letters of a PNG file are in `dots_of_letters`.

Source: `draw_text` of matplotlib 3.11 (backend_agg, backend_pdf, backend_svg). A line that needs more than is here, and
each line where matplotlib is another, is drawn by matplotlib itself.
"""

import math
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import matplotlib
from matplotlib.backend_bases import RendererBase
from matplotlib.backends import backend_agg, backend_pdf, backend_svg
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_pdf import Op, RendererPdf
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import rgb2hex
from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags

from crosscase.heatmaps import dots_of_letters, letters
from crosscase.heatmaps.dots_of_letters import Print
from crosscase.heatmaps.letters import MOST_KEPT, OUTLINE_SIZE, Font, Glyph, Letter

_IS_KNOWN = matplotlib.__version_info__[:2] == (3, 11)
_AGG: Any = backend_agg  # these have no types
_PDF: Any = backend_pdf
_SVG: Any = backend_svg
_INDENT = " " * 64
_Code = tuple[Any, int]  # of a letter in a PDF: the name of its font, and its number there


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


class _SvgPen(Pen):
    """Writes references to the outlines of letters, each of which is once in the file."""

    def draw(self, renderer: Any, line: Line) -> None:
        if not line.text or matplotlib.rcParams["svg.fonttype"] != "path":
            super().draw(renderer, line)
            return
        writer, colour = renderer.writer, self._ink(renderer, line).get_rgb()
        style = {"fill": rgb2hex(colour)} if rgb2hex(colour) != "#000000" else {}
        if colour[3] != 1:
            style["opacity"] = _SVG._short_float_fmt(colour[3])
        scale = line.size / OUTLINE_SIZE
        place = [("translate", (line.x, line.y)), ("rotate", (-line.angle,)), ("scale", (scale, -scale))]
        writer.comment(line.text)
        depth = writer.start("g", style=_SVG._generate_css(style), transform=_SVG._generate_transform(place))
        glyphs, references = _referred(line.text, line.font, _INDENT[: depth + 1])
        new = {name: found for name, found in glyphs.items() if name not in renderer._glyph_map}
        renderer._update_glyph_map_defs({name: letters.outline(found) for name, found in new.items()})
        writer._XMLWriter__flush()
        writer._XMLWriter__write(references)
        writer.end("g")


@lru_cache(MOST_KEPT)
def _referred(text: str, font: Font, indent: str) -> tuple[dict[str, Glyph], str]:
    """The glyphs of a text by the names of their outlines, and the references to these."""
    glyphs, references = {}, []
    for letter in letters.outlines(text, font):
        name = letters.name_of_outline(letter.glyph)
        moved = _SVG._generate_transform([("translate", (letter.x, letter.y))])
        place = f' transform="{moved}"' if moved else ""
        glyphs[name] = letter.glyph
        references.append(f'{indent}<use xlink:href="#{name}"{place}/>\n')
    return glyphs, "".join(references)


class _PdfPen(Pen):
    """Writes the numbers of the letters, which the fonts of the file have by then."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[tuple[str, Font, float], bytes] = {}

    def draw(self, renderer: Any, line: Line) -> None:
        if matplotlib.rcParams["pdf.fonttype"] != 42 or matplotlib.rcParams["pdf.use14corefonts"]:
            super().draw(renderer, line)
            return
        key = line.text, line.font, line.size
        if key not in self._shown:
            found = letters.laid_out(line.text, line.font, line.size, 72, LoadFlags.NO_HINTING)
            if any(letter.y for letter in found):
                super().draw(renderer, line)
                return
            self._shown[key] = _shown(*key, tuple(_code(renderer.file, letter) for letter in found))
        ink = self._ink(renderer, line)
        renderer.check_gc(ink, ink._rgb)
        cos, sin = math.cos(math.radians(line.angle)), math.sin(math.radians(line.angle))
        place = _PDF._fill([*map(_PDF.pdfRepr, (cos, sin, -sin, cos, line.x, line.y)), Op.concat_matrix.value])
        renderer.file.write(b"q\n" + place + b"\nBT\n" + self._shown[key] + b"ET\nQ\n")


def _code(file: Any, letter: Letter) -> _Code:
    """Note that a file needs a letter."""
    tracker, glyph = file._character_tracker, letter.glyph
    subset, number = tracker.track_glyph(get_font(glyph.file), letter.characters, glyph.number)
    return file.fontName(glyph.file, subset), number


@lru_cache(MOST_KEPT)
def _shown(text: str, font: Font, size: float, codes: tuple[_Code, ...]) -> bytes:
    """What shows a text: its letters font by font."""
    found = letters.laid_out(text, font, size, 72, LoadFlags.NO_HINTING)
    written, before = b"", 0.0
    for name, group in groupby(zip(found, codes, strict=True), lambda pair: pair[1][0]):
        run = list(group)
        begin = run[0][0].x
        written += _operation(name, size, Op.selectfont) + _operation(begin - before, 0, Op.textpos)
        written += _operation(list(_numbers(run, size)), Op.showkern)
        before = begin
    return written


def _numbers(run: Sequence[tuple[Letter, _Code]], size: float) -> Iterator[bytes | float]:
    """The numbers of letters, with the corrections of their distances in between."""
    held = b""
    for letter, (_, number) in run:
        if letter.kern:
            if held:
                yield held
            yield -1000 * letter.kern / size
            held = b""
        held += number.to_bytes(2, "big")
    yield held


def _operation(*parts: object) -> bytes:
    written: bytes = _PDF._fill([*map(_PDF.pdfRepr, parts)]) + b"\n"
    return written


class _DotPen(Pen):
    """Puts the dots of letters on a picture."""

    def draw(self, renderer: Any, line: Line) -> None:
        """Draw a line."""
        ink, how = self._ink(renderer, line), Print(line.size, renderer.dpi, _AGG.get_hinting_flag(), line.angle)
        found = letters.laid_out(line.text, line.font, how.size, how.dpi, how.flags)
        for piece in dots_of_letters.pieces(found, how, line.x, line.y, renderer.height):
            renderer._renderer.draw_text_image(piece.dots, piece.left, piece.bottom, 0, ink)


_PENS: dict[type, type[Pen]] = {RendererSVG: _SvgPen, RendererPdf: _PdfPen, RendererAgg: _DotPen}
_pens: WeakKeyDictionary[RendererBase, Pen] = WeakKeyDictionary()


def of(renderer: RendererBase) -> Pen:
    """The pen of a renderer."""
    if renderer not in _pens:
        drawing: Any = renderer
        if isinstance(drawing, MixedModeRenderer):  # of a format that may have parts drawn as dots
            drawing = drawing._renderer
        _pens[renderer] = _PENS.get(type(drawing), Pen)() if _IS_KNOWN else Pen()
    return _pens[renderer]
