"""The text of a figure: fonts that have its letters, its width, its line breaks.

Widths are in points and without hinting, so that one layout is valid for paper and screen.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from matplotlib.font_manager import FontEntry, FontPath, findSystemFonts, fontManager, get_font

from crosscase.heatmaps import letters
from crosscase.heatmaps.letters import Font
from crosscase.messages.errors import Problem, stop_on
from crosscase.storage.text_form import nfc

FONT = "DejaVu Sans"  # part of matplotlib, so that every machine draws the same
_BOXES = "Last Resort"  # a font that shows every character as a box
_PIECES = re.compile(r"\s+|[^\s/–—-]+[/–—-]*|[/–—-]+")  # a line may break after a slash or a dash


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font, and other installed fonts for the letters that it lacks."""

    families: tuple[str, ...] = (FONT,)

    def font(self, bold: bool = False) -> Font:
        """The font of regular or of bold letters."""
        return letters.font_of(self.families, bold)

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width of one line, in points."""
        return letters.width(text, self.font(bold), size)

    def wrap(self, text: str, size: float, room: float, bold: bool = False) -> list[str]:
        """Lines no wider than `room` points. Breaks at spaces, slashes and dashes, otherwise inside a word."""
        lines, line, pieces = [], "", _PIECES.findall(tidy(text))
        while pieces:
            fitting = self._pieces_that_fit(line, pieces, size, room, bold)
            line, pieces = line + "".join(pieces[:fitting]), pieces[fitting:]
            if not pieces:
                break
            lines += [line] if line.strip() else []
            line = pieces.pop(0).lstrip()
            while self.width(line, size, bold) > room and len(line) > 1:
                letters_that_fit = self._fitting(line, size, room, bold)
                lines.append(line[:letters_that_fit])
                line = line[letters_that_fit:]
        return [part.strip() for part in [*lines, line] if part.strip()]

    def _pieces_that_fit(self, line: str, pieces: Sequence[str], size: float, room: float, bold: bool) -> int:
        """The number of pieces for which a line has room.

        Measuring takes as long as drawing. The widths of single letters give a guess, which is most often right and
        else corrected piece by piece.
        """

        def fits(number: int) -> bool:
            return not number or self.width(line + "".join(pieces[:number]).rstrip(), size, bold) <= room

        font = self.font(bold)
        widths = (letters.guessed_width(piece, font, size) for piece in pieces)
        ends = accumulate(widths, initial=letters.guessed_width(line, font, size))
        number = max(0, sum(end <= room for end in ends) - 1)
        while not fits(number):
            number -= 1
        while number < len(pieces) and fits(number + 1):
            number += 1
        return number

    def _fitting(self, word: str, size: float, room: float, bold: bool) -> int:
        """The number of characters of a word that fit, at least one; accents stay with their letters."""
        ends = [end for end in range(1, len(word)) if not unicodedata.combining(word[end])]
        return max((end for end in ends if self.width(word[:end], size, bold) <= room), default=ends[0] if ends else 1)


def typeface_for(texts: Iterable[str], place: str) -> Typeface:
    """A typeface that has every letter of the texts.

    Raises StudyError, naming `place`, if no installed font has a letter. Otherwise a box would be printed
    instead, and nobody would notice before printing.
    """
    # ASSUME: letters other than Latin, Greek and Cyrillic come from the fonts installed on the machine, so
    # another machine needs the same fonts to give the same bytes.
    fonts = {font.name: font for font in reversed(fontManager.ttflist) if (font.weight, font.style) == (400, "normal")}
    others = [fonts[name] for name in sorted(fonts) if not name.startswith(_BOXES)]
    chosen = [fonts[FONT]]
    problems = []
    holding: dict[str, str] = {}  # a text that has the letter
    for text in texts:
        holding |= {letter: text for letter in tidy(text) if letter not in holding}
    for letter in sorted(holding):
        font = _first_with(letter, [*chosen, *others]) or _first_with(letter, _new_fonts())
        if font is None:
            what = f"no installed font has the character {letter!r} (U+{ord(letter):04X}) of {tidy(holding[letter])!r}"
            remedy = "Install a font that has it, or use another character."
            problems.append(Problem(place, "", what, remedy))
        elif font not in chosen:
            chosen.append(font)
    stop_on(problems)
    return Typeface(tuple(font.name for font in chosen))


def _first_with(letter: str, fonts: Iterable[FontEntry]) -> FontEntry | None:
    return next((font for font in fonts if ord(letter) in _letters(font)), None)


@cache
def _new_fonts() -> list[FontEntry]:
    """The fonts that were installed after matplotlib has written its list of them."""
    known = len(fontManager.ttflist)
    listed = {font.fname for font in fontManager.ttflist}
    for path in sorted({*findSystemFonts()} - listed):
        with suppress(OSError, RuntimeError):  # a file that is no font, or one that matplotlib cannot read
            fontManager.addfont(path)
    new = fontManager.ttflist[known:]
    return [font for font in new if (font.weight, font.style) == (400, "normal") and not font.name.startswith(_BOXES)]


def tidy(text: str) -> str:
    """Text as it is drawn: composed letters, single spaces, one line."""
    return nfc(" ".join(text.split()))


def _letters(font: FontEntry) -> frozenset[int]:
    return _letters_in(font.fname, font.index)


@cache
def _letters_in(file: str, index: int) -> frozenset[int]:
    return frozenset(get_font(FontPath(file, index)).get_charmap())
