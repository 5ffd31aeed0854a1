"""Whether a capitalised word that is mostly no name is one where it stands, for the triage.

Months, countries and the like are names only behind a word such as "Mr", and words of public institutions only without
the others of these. In German, where every noun has a capital
letter, so are most nouns that are also common names (Winter, Koch), and those that no vocabulary has behind an article.
What finds names is asked about such a word and the few words around it, unless it may belong to an address.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from crosscase.anonymisation.figure_checks import is_plain, is_year
from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.anonymisation.words_of_lists import WordsOfLists, of_lists
from crosscase.detectors import corners, cues, loose_numbers, numbered_places, streets, streets_alone, suspicion
from crosscase.detectors.public_words import may_be_public
from crosscase.detectors.spans import Detector, Setting, Taken
from crosscase.detectors.words import WORD, shapes_of, words_of
from crosscase.languages.vocabulary import is_role, plain, shape

_BEFORE, _BEHIND = 8, 5  # words beside a noun that decide whether it is a name
_BEFORE_ADDRESS, _BEHIND_ADDRESS = 24, 18  # words beside it that detectors of addresses are asked about
_OF_ADDRESSES: tuple[Detector, ...] = (
    streets.find,
    loose_numbers.find,
    numbered_places.find,
    corners.find,
    streets_alone.find,
)
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
        self._may_lead = lru_cache(_MOST_KNOWN)(
            lambda word: any(streets_alone.may_lead(part, setting) for part in WORD.findall(word))
        )
        self._may_be_found = lru_cache(_MOST_KNOWN)(self._look_up)
        self._needs_cue = lru_cache(_MOST_KNOWN)(self._look_up_needs_cue)
        self._leads_name = lru_cache(_MOST_KNOWN)(self._look_up_leads)
        self._joins_name = lru_cache(_MOST_KNOWN)(self._look_up_joins)

    def depends(self, read: str) -> bool:
        """Whether a text's word is a noun, or one such as "May" or "Home" of which its place decides."""
        words = WORD.findall(_ELIDED.sub("", read))
        if not self._setting.cased or len(words) != 1 or words[0].isupper():
            return False
        is_excepted = self._are_nouns or plain(words[0]) in self._setting.excepted
        return is_excepted or may_be_public(words[0], self._setting)

    def may_be_name(self, words: Words, number: int) -> bool:
        """Whether a noun is found as a name, or may belong to an address."""
        if self._may_lead(words[number]):
            return True
        others = self._neighbours
        around = words[max(0, number - _BEFORE) : number + _BEHIND]
        behind = words[number + 1 : number + 3]
        numbers = [word for word in behind if word in others.numbers_said or word in others.numbers_in_dates]
        is_counted = not all(is_plain(word) and is_year(word) for word in numbers)
        if (is_counted or any(map(self._is_of_place, around))) and self._is_in_address(words, number):
            return True
        if not self._may_be_found(words[number]) or (
            self._needs_cue(words[number]) and not self._may_have_cue(words, number)
        ):
            return False
        return self._is_found(words, number)

    def _is_in_address(self, words: Words, number: int) -> bool:
        """Whether an address is found around a noun."""
        around = self._read(words[max(0, number - _BEFORE_ADDRESS) : number + _BEHIND_ADDRESS])
        return any(True for find in _OF_ADDRESSES for _ in find(around, self._setting))

    def _look_up(self, word: str) -> bool:
        """Whether a text's word may be found as a name without a title before it, which is asked for one."""
        setting, written = self._setting, WORD.findall(self._read([word]))
        return any(
            not suspicion.is_never_suspicious(one, setting) or cues.is_unusual(one, setting)
            for one in written
            if one[0].isupper()
        )

    def _look_up_needs_cue(self, word: str) -> bool:
        """Whether a text's word is one such as "May", which nothing but a cue such as "Mr" shows to be a name."""
        written = WORD.findall(self._read([word]))
        return len(written) == 1 and suspicion.is_never_suspicious(written[0], self._setting)

    def _may_have_cue(self, words: Words, number: int) -> bool:
        """Whether a title, a role, a phrase or another name stands directly beside a capitalised word."""
        behind = words[number + 1]
        if words[number][-1:].isalnum() and (behind != behind.lower() or self._joins_name(behind)):
            return True
        if self._leads_name(words[number - 1]):
            return True
        before = shape(self._read(words[max(0, number - _BEFORE) : number]) + " ")
        return any(language.phrases.search(before) for language in self._setting.languages)

    def _look_up_leads(self, word: str) -> bool:
        """Whether a text's word is a title, a role or a particle."""
        languages = self._setting.languages
        return any(
            one in language.titles or one in language.particles or is_role(one, language)
            for one in shapes_of(self._read([word]))
            for language in languages
        )

    def _look_up_joins(self, word: str) -> bool:
        """Whether a text's word may stand between two names, or is a title behind one."""
        return any(
            one in language.titles_behind or one in language.particles
            for one in shapes_of(self._read([word]))
            for language in self._setting.languages
        )

    def _is_found(self, words: Words, number: int) -> bool:
        """Whether a capitalised word among those of a text's word is found as a name."""
        setting, start = self._setting, max(0, number - _BEFORE)
        text = self._read(words[start : number + _BEHIND])
        written, first = words_of(text), len(WORD.findall(self._read(words[start:number])))
        places = range(first, first + len(WORD.findall(self._read(words[number : number + 1]))))
        asked = [(place, written[place]) for place in places if written[place].capital]
        if any(cues.is_name(text, place, setting) for place, _ in asked):
            return True
        if not any(suspicion.is_suspicious(text, word, setting) for _, word in asked):
            return False
        waiting = Taken((span.start, span.end) for span in suspicion.find(text, setting, Taken(()), lambda _: False))
        return any(waiting.overlapping(word.start, word.end) for _, word in asked)  # but for what is public
