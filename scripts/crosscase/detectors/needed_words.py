"""Words that a text must have for a pattern to match: most texts have none of them, which one look-up in a set tells.

A pattern that begins at a word of a list is tried at every character of a text. The first words of the list are looked
up among all words of the text first.
"""

from collections.abc import Iterable
from functools import lru_cache

from crosscase.detectors.words import WORD, shapes_of
from crosscase.languages.vocabulary import shape

_LONG, _SHORT = 4, 2  # first letters by which words that go on are found


class NeededWords:
    """The first words of some phrases. Where they `goes_on`, phrases of one word may be beginnings of longer ones."""

    def __init__(self, phrases: Iterable[str], goes_on: bool = False) -> None:
        phrases = list(phrases)
        words = [WORD.findall(shape(phrase)) for phrase in phrases]
        self._whole = frozenset(some[0] for some in words if len(some) > 1 or (some and not goes_on))
        self._beginnings = tuple(some[0] for some in words if len(some) == 1 and goes_on)
        self._first_letters = frozenset(map(_first_letters, self._beginnings))
        self._signs = [phrase for phrase, some in zip(phrases, words, strict=True) if not some]

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have one of the phrases; False is certain."""
        if not self._whole.isdisjoint(shapes_of(text)) or any(sign in text for sign in self._signs):
            return True
        may_begin = bool(self._beginnings) and not self._first_letters.isdisjoint(_first_letters_of(text))
        return may_begin and any(word.startswith(self._beginnings) for word in shapes_of(text))


class NeededEndings:
    """The ends of some words; where such an end has several words, the end of its last one."""

    def __init__(self, endings: Iterable[str]) -> None:
        self._endings = tuple(WORD.findall(shape(ending))[-1] for ending in endings)
        self._in_texts = lru_cache(4)(self._look_up)

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have a word with one of the endings; False is certain."""
        return bool(self._endings) and self._in_texts(text)

    def _look_up(self, text: str) -> bool:
        return any(word.endswith(self._endings) for word in shapes_of(text))


def _first_letters(word: str) -> str:
    """As many first letters of a word as `_first_letters_of` has."""
    return "" if len(word) < _SHORT else word[: _LONG if len(word) >= _LONG else _SHORT]


@lru_cache(4)
def _first_letters_of(text: str) -> frozenset[str]:
    """The first letters of the plain words of a text."""
    shapes = shapes_of(text)
    return frozenset(["", *[word[:_LONG] for word in shapes], *[word[:_SHORT] for word in shapes]])
