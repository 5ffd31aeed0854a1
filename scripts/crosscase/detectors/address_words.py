"""What each word of a passage may be in an address, as one sign a word: an address is a pattern of such signs.

In small letters nothing but its words shows an address: a number, and beside it a word for streets or one that is in no
vocabulary. `said_addresses` has the patterns.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from crosscase.detectors.date_words import begins_number, is_thousand
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import is_hesitation, nouns_for_one, values
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain

NUMBER, ORDINAL, LETTER = "NOL"
SIGN, PART, BREAK, AND = "SPGC"  # "number"; a floor or a flat; a word for a comma or "sorry"; "and"
CORNER = "K"
# A word for streets that stands before their names, behind them, or both: first those that mean nothing else.
STREETS, WEAK = (
    {(True, False): "T", (False, True): "R", (True, True): "Z"},
    {(True, False): "w", (False, True): "r", (True, True): "z"},
)
NAME, LIKE, UNKNOWN = "QtU"  # ends in a word for streets, perhaps does, is in no vocabulary: the last two are in none
SMALL, WORD, UNIT, OTHER = "JWuX"  # an article or a preposition; any word; what is counted; what is in no address
_SHORTEST = 4  # letters of a street that is in no vocabulary
_SHORTEST_MADE = 6  # letters of a word that ends like a street
_MOST_FIGURES = 4
_HUNDRED = 100
_YEAR = re.compile(r"19\d\d|20[0-3]\d")
_BREAKS = ("slashes", "spoken_hyphens", "spoken_dot", "spoken_commas", "house_ranges", "corrections")


def signs_of(words: Sequence[str], setting: Setting) -> str:
    """What each word may be, by the first of the setting's languages that has it in a list about addresses.

    A one in words, which is also an article in most languages, is a number beside another one or behind "number".
    """
    signs = [sign_of(word, setting) for word in words]
    for place, word in enumerate(words):
        if (
            signs[place] == NUMBER
            and _value(word, setting) == 1
            and not any(plain(word) in nouns_for_one(language) for language in setting.languages)
            and not _is_beside_number(signs, words, place, setting)
        ):
            signs[place] = SMALL
        elif (
            signs[place] == NUMBER
            and place
            and _value(word, setting) == _HUNDRED
            and _is_article(words, place, setting)
        ):
            signs[place - 1] = NUMBER  # a hundred and two
    return "".join(signs)


def _value(word: str, setting: Setting) -> int | None:
    """The value of a number in words."""
    numbers = (values(language).get(plain(word)) for language in setting.languages)
    return next((number for number in numbers if number is not None), None)


def _is_beside_number(signs: Sequence[str], words: Sequence[str], place: int, setting: Setting) -> bool:
    """Whether another number than a one stands in a row with a word, or one such as "number" before it."""
    if signs[place - 1 : place] == [SIGN]:
        return True
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(words) and signs[other] in (NUMBER, AND):
            if signs[other] == NUMBER and _value(words[other], setting) != 1:
                return True
            other += step
    return False


def _is_article(words: Sequence[str], place: int, setting: Setting) -> bool:
    return plain(words[place - 1]) in setting.indefinites


@lru_cache(2**15)
def sign_of(word: str, setting: Setting) -> str:
    """What a word in small letters may be in an address."""
    shape = plain(word)
    for language in setting.languages:
        if sign := _in_lists(shape, language):
            return sign
    if shape in setting.joining or shape in setting.articles or shape in setting.determiners:
        return SMALL
    if len(shape) == 1:
        return LETTER
    units = tuple(unit for language in setting.languages for unit in language.contact("units"))
    if any(shape in language.months for language in setting.languages) or (units and shape.startswith(units)):
        return UNIT
    if shape in setting.grammar:
        return OTHER
    vocabulary = Vocabulary.of(setting.languages)
    if len(shape) < _SHORTEST or vocabulary.is_ordinary_in_small_letters(word):
        return WORD
    if len(shape) >= _SHORTEST_MADE and any(_words(language).is_like(shape) for language in setting.languages):
        return LIKE
    is_made = vocabulary.is_made_of_words(word) or vocabulary.is_compound(word.capitalize())
    return WORD if is_made else UNKNOWN


class _Words:
    """The words of one language by what they may be in an address."""

    def __init__(self, language: Language) -> None:
        self.small = language.prepositions | language.particles | language.articles | language.determiners
        self.contractions = frozenset(language.contact("contractions"))

        def parts(*names: str) -> frozenset[str]:
            """The words of some lists, also those of phrases, without the small ones."""
            phrases = [phrase for name in names for phrase in language.contact(name)]
            return frozenset(word.rstrip(".") for phrase in phrases for word in phrase.split()) - self.small - {""}

        self.signs = parts("house_number", "number_signs")
        self.parts = parts("flat", "flat_behind", "flat_sides", "flat_adjectives", "blocks")
        self.corners = parts("corners")
        self.before, self.after = parts("street_before", "hamlets"), parts("street_after")
        self.signs -= self.after  # house number, but also Wren House
        self.weak = parts("street_weak", "hamlets")
        self.barred_words = parts("street_barred")
        self.breaks = parts(*_BREAKS)
        self.letters = frozenset(language.contact("letters"))
        self.joins = frozenset(language.contact("number_joins")) | language.conjunctions
        self.endings = tuple(set(language.contact("street_endings")) - parts("street_weak"))
        self.perhaps = (*language.contact("street_perhaps"), *language.contact("street_endings"))
        self.barred = tuple(language.contact("street_not")) or ("\0",)

    def street(self, shape: str) -> str:
        """Where a plain word for streets stands; nothing if it is none."""
        places = (shape in self.before, shape in self.after)
        return (WEAK if shape in self.weak else STREETS)[places] if any(places) else ""

    def is_like(self, shape: str) -> bool:
        """Whether a plain word ends like many streets."""
        return bool(self.perhaps) and shape.endswith(self.perhaps) and not shape.startswith(self.barred)


_words = cache(_Words)


def number_signs(language: Language) -> frozenset[str]:
    """The words for the number of a house."""
    return _words(language).signs


def _in_lists(shape: str, language: Language) -> str:
    """What a plain word is by the lists of a language; nothing if it is in none."""
    words = _words(language)
    if shape[0].isdecimal():
        if _YEAR.fullmatch(shape):
            return UNIT
        return NUMBER if sum(map(str.isdecimal, shape)) <= _MOST_FIGURES else OTHER
    if shape in values(language) or is_thousand(shape, language):
        return NUMBER
    if shape in words.joins:
        return AND
    if shape in words.signs:
        return SIGN
    if shape in words.barred_words:
        return OTHER
    if (street := words.street(shape)) and street in STREETS.values():
        return street
    if shape in words.parts:
        return PART
    if shape in words.breaks or is_hesitation(shape):
        return BREAK
    if shape in words.corners:
        return CORNER
    if shape in words.letters and shape not in words.small:
        return LETTER
    if street:
        return street
    if begins_number(shape, language):
        return ORDINAL
    if shape in words.contractions:
        return SMALL
    is_made = len(shape) >= _SHORTEST_MADE and words.endings and shape.endswith(words.endings)
    return NAME if is_made and not shape.startswith(words.barred) else ""
