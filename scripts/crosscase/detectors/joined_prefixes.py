"""What Arabic and Hebrew write in one with the word behind it: "and", "in", "to", "the".

Vowel points are left out: a text may have all of them, some or none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
_LONGEST = 5  # letters of what is before it
_FIRST = "\u05d0"  # of the letters of both scripts


class _Script(NamedTuple):
    """What may stand before a word, and a letter of the word."""

    before: re.Pattern[str]
    letter: re.Pattern[str]


_SCRIPTS = (
    _Script(re.compile(r"ו?(?:[שכבלמ]|כש|מש|לכש)?ה?"), re.compile("[\u05d0-\u05ea]")),
    _Script(re.compile(r"[وف]?(?:[بك]?(?:ال)?|لل?)"), re.compile("[\u0620-\u064a\u066e-\u06d3]")),
)


def ends_in(word: str) -> Iterator[int]:
    """Where what is before a word may end; nothing for a word of another script."""
    if word[:1] < _FIRST:
        return
    for end in range(1, min(_LONGEST, len(word) - 1) + 1):
        if any(script.before.fullmatch(word, 0, end) and script.letter.match(word, end) for script in _SCRIPTS):
            yield end
