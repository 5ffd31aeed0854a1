"""Whole names in the texts that a study states, in which each word alone is public.

1. A surname behind a title, if it is no ordinary word: Mrs Hathersage.
2. A first name and a surname, in either order, with a comma or a few others between them that have capital letters or
   are as short as "and": "Hathersage, Maureen", "Maureen & Tom Hathersage". One of them must be no ordinary word.

Elsewhere a surname alone is found, so this is looked at in such texts only. Cells of a table that stand beside each
other would be names by chance.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from crosscase.detectors.name_forms import forms
from crosscase.detectors.words import WORD, Word, words_of
from crosscase.leaks.hits import Hit
from crosscase.leaks.watched import Watched
from crosscase.storage.text_form import nfc

_SHORTEST = 3  # letters of each word
_MOST_BETWEEN = 3  # words
_SHORT = 3  # letters of a word that joins others: and, und, y
_BESIDE = re.compile(r"\.?\s+")
_PAUSE = re.compile(r"[.;:!?\n\0]")
_PERSON = "PERSON"


class WholeNames:
    """Knows the listed people. `titles` are those of all languages, in plain shape."""

    def __init__(self, watched: Iterable[Watched], titles: Collection[str], is_ordinary: Callable[[str], bool]) -> None:
        people = [one for one in watched if one.kind == _PERSON and one.listed]
        self._titles = titles
        self._is_ordinary = is_ordinary
        self._alone: dict[str, str] = {}  # the listed name of each form
        self._beside: dict[str, list[tuple[frozenset[str], str]]] = {}  # forms of the other word, and the listed name
        for one in people:
            words = [word for word in WORD.findall(one.words) if len(word) >= _SHORTEST]
            shapes = [forms(word, one.languages) for word in words]
            if len(words) == 1:
                self._alone |= dict.fromkeys(shapes[0], one.words)
            elif words:
                for shape in shapes[0]:
                    self._beside.setdefault(shape, []).append((shapes[-1], one.words))
                for shape in shapes[-1]:
                    self._beside.setdefault(shape, []).append((shapes[0], one.words))

    def written_in(self, text: str) -> list[Hit]:
        """The whole names in a text, as they are written, each with the listed name that is meant."""
        text = nfc(text)
        words = words_of(text)
        found = [
            Hit(_PERSON, listed, text[words[first].start : words[last].end])
            for first in range(len(words))
            for last in range(first + 1, min(first + _MOST_BETWEEN + 2, len(words)))
            for listed in (*self._titled(text, words[first : last + 1]), *self._pairs(text, words[first : last + 1]))
        ]
        return list(dict.fromkeys(found))

    def _titled(self, text: str, words: Sequence[Word]) -> Iterator[str]:
        title, *between, name = words
        if title.shape not in self._titles or name.shape not in self._alone or not name.capital:
            return
        is_whole = all(_BESIDE.fullmatch(text, one.end, other.start) for one, other in pairwise(words))
        if is_whole and all(word.capital for word in between) and not self._is_ordinary(name.shape):
            yield self._alone[name.shape]

    def _pairs(self, text: str, words: Sequence[Word]) -> Iterator[str]:
        first, *_, last = words
        listed = [name for forms_of_other, name in self._beside.get(first.shape, ()) if last.shape in forms_of_other]
        if listed and self._is_pair(text, words):
            yield from listed

    def _is_pair(self, text: str, words: Sequence[Word]) -> bool:
        first, *between, last = words
        if not (first.capital and last.capital):
            return False
        if _PAUSE.search(text, first.end, last.start) or all(map(self._is_ordinary, (first.shape, last.shape))):
            return False
        return all(word.capital or word.end - word.start <= _SHORT for word in between)
