"""Replacement of identifying words in a text by typed placeholders such as `[PERSON_48291305]`.

1. A text is searched only around places where a detector may find something, `triage`. Most texts have none.
2. Detectors find spans, `detectors`. Of overlapping spans the certain one is kept; doubtful ones are merged.
3. Certain spans are replaced, and the text is searched again until nothing more is found, so a second redaction changes
   nothing. Placeholders are never searched.
4. Doubtful spans are replaced, kept or generalised as a person decided, `reviews`. Undecided ones stay in the text and
   are returned.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from crosscase.anonymisation.pseudonyms import PLACEHOLDER, Pseudonyms
from crosscase.anonymisation.reviews import Decision
from crosscase.anonymisation.triage import Triage, has_signs, windows
from crosscase.detectors import (
    addresses,
    births,
    coordinates,
    cues,
    numbers,
    postcodes,
    suspicion,
    telephones,
    vehicles,
)
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Detector, Setting, Span, parts_outside, without_overlap
from crosscase.storage.text_form import nfc

_LIKE = 85  # of 100: similarity from which a word counts as a misspelt listed name
_SHORTEST_LIKE = 5
_TRANSCRIBED = re.compile(r"\[[A-Z]+_?\d*\]")  # placeholders written by transcribers
_MASK = "\uffff"  # not a character of any text
_MASKED = re.compile(f"{_MASK}+")
_PATTERNS: tuple[Detector, ...] = (
    numbers.find,
    vehicles.find,
    births.find,
    coordinates.find,
    telephones.find,
    postcodes.find,
)


NO_MODELS: Mapping[str, Detector] = {}
Decide = Callable[[str, Span], Decision | None]  # the decision on a doubtful span of a text


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
        self._triage = lru_cache(lambda setting: Triage(names.search, setting))

    def redact(self, text: str, setting: Setting, decided: Decide = lambda *_: None) -> Redacted:
        """The text without identifying words. `decided` gives the decision on a doubtful span of a text, or None."""
        text = nfc(text)
        if not (spans := self.find(text, setting)):
            return Redacted(text, [])
        while not all(span.doubt for span in spans):
            text, doubts = self._replaced(text, spans)
            spans = self.find(text, setting)
            if self._models_of(setting):  # a model may miss beside a placeholder what it found beside a name
                spans = without_overlap(text, [*spans, *doubts])
        return self._reviewed(text, spans, decided)

    def find(self, text: str, setting: Setting) -> list[Span]:
        """The spans of a text in NFC, certain and doubtful ones, without overlap."""
        if self._models_of(setting):  # a model may find something anywhere
            return self._spans(text, setting)
        searched = self._masked(text) if "[" in text else text
        if not (places := self._triage(setting).places(searched)):
            return []
        return [
            span._replace(start=start + span.start, end=start + span.end)
            for start, end, within in windows(searched, places)
            for span in self._spans(searched[start:end], setting)
            if any(span.start < last - start and first - start < span.end for first, last in within)
        ]

    def _spans(self, text: str, setting: Setting) -> list[Span]:
        return without_overlap(text, self._unmasked_spans(text, setting))

    def _detected(self, text: str, setting: Setting) -> Iterator[Span]:
        """The spans of the detectors, in the order of their certainty."""
        signs = has_signs(text)
        if signs:
            yield from addresses.find(text, setting)
        yield from self._names.find(text, setting)
        searched = text
        for pattern in _PATTERNS if signs else ():
            for span in list(pattern(searched, setting)):
                yield span
                if not span.doubt:  # digits of an account are not searched for telephone numbers
                    searched = _hidden(searched, span.start, span.end)
        yield from births.find_in_words(text, setting)
        yield from cues.find(text, setting)

    def _masked(self, text: str) -> str:
        """The text with its replacements masked by a character that is neither a letter nor a digit."""
        for start, end in self._replacements(text):
            text = _hidden(text, start, end)
        return text

    def _models_of(self, setting: Setting) -> list[Detector]:
        """The models of a text's languages."""
        if not self._models:
            return []
        return [self._models[language.code] for language in setting.languages if language.code in self._models]

    def _reviewed(self, text: str, doubts: list[Span], decided: Decide) -> Redacted:
        decisions = [decided(text, span) for span in doubts]
        chosen = [
            span if decision is None else decision.applied(span)
            for span, decision in zip(doubts, decisions, strict=True)
        ]
        return Redacted(*self._replaced(text, [span for span in chosen if span is not None]))

    def _replaced(self, text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
        """The text with the certain spans replaced, and the doubtful spans at their new positions."""
        pieces: list[str] = []
        doubts = []
        position = length = 0
        for span in spans:
            words = text[span.start : span.end]
            pieces.append(text[position : span.start])
            length += span.start - position
            if span.doubt:
                doubts.append(span._replace(start=length, end=length + len(words)))
            else:
                words = self._pseudonyms.placeholder(span.kind, span.original, words, span.instead)
            pieces.append(words)
            length += len(words)
            position = span.end
        return "".join([*pieces, text[position:]]), doubts

    def _unmasked_spans(self, text: str, setting: Setting) -> list[Span]:
        """All spans outside of replacements."""
        protected = [match.span() for match in _MASKED.finditer(text)] if _MASK in text else []
        if models := self._models_of(setting):  # models get the text without masks
            protected += self._replacements(text)
        found = [
            span
            for span in self._detected(text, setting)
            if all(span.end <= start or end <= span.start for start, end in protected)
        ]
        certain = without_overlap(text, [span for span in found if not span.doubt])
        taken = {*protected, *((span.start, span.end) for span in certain)}
        if "[" in text:
            taken |= {match.span() for match in _TRANSCRIBED.finditer(text)}
        found += [
            part for model in models for span in model(text, setting) for part in parts_outside(text, span, taken)
        ]
        return [*found, *suspicion.find(text, setting, taken, self._is_like_listed)]

    def _replacements(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each replacement in a text."""
        for pattern in (PLACEHOLDER, *(re.compile(re.escape(words)) for words in self._pseudonyms.generalised)):
            yield from (match.span() for match in pattern.finditer(text))


def _hidden(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{_MASK * (end - start)}{text[end:]}"


def _is_like(shape: str, listed: Sequence[str]) -> bool:
    """Whether a plain word is similar to a listed one."""
    if len(shape) < _SHORTEST_LIKE:
        return False
    return process.extractOne(shape, listed, scorer=fuzz.ratio, score_cutoff=_LIKE) is not None
