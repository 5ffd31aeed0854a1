"""Words that a text has letter by letter, where they are too short for `SPELT`, or have a figure.

1. Two or three capital letters with points or hyphens: J.J., J. J., J-J. Without these they may be words: a n.
   Small ones have points and no blanks (j.j.), since a sentence may end behind a letter.
2. Three signs or more, with a figure among them: z e d 4, Z.E.D.4.
"""

import re
from collections.abc import Iterator
from string import digits

from crosscase.detectors.normalisation import Normalised

_SIGN = r"(?:[^\W\d_]|\d{1,4})"
_BLANK = r"[^\S\r\n\v\f\u2028\u2029]"  # no line end
_POINT = rf"\.{_BLANK}?"
_BETWEEN = (r"\.", rf"\.{_BLANK}", "[-‐‑_]")  # the same in all of a row: behind J.J. a sentence may begin with "I"
_LETTERS = "|".join(rf"[^\W\d_](?:{sign}[^\W\d_](?!\w)){{1,2}}(?!{sign}{_SIGN}(?!\w))" for sign in _BETWEEN)
_ROW = re.compile(rf"(?<![\w.])(?:{_LETTERS}|{_SIGN}(?:(?:{_POINT}|{_BLANK}|-){_SIGN}(?!\w)){{2,}})")
_IN_SMALL_LETTERS = re.compile(r"\w(?:\.\w)+")
_LONGEST = 3  # letters without a figure


def is_short(shape: str) -> bool:
    """Whether a plain word is one of those."""
    has_figure = not shape.isalpha() and not shape.isdecimal()
    return len(shape) > 1 and (len(shape) <= _LONGEST or has_figure)


def rows(text: str, cased: bool = True) -> Iterator[tuple[str, str]]:
    """The words that a text has letter by letter, as they are written and in one."""
    for row in _ROW.finditer(text):
        if (joined := _joined(row[0], cased)) != row[0]:
            yield row[0], joined


def reading(text: str, cased: bool) -> Normalised | None:
    """The reading of a text in which these words are in one; None if it has none."""
    if not _ROW.search(text):
        return None
    read = Normalised(text, text).changed(_ROW, lambda row: _joined(row, cased))
    return None if read.text == text else read


def _joined(row: str, cased: bool) -> str:
    signs = "".join(filter(str.isalnum, row))
    letters = signs.strip(digits)
    has_figures = not signs.isalpha()
    is_surely = signs.isupper() or not cased or _IN_SMALL_LETTERS.fullmatch(row) is not None
    is_word = bool(letters) if has_figures else is_surely
    return signs if is_word else row
