"""Whether a month, a number in words or a feast is in a date in words, for the triage: most are not."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.detectors import births_in_words, date_words, feast_days, spoken_file_numbers, unknown_months
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import WORD, shapes_of
from crosscase.languages.vocabulary import plain

_OF_DATE = 24  # words on each side of a month, or of a word about birth, that show that there is a date
_OF_NUMBERS = 6  # words behind a number that have the others of its date
_BEFORE_NUMBERS, _BEHIND_NUMBERS = 14, 9  # words beside a date without a month of which one may be about birth
_BESIDE = 3  # words on each side of a month of which one is a number of its date
_OF_FEAST = 6  # words behind a feast of which one begins its year
_OF_NAME = 4  # words on each side of the longest one of a feast that have the others
_FEWEST_ALONE = 3  # numbers of a date without a month; of two both are ordinal, one is a year, or they are an answer
_OF_ANSWER = 2  # words before numbers of which one ends with a sign, if they are an answer
_MOST_KNOWN = 2**14  # remembered words


class DateChecks:
    """The checks of one setting; `read` gives the text of some words as detectors read it."""

    def __init__(self, setting: Setting, neighbours: Neighbours, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._languages = setting.languages
        self._read = read
        self._feasts = tuple(word for one in setting.languages for word in feast_days.beginnings(one)) or ("\0",)
        self._weekdays = tuple(word for one in setting.languages for word in feast_days.weekdays(one)) or ("\0",)
        feasts = [feast for one in setting.languages for feast in (*one.feasts, *one.feast_days)]
        self._within_feasts = tuple(WORD.findall(" ".join(feasts)))
        self._longest = [(max(feast.split(), key=len), feast) for feast in feasts]
        self._days = tuple(word for one in setting.languages for word in one.feast_day_words) or ("\0",)
        self._shapes_of = lru_cache(_MOST_KNOWN)(lambda word: shapes_of(self._read([word])))
        self._feast_of = lru_cache(_MOST_KNOWN)(self._look_up_feast)
        self._before_year = lru_cache(_MOST_KNOWN)(self._look_up_before_year)
        self._numbers_said = lru_cache(_MOST_KNOWN)(self._look_up_numbers)
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

    def has_date(self, words: Words, number: int) -> bool:
        """Whether a month is in a date in words: a number is beside it, perhaps behind small words."""
        if not (self._reaches_number(words, number, 1) or self._reaches_number(words, number, -1)):
            return False
        around = words[max(0, number - _OF_DATE) : number + _OF_DATE]
        if not self._about_birth.isdisjoint(around):
            return self._finds(around)
        return self._finds(words[max(0, number - _OF_NUMBERS) : number + _OF_NUMBERS])

    def _reaches_number(self, words: Words, number: int, step: int) -> bool:
        """Whether a number stands on one side of a word, and nothing but what may be in a date between the two."""
        for place in range(number + step, number + step * (1 + _BESIDE), step):
            if place < 0 or place >= len(words) - 1:
                return False
            if words[place] in self._numbers:
                return True
            if words[place] not in self._in_dates and any(map(str.isalnum, words[place])):
                return False
        return False

    def has_numbers(self, words: Words, number: int) -> bool:
        """Whether a number is in a date without a month: two others follow, or one near a word about birth."""
        numbers, end = [words[number]], number + 1
        for word in words[end : end + _OF_NUMBERS]:
            if word not in self._in_dates:
                break
            if word in self._numbers:
                numbers.append(word)
            end += 1
        if len(numbers) == 1:
            return False
        around = words[max(0, number - _BEFORE_NUMBERS) : end + _BEHIND_NUMBERS]
        if not self._about_birth.isdisjoint(around):
            return self._may_be_date(words, number, numbers) and self._finds(around)
        return len(numbers) >= _FEWEST_ALONE and self._finds(words[max(0, number - 1) : end])

    def _may_be_date(self, words: Words, number: int, numbers: Sequence[str]) -> bool:
        """Whether numbers near a word about birth, the first one at a place, may be a date by their kinds."""
        cardinals, others = map(sum, zip(*map(self._numbers_said, numbers), strict=True))
        if cardinals + others >= _FEWEST_ALONE or not cardinals:
            return True
        start = number
        while start and words[start - 1] in self._in_dates:
            start -= 1
        has_year = any(map(str.isdecimal, "".join(numbers)))
        return has_year or not all(word[-1:].isalnum() for word in words[max(0, start - _OF_ANSWER) : number])

    def _look_up_numbers(self, word: str) -> tuple[int, int]:
        """How many cardinal numbers a text's word says in all its languages, and how many other words it has."""
        shapes = list(map(plain, WORD.findall(self._read([word]))))
        cardinals = sum(all(shape in values(language) for language in self._languages) for shape in shapes)
        return cardinals, len(shapes) - cardinals

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
        """Whether a year follows a feast: directly, or behind other words of its name and small ones."""
        if self._numbers.isdisjoint(words[number + 1 : number + _OF_FEAST]):
            return False  # mostly
        is_weekday, is_day, rest = self._feast_of(words[number])
        others, place, most = 0, number + 1, 1 + is_weekday
        while words[place] not in self._numbers:
            others += not self._before_year(words[place])
            if others > most:
                return False
            place += 1
        is_birth = not self._about_birth.isdisjoint(words[max(0, number - _OF_DATE) : number + _OF_DATE])
        if not (is_birth or is_day) or (rest and not self._has_rest(words, number, rest)):
            return False
        beside = _OF_DATE if is_birth else _BEFORE_NUMBERS
        around = words[max(0, number - beside) : number + beside]
        return any(True for _ in feast_days.find(self._read(around), self._setting))

    def _look_up_feast(self, word: str) -> tuple[bool, bool, tuple[str, ...]]:
        """Whether a text's word is that of a day of the week, and of a feast of a single day.

        Also other words of its feasts, of which one stands beside it; none if it may be a whole one.
        """
        read = self._read([word])
        shapes = [plain(read[match.start() :]) for match in WORD.finditer(read)]  # with a sign within: year's
        is_weekday = any(shape.startswith(self._weekdays) for shape in shapes)
        is_day = any(shape.startswith(self._days) for shape in shapes)
        feasts = [feast for longest, feast in self._longest if any(shape.startswith(longest) for shape in shapes)]
        is_whole = is_weekday or not all(" " in feast for feast in feasts)
        rest = {part for feast in feasts for part in feast.split() if not any(s.startswith(part) for s in shapes)}
        return is_weekday, is_day, () if is_whole else tuple(part for one in rest for part in WORD.findall(one)[:1])

    def _has_rest(self, words: Words, number: int, rest: tuple[str, ...]) -> bool:
        """Whether another word of a feast stands beside one."""
        beside = (*words[max(0, number - _OF_NAME) : number], *words[number + 1 : number + 1 + _OF_NAME])
        return any(shape.startswith(rest) for word in beside for shape in self._shapes_of(word))

    def _look_up_before_year(self, word: str) -> bool:
        """Whether a text's word may stand between a feast and its year, or in the name of one."""
        return all(
            shape in feast_days.BEFORE_YEAR or shape.startswith(self._within_feasts) for shape in self._shapes_of(word)
        )
