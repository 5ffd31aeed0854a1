"""Whether a capitalised word that is mostly no name is one where it stands, for the triage.

Months, countries and the like are names only behind a word such as "Mr". In German, where every noun has a capital
letter, so are most nouns that are also common names (Winter, Koch), and compounds that no vocabulary has. What finds
names is asked about the few words around such a word, unless it may belong to an address.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from crosscase.anonymisation.figure_checks import is_plain, is_year
from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.anonymisation.words_of_lists import WordsOfLists, of_lists
from crosscase.detectors import cues, suspicion
from crosscase.detectors.spans import Setting, Taken
from crosscase.detectors.words import WORD, shapes_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_BEFORE, _BEHIND = 8, 5  # words beside a noun that decide whether it is a name
_ELIDED = re.compile(r"(?<!\w)[^\W\d_]{1,5}['’](?=\w)")  # a small word before a noun: L'Europa, dell'Europa
_MOST_KNOWN = 2**14  # remembered words
_OF_PLACES = (
    *("house_number", "number_signs", "blocks", "flat", "flat_behind", "flat_sides", "houses", "hamlets", "corners"),
    *("street_before", "street_after"),
)


class NounChecks:
    """The checks of one setting; `read` gives the text of words as detectors read it."""

    def __init__(self, setting: Setting, neighbours: Neighbours, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._neighbours = neighbours
        self._read = read
        self._are_nouns = bool(setting.articles) and not setting.verbs
        places = WordsOfLists(of_lists(setting, *_OF_PLACES))
        self._is_of_place = lru_cache(_MOST_KNOWN)(lambda word: any(map(places.are, shapes_of(word))))

    def depends(self, read: str) -> bool:
        """Whether a text's word is a noun or a word such as "May" of which its place decides whether it is a name."""
        words = WORD.findall(_ELIDED.sub("", read))
        if not self._setting.cased or len(words) != 1 or words[0].isupper():
            return False
        if plain(words[0]) in self._setting.excepted:
            return True
        if not self._are_nouns:
            return False
        vocabulary = Vocabulary.of(self._setting.languages)
        return vocabulary.is_ordinary(words[0]) or vocabulary.is_compound(words[0])

    def may_be_name(self, words: Words, number: int) -> bool:
        """Whether a noun is found as a name, or may belong to an address."""
        others = self._neighbours
        around = words[max(0, number - _BEFORE) : number + _BEHIND]
        if any(map(self._is_of_place, around)):
            return True
        behind = words[number + 1 : number + 3]
        numbers = [word for word in behind if word in others.numbers_said or word in others.numbers_in_dates]
        if not all(is_plain(word) and is_year(word) for word in numbers):
            return True
        text, taken = self._read(around), Taken(())
        found = suspicion.find(text, self._setting, taken, lambda _: False)
        return any(True for _ in found) or any(True for _ in cues.find(text, self._setting))
