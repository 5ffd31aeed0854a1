"""Whether a street may stand before a number in words, for the triage: before most none does."""

from collections.abc import Callable

from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import plain

_OF_NAME = 4  # words before a number in words, of which one is for streets
_OF_LONG_NAME = 6  # words before a number, of which the last one is for streets and the others are a name
_OF_ONE = 2  # words on each side of a one in which others of the same number stand
_OF_ADDRESS = 10  # words on each side of a number of a house, of which one is about living there


class StreetsBefore:
    """The checks of one setting; `digits_of` says how many digits a word says, none if it is no number."""

    def __init__(self, setting: Setting, neighbours: Neighbours, digits_of: Callable[[str], int | None]) -> None:
        self._setting = setting
        self._neighbours = neighbours
        self._digits_of = digits_of
        self._no_names = setting.function_words - setting.joining  # as the only word of a street with a capital letter

    def is_number(self, words: Words, place: int) -> bool:
        """Whether a word is a number in words; a one beside no other is one behind a name or "number" alone."""
        if not self._digits_of(words[place]):
            return False
        others, last = self._neighbours, words[place - 1]
        if words[place] not in others.ones or last in others.small_streets or self.follows_name(words, place):
            return True
        beside = (*words[max(0, place - _OF_ONE) : place], *words[place + 1 : place + 1 + _OF_ONE])
        return not others.numbers_said.isdisjoint(beside)

    def follows_name(self, words: Words, place: int) -> bool:
        """Whether a capitalised word stands before a number, other than one such as "The" that begins the sentence."""
        last = words[place - 1]
        begins = place == 1 or words[place - 2] in self._neighbours.ends
        return last[:1].isupper() and not (begins and plain(last) in self._setting.no_names)

    def follows_street(self, words: Words, place: int) -> bool:
        """Whether a capital letter, or a word for streets and perhaps a name, stands directly before a number."""
        others = self._neighbours
        if words[place - 1] in others.small_streets or self.follows_name(words, place):
            return True
        for before in range(place - 2, max(-1, place - 1 - _OF_NAME), -1):
            word = words[before]
            if words[before + 1] in others.not_in_names or word in others.ends_names:
                return False
            if word in others.small_streets:
                return True
        return False

    def may_have_street(self, words: Words, number: int) -> bool:
        """Whether a word for streets in small letters belongs to one: somebody lives there, or a name is before it."""
        around = words[max(0, number - _OF_ADDRESS) : number + _OF_ADDRESS]
        names = [word for word in words[max(0, number - _OF_LONG_NAME) : number - 1] if word[:1].isupper()]
        is_name = len(names) > 1 or any(plain(name) not in self._no_names for name in names)
        return is_name or not self._neighbours.about_living.isdisjoint(around)
