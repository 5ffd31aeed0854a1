"""Replacement of identifying words in a text by typed placeholders such as `[PERSON_48291305]`, in one way.

1. Normalise: detectors read a text as `detectors.normalisation` gives it, with signs in place of each placeholder that
   nothing may touch, and of the figures of `laws`. Most texts are dull (`triage`) and go no further.
2. Find: the detectors of certain spans, then those of doubtful ones, which leave out what is certain (`guesses`), then
   what stands beside contact data and belongs to it (`surroundings`), and the rest of its sentence (`sentence_rest`).
3. Resolve: each character lies in one span at most, certain ones first. A doubtful span keeps what was found within it
   (`span_parts`). A person decides on doubtful spans and their parts, and on words that no detector finds
   (`review_outcomes`, `decided_words`).
4. Replace: in the original text, at the places to which the spans lead back. Doubtful spans without a decision stay in
   the text and are returned.

A second redaction finds the placeholders and changes nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from crosscase.anonymisation import guesses, span_parts
from crosscase.anonymisation.pseudonyms import PLACEHOLDER, Pseudonyms
from crosscase.anonymisation.triage import Triage
from crosscase.detectors import (
    addresses,
    births,
    births_in_words,
    coordinates,
    cues,
    feast_days,
    file_numbers,
    laws,
    numbers,
    other_scripts,
    postcodes,
    sentence_rest,
    spoken_emails,
    spoken_file_numbers,
    spoken_telephones,
    streets,
    surroundings,
    suspicion,
    telephones,
    unknown_months,
    vehicles,
)
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.normalisation import Normalised, fluent, joined, normalise
from crosscase.detectors.public_words import is_numbered_name
from crosscase.detectors.spans import WHOLE, Detector, Setting, Span, Taken, without_overlap
from crosscase.detectors.words import has_signs
from crosscase.storage.text_form import nfc

_LIKE = 85  # of 100: similarity from which a word counts as a misspelt listed name
_SHORTEST_LIKE = 5
_MARK = "\u01bb"  # a letter without case, which no interview has
# Stands for a placeholder. It begins and ends with a letter, so that nothing begins or ends beside it, and is so long
# that no detector looks beyond it: a replacement brings nothing nearer to another word.
_MARKS = f"x{_MARK * 62}x"
_UNTOUCHED = re.compile(rf"{_MARKS}|\[[A-Z]+_?\d*\]")  # placeholders, also those of transcribers
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ \u00a0-]?)+\Z")
_MOST_BETWEEN = 2  # characters between two parts of an address
_BEFORE = 20  # characters before a name that are searched for initials
# In the order of their certainty: those that need a sign or a digit, and the others.
_WITH_SIGNS: tuple[Detector, ...] = (
    numbers.find,
    file_numbers.find,
    vehicles.find,
    births.find,
    coordinates.find,
    telephones.find,
    postcodes.find,
)
_WITHOUT_SIGNS: tuple[Detector, ...] = (
    births_in_words.find,
    unknown_months.find,
    feast_days.find,
    spoken_file_numbers.find,
    spoken_telephones.find,
    cues.find,
    other_scripts.find,
)

NO_MODELS: Mapping[str, Detector] = {}
Decide = Callable[[str, Sequence[Span]], Iterable[Span]]  # what becomes of a text's spans: what is replaced, what waits


class Redacted(NamedTuple):
    """A text without the people found in it, and its doubtful spans without a decision."""

    text: str
    doubts: list[Span]


class Redactor:
    """Replaces identifying words; the same word gets the same placeholder in the whole study.

    `models` find doubtful spans in the texts of a language, `detectors.models`.
    """

    def __init__(self, names: ListedNames, pseudonyms: Pseudonyms, models: Mapping[str, Detector] = NO_MODELS) -> None:
        self._pseudonyms = pseudonyms
        self._names = names
        self._models = models
        listed = sorted(shape for shape in names.search.shapes if len(shape) >= _SHORTEST_LIKE)
        self._is_like_listed = lru_cache(2**14)(lambda shape: _is_like(shape, listed))
        self._triage = lru_cache(lambda setting: Triage(names, setting))

    def redact(self, text: str, setting: Setting, decided: Decide = lambda _, spans: spans) -> Redacted:
        """The text without identifying words. `decided` says what becomes of the spans of a text."""
        text = nfc(text)
        spans = list(decided(text, self.find(text, setting)))
        return self._replaced(text, spans) if spans else Redacted(text, [])

    def find(self, text: str, setting: Setting) -> list[Span]:
        """The spans of a text in NFC, certain and doubtful ones, without overlap."""
        models = self._models_of(setting) if self._models else []
        if not models and self._triage(setting).is_dull(text):  # a model may find something anywhere
            return []
        read = normalise(text, setting.cased, self._names.misread)
        if _MARK in text:
            read = read.changed(re.compile(_MARK), lambda _: "?")
        if "[" in text:
            read = read.changed(self._placeholders(), lambda _: _MARKS)
        cited = laws.places(read.text, setting)
        found = [*laws.not_of_laws(self._spans(laws.without_figures(read.text, cited), setting, models), cited)]
        return [_in_original(read, span) for span in _with_initials(read.text, found)]

    def _models_of(self, setting: Setting) -> list[Detector]:
        """The models of a text's languages."""
        return [self._models[language.code] for language in setting.languages if language.code in self._models]

    def _placeholders(self) -> re.Pattern[str]:
        """What replaces words in a text."""
        return re.compile("|".join([PLACEHOLDER.pattern, *map(re.escape, sorted(self._pseudonyms.generalised))]))

    def _spans(self, text: str, setting: Setting, models: Sequence[Detector]) -> list[Span]:
        """The spans of a normalised text, without overlap: certain ones, and doubtful ones beside them."""
        detected = (span for span in self._detected(text, setting) if not is_numbered_name(text, span, setting))
        certain = [part for span in detected for part in _beside_marks(text, span)]
        replaced = without_overlap(text, [span for span in certain if not span.doubt])
        untouched = (match.span() for match in _UNTOUCHED.finditer(text))
        taken = Taken([*((span.start, span.end) for span in replaced), *untouched])
        guessed = guesses.find(text, setting, certain, taken)
        guessed += suspicion.find(text, setting, taken, self._is_like_listed)
        found = without_overlap(text, [*certain, *guessed])
        # A name beside the number of a house is an address: its kind comes first.
        found = without_overlap(text, [*surroundings.find(text, setting, found), *found])
        of_models = [
            part for model in models for span in model(text, setting) for part in taken.parts_outside(text, span)
        ]
        whole = without_overlap(text, [*of_models, *found, *sentence_rest.find(text, setting, found)])
        return span_parts.given(text, whole, found, [*certain, *of_models, *guessed])

    def _detected(self, text: str, setting: Setting) -> Iterator[Span]:
        """The spans of the detectors, in the order of their certainty."""
        has_sign = has_signs(text)
        yield from spoken_emails.find(text, setting)
        if has_sign:
            yield from addresses.find(text, setting)
            yield from self._names.find_ids(text, setting)
        if reading := fluent(text):
            yield from _in_reading(reading, streets.find(reading.text, setting))
        yield from streets.find(text, setting)
        yield from self._names.find(text, setting)
        if reading := joined(text):
            yield from _in_reading(reading, self._names.find(reading.text, setting))
        for pattern in (*_WITH_SIGNS, *_WITHOUT_SIGNS) if has_sign else _WITHOUT_SIGNS:
            yield from pattern(text, setting)

    def _replaced(self, text: str, spans: Iterable[Span]) -> Redacted:
        """The text with the certain spans replaced, and the doubtful spans at their new positions."""
        pieces: list[str] = []
        doubts = []
        position = length = 0
        for span in spans:
            words = text[span.start : span.end]
            pieces.append(text[position : span.start])
            length += span.start - position
            if span.doubt:
                doubts.append(_at(span, length, length + len(words)))
            else:
                words = self._pseudonyms.placeholder(span.kind, span.original, words, span.instead)
            pieces.append(words)
            length += len(words)
            position = span.end
        return Redacted("".join([*pieces, text[position:]]), doubts)


def _beside_marks(text: str, span: Span) -> Iterable[Span]:
    """A span without placeholders in it: of an address on the web the parts beside these, otherwise nothing."""
    if _MARK not in text[span.start : span.end]:
        return (span,)
    marks = (match.span() for match in re.finditer(_MARKS, text))
    return Taken(marks).parts_outside(text, span) if span.kind in WHOLE else ()


def _in_reading(reading: Normalised, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans of another reading of a text in which something is left out that only this reading has.

    What goes on behind such a span, as the floor behind the number of a house, has it, too.
    """
    reached = -1
    for span in spans:
        start, end = reading.in_original(span.start, span.end)
        goes_on = 0 <= span.start - reached <= _MOST_BETWEEN
        if end - start > span.end - span.start or goes_on:
            reached = span.end
            yield _at(span, start, end)


def _with_initials(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those of persons with the initials before them: M. K. Hathersage."""
    reached = 0
    for span in spans:
        initials = (
            _INITIALS.search(text, max(reached, span.start - _BEFORE), span.start) if span.kind == "PERSON" else None
        )
        is_name = initials and initials[0].isupper() and initials[0].strip() != "I."
        reached = span.end
        yield _at(span, initials.start(), span.end) if initials and is_name else span


def _in_original(read: Normalised, span: Span) -> Span:
    """A span of a normalised text in the original one, with its parts."""
    parts = tuple(_at(part, *read.in_original(part.start, part.end)) for part in span.parts)
    return _at(span, *read.in_original(span.start, span.end))._replace(parts=parts)


def _at(span: Span, start: int, end: int) -> Span:
    return span._replace(start=start, end=end)


def _is_like(shape: str, listed: Sequence[str]) -> bool:
    """Whether a plain word is similar to a listed one."""
    if len(shape) < _SHORTEST_LIKE:
        return False
    return process.extractOne(shape, listed, scorer=fuzz.ratio, score_cutoff=_LIKE) is not None
