"""What a check of the triage needs beside its own word, or at the edge of a text: sets of words.

A set has few words, so that most look-ups end at once. Each word of a text is in them before the text is judged.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from crosscase.detectors import (
    address_words,
    date_words,
    lone_numbers,
    spoken_file_numbers,
    spoken_numbers,
    spoken_telephones,
    unknown_months,
)
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_forms import alike
from crosscase.detectors.normalisation import is_sound, may_end_pause
from crosscase.detectors.spans import Setting
from crosscase.detectors.streets import StreetWords
from crosscase.detectors.words import begins_sentence
from crosscase.languages.vocabulary import is_role, plain

_ENDS_OF_NAMES = frozenset(";:!?")
_WITHIN_NAMES = frozenset(".'’-")  # signs that end a word of a name
_SHORT = 3  # letters of a word about living that does not go on: bo
_MOST_BEHIND = 4  # letters behind a word about files: two, each of which may be spelt out with two
_MOST_BESIDE = 4096  # words beside another one that are remembered
Words = Sequence[str]  # of a text, with the signs around them; the last one is empty


class Check(NamedTuple):
    """When a word needs a search: if another one is in a set, or is not, and the words around it fit."""

    others: Set[str]
    place: int  # of the other word: 1 behind the word, -1 before it
    is_in: bool
    holds: Callable[[Words, int], bool]  # of the words of a text and the index of the word


class Gate(NamedTuple):
    """What must be so of the words before and behind a word for any of its checks to hold: two look-ups at most."""

    before: Set[str]
    is_before_in: bool
    behind: Set[str]
    is_behind_in: bool
    checks: tuple[Check, ...]
    tells: int  # what the word tells of numbers that count nothing, and of pauses, as bits
    found: Mapping[str, int] | None  # the rules of such numbers, if it is one, by the signs before and behind it


_NEVER, _ALWAYS = (frozenset[str](), True), (frozenset[str](), False)


def wherever(holds: Callable[[Words, int], bool]) -> Check:
    """A check that does not depend on one other word."""
    return Check(frozenset(), 0, False, holds)


def check_others(place: int, fits: Callable[[str], bool], holds: Callable[[Words, int], bool]) -> Check:
    """A check that remembers the words that do not fit."""
    unfit: set[str] = set()

    def fits_and_holds(words: Words, number: int) -> bool:
        other = words[number + place]
        if fits(other):
            return holds(words, number)
        if len(unfit) < _MOST_BESIDE:
            unfit.add(other)
        return False

    return Check(unfit, place, False, fits_and_holds)


def belongs(shapes: Sequence[str], forms: frozenset[str], listed: frozenset[str]) -> bool:
    """Whether a plain word is one of these forms, or like a listed word."""
    return not forms.isdisjoint(shapes) or any(alike(one, other) for one in listed for other in shapes)


class _ListedWords:
    """The plain words of a setting's lists, or their beginnings, by which words are told apart."""

    def __init__(self, setting: Setting) -> None:
        languages = setting.languages
        self.said = frozenset().union(*map(spoken_telephones.words_within, languages))
        self.numbers = frozenset().union(
            *(says(language) for language in languages for says in (spoken_numbers.values, spoken_numbers.times))
        )
        self.ones = frozenset().union(*map(spoken_telephones.ones, languages))
        self.birth = tuple(word for language in languages for word in language.birth_words)
        self.files = tuple(word for language in languages for word in spoken_file_numbers.cue_words(language))
        self.last_digits = frozenset(
            word for language in languages for phrase in language.contact("number_ends") for word in phrase.split()
        )
        self.dials = tuple(word for language in languages for word in language.contact("dials")) or ("\0",)
        # The longest word of each phrase: others, such as "in", begin many words.
        living = {max(phrase.split(), key=len) for language in languages for phrase in language.contact("residence")}
        self.short_living = frozenset(word for word in living if len(word) <= _SHORT)
        self.living = tuple(living - self.short_living) or ("\0",)
        alone = {word for language in languages for word in language.contact("residence") if " " not in word}
        self.living_alone = tuple(alone - self.short_living) or ("\0",)
        self.short_living_alone = self.short_living & alone
        self.signs = frozenset(word for language in languages for word in address_words.number_signs(language))
        self.corners = frozenset(word for language in languages for word in language.contact("corners"))
        self.letters = lone_numbers.letters_behind(setting)
        self.not_in_streets = setting.grammar
        self.not_in_names = setting.grammar - setting.joining
        self.small = setting.determiners | setting.articles | setting.particles

    def may_be_about_files(self, shape: str) -> bool:
        """Whether a plain word begins like one about files and has few letters more."""
        return any(shape.startswith(word) and len(shape) <= len(word) + _MOST_BEHIND for word in self.files)


class Neighbours:
    """The words of some texts by what they may do beside another one, with the signs around them."""

    def __init__(self, names: ListedNames, setting: Setting) -> None:
        self._names = names
        self._setting = setting
        self._lists = _ListedWords(setting)
        self.street_words = StreetWords(setting)
        self.ends = {""}  # a sentence ends behind them
        self.verbs: set[str] = set()  # such as "said"
        self.behind_titles: set[str] = set()  # a name, or what may stand between a title and a name
        self.beside_numbers: set[str] = set()  # numbers in words, and what may stand between them
        self.numbers_said: set[str] = set()  # in words or figures, or such as "double"
        self.streets: set[str] = set()  # perhaps of a street, beside the number of a house in words
        self.plain_streets: set[str] = set()  # in small letters, of a street, and neither a block nor a sign
        self.ones: set[str] = set()  # mostly articles
        self.small_streets: set[str] = set()  # perhaps a street in small letters, near a word about living
        self.in_dates: set[str] = set()  # numbers in dates in words, and what may stand between them
        self.numbers_in_dates: set[str] = set()
        self.unknown_months: set[str] = set()  # in no vocabulary, perhaps a month of another calendar
        self.about_birth: set[str] = set()  # such as "born", near a date
        self.before_last_digits: set[str] = set()  # such as "ends" in "ends in"
        self.about_living: set[str] = set()  # such as "lives", near an address
        self.about_figures: set[str] = set()  # such as "case", "May" or "flat", near a number in figures
        self.letters: set[str] = set()  # b, bis: behind the number of a house in words
        self.in_small_addresses: set[str] = set()  # numbers in words, and words for a corner
        self.figures: set[str] = set()
        self.number_signs: set[str] = set()  # such as "number", before the number of a house
        self.about_files: set[str] = set()  # such as "case", near a number
        self.not_in_streets: set[str] = set()  # in small letters, not between a number and the word for its street
        self.not_in_names: set[str] = set()  # in small letters, not in the name of a street before a number
        self.ends_names: set[str] = set()  # with a sign behind which such a name does not go on
        self.determiners: set[str] = set()  # such as "a", before a noun
        self.prepositions: set[str] = set()  # also signs alone, before which one may stand
        self.small: set[str] = set()  # that may stand between a preposition and a place
        self.speaking: set[str] = set()  # such as "said", beside a name; also signs alone
        self.pauses: set[str] = set()  # sounds, and signs alone, which are perhaps left out
        self.single: set[str] = set()  # letters, of which several in a row may spell a name
        self.cut_at_start: set[str] = set()  # perhaps the rest of a name, at the edge of a text
        self.cut_at_end: set[str] = set()
        self._unions: dict[tuple[int, ...], tuple[set[str], list[Set[str]]]] = {}  # by the ids of their parts

    def add(self, word: str, shapes: Sequence[str], may_be_name: bool, is_about_figures: bool) -> None:
        """Add a text's word, of these plain words. `may_be_name`: it has a capital letter, or is in a list."""
        if is_about_figures:
            self.about_figures.add(word)
        if may_end_pause(word) and (not shapes or any(map(is_sound, shapes))):
            self.pauses.add(word)
        if not word[-1].isalnum() and begins_sentence(f"x{word} ", len(word) + 2):
            self.ends.add(word)
        if plain(word) in self._setting.verbs:
            self.verbs.add(word)
        self._add_beside_numbers(word, shapes)
        self._add_beside_names(word, shapes, may_be_name)
        for union, parts in self._unions.values():
            if any(word in part for part in parts):
                union.add(word)

    def _add_beside_numbers(self, word: str, shapes: Sequence[str]) -> None:
        lists = self._lists
        if not (shapes and lists.said.isdisjoint(shapes)):
            self.beside_numbers.add(word)
        if any(shape.isdecimal() or shape in lists.numbers for shape in shapes):
            self.numbers_said.add(word)
        if not lists.ones.isdisjoint(shapes):
            self.ones.add(word)
        edges = {*shapes[:1], *shapes[-1:]}
        if any(date_words.may_be_in_date(shape, language) for shape in edges for language in self._setting.languages):
            self.in_dates.add(word)
        if len(shapes) == 1 and unknown_months.is_one(shapes[0], self._setting):
            self.unknown_months.add(word)
        if word[0].isdecimal() or any(
            date_words.begins_number(shape, language) for shape in shapes for language in self._setting.languages
        ):
            self.numbers_in_dates.add(word)
        if any(map(str.isdecimal, word)):
            self.figures.add(word)
        if any(self._is_in_small_addresses(shape) for shape in shapes):
            self.in_small_addresses.add(word)
        if any(shape.startswith(lists.birth) for shape in shapes):
            self.about_birth.add(word)
        if any(shape in lists.last_digits or shape.startswith(lists.dials) for shape in shapes):
            self.before_last_digits.add(word)
        if any(shape in lists.short_living or shape.startswith(lists.living) for shape in shapes):
            self.about_living.add(word)
        if not lists.letters.isdisjoint(shapes[:1]):
            self.letters.add(word)
        if not lists.signs.isdisjoint(shapes[-1:]):
            self.number_signs.add(word)
        if any(shape.startswith(lists.files) and lists.may_be_about_files(shape) for shape in shapes):
            self.about_files.add(word)
        if word[-1] in _ENDS_OF_NAMES or (word.islower() and not lists.not_in_streets.isdisjoint(shapes)):
            self.not_in_streets.add(word)
        if word.islower() and len(shapes) == 1 and shapes[0] in lists.not_in_names:
            self.not_in_names.add(word)
        if not word[-1].isalnum() and word[-1] not in _WITHIN_NAMES:
            self.ends_names.add(word)
        if shapes and self.street_words.may_be(word, shapes[-1]):
            self.streets.add(word)
            if word.islower() and self.street_words.is_plain(shapes[-1]):
                self.plain_streets.add(word)
        if shapes and self.street_words.may_be_in_small_letters(shapes[-1]):
            self.small_streets.add(word)

    def tells_living(self, shape: str) -> bool:
        """Whether a plain word alone tells that somebody lives somewhere."""
        return shape in self._lists.short_living_alone or shape.startswith(self._lists.living_alone)

    def _is_in_small_addresses(self, shape: str) -> bool:
        """Whether a plain word is a number in words, but no one, which is mostly an article, or one for a corner."""
        return shape in self._lists.corners or any(
            date_words.begins_number(shape, language) and shape not in spoken_telephones.ones(language)
            for language in self._setting.languages
        )

    def _add_beside_names(self, word: str, shapes: Sequence[str], may_be_name: bool) -> None:
        if len(shapes) == 1 == len(shapes[0]):
            self.single.add(word)
        if not self._setting.determiners.isdisjoint(shapes[-1:]):
            self.determiners.add(word)
        if not shapes or not self._setting.prepositions.isdisjoint(shapes[-2:]):
            self.prepositions.add(word)
        if shapes and shapes[-1] in self._lists.small:
            self.small.add(word)
        if not shapes or not self._setting.speaking.isdisjoint(shapes):
            self.speaking.add(word)
        if may_be_name or all(map(self._may_precede_name, shapes)):
            self.behind_titles.add(word)
        cut = self._names.cut
        if shapes and cut.may_be_one(shapes[0], False) and cut.is_one(word, False, self._setting):
            self.cut_at_start.add(word)
        if shapes and cut.may_be_one(shapes[-1], True) and cut.is_one(word, True, self._setting):
            self.cut_at_end.add(word)

    def gate(self, checks: Iterable[Check], tells: int, found: Mapping[str, int] | None) -> Gate:
        """The checks of a word behind the two look-ups that mostly suffice."""
        checks = tuple(checks)
        if any(not check.place for check in checks):
            return Gate(*_ALWAYS, *_NEVER, checks, tells, found)
        before, behind = (self._look_up([check for check in checks if check.place == place]) for place in (-1, 1))
        return Gate(*before, *behind, checks, tells, found)

    def _look_up(self, checks: Sequence[Check]) -> tuple[Set[str], bool]:
        """A set that another word must be in, or must not be in, for one of the checks to hold."""
        if not checks:
            return _NEVER
        if len(checks) == 1:
            return checks[0].others, checks[0].is_in
        if not all(check.is_in for check in checks):
            return _ALWAYS
        parts = [check.others for check in checks]
        union, _ = self._unions.setdefault(tuple(map(id, parts)), (set[str]().union(*parts), parts))
        return union, True

    def clear(self) -> None:
        """Forget all words."""
        for words in vars(self).values():
            if isinstance(words, set):
                words.clear()
        self.ends.add("")
        self._unions.clear()

    def _may_precede_name(self, shape: str) -> bool:
        """Whether a plain word may stand between a title and a name."""
        return shape in self._setting.particles or any(is_role(shape, language) for language in self._setting.languages)
