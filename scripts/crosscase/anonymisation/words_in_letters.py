"""Words that a text has letter by letter, where they are too short for `SPELT`, or have a figure.

1. Two or three capital letters with points: J.J., J. J. Without points they may be words: a n.
2. Three signs or more, with a figure among them: z e d 4, Z.E.D.4.
"""

import re
from collections.abc import Iterator
from string import digits

from crosscase.detectors.normalisation import Normalised

_SIGN = r"(?:[^\W\d_]|\d{1,4})"
_POINT = r"\.[ \u00a0]?"
_ROW = re.compile(
    rf"(?<![\w.])(?:[^\W\d_](?:{_POINT}[^\W\d_](?!\w)){{1,2}}(?!{_POINT}{_SIGN}(?!\w))"
    rf"|{_SIGN}(?:(?:{_POINT}|[ \u00a0-]){_SIGN}(?!\w)){{2,}})"
)
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
    is_word = bool(letters) if has_figures else (signs.isupper() or not cased)
    return signs if is_word else row
