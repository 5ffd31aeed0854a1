"""Whether a word that says what a number is stands beside it."""

import re
from collections.abc import Iterable

from crosscase.languages import shape

_BEFORE, _AFTER = 60, 30  # characters


def stands_near(text: str, start: int, end: int, words: Iterable[re.Pattern[str]]) -> bool:
    """Whether one of the words stands before or behind a place, in the same sentence or the one before."""
    around = shape(text[max(0, start - _BEFORE) : start]), shape(text[end : end + _AFTER])
    return any(pattern.search(part) for pattern in words for part in around)
