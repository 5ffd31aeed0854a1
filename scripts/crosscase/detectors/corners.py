"""Corners of two streets, perhaps with the number of a house: on the corner of Muffler Row and Tull Street, number 1.

The names of the streets follow a word for a corner, or stand before it (Καραγκιλή και Σφενδαμιού γωνία). A person
decides.

ASSUME: capitalised words are streets if one of them is like one for streets or is no common name; where nouns have
capital letters, it must be in no vocabulary.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from crosscase.detectors import house_numbers
from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.address_tails import tail
from crosscase.detectors.nearby import plain_signs
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.place_names import names_of, particles_of
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "perhaps the corner of two streets"
_BEFORE = 90  # characters before a word for a corner in which two streets may stand
_SMALL = r"(?:[^\W\d_]{1,5}\s){0,2}"  # of the, tra, der

_WORD = r"[A-ZΑ-ΩÆØ][\w-]+"
_TWO = re.compile(rf",?\s{_SMALL}(?P<one>{_WORD})\s(?P<other>{_WORD})(?!\w)")  # Ecke Holzstraße Wendelgasse


class _Patterns:
    """The patterns of one language, for a text without accents."""

    def __init__(self, language: Language) -> None:
        self._language = language
        small, corner = any_plain(language.contact("corner_leads")), any_plain(language.contact("corners"))
        self.needed = NeededWords(last for words in language.contact("corners") for last in words.split()[-1:])
        self.corner = re.compile(rf"(?<!\w)(?:{small}(?:\s|(?<=['’])))?{corner}(?!\w)", re.IGNORECASE)
        endings = (*language.contact("street_endings"), *language.contact("street_perhaps"))
        self.endings = (*endings, *language.contact("street_before"), *language.contact("street_after"))

    @cached_property
    def _streets(self) -> str:
        """The pattern of two streets. Few texts have a word for a corner, so it is made when the first one has."""
        before, after = (any_plain(self._language.contact(f"street_{place}")) for place in ("before", "after"))
        particle = rf"{particles_of(self._language)}\s"
        lead = rf"(?:(?i:{before})\s(?:{particle}){{0,2}}|{particle})?"
        street = rf"{lead}{names_of(self._language)}(?:\s(?i:{after})(?!\w))?"
        joins = any_plain([*self._language.conjunctions, *self._language.contact("corner_joins")])
        return rf"(?P<one>{street})(?:\s{joins}\s|\s?[/&]\s?){_SMALL}(?P<other>{street})"

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """Two streets behind a word for a corner."""
        return re.compile(rf",?\s{_SMALL}{self._streets}(?!\w)")

    @cached_property
    def before(self) -> re.Pattern[str]:
        """Two streets before a word for a corner."""
        return re.compile(rf"(?<!\w){self._streets},?\s$")

    @cached_property
    def number(self) -> re.Pattern[str]:
        """What stands between a corner and the number of a house."""
        signs = any_plain(self._language.contact("house_number"))
        return re.compile(rf",?\s(?:[^\W\d_]{{1,4}}\s){{0,2}}?(?:{signs}:?\s)?(?=\w)", re.IGNORECASE)


@cache
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Corners of streets."""
    text = plain_signs(text)
    bare = without_accents(text)
    for language in setting.languages:
        patterns = _patterns(language)
        for corner in patterns.corner.finditer(bare) if patterns.needed.may_be_in(text) else ():
            behind = patterns.behind.match(bare, corner.end()) or _two(bare, corner.end(), patterns)
            found = behind or patterns.before.search(bare, max(0, corner.start() - _BEFORE), corner.start())
            if found and _are_streets(found, patterns, setting):
                start, end = (corner.start(), behind.end()) if behind else (found.start(), corner.end())
                end = _numbered(text, end, patterns, language)
                yield Span(start, end, "ADDRESS", shape(text[start:end]), _DOUBT)


def _two(text: str, end: int, patterns: _Patterns) -> re.Match[str] | None:
    """Two words behind one for a corner that both end in one for streets; None if they are others."""
    two = _TWO.match(text, end)
    endings = patterns.endings
    return two if two and all(plain(two[part]).endswith(endings) for part in ("one", "other")) else None


def _are_streets(corner: re.Match[str], patterns: _Patterns, setting: Setting) -> bool:
    """Whether capitalised words may be two streets."""
    names = [word for part in ("one", "other") for word in corner[part].split() if word[0].isupper()]
    if any(plain(word) in setting.excepted for word in names):
        return False
    if any(plain(word).endswith(patterns.endings) for part in ("one", "other") for word in corner[part].split()):
        return True
    vocabulary = Vocabulary.of(setting.languages)
    is_word = vocabulary.is_ordinary if setting.articles else vocabulary.is_name
    return not all(map(is_word, names))


def _numbered(text: str, end: int, patterns: _Patterns, language: Language) -> int:
    """Where the number of the house ends behind a corner; the same place if there is none."""
    numbers = {number.start: number.end for number in house_numbers.find(text, language)}
    bare = without_accents(text)
    lead = patterns.number.match(bare, end)
    if lead and lead.end() in numbers:
        return tail(text, numbers[lead.end()], language)
    return end
