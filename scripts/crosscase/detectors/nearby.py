"""The surroundings of a number: its spelling, and whether a word near it says what it is."""

import re
from collections.abc import Iterable
from functools import lru_cache

from crosscase.languages.vocabulary import shape

_NUMBER = re.compile(r"\d+")
_BEFORE, _AFTER = 60, 30  # characters
_SIGNS = str.maketrans(
    {**dict.fromkeys("\u00a0\u2007\u2009\u202f", " "), **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("•∙⋅", "·")}
)
_HAS_SIGN = re.compile(f"[{''.join(map(chr, _SIGNS))}]")


@lru_cache(4)
def plain_signs(text: str) -> str:
    """A text with one kind of space, hyphen and middle dot; every character keeps its place."""
    return text.translate(_SIGNS) if _HAS_SIGN.search(text) else text  # most have none, and the search is fast


@lru_cache(4)
def numbers_of(text: str) -> tuple[str, ...]:
    """The numbers in figures of a text; most texts have too few for most kinds of numbers."""
    return tuple(_NUMBER.findall(text))


@lru_cache(4)
def digits_in(text: str) -> int:
    """The number of digits in a text."""
    return sum(map(len, numbers_of(text)))


def stands_near(
    text: str, start: int, end: int, words: Iterable[re.Pattern[str]], before: int = _BEFORE, after: int = _AFTER
) -> bool:
    """Whether one of the words is near a place: `before` characters before it or `after` characters after it."""
    contexts = shape(text[max(0, start - before) : start]), shape(text[end : end + after])
    return any(pattern.search(part) for pattern in words for part in contexts)
