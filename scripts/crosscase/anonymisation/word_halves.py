"""Decided words that a text has as two: "blue gate" and "blue-gate" of bluegate.

A hyphen joins them. With blanks or another sign between them none is a word of the grammar (for rest, of Forrest), and
if the decision has a capital letter and both are ordinary words, both have one, too (a good man, of Goodman). A decided
word that is an ordinary one itself is only found in one.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from crosscase.detectors.normalisation import normalised_text
from crosscase.detectors.ordinary_use import is_of_grammar
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_HYPHENS = "-‐‑_"
_TWO = re.compile(rf"[^\W_](?:(?P<hyphen>[{_HYPHENS}])|\s+|-{{2,3}}|[‒–—―−./])[^\W_]")
_MAY_BE_BETWEEN = r"(?:\s+|[\W_]{1,3})"


class WordHalves:
    """Knows by their plain shapes the first halves of some words, with the other ones."""

    def __init__(self, halves: Mapping[str, Collection[str]]) -> None:
        self._behind = {first: frozenset(others) for first, others in halves.items()}
        self._all = frozenset(self._behind).union(*self._behind.values())

    def of(self, written: str) -> frozenset[str]:
        """The halves that are a word of a text, or in it, with the signs at it."""
        read = written if written.isascii() else normalised_text(written)
        return self._all.intersection(map(plain, WORD.findall(read))) if self._all else self._all

    def make_one(self, halves: Iterable[str]) -> bool:
        """Whether two of some halves are one word."""
        halves = set(halves)
        return any(not halves.isdisjoint(self._behind.get(first, ())) for first in halves)

    def pairs(self, words: Collection[str], text: str) -> Iterator[str]:
        """Two of some words of a text that are one, as they stand in it."""
        for first in words:
            if self.make_one(self.of(first)):
                yield first
            behind = frozenset[str]().union(*(self._behind.get(half, ()) for half in self.of(first)))
            if beside := [re.escape(one) for one in words if not self.of(one).isdisjoint(behind)]:
                yield from set(re.findall(rf"{re.escape(first)}{_MAY_BE_BETWEEN}(?:{'|'.join(beside)})", text))


def are_sure(written: str, decided: str, setting: Setting) -> bool:
    """Whether two words of a text surely are a decided one."""
    is_ordinary = Vocabulary.of(setting.languages).is_ordinary_in_small_letters
    if not (two := _TWO.search(written)) or is_ordinary(decided):
        return False
    halves = WORD.findall(written)
    if two["hyphen"]:
        return True
    if any(is_of_grammar(half, setting) for half in halves):
        return False
    are_capital = all(half[0].isupper() for half in halves)
    return are_capital or decided[0].islower() or not all(map(is_ordinary, halves))
