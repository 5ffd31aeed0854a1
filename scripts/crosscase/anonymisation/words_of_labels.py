"""Which words of a label say nothing about anybody, though no vocabulary has them, or though they are first names.

Codes are named by people who work: with numbers (T1.), abbreviations (hci), names of programs (WebRTC).
"""

import re
from collections.abc import Callable

from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.public_names import abbreviations
from crosscase.languages.vocabulary import plain

_NUMBERING = re.compile(r"\s*[^\W\d_]{0,3}\d{1,3}(?:\.\d{1,3})*[.:)_]")
_HUMPS = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+")  # the parts of OpenTelemetry, WebRTC
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VOWELS = frozenset("aeiouy")
_LONGEST_ABBREVIATION, _SHORT = 5, 2  # letters


def without_numbering(label: str) -> str:
    """A label with blanks in the place of the number that it begins with: T1., 2.3:, rq1_."""
    match = _NUMBERING.match(label)
    return f"{' ' * match.end()}{label[match.end() :]}" if match else label


class WordsOfLabels:
    """Says of the words of a label that they need no question. `ordinary_here`: the study's interviews have them."""

    def __init__(self, setting: Setting, ordinary_here: Callable[[str], bool] = lambda _: False) -> None:
        self._setting = setting
        self._ordinary_here = ordinary_here

    def say_nothing(self, label: str) -> Callable[[str], bool]:
        """For a label: whether a word of it needs no question."""
        unmarked = self._without_evidence(label)

        def says_nothing(word: str) -> bool:
            is_other_word = word in unmarked and self._is_in_use(word)
            return self._ordinary_here(word) or is_other_word or self._is_technical(word)

        return says_nothing

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, in any case, is one of the vocabulary."""
        return word.isalpha() and self._vocabulary.is_ordinary_in_small_letters(word.lower())

    @property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of(self._setting.languages)

    def _without_evidence(self, label: str) -> frozenset[str]:
        """The words whose capital letter, or none, says nothing: the first, small ones, and all in title case."""
        words = [label[word.start : word.end] for word in words_of(label)]
        small = self._setting.function_words | self._setting.conjunctions | self._setting.particles
        is_titled = all(word[0].isupper() or plain(word) in small for word in words)
        return frozenset(word for word in words if is_titled or word is words[0] or word[0].islower())

    def _is_in_use(self, word: str) -> bool:
        """Whether a common first name is another word in use, too: grace, mark."""
        return self.is_ordinary(plain(word)) and is_frequent(word, self._setting)

    def _is_technical(self, word: str) -> bool:
        """Whether a word is a Roman number, a public abbreviation or one without a vowel, or made of ordinary ones."""
        if word in abbreviations() or (len(word) > 1 and _ROMAN.fullmatch(word)):
            return True
        if self._vocabulary.is_name(word):
            return False
        if len(word) <= _LONGEST_ABBREVIATION and _VOWELS.isdisjoint(plain(word)):
            return True
        parts = _HUMPS.findall(word)
        return len(parts) > 1 and "".join(parts) == word and all(map(self._is_plain, parts))

    def _is_plain(self, part: str) -> bool:
        if len(part) <= _SHORT or (part.isupper() and len(part) <= _LONGEST_ABBREVIATION):
            return True
        return self.is_ordinary(part) and not self._vocabulary.is_name(part)
