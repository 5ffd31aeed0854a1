"""The patterns of streets beside the number of a house, of one language, for a text without accents."""

import re
from functools import cache
from typing import NamedTuple

from crosscase.detectors.accents import any_plain
from crosscase.detectors.needed_words import NeededEndings, NeededWords
from crosscase.languages.vocabulary import Language

WORD = r"[^\W_][\w'’.-]*"
_SHORT = 3  # letters of a word that is no beginning of longer ones: bo and bor, but not bottom and borte
_UNITS = ("km", "kg", "cm", "mm", "kilo", "meter", "metr")  # in every language


class Street(NamedTuple):
    """A street beside a number: where it begins or ends, the words of its name, and the word for streets."""

    start: int
    end: int
    names: tuple[str, ...]
    word: str


class StreetPatterns:
    """The patterns of one language. Those of streets before a number end where it begins."""

    def __init__(self, language: Language) -> None:
        before, after, endings = (
            any_plain(language.contact(f"street_{place}")) for place in ("before", "after", "endings")
        )
        names = rf"(?P<names>{WORD}(?:\s{WORD}){{0,4}})"
        # What a text must have for one of these to match it.
        self.needed = (
            NeededWords(language.contact("street_before")),
            NeededWords(language.contact("street_after")),
            NeededEndings(language.contact("street_endings")),
        )
        self.ending_before = [
            re.compile(rf"(?<!\w)(?P<word>{before})\s*(?<![\w]){names},?\s*$", re.IGNORECASE),
            re.compile(rf"(?<!\w){names}\s(?P<word>{after}),?\s*$", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?P<names>{WORD}?[\w-](?P<word>{endings})),?\s*$", re.IGNORECASE),
        ]
        self.after = re.compile(rf"(?<=\s){after}(?!\w)", re.IGNORECASE)
        self.building = re.compile(
            rf"(?:(?-i:[A-Z])[\w'’]*\s){{1,3}}{any_plain(language.contact('building'))},\s$", re.IGNORECASE
        )
        self.behind_preposition = [
            re.compile(rf",?\s(?:\w{{1,4}}\s){{0,3}}(?P<word>{before})\s(?P<names>{WORD}(?:\s{WORD})?)", re.IGNORECASE),
            re.compile(rf",?\s(?:\w{{1,4}}\s){{1,3}}(?P<names>[\w-]+(?P<word>{endings}))(?!\w)", re.IGNORECASE),
        ]
        signs = any_plain(language.contact("house_number"))
        self.needed_sign, self.needed_lead = (
            NeededWords(language.contact(name)) for name in ("house_number", "street_leads")
        )
        self.sign = re.compile(rf"(?<!\w),?\s*(?<!\w){signs}:?\s*$", re.IGNORECASE)
        flats = any_plain(language.contact("flat"))
        kinds, number = any_plain(language.contact("flat_adjectives")), r"(?:\w?\d{1,3}\w?|[^\W\d])(?:\s\w+\s\d+)?"
        self.flat_before = re.compile(rf"(?<!\w)(?:{kinds}\s{flats},\s|{flats}\s(?:{number},?\s+)?)$", re.IGNORECASE)
        self.flat_behind = re.compile(rf",?\s{flats}\s?\d{{1,3}}(?:\.\d{{1,2}}|[a-z])?(?!\w)", re.IGNORECASE)
        lives = language.contact("residence")
        short = any_plain(word for word in lives if len(word) <= _SHORT)
        self.residence = re.compile(
            rf"(?<!\w)(?:{any_plain(word for word in lives if len(word) > _SHORT)}|{short}(?!\w))", re.IGNORECASE
        )
        self.capitals = re.compile(rf"(?<!\w)(?P<names>{WORD}(?:\s{WORD}){{0,3}})(?P<word>),?\s*$")
        self.small = re.compile(r"(?<!\w)(?P<word>\w+)\s(?P<names>(?=[^\W\d_])\w+),?\s*$")
        self.perhaps = tuple(language.contact("street_perhaps"))
        self.number_before = bool(language.contact("number_before"))
        self.number_first = bool(language.contact("number_first"))
        self.weak = frozenset(language.contact("street_weak"))
        self.no_streets = tuple(language.contact("street_not"))
        self.units = (*_UNITS, *language.contact("units"))
        self.leads = frozenset(language.contact("street_leads"))
        self.adjectives = frozenset(language.contact("street_adjectives"))
        leads = any_plain(self.leads)
        self.led = re.compile(
            rf"(?<!\w)(?=[^\W\d_])(?!(?-i:[a-z])){leads}\s(?P<names>{WORD}(?:\s{WORD}){{0,2}})(?P<word>),?\s*$",
            re.IGNORECASE,
        )
        self.lead = re.compile(rf"(?<!\w)(?=[^\W\d_])(?!(?-i:[a-z])){leads}\s$", re.IGNORECASE)
        self.barred = frozenset(language.contact("street_barred"))
        self.words = frozenset(word for place in ("before", "after") for word in language.contact(f"street_{place}"))


@cache
def patterns_of(language: Language) -> StreetPatterns:
    """The patterns of a language, made once."""
    return StreetPatterns(language)
