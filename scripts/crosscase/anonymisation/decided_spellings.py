"""The spellings of decided words: in one, with other signs between them or with none, and with figures at them.

Words consist of parts: letters, or figures. A text has them if its own words, one after the other, are these parts, one
or several of them in each: zed-4 is "zed 4", "Zed–4" and "zed4"; o'neill's gate is "oneills gate". So no part of a
longer word is taken for one.

1. Four letters, or three with a figure among them, are also found in one word. Parts of figures stay apart: 12-3 is not
   "123". So do the words of rows that have many. Two or three initials are found in one, too: J.J. is "JJ".
2. Words of four letters and more are also found with further figures at their beginning and end: bluegate2019.
3. One word of six letters and more is also found as two of three and more: bluegate is "blue gate". What stands between
   them and which words they are says whether it is sure (`decided_words`).
4. Before Arabic or Hebrew words of three letters and more, which are mostly consonants, may stand what these languages
   write in one with them (`joined_prefixes`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, product
from string import digits
from typing import NamedTuple

from crosscase.detectors import joined_prefixes
from crosscase.detectors.words import WORD, Word
from crosscase.languages.vocabulary import plain, shape

_FEWEST_LETTERS = 4  # of words that are found in one, or with figures at them
_FEWEST_WITH_FIGURES = 3  # letters and figures
_FEWEST_BEHIND_PREFIX = 3
_INITIALS = range(2, 4)  # so many words of one letter
_FEWEST_OF_HALF = 3  # letters of each word that the text has of one
_FIRST_CONSONANTAL = "\u0590"  # Hebrew and behind it: two words of a few letters say nothing there
_MOST_PARTS = 12  # of words that may be joined
_MOST_CUT = 2  # letters before or behind an apostrophe: o'neill's
_PART = re.compile(r"\d+|\D+")
_FIGURES = frozenset(digits)
_APART = "\0"  # between two parts of figures


class Spelling(NamedTuple):
    """Decided words. Signs may stand behind so many letters (`edges`) and must behind those in `apart`."""

    words: str
    edges: frozenset[int]
    apart: frozenset[int]
    with_figures: bool  # further ones may stand at the words
    cuts: frozenset[int] = frozenset()  # behind so many letters another word of the text may begin, once

    def is_cut(self, edges: Sequence[int], has_figures: bool) -> bool:
        """Whether two words of a text, of which the first ends behind so many letters, are one of the decision."""
        return len(edges) == 2 and edges[0] in self.cuts and not has_figures

    def may_have(self, edges: Sequence[int], has_figures: bool) -> bool:
        """Whether words of a text may end behind so many letters, with further figures at them or without."""
        is_spelt_so = self.edges.issuperset(edges) and self.apart.issubset(edges)
        return is_spelt_so and (self.with_figures or not has_figures)


class Match(NamedTuple):
    """The words of a text that some decided words have: `first` to `last`, `start` letters of the first left out."""

    first: int
    last: int
    start: int
    decided: tuple[str, ...]
    is_whole: bool  # nothing else stands at them
    cut: frozenset[str] = frozenset()  # decided words, in one, of which the text may have two


class Spellings:
    """Knows decided words, given as they are read, in all spellings."""

    def __init__(self, decided: Collection[tuple[str, str]]) -> None:
        """`decided`: each as it is written and as it is read."""
        self._whole: dict[str, list[Spelling]] = {}
        self._begun: set[str] = set()  # what may stand before a sign
        self.in_one: dict[str, list[str]] = {}  # what may have other words or figures at it, by its shape in one word
        self.telling: set[str] = set()  # words of which each text with one of the decided has one
        self.halves: dict[str, set[str]] = {}  # with what two words begin that are a decided one, and what is behind it
        self.cut: set[str] = set()  # what of those in several words a text may have before or behind an apostrophe
        for words, read in sorted(decided):
            self._add(words, [_PART.findall(shape(word)) for word in WORD.findall(read)])

    def _add(self, words: str, parts_of_words: Sequence[Sequence[str]]) -> None:
        parts = [part for word in parts_of_words for part in word]
        if not parts:
            return
        begun = list(accumulate(parts, _appended))
        ends = list(accumulate(map(len, parts_of_words)))
        own = frozenset(len(begun[end - 1]) for end in ends)
        whole, letters = begun[-1], "".join(parts)
        has_figures = any(map(str.isdecimal, parts)) and not letters.isdecimal()
        is_free = len(parts) <= _MOST_PARTS and (
            len(letters) >= _FEWEST_LETTERS
            or (has_figures and len(letters) >= _FEWEST_WITH_FIGURES)
            or are_initials(parts)
        )
        with_figures = len(letters.strip(digits)) >= _FEWEST_LETTERS
        may_be_cut = len(parts) == 1 and whole.isalpha() and whole[0] < _FIRST_CONSONANTAL
        cuts = frozenset(range(_FEWEST_OF_HALF, len(whole) - _FEWEST_OF_HALF + 1) if may_be_cut else ())
        edges = frozenset(map(len, begun)) if is_free else own
        spelling = Spelling(words, edges, frozenset() if is_free else own, with_figures, cuts)
        self._whole.setdefault(whole, []).append(spelling)
        self._begun.update(begun[:-1], (whole[:cut] for cut in cuts))
        for cut in cuts:
            self.halves.setdefault(whole[:cut], set()).add(whole[cut:])
        if is_free:
            longest = parts.index(max(parts, key=len))
            for first in range(longest + 1):
                for joined in list(accumulate(parts[first:], _appended))[longest - first :]:
                    self.telling.add(joined)
                    if len(parts_of_words) > 1:
                        self.cut.update(_cut(joined))
        else:
            self.telling.add(max(("".join(word) for word in parts_of_words), key=len))
        if is_free and with_figures and _APART not in whole:
            self.in_one.setdefault(whole, []).append(words)

    def matches(self, text: str, words: Sequence[Word]) -> Iterator[Match]:
        """The words of a text that have a decided spelling; they may overlap."""
        for first, word in enumerate(words):
            for start, begun in _beginnings(text, word):
                yield from self._from(words, first, start, begun)

    def _from(self, words: Sequence[Word], first: int, start: int, begun: str) -> Iterator[Match]:
        found, edges, before = begun, [len(begun)], 0
        is_bare = begun != words[first].shape and not start
        for last in range(first, len(words)):
            if last > first:
                before = len(found)
                found = _appended(found, words[last].shape)
                edges.append(len(found))
            is_long = not start or len(found) >= _FEWEST_BEHIND_PREFIX
            if is_long and (decided := self._decided(found, edges, is_bare)):
                cut = (one.words for one in self._whole[found] if one.is_cut(edges, is_bare))
                yield Match(first, last, start, decided, not is_bare, frozenset(cut))
            bare = found.rstrip(digits)
            if before < len(bare) < len(found) and (decided := self._decided(bare, [*edges[:-1], len(bare)], True)):
                yield Match(first, last, start, decided, False)
            if found not in self._begun:
                return

    def _decided(self, found: str, edges: Sequence[int], has_figures: bool) -> tuple[str, ...]:
        """The decided words that some letters are, if words of a text end behind so many of them.

        `has_figures`: further ones stand at them.
        """
        spellings = self._whole.get(found, ())
        found_so = (one for one in spellings if one.may_have(edges, has_figures) or one.is_cut(edges, has_figures))
        return tuple([one.words for one in found_so])


def are_initials(words: Sequence[str]) -> bool:
    """Whether plain words are initials, in a script with capital letters."""
    return len(words) in _INITIALS and all(len(word) == 1 and word.upper() != word for word in words)


def _beginnings(text: str, word: Word) -> Iterator[tuple[int, str]]:
    """With what a spelling may begin in a word of a text, each with the number of letters before it."""
    yield 0, word.shape
    if word.shape[:1] in _FIGURES and (bare := word.shape.lstrip(digits)):
        yield 0, bare
    if word.shape[:1] > "\u0590":
        written = text[word.start : word.end]
        yield from ((end, plain(written[end:])) for end in joined_prefixes.ends_in(written))


def readings_of(word: str) -> set[str]:
    """The plain shapes as which a word of a text may be one of the `telling` words."""
    bare = plain(word)
    found = {bare, bare.strip(digits), bare.lstrip(digits), bare.rstrip(digits)}
    if word[:1] > "\u0590":
        found |= {reading for end in joined_prefixes.ends_in(word) for reading in readings_of(word[end:])}
    return found


def _cut(word: str) -> Iterator[str]:
    """A word without one or two letters that an apostrophe may part from it, at its beginning, its end or both."""
    for before, behind in product(range(_MOST_CUT + 1), repeat=2):
        if before + behind and len(left := word[before : len(word) - behind]) >= _FEWEST_WITH_FIGURES:
            yield left


def _appended(before: str, part: str) -> str:
    """Parts in one, with a sign between figures."""
    return f"{before}{_APART if before[-1:] in _FIGURES and part[:1] in _FIGURES else ''}{part}"
