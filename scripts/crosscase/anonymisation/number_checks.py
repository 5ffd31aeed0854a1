"""Whether a number in words is one that is dictated, or that of a house, for the triage: most are neither."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise

from crosscase.anonymisation.file_checks import FileChecks
from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.anonymisation.streets_before import StreetsBefore
from crosscase.anonymisation.uncounted_checks import Places, UncountedChecks
from crosscase.detectors import (
    code_letters,
    loose_numbers,
    numbered_places,
    said_addresses,
    spoken_file_numbers,
    spoken_telephones,
    streets,
    uncounted_numbers,
)
from crosscase.detectors.normalisation import normalised_text
from crosscase.detectors.spans import Detector, Setting

_MOST_KNOWN = 200_000  # remembered words
_MOST_NUMBERS = 60  # of one telephone number, with what is repeated
_BEFORE_NUMBER, _BEHIND_NUMBER = 32, 17  # words beside a telephone number that may be about telephones
_BEFORE_LAST = 6  # words before the last digits of a number, or a short one, that say so
_BEFORE_FILE, _BEHIND_FILE = 20, 14  # words beside a number that may belong to it, such as letters, or be about files
_OF_FILLERS = spoken_telephones.MOST_FILLERS + 2  # words on each side of a number in which another one of it stands
_ASIDE = spoken_telephones.SIGNS_OF_ASIDES
_OF_STREET = 5  # words behind a number in words, of which one is for streets
_OF_COUNTED = 8  # words behind a house that is counted, of which one is the name of its street
_OF_LIVING = 6  # words behind one for streets, or about living somewhere, of which one is a number
_OF_SMALL = 10  # words on each side of a number of a house in small letters
_ENDS = frozenset(".!?;")  # of a sentence
_OF_ADDRESS = 10  # words on each side of a number of a house


class NumberChecks:
    """The checks of one setting; `shapes` gives a word's plain words, `read` the text of words as detectors read it."""

    def __init__(
        self,
        setting: Setting,
        neighbours: Neighbours,
        shapes: Callable[[str], tuple[str, ...]],
        read: Callable[[Words], str],
    ) -> None:
        self._setting = setting
        self._neighbours = neighbours
        self._shapes = shapes
        self._read = read
        self._digits_of = lru_cache(_MOST_KNOWN)(self._look_up_digits)
        self._files = FileChecks(setting, shapes)
        self._uncounted = UncountedChecks(setting, read)
        self._slashes = frozenset().union(*map(code_letters.slashes, setting.languages))
        self._streets = StreetsBefore(setting, neighbours, self._digits_of)
        self._is_of_address = lru_cache(_MOST_KNOWN)(self._look_up_of_address)

    def are_dictated(self, words: Words, number: int) -> bool:
        """Whether there are as many digits around a number as a telephone number has, and one is found."""
        count = self._digits_of(words[number]) or 0
        numbers = len(self._shapes(words[number]))
        if numbers == 1 and self._is_alone(words, number) and not self._may_be_alone_of_file(words, number, count):
            return False
        places = []
        for step in (-1, 1):
            between, place = 0, number + step
            while (digits := self._digits_at(words, place, step, between)) is not None:
                between = 0 if digits else between + max(1, len(self._shapes(words[place])))
                if between > spoken_telephones.MOST_FILLERS:
                    break
                if digits:
                    numbers += len(self._shapes(words[place])) * (1 + (digits >= spoken_telephones.REPEATED))
                count += digits
                place += step
                if numbers > _MOST_NUMBERS:  # a table, which the detectors go through once, and not from each number
                    return True
            places.append(place)
        are_last = not self._neighbours.before_last_digits.isdisjoint(words[max(0, places[0] - _BEFORE_LAST) : number])
        if spoken_telephones.may_be_one(numbers, count, are_last):
            around = words[max(0, places[0] - _BEFORE_NUMBER) : places[1] + _BEHIND_NUMBER]
            if self._is_found(spoken_telephones.find, around):
                return True
        fewest = spoken_file_numbers.FEWEST_DIGITS
        is_signed = count == fewest - 1 and not self._slashes.isdisjoint(
            shape for word in words[max(0, places[0]) : places[1]] for shape in self._shapes(word)
        )
        if count < fewest and not is_signed:
            return False
        pairs = spoken_file_numbers.FEWEST_PAIRS
        is_dictated = numbers >= spoken_file_numbers.FEWEST_NUMBERS or (numbers >= pairs and count >= 2 * pairs)
        may_be_one = self._is_near_file(words, *places) and (is_dictated or self._files.may_be_one(words, *places))
        return may_be_one and self._is_of_file(words, *places)

    def _is_alone(self, words: Words, number: int) -> bool:
        """Whether no other number is so near that the two may be one, with small words between them."""
        said = self._neighbours.numbers_said
        return said.isdisjoint(words[max(0, number - _OF_FILLERS) : number]) and said.isdisjoint(
            words[number + 1 : number + 1 + _OF_FILLERS]
        )

    def _may_be_alone_of_file(self, words: Words, number: int, digits: int) -> bool:
        """Whether a number that is alone, of so many digits, may be that of a file."""
        first, last = max(0, number - _OF_FILLERS), number + _OF_FILLERS
        return digits >= spoken_file_numbers.FEWEST_DIGITS - 1 and self._is_near_file(words, first, last)

    def _is_found(self, find: Detector, words: Words) -> bool:
        """Whether a detector finds something in these words."""
        return any(True for _ in find(self._read(words), self._setting))

    def is_of_file(self, words: Words, number: int) -> bool:
        """Whether a number above a thousand in one word is that of a file."""
        return self._is_of_file(words, number, number)

    def is_alone_of_file(self, words: Words, number: int) -> bool:
        """Whether a number in one word, beside no others, is that of a file: klantnummer tweehonderd."""
        if not self._neighbours.beside_numbers.isdisjoint((words[number - 1], words[number + 1])):
            return False  # they are looked at together
        is_near = self._is_near_file(words, number, number)
        return is_near and self._files.may_be_one(words, number - 1, number + 1) and self.is_of_file(words, number)

    def says_file(self, shape: str) -> bool:
        """Whether a plain word alone has as many digits as the number of a file."""
        digits = spoken_telephones.digits_said((shape,), self._setting)
        return digits is not None and digits >= spoken_file_numbers.FEWEST_DIGITS

    def _is_of_file(self, words: Words, first: int, last: int) -> bool:
        """Whether numbers between two words are that of a file."""
        around = words[max(0, first - _BEFORE_FILE) : last + _BEHIND_FILE]
        return self._is_near_file(words, first, last) and self._is_found(spoken_file_numbers.find, around)

    def _is_near_file(self, words: Words, first: int, last: int) -> bool:
        """Whether a word about files stands near what is between two words."""
        return not self._neighbours.about_files.isdisjoint(words[max(0, first - _BEFORE_FILE) : last + _BEHIND_FILE])

    def _digits_at(self, words: Words, place: int, step: int, between: int) -> int | None:
        """How many digits a word near a number says; 0 also if it is said in passing; None if none go on."""
        word = words[place]
        digits = self._digits_of(word)
        if digits is None and word and (between or (words[place - 1] if step > 0 else word).endswith(_ASIDE)):
            return 0
        return digits

    def _look_up_digits(self, word: str) -> int | None:
        """How many digits a word says; 0 if it may stand between numbers, None if it does not."""
        return spoken_telephones.digits_said(self._shapes(word), self._setting) if word else None

    def ends_address(self, words: Words, number: int) -> bool:
        """Whether a word for streets ends an address that begins with a number in words: twelve orchard road."""
        if self._neighbours.numbers_said.isdisjoint(words[max(0, number - _OF_STREET) : number]):
            return False  # mostly: no number in words is there
        for place in range(number - 1, max(-1, number - 1 - _OF_STREET), -1):
            if self._digits_of(words[place]) and self.is_in_address(words, place):
                return True
            if words[place] in self._neighbours.not_in_streets:
                return False
        return False

    def is_in_address(self, words: Words, number: int) -> bool:
        """Whether a number in words is that of a house."""
        others, last = self._neighbours, words[number - 1]
        is_near = (last in others.streets and last not in others.ends) or words[number + 1] in others.letters
        is_before_street = not others.streets.isdisjoint(words[number + 1 : number + _OF_STREET])
        if not (is_near or is_before_street):
            return False
        if last in others.plain_streets and not is_before_street and words[number + 1] not in others.letters:
            return self._streets.may_have_street(words, number) and self._has_address(words, number)
        return self._has_address(words, number)

    def begins_address(self, words: Words, number: int) -> bool:
        """Whether the number of a house in words follows a word for streets, or is near one about living somewhere."""
        others, is_street = self._neighbours, words[number] in self._neighbours.streets
        said = others.numbers_said
        if not is_street and (self._is_counted_house(words, number) or self._ends_before(words, number)):
            return True
        if said.isdisjoint(words[number + 2 : number + 1 + _OF_LIVING]):
            return False  # mostly: no number in words is there
        for place in range(number + 2, min(number + 1 + _OF_LIVING, len(words) - 1)):
            last = words[place - 1]
            if is_street and last in others.not_in_streets:
                return False
            is_number = words[place] in said and self._streets.is_number(words, place)
            if is_number and (is_street or self._streets.follows_street(words, place)):
                return self._has_address(words, place)
        return False

    def _is_counted_house(self, words: Words, number: int) -> bool:
        """Whether a word about living is a house that is counted in a street: the third house in Pinfold Lane."""
        if words[number - 1] not in self._neighbours.numbers_in_dates:
            return False  # mostly
        beside = pairwise(words[number : number + _OF_COUNTED])
        is_named = any(word[:1].isupper() and last not in self._neighbours.ends for last, word in beside)
        return is_named and self._has_address(words, number - 1)

    def _ends_before(self, words: Words, number: int) -> bool:
        """Whether an address whose number is in words precedes a word: via Roma otto, proprio in casa."""
        first, said = max(1, number - _OF_ADDRESS), self._neighbours.numbers_said
        if said.isdisjoint(words[first:number]):
            return False  # mostly
        is_apart = False  # whether a sentence ends between the two
        for place in range(number - 1, first - 1, -1):
            is_apart = is_apart or words[place][-1:] in _ENDS
            if words[place] in said and self._streets.is_number(words, place):
                may_follow = self._streets.follows_name if is_apart else self._streets.follows_street
                if may_follow(words, place) and self._has_address(words, place):
                    return True
        return False

    def has_small_address(self, words: Words) -> bool:
        """Whether an address is in a passage that begins in small letters, as few do."""
        shows, is_in_one = self._neighbours.in_small_addresses, self._is_in_small_address
        return any(word in shows and is_in_one(words, place) for place, word in enumerate(words))

    def note(self, word: str) -> int:
        """Note a new word of texts, and say what it tells of numbers that count nothing: 1 if it may be one, more bits
        for what stands near one.
        """
        return self._uncounted.note(word)

    def found_beside(self, word: str) -> Mapping[str, int] | None:
        """What may be found where a word is a number, by what stands beside it; None if it is none."""
        return self._uncounted.found_beside(word)

    def clear(self) -> None:
        """Forget all noted words."""
        self._uncounted.clear()

    def has_uncounted(self, words: Words, text: str, places: Places, told: int) -> bool:
        """Whether a number that counts nothing is in a text: the places of its numbers, and what its words tell."""
        if not self._uncounted.may_be_in(words, text, places, told):
            return False
        others = self._neighbours
        if others.in_small_addresses.isdisjoint(words) and others.figures.isdisjoint(words):
            return False
        read = normalised_text(text, self._setting.cased)
        return any(True for _ in uncounted_numbers.find(read, self._setting))

    def is_one_of_address(self, words: Words, number: int) -> bool:
        """Whether a word for one, which is mostly an article, is the number of a house in such a passage."""
        return self._is_small(words) and self._is_in_small_address(words, number)

    def is_one_of_house(self, words: Words, number: int) -> bool:
        """Whether a word for one behind the name of a street is the number of a house where somebody lives."""
        around = words[max(0, number - _OF_SMALL) : number + _OF_SMALL]
        others = self._neighbours
        is_told = not (others.about_living.isdisjoint(around) and others.in_small_addresses.isdisjoint(around))
        return is_told and self._is_found(uncounted_numbers.find, around)

    def _is_small(self, words: Words) -> bool:
        """Whether a passage begins in small letters."""
        return words[0].islower() or not self._setting.cased

    def _is_in_small_address(self, words: Words, number: int) -> bool:
        """Whether a word is in an address in small letters."""
        around = words[max(0, number - _OF_SMALL) : number + _OF_SMALL]
        return any(map(self._is_of_address, around)) and self._is_found(said_addresses.find_anywhere, around)

    def _look_up_of_address(self, word: str) -> bool:
        """Whether a word shows an address in small letters."""
        return bool(word) and said_addresses.may_show_one(self._read([word]).lower(), self._setting)

    def _has_address(self, words: Words, number: int) -> bool:
        """Whether an address is found around a number."""
        around = words[max(0, number - _OF_ADDRESS) : number + _OF_ADDRESS]
        if self._neighbours.about_living.isdisjoint(around):
            around = words[max(0, number - _OF_STREET - 1) : number + _OF_STREET + 2]
        read = self._read(around)
        return any(
            any(span.kind == "ADDRESS" for span in find(read, self._setting))
            for find in (streets.find, loose_numbers.find, numbered_places.find)
        )
