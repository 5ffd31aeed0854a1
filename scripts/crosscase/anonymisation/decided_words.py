"""Finds the words that somebody decided to replace, whether or not a rule finds anything there.

1. Texts are read as for listed names (`detectors.normalisation`): whole words in any case, with or without accents,
   hidden signs and look-alikes, also broken at the end of a line or spelt. Any signs may stand between several words.
   Only the form that the decision has is found: its words may be of any kind, and most have no forms. Words of four
   letters and more are also found in one word and with figures at it, as in handles: bluegate2019.
2. A word that a decision has with a capital letter may be an ordinary one in small letters: may, of May. Then only what
   a rule finds is meant. In a text without usual capitals this is so of words of the grammar alone. Who writes it in
   small letters into the decision means all of them.
3. Placeholders are left alone.

Most passages have none of these words, which a look at the words of a text finds out: each is judged once.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from string import digits
from typing import NamedTuple

from crosscase.detectors.handles import Handles
from crosscase.detectors.normalisation import SPELT, joined, normalise, normalised_text, readings_of_word
from crosscase.detectors.ordinary_use import is_of_grammar
from crosscase.detectors.spans import Setting, Taken
from crosscase.detectors.words import WORD, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_MOST_KNOWN = 200_000  # remembered words
_FEWEST_LETTERS = 4  # of a word that is spelt, or in a handle
_HYPHENS = ("-", "‐", "\u00ad")
ANYWHERE = Setting((), ())

Places = Iterable[tuple[int, int]]
_Shapes = tuple[str, ...]


class Run(NamedTuple):
    """Words of a text on which a decision may be. `words` are those of the decision, `original` is their plain shape.

    `others`: the decisions, by their words, that mean another word if no rule has found this one.
    """

    start: int
    end: int
    words: str
    original: str
    others: frozenset[str] = frozenset()


class DecidedWords:
    """Finds some words in texts. `placeholders` gives the places of a text that nothing may touch."""

    def __init__(self, decided: Collection[str], placeholders: Callable[[str], Places] = lambda _: ()) -> None:
        self._placeholders = placeholders
        self._phrases: dict[_Shapes, set[str]] = {}
        self._lengths: dict[str, list[int]] = {}  # of the phrases, by their first word
        for words in decided:
            if shapes := plain_words(words):
                self._phrases.setdefault(shapes, set()).add(words)
        for first, length in sorted({(shapes[0], len(shapes)) for shapes in self._phrases}):
            self._lengths.setdefault(first, []).append(length)
        self._longest = {max(shapes, key=len) for shapes in self._phrases}
        in_one = {"".join(shapes): decided for shapes, decided in self._phrases.items()}
        long = {word: decided for word, decided in in_one.items() if len(word.strip(digits)) >= _FEWEST_LETTERS}
        self._handles = Handles(long, frozenset())
        self._in_order = sorted(self._longest)
        self._forget()

    def _forget(self) -> None:
        self._dull: set[str] = set()
        self._telling: set[str] = set()
        self._letters: dict[str, int] = {}  # how many single letters words of a text consist of

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have some of the words; False is certain."""
        if not self._phrases or self._dull.issuperset(words := text.split()):
            return False
        if len(self._dull) > _MOST_KNOWN:
            self._forget()
        others = [word for word in words if word not in self._dull]
        for word in others:
            if word not in self._telling and word not in self._letters:
                self._judge(word)
        if not self._telling.isdisjoint(others):
            return True
        letters = sum(self._letters.get(word, 0) for word in others)
        return letters >= _FEWEST_LETTERS and SPELT.search(text) is not None

    def _judge(self, written: str) -> None:
        read = normalised_text(written)
        words = WORD.findall(read)
        shapes = {plain(reading) for word in words for reading in readings_of_word(word)}
        is_one = not shapes.isdisjoint(self._longest) or any(map(self._handles.of, shapes))
        if is_one or self._may_go_on(written, shapes):
            self._telling.add(written)
        elif words and all(len(word) == 1 for word in words):
            self._letters[written] = len(words)
        else:
            self._dull.add(written)

    def _may_go_on(self, written: str, shapes: Collection[str]) -> bool:
        """Whether a word before a hyphen may be the beginning of one of the words."""
        if not written.endswith(_HYPHENS):
            return False
        places = ((one, bisect_left(self._in_order, one)) for one in shapes)
        return any(at < len(self._in_order) and self._in_order[at].startswith(one) for one, at in places)

    def find(self, text: str, setting: Setting = ANYWHERE) -> list[Run]:
        """The words in a text in Unicode form C, in order; they may overlap."""
        read = normalise(text, setting.cased)
        found = {
            run._replace(start=start, end=end)
            for run in self._in_words(read.text, setting)
            for start, end in (read.in_original(run.start, run.end),)
        }
        if reading := joined(read.text):
            for run in self._in_words(reading.text, setting):
                start, end = read.in_original(*reading.in_original(run.start, run.end))
                found.add(run._replace(start=start, end=end))
        untouched = Taken(self._placeholders(text))
        return sorted((run for run in found if not untouched.overlapping(run.start, run.end)), key=lambda run: run[:3])

    def _in_words(self, text: str, setting: Setting) -> Iterator[Run]:
        words = words_of(text)
        for first, word in enumerate(words):
            for length in self._lengths.get(word.shape, ()):
                shapes = tuple([one.shape for one in words[first : first + length]])
                if len(shapes) == length and (decided := self._phrases.get(shapes)):
                    start, end = word.start, words[first + length - 1].end
                    others = [one for one in decided if length == 1 and _may_be_other(text[start:end], one, setting)]
                    for one in decided:
                        yield Run(start, end, one, " ".join(shapes), frozenset(others))
            if (word.shape,) not in self._phrases:
                for one in self._handles.of(word.shape) or ():
                    yield Run(word.start, word.end, one, " ".join(plain_words(one)))


@lru_cache(2**14)
def plain_words(words: str) -> _Shapes:
    """The words of a decision as they are compared."""
    return tuple(map(shape, WORD.findall(normalised_text(words))))


def _may_be_other(word: str, decided: str, setting: Setting) -> bool:
    """Whether a word in small letters may be another one than that with a capital letter in a decision."""
    if not (word[0].islower() and WORD.findall(decided)[0][0].isupper()):
        return False
    if not setting.cased:
        return is_of_grammar(word, setting)
    return bool(setting.languages) and Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word)
