"""How a line of text is written to SVG and PDF files: in one piece, which is made once for equal texts.

Source: `draw_text` of matplotlib 3.11 (backend_pdf, backend_svg). It writes itself what is rare: letters above or below
their line, and files in another style than that of crosscase.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

import matplotlib
from matplotlib.backends import backend_pdf, backend_svg
from matplotlib.backends.backend_pdf import Op, RendererPdf
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_hex, to_rgba
from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags

from crosscase.heatmaps import letters, pens
from crosscase.heatmaps.letters import MOST_KEPT, OUTLINE_SIZE, Font, Glyph, Letter
from crosscase.heatmaps.pens import Line, Pen

_PDF: Any = backend_pdf  # these have no types
_SVG: Any = backend_svg
_INDENT = " " * 64
_Code = tuple[Any, int]  # of a letter in a PDF: the name of its font, and its number there


def use() -> None:
    """Let these draw from now on."""
    pens.PENS.update({RendererSVG: SvgPen, RendererPdf: PdfPen})


class SvgPen(Pen):
    """Writes references to the outlines of letters, each of which is once in the file."""

    def draw(self, renderer: Any, line: Line) -> None:
        """Draw a line."""
        if not line.text or matplotlib.rcParams["svg.fonttype"] != "path":
            super().draw(renderer, line)
            return
        writer = renderer.writer
        scale = line.size / OUTLINE_SIZE
        place = [("translate", (line.x, line.y)), ("rotate", (-line.angle,)), ("scale", (scale, -scale))]
        writer.comment(line.text)
        depth = writer.start("g", style=_style(line.colour), transform=_SVG._generate_transform(place))
        glyphs, references = _referred(line.text, line.font, _INDENT[: depth + 1])
        new = {name: found for name, found in glyphs.items() if name not in renderer._glyph_map}
        renderer._update_glyph_map_defs({name: letters.outline(found) for name, found in new.items()})
        writer._XMLWriter__flush()
        writer._XMLWriter__write(references)
        writer.end("g")


@cache
def _style(colour: Any) -> str:
    red, green, blue, opacity = to_rgba(colour)
    fill = to_hex((red, green, blue))
    style = {"fill": fill} if fill != "#000000" else {}
    if opacity != 1:
        style["opacity"] = _SVG._short_float_fmt(opacity)
    written: str = _SVG._generate_css(style)
    return written


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


class PdfPen(Pen):
    """Writes the numbers of the letters, which the fonts of the file have by then."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[tuple[str, Font, float], bytes] = {}
        self._codes: dict[tuple[Glyph, str], _Code] = {}

    def draw(self, renderer: Any, line: Line) -> None:
        """Draw a line."""
        if matplotlib.rcParams["pdf.fonttype"] != 42 or matplotlib.rcParams["pdf.use14corefonts"]:
            super().draw(renderer, line)
            return
        key = line.text, line.font, line.size
        if key not in self._shown:
            found = letters.laid_out(line.text, line.font, line.size, 72, LoadFlags.NO_HINTING)
            if any(letter.y for letter in found):
                super().draw(renderer, line)
                return
            self._shown[key] = _shown(*key, tuple(self._code(renderer.file, letter) for letter in found))
        ink = self._ink(renderer, line)
        renderer.check_gc(ink, ink._rgb)
        cos, sin = math.cos(math.radians(line.angle)), math.sin(math.radians(line.angle))
        place = _PDF._fill([*map(_PDF.pdfRepr, (cos, sin, -sin, cos, line.x, line.y)), Op.concat_matrix.value])
        renderer.file.write(b"q\n" + place + b"\nBT\n" + self._shown[key] + b"ET\nQ\n")

    def _code(self, file: Any, letter: Letter) -> _Code:
        """The code of a letter, which the file then has in its fonts."""
        key = letter.glyph, letter.characters
        if key not in self._codes:
            glyph = letter.glyph
            subset, number = file._character_tracker.track_glyph(get_font(glyph.file), letter.characters, glyph.number)
            self._codes[key] = file.fontName(glyph.file, subset), number
        return self._codes[key]


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
