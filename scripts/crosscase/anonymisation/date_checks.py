"""Whether a month, a number in words or a feast is in a date in words, for the triage: most are not."""

from collections.abc import Callable
from functools import lru_cache

from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.detectors import births_in_words
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain

_MOST_KNOWN = 200_000  # remembered words
_OF_DATE = 12  # words on each side of a month, or of a word about birth, that show that there is a date
_BESIDE = 3  # words on each side of a month of which one is a number of its date


class DateChecks:
    """The checks of one setting; `read` gives the text of some words as detectors read it."""

    def __init__(self, setting: Setting, neighbours: Neighbours, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._languages = setting.languages
        self._read = read
        self._about_birth = neighbours.about_birth
        self._begins_number = lru_cache(_MOST_KNOWN)(self._look_up)

    def _look_up(self, word: str) -> bool:
        """Whether a text's word may begin a number of a date."""
        parts = list(map(plain, WORD.findall(word)))
        in_words = any(births_in_words.begins_number(part, language) for part in parts for language in self._languages)
        return in_words or word[:1].isdecimal()

    def may_begin(self, shape: str) -> bool:
        """Whether a plain word is a feast, or a number of a date in words except one."""
        return any(
            shape.startswith(language.feasts)
            or (values(language).get(shape) != 1 and births_in_words.begins_number(shape, language))
            for language in self._languages
        )

    def has_date(self, words: Words, number: int) -> bool:
        """Whether a month is in a date in words: there are two numbers, or one and a word about birth."""
        before, behind = (
            sum(map(self._begins_number, side))
            for side in (words[max(0, number - _BESIDE) : number], words[number + 1 : number + 1 + _BESIDE])
        )
        around = words[max(0, number - _OF_DATE) : number + _OF_DATE] if before + behind else ()
        may_be = bool(behind and before + behind > 1) or not self._about_birth.isdisjoint(around)
        return may_be and any(True for _ in births_in_words.find(self._read(around), self._setting))

    def has_birth(self, words: Words, number: int) -> bool:
        """Whether a number in words, or a feast, is in a date of birth without a month."""
        around = words[max(0, number - _OF_DATE) : number + _OF_DATE]
        if self._about_birth.isdisjoint(around):
            return False
        others = any(map(self._begins_number, words[number + 1 : number + 2 + _BESIDE]))
        return others and any(True for _ in births_in_words.find(self._read(around), self._setting))
