"""Finds the words that somebody decided to replace, whether or not a rule finds anything there.

1. Texts are read as for listed names (`detectors.normalisation`, `misread_names`): whole words in any case, with or
   without accents, hidden signs and look-alikes, also broken at the end of a line or spelt. Any signs may stand between
   several words, or none (`decided_spellings`), but for the end of a sentence; an apostrophe counts in none of several
   words. Only the form that the decision has is found: its words may be of any kind, and most have no forms.
2. A word that a decision has with a capital letter may be an ordinary one in small letters: may, of May. Then only what
   a rule finds is meant. In a text without usual capitals this is so of words of the grammar alone. Who writes it in
   small letters into the decision means all of them. Several words in one may be an ordinary word, too ("apart", of "a
   part"), and letters with a figure words of the grammar ("at 3", of AT-3).
3. Placeholders are left alone.
4. Words in a script without blanks are found within others (`words_without_blanks`).

Most passages have none of these words, which a look at the words of a text finds out: each is judged once.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from crosscase.anonymisation import bracketed_words, words_in_letters
from crosscase.anonymisation.decided_spellings import Match, Spellings, are_initials, readings_of
from crosscase.anonymisation.word_halves import WordHalves, are_sure
from crosscase.anonymisation.words_without_blanks import (
    HALF_WIDTH,
    ROW,
    WordsWithoutBlanks,
    full_width,
    is_found_by_letters,
)
from crosscase.detectors import participant_ids
from crosscase.detectors.handles import Handles
from crosscase.detectors.joined_prefixes import POINTS
from crosscase.detectors.misread_names import MisreadNames
from crosscase.detectors.normalisation import SPELT, Normalised, joined, normalise, normalised_text, readings_of_word
from crosscase.detectors.ordinary_use import is_of_grammar
from crosscase.detectors.spans import Setting, Taken
from crosscase.detectors.words import WORD, Word, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_MOST_KNOWN = 200_000  # remembered words
_FEWEST_LETTERS = 4  # of a word that is spelt
_HYPHENS = ("-", "‐", "\u00ad")
_APOSTROPHE = re.compile(  # behind one or two letters at the beginning of a word, or before such at its end: o'neill's
    r"['’ʼ](?:(?<=(?<!\w)[^\W\d_].)|(?<=(?<!\w)[^\W\d_]{2}.))(?=[^\W\d_])|(?<=[^\W\d_])['’ʼ](?=[^\W\d_]{1,2}(?!\w))"
)
_SENTENCE_END = re.compile(r"(?P<last>[^\W\d_]{3,})[.!?…]+[\"'”’)\]]*\s+(?P<next>[^\W\d_])|\n\s*\n")
_BREAK = re.compile(r"[-‐](?<=\d.)\s+(?=\w)|[-‐](?<=\w.)\s+(?=\d)")  # at a figure; `joined` has the others
_TURNED = "\u202e"  # what is behind it is read backwards
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
        read = {words: _as_read(words) for words in decided if plain_words(words)}
        by_letters = {one for one in read.values() if is_found_by_letters(one)}
        self._without_blanks = WordsWithoutBlanks(by_letters)
        self._written: dict[str, list[str]] = {}  # by the letters: one decision may have them in small ones
        for words, one in sorted(read.items()):
            self._written.setdefault(one, []).append(words)
        self._spellings = Spellings([(words, one) for words, one in read.items() if one not in by_letters])
        self.halves = WordHalves(self._spellings.halves)
        self._originals = _originals(read)
        self._handles = Handles(self._spellings.in_one, frozenset())
        self.telling = frozenset(self._spellings.telling)
        self._in_order = sorted(self.telling)
        self._misread = MisreadNames(self.telling) if self.telling else None
        self._are_short = any(map(words_in_letters.is_short, _in_one(read)))
        self._forget()

    def _forget(self) -> None:
        self._dull: set[str] = set()
        self._telling: set[str] = set()
        self._letters: dict[str, int] = {}  # how many single letters words of a text consist of
        self._halves: dict[str, frozenset[str]] = {}  # what words of a text may be of one that it has in two

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have some of the words; False is certain."""
        if not self._originals or self._dull.issuperset(words := text.split()):
            return False
        if len(self._dull) > _MOST_KNOWN:
            self._forget()
        others = [word for word in words if word not in self._dull]
        for word in others:
            if word not in self._telling and word not in self._letters and word not in self._halves:
                self._judge(word)
        if not self._telling.isdisjoint(others):
            return True
        if self._halves and self.halves.make_one(half for word in others for half in self._halves.get(word, ())):
            return True
        letters = [word for word in others if word in self._letters]
        if sum(map(self._letters.__getitem__, letters)) >= _FEWEST_LETTERS and SPELT.search(text):
            return True
        return not all(map(str.isalpha, letters)) and any(self.in_letters(normalised_text(text)))

    def _judge(self, written: str) -> None:
        if self.is_telling(written) or (not written.isalpha() and any(self.in_letters(normalised_text(written)))):
            self._telling.add(written)
        elif halves := self.halves.of(written):
            self._halves[written] = halves
        elif (words := WORD.findall(normalised_text(written))) and all(len(word) == 1 for word in words):
            self._letters[written] = len(words)
        else:
            self._dull.add(written)

    def is_telling(self, written: str, may_be_cut: bool = False) -> bool:
        """Whether a word of a text, with the signs at it, may belong to one of the words.

        `may_be_cut`: an apostrophe may stand at it, which is not given.
        """
        read, words = written, {written}
        if not (written.isascii() and written.isalpha()):
            read = _without_points(normalised_text(written, listed=self._misread))
            readings = {read, _APOSTROPHE.sub("", read), read if read.isascii() else ROW.sub(" ", read)}
            words = {word for one in readings for word in WORD.findall(one)}
        shapes = {one for word in words for reading in readings_of_word(word) for one in readings_of(reading)}
        if not shapes.isdisjoint(self.telling) or any(map(self._handles.of, shapes)):
            return True
        if may_be_cut and not shapes.isdisjoint(self._spellings.cut):
            return True
        return self._may_go_on(written, shapes) or self._without_blanks.may_be_in(read) or _TURNED in written

    def in_letters(self, text: str) -> Iterator[str]:
        """The words of a text, as it is read, that it has letter by letter, if they may belong to one of the words."""
        if self._are_short:
            yield from (row for row, word in words_in_letters.rows(text, cased=False) if self.is_telling(word))

    def _may_go_on(self, written: str, shapes: Collection[str]) -> bool:
        """Whether a word before a hyphen may be the beginning of one of the words."""
        if not written.endswith(_HYPHENS):
            return False
        if any(map(self._handles.may_begin, shapes)):
            return True
        places = ((one, bisect_left(self._in_order, one)) for one in shapes)
        return any(at < len(self._in_order) and self._in_order[at].startswith(one) for one, at in places)

    def find(self, text: str, setting: Setting = ANYWHERE) -> list[Run]:
        """The words in a text in Unicode form C, in order; they may overlap."""
        read = normalise(text, setting.cased, self._misread)
        if not text.isascii():
            read = read.changed(POINTS, lambda _: "").changed(HALF_WIDTH, full_width)
        found = {_in_original(run, read) for run in self._in_reading(read.text, setting)}
        spelt = words_in_letters.reading(read.text, setting.cased)
        for reading in filter(None, (joined(read.text), _changed(read.text, _BREAK), spelt)):
            found |= {_in_original(_in_original(run, reading), read) for run in self._in_reading(reading.text, setting)}
        found = {
            run._replace(start=start, end=end)
            for run in found
            for start, end in [bracketed_words.whole(text, run.start, run.end)]
        }
        untouched = Taken(self._placeholders(text))
        return sorted((run for run in found if not untouched.overlapping(run.start, run.end)), key=lambda run: run[:3])

    def _in_reading(self, text: str, setting: Setting) -> Iterator[Run]:
        yield from self._in_words(text, setting)
        if without := _changed(text, _APOSTROPHE):
            several = (run for run in self._in_words(without.text, setting) if len(plain_words(run.words)) > 1)
            yield from (_in_original(run, without) for run in several)

    def _in_words(self, text: str, setting: Setting) -> Iterator[Run]:
        for by_letters in self._without_blanks.find(text):
            for one in self._written[by_letters.words]:
                yield Run(by_letters.start, by_letters.end, one, self._originals[one])
        yield from self._spelt_in(text, setting)
        if not text.isascii() and ROW.search(text):
            beside = self._spelt_in(ROW.sub(lambda row: " " * len(row[0]), text), setting)
            yield from (run for run in beside if not ROW.search(text, run.start, run.end))

    def _spelt_in(self, text: str, setting: Setting) -> Iterator[Run]:
        words = words_of(text)
        for match in self._spellings.matches(text, words):
            start, end = words[match.first].start + match.start, words[match.last].end
            if _ends_sentence(text[start:end], setting) and not all(
                _ends_sentence(one, setting) for one in match.decided
            ):
                continue
            others = frozenset(one for one in match.decided if _is_other(text[start:end], one, match, setting))
            for one in match.decided:
                if one not in match.cut or are_sure(text[start:end], one, setting):
                    yield Run(start, end, one, self._originals[one], others)
        for word in words:
            for one in self._in_handle(word):
                yield Run(word.start, word.end, one, self._originals[one])

    def _in_handle(self, word: Word) -> Collection[str]:
        """The decisions on what stands in a word of a text behind a title or a determiner."""
        is_alone = word.shape.strip("0123456789") in self._handles.names
        return () if is_alone else self._handles.of(word.shape) or ()


def _ends_sentence(words: str, setting: Setting) -> bool:
    """Whether a sentence ends within some words, or an empty line is there; no sentence ends behind a title."""
    return any(
        end["next"] is None or (end["next"].isupper() and plain(end["last"]) not in setting.titles)
        for end in _SENTENCE_END.finditer(words)
    )


def _changed(text: str, left_out: re.Pattern[str]) -> Normalised | None:
    """The reading of a text without some signs; None if it has none."""
    return Normalised(text, text).changed(left_out, lambda _: "") if left_out.search(text) else None


def _in_original(run: Run, read: Normalised) -> Run:
    """Words of a text as it is read, where they are in the text as it was, with all vowel points of the last letter."""
    start, end = read.in_original(run.start, run.end)
    points = None if read.original.isascii() else POINTS.match(read.original, end)
    return run._replace(start=start, end=points.end() if points else end)


def _originals(read: dict[str, str]) -> dict[str, str]:
    """What one placeholder stands for: the same for all decisions that differ in signs alone."""
    plain_forms = {words: " ".join(map(shape, WORD.findall(one))) for words, one in read.items()}
    by_letters = {words: one.casefold() for words, one in read.items() if is_found_by_letters(one)}
    first: dict[str, str] = {}
    for form in sorted(plain_forms.values()):
        first.setdefault(form.replace(" ", ""), form)
    return {words: by_letters.get(words, first[form.replace(" ", "")]) for words, form in plain_forms.items()}


def _in_one(decided: Iterable[str]) -> Iterator[str]:
    """The plain words of decisions, and all of each in one."""
    for words in map(plain_words, decided):
        yield from (*words, "".join(words))


def _without_points(read: str) -> str:
    """A text as detectors read it, without Arabic and Hebrew vowel points and half-width letters."""
    if read.isascii():
        return read
    return HALF_WIDTH.sub(lambda letter: full_width(letter[0]), POINTS.sub("", read))


@lru_cache(2**14)
def _as_read(words: str) -> str:
    """The words of a decision as texts are read."""
    return _without_points(normalised_text(words))


@lru_cache(2**14)
def plain_words(words: str) -> _Shapes:
    """The words of a decision as they are compared."""
    return tuple(map(shape, WORD.findall(_as_read(words))))


def _is_other(written: str, words: str, match: Match, setting: Setting) -> bool:
    """Whether what a text has may be other words than those of a decision."""
    if match.first < match.last:
        return _is_of_grammar(written, words, setting)
    if not match.is_whole or match.start:
        return False
    decided = WORD.findall(_as_read(words))
    if are_initials(plain_words(words)):  # also those in small letters: "an" is not a.n.
        return _may_be_other(written, decided[0].upper(), setting)
    return _may_be_other(written, decided[0], setting) if len(decided) == 1 else _is_ordinary(written, setting)


def _is_of_grammar(written: str, decided: str, setting: Setting) -> bool:
    """Whether a text may have words of the grammar and a number in place of letters and figures."""
    ids = participant_ids.ParticipantIds([decided])
    found = next(ids.find(written), None) if participant_ids.is_id(decided) else None
    return found is not None and not found.is_meant(setting.grammar)


def _may_be_other(word: str, decided: str, setting: Setting) -> bool:
    """Whether a word in small letters may be another one than that with a capital letter in a decision."""
    if not (word[0].islower() and decided[0].isupper()):
        return False
    if not setting.cased:
        return is_of_grammar(word, setting)
    return _is_ordinary(word, setting)


def _is_ordinary(word: str, setting: Setting) -> bool:
    return bool(setting.languages) and Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word)
