"""Finds words in scripts that write no blanks between them, and words with vowel signs, by their letters.

1. Chinese, Japanese, Thai, Lao, Khmer and Burmese write words in one. Nothing tells where one ends, so words of at
   least two letters (three in scripts with vowel signs) are found within longer rows of letters, also of a longer word.
   A blank or a line end may stand between two of their letters, up to three signs between the parts of a name.
2. Vowel signs, as Hindi and Thai write them, are no letters for a computer and belong to words all the same: a word
   has just these. Half-width letters of Japanese are like the others.
3. Words of another script stand in such a row without blanks, too: `ROW` finds what is beside them.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

_IN_ONE = (  # Thai and Lao, Burmese, Khmer, Kana, Han
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_HAS_IN_ONE = re.compile(f"[{_IN_ONE}]")
ROW = re.compile(f"[{_IN_ONE}]+")  # of letters without a blank between their words
_OF_IDEAS = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
HALF_WIDTH = re.compile("[\uff66-\uff9d][\uff9e\uff9f]?")
_FEWEST, _FEWEST_WITH_SIGNS = 2, 3
_WITH_SIGNS = range(0x900, 0x1B00)  # the scripts with vowel signs
_FIRST = "\u0900"


class Found(NamedTuple):
    """Some words in a text; the end is exclusive."""

    start: int
    end: int
    words: str


def full_width(letter: str) -> str:
    """A half-width letter of Japanese, perhaps with its sign of voice, as others are written."""
    return unicodedata.normalize("NFKC", letter)


def is_found_by_letters(words: str) -> bool:
    """Whether words, as they are read, have a script without blanks or vowel signs."""
    return max(words, default="") >= _FIRST and _patterns().any.search(words) is not None


class WordsWithoutBlanks:
    """Finds some words, as they are read."""

    def __init__(self, words: Collection[str]) -> None:
        self._by_first: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for one in sorted(words):
            pieces = _patterns().piece.findall(one)
            if pieces:
                self._by_first.setdefault(pieces[0][0].casefold(), []).append((_pattern(pieces), one))
        firsts = "".join(map(re.escape, sorted(self._by_first)))
        self._first = re.compile(f"[{firsts}]" if firsts else "(?!)", re.IGNORECASE)

    def may_be_in(self, text: str) -> bool:
        """Whether a text has the first letter of one of the words."""
        return bool(self._by_first) and self._first.search(text) is not None

    def find(self, text: str) -> Iterator[Found]:
        """The words in a text; they may overlap."""
        for first in self._first.finditer(text) if self._by_first else ():
            for pattern, words in self._by_first.get(first[0].casefold(), ()):
                if match := pattern.match(text, first.start()):
                    yield Found(*match.span(), words)


class _Patterns(NamedTuple):
    """`marks`: vowel signs. `any`: one, or a letter of a script without blanks. `piece`: a part of a name."""

    marks: str
    any: re.Pattern[str]
    piece: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Made when the first decision has such a script: most studies have none."""
    marks = "".join(chr(code) for code in _WITH_SIGNS if unicodedata.category(chr(code)).startswith("M"))
    return _Patterns(marks, re.compile(f"[{_IN_ONE}{marks}]"), re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{marks}])*"))


def _pattern(pieces: list[str]) -> re.Pattern[str]:
    """A pattern for words in these parts."""
    marks, letters = _patterns().marks, "".join(pieces)
    fewest = _FEWEST if _OF_IDEAS.search(letters) else _FEWEST_WITH_SIGNS
    may_be_within = len(letters) >= fewest
    before = rf"(?<![^\W_])(?<![{marks}])"
    behind = r"(?![^\W_])"
    if may_be_within:
        first, last = (_HAS_IN_ONE.match(letter) is not None for letter in (letters[0], letters[-1]))
        before = "" if first else rf"(?:{before}|(?<=[{_IN_ONE}]))"
        behind = "" if last else rf"(?:{behind}|(?=[{_IN_ONE}]))"
    inner = rf"(?:[^\w{marks}]|_){{0,3}}".join("".join(_letters(piece)) for piece in pieces)
    return re.compile(f"{before}{inner}{behind}(?![{marks}])", re.IGNORECASE)


def _letters(piece: str) -> Iterator[str]:
    """The letters of a part; a blank may stand before one of a script without blanks, but not before its signs."""
    for number, letter in enumerate(piece):
        is_free = number and letter.isalnum() and _HAS_IN_ONE.match(letter) and _HAS_IN_ONE.match(piece[number - 1])
        yield rf"\s?{letter}" if is_free else re.escape(letter)
