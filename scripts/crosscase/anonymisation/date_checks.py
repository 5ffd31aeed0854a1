"""Whether a month, a number in words or a feast is in a date in words, for the triage: most are not."""

from collections.abc import Callable
from functools import lru_cache

from crosscase.anonymisation.neighbours import Words
from crosscase.detectors import births_in_words
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain

_MOST_KNOWN = 200_000  # remembered words
_OF_DATE = 12  # words on each side of a month, or of a word about birth, that show that there is a date
_NUMBER, _MONTH, _FEAST, _BIRTH = 1, 2, 4, 8  # what a word may be in a date, or near it
_BESIDE = 3  # words on each side of a month of which one is a number of its date


class DateChecks:
    """The checks of one setting; `read` gives the text of some words as detectors read it."""

    def __init__(self, setting: Setting, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._languages = setting.languages
        self._read = read
        self._birth_words = tuple(word for language in setting.languages for word in language.birth_words)
        self._in_date = lru_cache(_MOST_KNOWN)(self._look_up)

    def _look_up(self, word: str) -> int:
        """What a word may be in a date in words or near it, flags of `_NUMBER`, `_MONTH`, `_FEAST` and `_BIRTH`."""
        flags = 0
        for part in map(plain, WORD.findall(word)):
            for language in self._languages:
                flags |= _NUMBER * births_in_words.begins_number(part, language)
                flags |= _MONTH * (part in language.months) | _FEAST * part.startswith(language.feasts)
            flags |= _BIRTH * part.startswith(self._birth_words)
        return flags | _NUMBER * word[:1].isdecimal()

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
            sum(self._in_date(word) & _NUMBER for word in side)
            for side in (words[max(0, number - _BESIDE) : number], words[number + 1 : number + 1 + _BESIDE])
        )
        around = words[max(0, number - _OF_DATE) : number + _OF_DATE] if before + behind else ()
        may_be = bool(behind and before + behind > 1) or any(self._in_date(word) & _BIRTH for word in around)
        return may_be and any(True for _ in births_in_words.find(self._read(around), self._setting))

    def has_birth(self, words: Words, number: int) -> bool:
        """Whether a number in words, or a feast, is in a date of birth without a month."""
        others = sum(self._in_date(word) & _NUMBER for word in words[number + 1 : number + 2 + _BESIDE])
        around = words[max(0, number - _OF_DATE) : number + _OF_DATE] if others else ()
        if not any(self._in_date(word) & _BIRTH for word in around):
            return False
        return any(True for _ in births_in_words.find(self._read(around), self._setting))
