"""The words of a text, each in plain shape with its position."""

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from crosscase.languages.vocabulary import plain

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")  # with combining accents
_SENTENCE_END = re.compile(r"(?:^|[.!?…:;\n])[\s\"'»«“”„‘’(\[–—-]*$")
_LOOK_BACK = 12  # characters
_MOST_DIGITS = 18  # of a number that is compared with another one
_SIGN = re.compile(r"[\d@]|[_.:](?=[\w:/-])|[wW]{3}\.(?=\S)")


class Word(NamedTuple):
    """A word of a text; the end is exclusive."""

    shape: str
    start: int
    end: int
    capital: bool


@lru_cache(4)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text; hyphens, underscores and apostrophes separate words."""
    new = tuple.__new__  # as in `Word._make`, which is slower
    return tuple([new(Word, (plain(word := m[0]), m.start(), m.end(), word[0].isupper())) for m in WORD.finditer(text)])


@lru_cache(4)
def shapes_of(text: str) -> frozenset[str]:
    """The plain words of a text, in which a detector looks for those that it needs."""
    return frozenset([word[0] for word in words_of(text)])


def words_from(text: str, start: int, most: int) -> tuple[Word, ...]:
    """The first words of a text that begin at a place or behind it."""
    words = words_of(text)
    first = bisect_left(words, start, key=attrgetter("start"))
    return words[first : first + most]


def begins_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` begins a sentence, which explains its capital letter."""
    before = text[max(0, start - _LOOK_BACK) : start]
    return not before.strip() or bool(_SENTENCE_END.search(before))


def has_signs(text: str) -> bool:
    """Whether a text has a sign that every address and every number has."""
    return _SIGN.search(text) is not None


def without_elided(word: str) -> str:
    """A word without what is shortened before it, if it begins small itself: est of C'est, but D'Orto."""
    rest = word[max(word.find("'"), word.find("’")) + 1 :]
    return rest if rest[:1].islower() else word


def value_of(number: str | int) -> int:
    """The value of a number or of figures, of very many those of the first: Python refuses to convert thousands."""
    return number if isinstance(number, int) else int(number[:_MOST_DIGITS])
