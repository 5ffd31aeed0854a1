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
from crosscase.detectors.public_words import is_general, is_public_alone, may_be_public
from crosscase.detectors.spans import Detector, Setting, Taken
from crosscase.detectors.words import WORD, Word, shapes_of, words_of
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
        self._languages = setting.languages
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
        self._are_public = lru_cache(_MOST_KNOWN)(self._look_up_public)
        self._is_general = lru_cache(_MOST_KNOWN)(self._look_up_general)
        self._is_particle = lru_cache(_MOST_KNOWN)(self._look_up_particle)
        self._shapes_in = lru_cache(_MOST_KNOWN)(lambda word: shapes_of(self._read([word])))

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
            self._needs_cue(words[number]) and not self._may_have_cue(words, number, number)
        ):
            return False
        return not self._is_public(words, number) and self._is_found(words, number)

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

    def _is_public(self, words: Words, number: int) -> bool:
        """Whether a word is public, alone or with one beside it, and no cue may show that it is a name."""
        for first, last in ((number, number), (number - 1, number), (number, number + 1)):
            if first >= 0 and self._are_public(" ".join(words[first : last + 1]), number - first):
                return not self._may_have_cue(words, first, last)
        others = (*words[max(0, number - _BEFORE) : number], *words[number + 1 : number + _BEHIND])
        are_small = all(word == word.lower() for word in others)
        return are_small and self._is_general(words[number]) and not self._may_have_cue(words, number, number)

    def _look_up_public(self, text: str, place: int) -> bool:
        """Whether what may be a name in one of the words of a text is public; the other words are asked themselves."""
        written = self._read(words := text.split(" "))
        asked = self._suspicious(written, words[place])
        return bool(asked) and all(
            is_public_alone(written, word, self._setting) and not cues.is_name(written, number, self._setting)
            for number, word in asked
        )

    def _look_up_general(self, word: str) -> bool:
        """Whether what may be a name in a text's word is none with no other capital letter beside it."""
        written = self._read([word])
        asked = self._suspicious(written, word)
        return bool(asked) and all(is_general(written[one.start : one.end], self._setting) for _, one in asked)

    def _suspicious(self, written: str, word: str) -> list[tuple[int, Word]]:
        """The words of a read text that may be names in a text's word, with their numbers."""
        return [
            (number, one)
            for number, one in enumerate(words_of(written))
            if one.capital and one.shape in self._shapes_in(word)
            if not suspicion.is_never_suspicious(written[one.start : one.end], self._setting)
        ]

    def _may_have_cue(self, words: Words, first: int, last: int) -> bool:
        """Whether a title, a role, a phrase or another name stands directly beside capitalised words."""
        behind = words[last + 1] if last + 1 < len(words) else ""
        if words[last][-1:].isalnum() and (behind != behind.lower() or self._joins_name(behind)):
            return True
        lead = first - 1
        while lead > 0 and self._is_particle(words[lead]):
            lead -= 1
        if self._leads_name(words[lead]):
            return True
        before = shape(self._read(words[max(0, first - _BEFORE) : first]) + " ")
        return any(language.phrases.search(before) for language in self._languages)

    def _look_up_leads(self, word: str) -> bool:
        """Whether a text's word is a title or a role, behind which particles may stand."""
        shapes = shapes_of(self._read([word]))
        return any(one in language.titles or is_role(one, language) for one in shapes for language in self._languages)

    def _look_up_particle(self, word: str) -> bool:
        """Whether a text's word is a particle, which may stand between a title and a name."""
        shapes = shapes_of(self._read([word]))
        return any(shapes <= language.particles for language in self._languages)

    def _look_up_joins(self, word: str) -> bool:
        """Whether a text's word may stand between two names, or is a title behind one."""
        return any(
            one in language.titles_behind or one in language.particles
            for one in shapes_of(self._read([word]))
            for language in self._languages
        )

    def _is_found(self, words: Words, number: int) -> bool:
        """Whether a capitalised word among those of a text's word is found as a name, there or close by."""
        setting, shapes = self._setting, self._shapes_in(words[number])
        text = self._read(words[max(0, number - _BEFORE) : number + _BEHIND])
        asked = [(place, word) for place, word in enumerate(words_of(text)) if word.capital and word.shape in shapes]
        if any(cues.is_name(text, place, setting) for place, _ in asked):
            return True
        if not any(suspicion.is_suspicious(text, word, setting) for _, word in asked):
            return False
        waiting = Taken((span.start, span.end) for span in suspicion.find(text, setting, Taken(()), lambda _: False))
        return any(waiting.overlapping(word.start, word.end) for _, word in asked)  # but for what is public
