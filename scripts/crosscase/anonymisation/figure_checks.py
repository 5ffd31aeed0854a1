"""Whether a number in figures needs a search, for the triage: most are years and counts, which identify nobody.

A year, or a number of up to three figures, is dull if hardly another number is near it, nor what makes a plate of it.
Where a word near it may make it the number of a house, a date or a file, the detectors that need such a word are asked
about the words around it.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from crosscase.anonymisation.figured_files import FiguredFiles
from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.anonymisation.number_checks import NumberChecks
from crosscase.anonymisation.words_of_lists import WordsOfLists, of_lists
from crosscase.detectors import (
    births,
    births_in_words,
    loose_numbers,
    numbered_places,
    postcodes,
    streets,
    vehicles,
)
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.normalisation import without_pauses
from crosscase.detectors.spans import Detector, Setting
from crosscase.detectors.words import WORD, shapes_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_SIGNS = ".,;?!…"
_PLAIN = re.compile(r"(?:[1-9]\d{0,2}|19\d\d|20[0-3]\d)[.,;?!…]?")  # with `_SIGNS`
_LETTERS = re.compile(r"\W*[^\W\d_a-z]+(?!\w)")  # capital ones alone: I, PM
_NEAR = 20  # words on each side of a number, of which one may say what it is
_BEFORE, _BEHIND = 24, 18  # words beside it that detectors are asked about
_BEFORE_HOUSE, _BEHIND_HOUSE = 10, 12  # words beside the number of a house, of which one is for streets
_OF_NAME = 4  # words before a number in which the name of a street, or letters that are said before it, may begin
_OF_STREET = 6  # words behind a number, of which one, such as "way", ends the name of a street near one about living
_OF_LIVING = 15  # words beside a street of which one is about living there
_OF_ID = 3  # words on each side of the figures of an id
_OF_READING = 6  # words on each side that a sound between them may bring near
_BESIDE = 4  # words on each side in which a month may stand
_LETTERS_OF_PLATE, _SIGNS_OF_PLATES = 5, ".:·-"
_YEAR = 4  # figures
_SHORT = 3  # figures; more of them before a capital letter may be a postcode, fewer are no file
_MOST_NUMBERS = 2  # that are no date
_MOST_KNOWN = 2**14  # remembered words
_OF_HOUSES: tuple[Detector, ...] = (streets.find, loose_numbers.find, numbered_places.find)
_OF_DATES: tuple[Detector, ...] = (births.find, births_in_words.find)


def is_plain(word: str) -> bool:
    """Whether a text's word is a year or a small number, perhaps with a sign behind it."""
    return _PLAIN.fullmatch(word) is not None


def is_year(word: str) -> bool:
    """Whether a plain number is a year, which is that of no house."""
    return len(word.rstrip(_SIGNS)) == _YEAR


class FigureChecks:
    """The checks of one setting."""

    def __init__(
        self,
        names: ListedNames,
        setting: Setting,
        neighbours: Neighbours,
        numbers: NumberChecks,
        read: Callable[[Words], str],
    ) -> None:
        self._names = names
        self._setting = setting
        self._read = read
        months = frozenset().union(*map(births.all_months, setting.languages), of_lists(setting, "months_within"))
        houses_before = [*of_lists(setting, "house_number", "number_signs", "blocks", "flat", "post_boxes")]
        last = frozenset(words[-1] for words in map(WORD.findall, houses_before) if words)
        before, houses, slashes = (
            WordsOfLists(phrases) for phrases in (houses_before, *(of_lists(setting, n) for n in ("houses", "slashes")))
        )
        files = filter(None, map(WORD.findall, of_lists(setting, "file_strong", "file_weak")))
        self._letters = before.letters.union(cue[-1] for cue in files if all(len(word) == 1 for word in cue))  # č. j.
        self._is_before = lru_cache(_MOST_KNOWN)(
            lambda word: any(shape in last or before.are(shape) for shape in shapes_of(word))
        )
        self._is_house = lru_cache(_MOST_KNOWN)(lambda word: any(map(houses.are, shapes_of(word))))
        self._is_slash = lru_cache(_MOST_KNOWN)(lambda word: any(map(slashes.are, shapes_of(word))))
        self._is_month = lru_cache(_MOST_KNOWN)(lambda word: not months.isdisjoint(shapes_of(word)))
        self._is_dictated = numbers.are_dictated
        self._neighbours = neighbours
        # A word with a point in it is searched anyway.
        phrases = (WORD.findall(phrase) for phrase in of_lists(setting, "street_before") if "." not in phrase)
        self._streets = neighbours.street_words.behind_names.union(max(words, key=len) for words in phrases if words)
        self._files = FiguredFiles(setting)
        self._is_first = any(language.contact("number_first") for language in setting.languages)
        self._is_led = not setting.articles and any(language.contact("street_leads") for language in setting.languages)
        posts = [word for language in setting.languages for word in language.lists.get("postcode", "").split()]
        of_post = tuple(shape(word.lstrip("*").partition("_")[0]) for word in posts)
        self._is_of_post = lru_cache(_MOST_KNOWN)(lambda word: any(part in shape(word) for part in of_post))
        self._touches_behind = lru_cache(_MOST_KNOWN)(self._look_up_touches_behind)
        self._touches_before = lru_cache(_MOST_KNOWN)(
            lambda word: _LETTERS.match(word) is not None or self._may_touch(word)
        )
        self._is_of_street = lru_cache(_MOST_KNOWN)(lambda word: not self._streets.isdisjoint(shapes_of(word)))

    def may_tell(self, shape: str) -> bool:
        """Whether a plain word near a number may say what it is. One for a feast is asked about what follows it."""
        return shape in self._streets or self._files.may_be_about(shape)

    def may_identify(self, words: Words, number: int) -> bool:
        """Whether a plain number in figures may be part of what identifies somebody."""
        is_small = not next(filter(str.isalpha, words[0]), "").isupper()
        if is_small or self._touches(words, number) or self._is_slash(words[number + 1]):
            return True
        if self._is_in_date(words, number) or self._is_dictated(words, number):
            return True
        near = words[max(0, number - _OF_READING) : number + _OF_READING]
        if not self._neighbours.pauses.isdisjoint(near):
            beside = " ".join(near)
            if without_pauses(beside) != beside:
                return True
        asked = tuple(self._asked(words, number))
        if asked:
            around = self._read(words[max(0, number - _BEFORE) : number + _BEHIND])
            if any(True for find in asked for _ in find(around, self._setting)):
                return True
        around = " ".join(words[max(0, number - _OF_ID) : number + _OF_ID])
        return any(True for _ in self._names.find_ids(around, self._setting))

    def _asked(self, words: Words, number: int) -> Iterator[Detector]:
        """The detectors that may find a number, by the words around it."""
        near = words[max(0, number - _NEAR) : number + _NEAR]
        is_told = not self._neighbours.about_figures.isdisjoint(near)
        if is_told or self._files.has_sign(words, number):
            yield from self._files.asked(words, number, near)
        if any(map(self._is_month, words[max(0, number - _BESIDE) : number + _BESIDE])):
            yield from _OF_DATES
        if self._may_be_of_house(words, number, is_told):
            yield from _OF_HOUSES
        if self._may_be_plate(words, number):
            yield vehicles.find
        if is_year(words[number]) and any(map(self._is_of_post, near)):
            read = shape(" ".join(near))
            if any(language.near_postcode.search(read) for language in self._setting.languages):
                yield postcodes.find

    def _may_be_plate(self, words: Words, number: int) -> bool:
        """Whether a sign and a few letters beside a number may make a plate of it: nr. 1925."""
        last, figures, behind = words[number - 1], words[number], words[number + 1]
        is_behind = last[-1:] in _SIGNS_OF_PLATES and sum(map(str.isalpha, last)) <= _LETTERS_OF_PLATE
        letters = behind.rstrip(_SIGNS)
        is_before = figures[-1] in _SIGNS_OF_PLATES and 0 < len(letters) <= _LETTERS_OF_PLATE
        return bool(last and is_behind) or (is_before and letters.lower() == letters)

    def _may_be_of_house(self, words: Words, number: int, is_told: bool) -> bool:
        """Whether a number may be that of a house, of which a word beside it tells."""
        if self._is_before(words[number - 1]) or self._is_house(words[number + 1]):
            return True
        around = words[max(0, number - _BEFORE_HOUSE) : number + _BEHIND_HOUSE]
        if is_told and any(map(self._is_of_street, around)):
            return True
        if self._ends_street(words, number):
            return True
        return not is_year(words[number]) and self._is_beside_name(words, number)

    def _ends_street(self, words: Words, number: int) -> bool:
        """Whether a street in small letters follows a number, near a word about living: lives at 12 tanner way."""
        others = self._neighbours
        for word in words[number + 1 : number + _OF_STREET]:
            if word in others.not_in_streets:
                return False
            if word in others.small_streets:
                return not others.about_living.isdisjoint(words[max(0, number - _OF_LIVING) : number + _OF_LIVING])
        return False

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word beside a number is in the vocabulary, or has a capital letter."""
        is_ordinary = Vocabulary.of(self._setting.languages).is_ordinary
        return word != word.lower() or all(len(part) == 1 or is_ordinary(part) for part in WORD.findall(word))

    def _begins_sentence(self, words: Words, number: int) -> bool:
        """Whether a word begins a sentence; behind a number with a point it may go on."""
        last = words[number - 1]
        return number == 0 or (last in self._neighbours.ends and not last[0].isdecimal())

    def _is_opener(self, words: Words, number: int) -> bool:
        """Whether the capitalised word before a number, which begins a sentence, is no street: From 9, Ricordo 160."""
        others, last = self._neighbours, words[number - 1]
        if plain(last) in self._setting.no_names:
            return True
        before = words[number - 2]
        if before.endswith(".") and before != before.lower():
            return False  # am Postweg. Woche 41: perhaps of one name
        if last in others.streets or not Vocabulary.of(self._setting.languages).is_ordinary(last):
            return False
        around = words[max(0, number - _OF_LIVING) : number + _OF_LIVING]
        return others.about_living.isdisjoint(around) and not self._is_of_street(before)

    def _is_in_date(self, words: Words, number: int) -> bool:
        """Whether so many numbers stand around one, with small words between them, as in a date in words."""
        within, start, end = self._neighbours.in_dates, number, number + 1
        while start and words[start - 1] in within:
            start -= 1
        while words[end] in within:
            end += 1
        return sum([word in self._neighbours.numbers_in_dates for word in words[start:end]]) > _MOST_NUMBERS

    def _touches(self, words: Words, number: int) -> bool:
        """Whether what stands directly beside a number may belong to it: a letter, a sign, a figure, half a plate."""
        last, behind = words[number - 1], words[number + 1]
        is_said = not self._neighbours.numbers_said.isdisjoint((last, behind))
        return is_said or self._touches_behind(last) or self._touches_before(behind)

    def _may_touch(self, word: str) -> bool:
        """Whether a word beside a number may belong to it: 12 / 30 – 1987, or half a plate."""
        is_sign = bool(word) and not any(map(str.isalnum, word))
        return is_sign or any(map(str.isdecimal, word)) or not self._is_ordinary(word)

    def _look_up_touches_behind(self, word: str) -> bool:
        """The same of a word before a number."""
        is_letter = not self._letters.isdisjoint(shapes_of(word)) or word[-1:].isupper()
        return is_letter or self._may_touch(word)

    def _is_beside_name(self, words: Words, number: int) -> bool:
        """Whether a word beside a small number may be the name of its street: it has a capital letter, or ends so."""
        others, last, behind = self._neighbours, words[number - 1], words[number + 1]
        is_opener = self._begins_sentence(words, number - 1) and self._is_opener(words, number)
        if (last != last.lower() and not is_opener) or last in others.small_streets:
            return True
        is_short = not self._is_first and len(words[number]) <= _SHORT
        if behind != behind.lower() and not (is_short and behind[0].isalnum()):
            return True
        return self._is_led and any(
            words[place] != words[place].lower() and words[place - 1] not in others.ends
            for place in range(max(1, number - _OF_NAME), number)
        )
