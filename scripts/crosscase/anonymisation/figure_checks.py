"""Whether a number in figures needs a search, for the triage: most are years and counts, which identify nobody.

A year, or a number of up to three figures, is dull if no capital letter stands before it, hardly another number near
it, and no word near it that may make it the number of a house, a date, a plate or a file.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.anonymisation.number_checks import NumberChecks
from crosscase.detectors import births, spoken_file_numbers
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.normalisation import fluent
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD, shapes_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_SIGNS = ".,;?!…"
_PLAIN = re.compile(r"(?:[1-9]\d{0,2}|(?:19|20)\d\d)[.,;?!…]?")  # with `_SIGNS`
_LETTERS = re.compile(r"\W*[^\W\d_a-z]+(?!\w)")  # capital ones alone: I, PM
_NEAR = 20  # words on each side of a number, of which one may say what it is
_MOST_NUMBERS = 2  # that are no date
_OF_NAME = 4  # words before a number in which the name of a street may begin
_OF_ID = 3  # words on each side of the figures of an id
_OF_READING = 6  # words on each side that a sound between them may bring near
_BESIDE = 4  # words on each side in which a month may stand, and before it a word such as "flat"
_LONG = 4  # letters of a word that may go on
_YEAR = 4  # figures
_MOST_KNOWN = 2**14  # remembered words
_SHORT = 3  # figures; more of them before a capital letter may be a postcode


class WordsOfLists:
    """Plain words that may say what a number is. Those of one word, if they are not short, may go on.

    `letters` are those of one letter, which say so directly before a number alone.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        parts = [(phrase, WORD.findall(phrase)) for phrase in phrases]
        longest = {max(reversed(words), key=len, default="") for _, words in parts}
        self._whole = frozenset(word for word in longest if len(word) > 1)
        self.letters = longest - self._whole
        self._beginnings = tuple({words[0] for _, words in parts if len(words) == 1 and len(words[0]) >= _LONG})

    def are(self, shape: str) -> bool:
        """Whether a plain word is one of them."""
        return shape in self._whole or shape.startswith(self._beginnings)


def of_lists(setting: Setting, *lists: str) -> Iterator[str]:
    """The phrases of some lists."""
    return (phrase for language in setting.languages for name in lists for phrase in language.contact(name))


def is_plain(word: str) -> bool:
    """Whether a text's word is a year or a small number, perhaps with a sign behind it."""
    return _PLAIN.fullmatch(word) is not None


def is_year(word: str) -> bool:
    """Whether a plain number is a year, which is that of no house."""
    return len(word.rstrip(_SIGNS)) == _YEAR


class FigureChecks:
    """The checks of one setting."""

    def __init__(self, names: ListedNames, setting: Setting, neighbours: Neighbours, numbers: NumberChecks) -> None:
        self._names = names
        self._setting = setting
        months = frozenset().union(*map(births.all_months, setting.languages))
        before = WordsOfLists(of_lists(setting, "house_number", "number_signs", "blocks", "flat", "post_boxes"))
        behind = WordsOfLists(of_lists(setting, "houses", "slashes"))
        self._letters = before.letters
        self._is_before = lru_cache(_MOST_KNOWN)(lambda word: any(map(before.are, shapes_of(word))))
        self._is_behind = lru_cache(_MOST_KNOWN)(lambda word: any(map(behind.are, shapes_of(word))))
        self._is_month = lru_cache(_MOST_KNOWN)(lambda word: not months.isdisjoint(shapes_of(word)))
        self._is_dictated = numbers.are_dictated
        self._neighbours = neighbours
        self._streets = neighbours.street_words.behind_names
        files = (word for language in setting.languages for word in spoken_file_numbers.cue_words(language))
        feasts = (word for language in setting.languages for word in language.feast_words)
        # A word with a point in it is searched anyway.
        streets = (phrase for phrase in of_lists(setting, "street_before", "residence") if "." not in phrase)
        self._near = WordsOfLists([*files, *feasts, *streets])
        self._parts = tuple({WORD.findall(part)[0] for part in of_lists(setting, "number_words")})
        self._is_first = any(language.contact("number_first") for language in setting.languages)
        self._is_led = not setting.articles and any(language.contact("street_leads") for language in setting.languages)

    def may_tell(self, shape: str) -> bool:
        """Whether a plain word near a number may say what it is."""
        return shape in self._streets or self._near.are(shape) or any(part in shape for part in self._parts)

    def may_identify(self, words: Words, number: int) -> bool:
        """Whether a plain number in figures may be part of what identifies somebody."""
        others = self._neighbours
        is_small = not next(filter(str.isalpha, words[0]), "").isupper()
        if is_small or self._is_beside_name(words, number):
            return True
        if not others.about_figures.isdisjoint(words[max(0, number - _NEAR) : number + _NEAR]):
            return True
        start = max(0, number - _BESIDE)
        if any(map(self._is_month, words[start : number + _BESIDE])):
            return True
        if any(map(self._is_before, words[start:number])) or self._is_behind(words[number + 1]):
            return True
        if self._is_in_date(words, number) or self._is_dictated(words, number):
            return True
        if fluent(" ".join(words[max(0, number - _OF_READING) : number + _OF_READING])):
            return True
        if is_year(words[number]):
            near = shape(" ".join(words[max(0, number - _NEAR) : number + _NEAR]))
            if any(language.near_postcode.search(near) for language in self._setting.languages):
                return True
        around = " ".join(words[max(0, number - _OF_ID) : number + _OF_ID])
        return any(True for _ in self._names.find_ids(around, self._setting))

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word beside a number is in the vocabulary, or has a capital letter."""
        is_ordinary = Vocabulary.of(self._setting.languages).is_ordinary
        return word != word.lower() or all(len(part) == 1 or is_ordinary(part) for part in WORD.findall(word))

    def _is_in_date(self, words: Words, number: int) -> bool:
        """Whether so many numbers stand around one, with small words between them, as in a date in words."""
        within, start, end = self._neighbours.in_dates, number, number + 1
        while start and words[start - 1] in within:
            start -= 1
        while words[end] in within:
            end += 1
        return sum([word in self._neighbours.numbers_in_dates for word in words[start:end]]) > _MOST_NUMBERS

    def _is_beside_name(self, words: Words, number: int) -> bool:
        """Whether what stands directly beside a number may belong to it: a capital letter, a street or a figure."""
        others, last, behind = self._neighbours, words[number - 1], words[number + 1]
        if (
            not self._letters.isdisjoint(shapes_of(last))
            or last[-1:].isupper()
            or _LETTERS.match(behind)
            or not others.numbers_said.isdisjoint((last, behind))
            or any(map(str.isdecimal, last + behind))
            or any(word and not any(map(str.isalnum, word)) for word in (last, behind))  # 12 / 30 – 1987
        ):
            return True
        if not all(map(self._is_ordinary, (last, behind))):
            return True  # perhaps of a plate
        if is_year(words[number]):
            return False
        begins = number == 1 or words[number - 2] in others.ends
        is_opener = begins and plain(last) in self._setting.no_names  # From 9 to 12
        if (last != last.lower() and not is_opener) or last in others.small_streets:
            return True
        is_short = not self._is_first and len(words[number]) <= _SHORT
        if behind != behind.lower() and not (is_short and behind[0].isalnum()):
            return True
        return self._is_led and any(
            words[place] != words[place].lower() and words[place - 1] not in others.ends
            for place in range(max(1, number - _OF_NAME), number)
        )
