"""Whether a month, a number in words or a feast is in a date in words, for the triage: most are not."""

from collections.abc import Callable

from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.detectors import births_in_words, date_words, feast_days, spoken_file_numbers, unknown_months
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values

_OF_DATE = 24  # words on each side of a month, or of a word about birth, that show that there is a date
_OF_NUMBERS = 6  # words behind a number that have the others of its date
_BEFORE_NUMBERS, _BEHIND_NUMBERS = 14, 9  # words beside a date without a month of which one may be about birth
_BESIDE = 3  # words on each side of a month of which one is a number of its date


class DateChecks:
    """The checks of one setting; `read` gives the text of some words as detectors read it."""

    def __init__(self, setting: Setting, neighbours: Neighbours, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._languages = setting.languages
        self._read = read
        self._feasts = tuple(word for one in setting.languages for word in feast_days.beginnings(one)) or ("\0",)
        self._about_birth = neighbours.about_birth
        self._in_dates = neighbours.in_dates
        self._numbers = neighbours.numbers_in_dates

    def may_begin(self, shape: str) -> bool:
        """Whether a plain word is a number of a date in words except one."""
        return any(
            values(language).get(shape) != 1 and date_words.begins_number(shape, language)
            for language in self._languages
        )

    def is_thousand(self, shape: str) -> bool:
        """Whether a plain word is one for thousands, or a large number in one word."""
        return any(
            date_words.is_thousand(shape, language) or spoken_file_numbers.is_long_number(shape, language)
            for language in self._languages
        )

    def is_feast(self, shape: str) -> bool:
        """Whether a plain word is one of a feast."""
        return shape.startswith(self._feasts)

    def _count(self, words: Words) -> int:
        """How many words may begin a number of a date."""
        return sum([word in self._numbers for word in words])

    def has_date(self, words: Words, number: int) -> bool:
        """Whether a month is in a date in words: there are two numbers, or one and what says whose day it is."""
        before, behind = (
            self._count(side)
            for side in (words[max(0, number - _BESIDE) : number], words[number + 1 : number + 1 + _BESIDE])
        )
        if not before + behind:
            return False
        around = words[max(0, number - _OF_DATE) : number + _OF_DATE]
        if not self._about_birth.isdisjoint(around):
            return self._finds(around)
        return self._finds(words[max(0, number - _OF_NUMBERS) : number + _OF_NUMBERS])

    def has_numbers(self, words: Words, number: int) -> bool:
        """Whether a number is in a date without a month: two others follow, or one near a word about birth."""
        others, end = 0, number + 1
        for word in words[end : end + _OF_NUMBERS]:
            if word not in self._in_dates:
                break
            others += word in self._numbers
            end += 1
        if not others:
            return False
        around = words[max(0, number - _BEFORE_NUMBERS) : end + _BEHIND_NUMBERS]
        if not self._about_birth.isdisjoint(around):
            return self._finds(around)
        return others > 1 and self._finds(words[max(0, number - 1) : end])

    def has_unknown_month(self, words: Words, number: int) -> bool:
        """Whether a number before a word that is in no date is one with a month of another calendar."""
        if not self._numbers.isdisjoint(words[number + 2 : number + 3]):
            around = words[max(0, number - _BEFORE_NUMBERS) : number + _BEHIND_NUMBERS]
            is_birth = not self._about_birth.isdisjoint(around)
            return is_birth and any(True for _ in unknown_months.find(self._read(around), self._setting))
        return False

    def _finds(self, words: Words) -> bool:
        """Whether a date in words is found. Without a word about birth only a whole one is, which needs no context."""
        return any(True for _ in births_in_words.find(self._read(words), self._setting))

    def has_feast(self, words: Words, number: int) -> bool:
        """Whether a year follows a feast."""
        if self._numbers.isdisjoint(words[number + 1 : number + _OF_NUMBERS]):
            return False
        is_birth = not self._about_birth.isdisjoint(words[max(0, number - _OF_DATE) : number + _OF_DATE])
        beside = _OF_DATE if is_birth else _BEFORE_NUMBERS
        around = words[max(0, number - beside) : number + beside]
        return any(True for _ in feast_days.find(self._read(around), self._setting))
