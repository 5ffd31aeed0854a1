"""Ids that a team gives its participants, such as DE-1, in a text: with blanks, points, slashes or dashes, or without.

An id has letters and digits, at least three together: DE-1, P 012, South-11. The parts of a short one stay whole; one
of eight and more letters and digits may have such signs anywhere, as in DE12 3456 7890.

"At 3", "no 1" and "a 12 year old" are words of the grammar where the ids are AT-3, NO-1 and A-12: few letters, not all
of them capitals as in the id, and nothing but blanks between. Frequent words ("me 10" beside ME-10) wait for review.
"""

import re
from collections.abc import Iterable, Iterator, Set
from itertools import accumulate
from typing import NamedTuple

from crosscase.languages.vocabulary import plain

_SHORTEST = 3  # letters and digits
_LONG = 8  # letters and digits
_FEW = 3  # letters of what is called by an id
_PART = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"[\s._/\u2010-\u2015\u2212-]{1,2}([^\W_]+)")  # with all dashes


class FoundId(NamedTuple):
    """An id in a text, without signs; the end is exclusive."""

    compact: str
    start: int
    end: int
    words: frozenset[str]  # of letters, if the text may have them instead of the id

    def is_meant(self, grammar: Set[str]) -> bool:
        """Whether the text has the id, and not words of the `grammar`, such as prepositions, and a number."""
        return not self.words or not self.words <= grammar


def compact(words: str) -> str:
    """The letters and digits of an id, in plain shape."""
    return "".join(parts(words))


def parts(words: str) -> tuple[str, ...]:
    """The parts of an id, in plain shape."""
    return tuple(map(plain, _PART.findall(words)))


def is_long(words: str) -> bool:
    """Whether an id is so long that signs may be anywhere in it."""
    return len(compact(words)) >= _LONG


def is_mixed(words: str) -> bool:
    """Whether words have the letters and digits of an id."""
    signs = compact(words)
    return len(signs) >= _SHORTEST and any(map(str.isdigit, signs)) and any(map(str.isalpha, signs))


def is_id(words: str) -> bool:
    """Whether words are nothing but an id: a few letters and a number, such as DE-1 or P 012."""
    return is_mixed(words) and sum(map(str.isalpha, words)) <= _FEW


class ParticipantIds:
    """Finds some ids."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._compact: set[str] = set()
        self._beginnings: set[str] = set()  # what may stand before a sign, and whole ids
        self._with_small: set[str] = set()  # ids that are listed with small letters
        for words in ids:
            self._compact.add(compact(words))
            if not words.isupper():
                self._with_small.add(compact(words))
            self._beginnings.update(accumulate(compact(words) if is_long(words) else parts(words)))

    def begins(self, words: Set[str]) -> Set[str]:
        """Those of some words, in plain shape, with which an id may begin."""
        return words & self._beginnings

    def find(self, text: str, first: Iterable[str] | None = None) -> Iterator[FoundId]:
        """The ids whose parts follow each other in a text, with at most two signs between them.

        `first`: the words of the text with which one may begin, where they are known.
        """
        for begin in (_PART if first is None else _any_of(first)).finditer(text):
            found, end = plain(begin[0]), begin.end()
            while found in self._beginnings:
                if found in self._compact:
                    yield FoundId(found, begin.start(), end, self._words(found, text[begin.start() : end]))
                if not (following := _NEXT.match(text, end)):
                    break
                found, end = found + plain(following[1]), following.end()

    def _words(self, found: str, written: str) -> frozenset[str]:
        """The words of letters that stand where an id may, if that is how it is written."""
        parts = written.split()
        words = frozenset(plain(part) for part in parts if part.isalpha())
        if written.isupper() or found in self._with_small or len(parts) < 2 or not all(map(str.isalnum, parts)):
            return frozenset()
        return words if sum(map(len, words)) <= _FEW else frozenset()


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words. Their letters are first in the pattern, since such are found fast."""
    return re.compile("|".join(rf"{word}(?<![^\W_]{word})(?![^\W_])" for word in map(re.escape, sorted(words))))
