"""Words that a person decided to replace, in results: found in the spellings in which anonymisation replaces them.

They do not count
- where the study's own texts, or those of the pipeline, have them so, in a row;
- where a person decided to keep them, as they are written there;
- in what the pipeline composed: across the cells of a table, or as public words with counts beside them;
- as ordinary words, if the decision is about one document or place;
- if they have two letters or figures, where these stand in any file: in what the pipeline composed, in names of files
  and in bytes that are no text. Elsewhere such words count alone, and one letter or figure never does.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from string import digits
from typing import Protocol

from crosscase.anonymisation.decided_words import DecidedWords, Run, plain_words
from crosscase.anonymisation.identifiers import DECIDED
from crosscase.anonymisation.words_without_blanks import is_found_by_letters
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load, plain, shape
from crosscase.leaks.hits import Hit
from crosscase.leaks.pipeline_texts import PipelineTexts
from crosscase.leaks.public_ids import PublicNames
from crosscase.leaks.watched import Watched
from crosscase.leaks.words_of_interest import Words
from crosscase.storage.text_form import nfc

_SHORTEST, _SHORTEST_ANYWHERE = 2, 3  # letters and figures of decided words
_REACH = 3  # signs for each letter of decided words, around one of them
_MOST_SIGNS = 2  # between two words, in bytes that are no text
_BETWEEN_CELLS = re.compile(r"[|&\t\n]")
_APART = "\0"  # between texts


class About(Protocol):
    """What is used of what is known of a text, which `search.About` describes."""

    @property
    def whole_names(self) -> bool:
        """Whether only several words are searched for."""

    @property
    def shortest(self) -> int:
        """With how many letters at least."""

    @property
    def composed(self) -> bool:
        """Whether the pipeline wrote it."""

    @property
    def has_marks(self) -> bool:
        """Whether marks of the pipeline's files can be in it."""


class DecidedInTexts:
    """Knows the decided words of a study. `cited` is its citation file: it may name an interviewer."""

    def __init__(
        self,
        watched: Iterable[Watched],
        public: PublicNames,
        own: PipelineTexts,
        spoken: Sequence[str],
        is_kept: Callable[[str], bool],
        cited: str = "",
    ) -> None:
        self._public, self._own, self._is_kept = public, own, is_kept
        self._setting = Setting((), tuple(map(load, spoken)))
        self._listed: dict[str, bool] = {}  # by the words
        self.watched: set[Watched] = set()
        authors = frozenset(map(plain, WORD.findall(cited)))
        for one in watched:
            if one.kind == DECIDED and self._is_searched(one.words, authors):
                self.watched.add(one)
                self._listed[one.words] = one.listed or self._listed.get(one.words, False)
        self._words = DecidedWords(self._listed)
        self._reach = _REACH * max(map(len, self._listed), default=0)
        self.telling = self._words.telling
        self._halves: set[str] = set()  # words of texts that may be one of two that are a decided one

    def _is_searched(self, words: str, authors: Collection[str]) -> bool:
        shapes = plain_words(words)
        letters = "".join(shapes)
        if len(letters) < _SHORTEST or letters.isdecimal() or (authors and set(shapes) <= set(authors)):
            return False
        return not (self._public.has_in_a_row(shapes) or self._public.has(" ".join(shapes)))

    def is_telling(self, word: str) -> bool:
        """Whether a word of a text, which an apostrophe may have cut, may belong to decided words."""
        if not self._listed or self._words.is_telling(word, may_be_cut=True):
            return bool(self._listed)
        if self._words.halves.of(word):
            self._halves.add(word)
        return word in self._halves

    def hits_in(self, words: Words, about: About) -> Iterator[Hit]:
        """The decided words in a text, which are those of `words` that may belong to some."""
        halves = self._halves.intersection(words.decided)
        written = {*words.decided} - halves
        if halves:
            written.update(self._words.halves.pairs(halves, words.text))
        if self._listed:
            written.update(self._words.in_letters(words.text))
        for piece in map(nfc, words.pieces_around(written, self._reach)):
            for run in self._words.find(piece, self._setting):
                if self._proves(run, piece, about):
                    yield Hit(DECIDED, run.words, piece[run.start : run.end])

    def _proves(self, run: Run, text: str, about: About) -> bool:
        written = text[run.start : run.end]
        shapes = list(map(plain, WORD.findall(written)))
        decided = plain_words(run.words)
        is_short = len("".join(decided)) < _SHORTEST_ANYWHERE and not is_found_by_letters(run.words)
        if is_short and (about.has_marks or about.shortest):
            return False
        if (about.whole_names and len(decided) == 1) or not _is_no_chance("".join(decided), written, shapes, about):
            return False
        if run.words in run.others or _APART in written or self._is_public(written, shapes, about):
            return False
        if about.composed and _BETWEEN_CELLS.search(written):
            return False
        return self._listed[run.words] or len(shapes) > 1 or not self._is_ordinary(written)

    def _is_public(self, written: str, shapes: Sequence[str], about: About) -> bool:
        is_one = len(shapes) == 1
        bare = [shape.strip(digits) for shape in shapes] if is_one else shapes
        if self._public.has_in_a_row(bare) or self._public.has_in_a_row(shapes) or self._own.has_in_a_row(shapes):
            return True
        if (is_found_by_letters(written) and self._public.has_letters(written)) or (
            not is_one and self._is_kept(written)
        ):
            return True
        if is_one and about.has_marks and self._own.has_mark(written.strip(digits)):
            return True
        has_figures = any(map(str.isdecimal, "".join(shapes)))
        return about.composed and has_figures and self._public.can_compose(shape(written))

    def _is_ordinary(self, word: str) -> bool:
        vocabulary = Vocabulary.of(self._setting.languages)
        return vocabulary.is_ordinary_in_small_letters(word) if word[0].islower() else vocabulary.is_ordinary(word)


def _is_no_chance(letters: str, written: str, shapes: Sequence[str], about: About) -> bool:
    """Whether something is decided words in bytes that are no text: with all their letters, and few signs between."""
    if not about.shortest:
        return True
    few_signs = len(written) - sum(map(len, shapes)) <= _MOST_SIGNS * len(shapes)
    return len(letters) >= about.shortest and letters in "".join(shapes) and few_signs
