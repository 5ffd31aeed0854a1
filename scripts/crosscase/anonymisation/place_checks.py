"""Whether ordinary words are a name, of a place, a street, somebody, for the triage: most are not."""

from collections.abc import Callable
from functools import lru_cache

from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.anonymisation.words_of_lists import of_lists
from crosscase.detectors import streets_alone
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.ordinary_use import introduces
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD, shapes_of

_BEFORE_THING, _BEHIND_THING = 6, 3  # words beside an ordinary one that say that it is a place or an organisation
_LONGEST_PHRASE = 4  # words
_BEFORE_STREET, _BEHIND_STREET = 3, 9  # words beside one for streets that may be its name
_BEFORE_NAME = 5  # words behind one for streets among which the first capital letter of a name is
_MOST_KNOWN = 2**14  # remembered words


class PlaceChecks:
    """The checks of one setting; `read` gives the text of words as detectors read it."""

    def __init__(
        self, names: ListedNames, setting: Setting, neighbours: Neighbours, read: Callable[[Words], str]
    ) -> None:
        self._names = names
        self._setting = setting
        self._neighbours = neighbours
        self._read = read
        small = frozenset(WORD.findall(" ".join(of_lists(setting, "place_particles", "street_before"))))
        self._is_small = lru_cache(_MOST_KNOWN)(lambda word: small.issuperset(shapes_of(word)))
        self.of_streets = frozenset().union(*map(streets_alone.needed_words, setting.languages))

    def is_thing(self, words: Words, number: int) -> bool:
        """Whether an ordinary word is the name of a place or an organisation: behind "at", or beside "said"."""
        others, start, end = self._neighbours, max(0, number - _BEFORE_THING), number + _BEHIND_THING
        last = words[number - 1]
        is_there = last in others.prepositions or (last in others.small and words[number - 2] in others.prepositions)
        if not is_there and others.speaking.isdisjoint(words[max(0, number - 2) : end]):
            return False
        return any(True for _ in self._names.find_whole(self._read(words[start:end]), self._setting))

    def is_street(self, words: Words, number: int) -> bool:
        """Whether a street follows a word for streets whose name consists of ordinary words: piazza del Popolo."""
        behind = words[number + 1 : number + _BEFORE_NAME]
        first = next((word for word in behind if word != word.lower() or not self._is_small(word)), "")
        if first == first.lower():
            return False  # mostly: no capital letter is there, or another word before it
        around = self._read(words[max(0, number - _BEFORE_STREET) : number + _BEHIND_STREET])
        return any(True for _ in streets_alone.find(around, self._setting))

    def is_introduced(self, words: Words, number: int) -> bool:
        """Whether a phrase such as "we call her" precedes a word."""
        before = self._read(words[max(0, number - _LONGEST_PHRASE) : number]) + " "
        return introduces(before, len(before), self._setting)
