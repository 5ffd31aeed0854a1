"""Streets without the number of a house: in via delle Ginestre, v ulici Pod Hlohem, in der Kesselgasse.

1. Capitalised words behind a word for streets.
2. A capitalised word that ends in one, if no vocabulary has it.
3. Either with the number of a house that is said like a noun: Lindenstraße, die Acht.
4. Within a sentence, capitalised words behind a small one with a capital letter, where all nouns have one: in der
   Garage An der Gasanstalt. One ordinary word suffices behind two small ones alone: he said Am Montag.

A person decides: a street tells where somebody lives, but everybody knows the high street.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from crosscase.detectors import house_numbers
from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.place_names import names_of, particles_of
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import WORD, begins_sentence, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "a street"
_ENDS = re.compile(r"\s*(?:[,.;:!?)–—]|\Z)")
_CAPITALS = re.compile(r"(?<!\w)[A-ZΑ-ΩÆØ]\w*")
_FEWEST_WORDS = 2  # of a street that begins with a small word
_SHORTEST = 6  # letters of a street in one word
_MOST_KNOWN = 2**14  # remembered words


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Streets alone."""
    bare = without_accents(text)
    for language in setting.languages:
        for street in _pattern(language).finditer(bare) if _needed(language).may_be_in(text) else ():
            if not _ends_sentence(text, street, setting):
                yield _span(text, street.start(), _numbered(text, street.end(), language))
        for street in _led(language).finditer(bare) if setting.articles and setting.cased else ():
            if not begins_sentence(text, street.start()) and _is_name(text[street.start() : street.end()], setting):
                yield _span(text, *street.span())
    for word in words_of(text):
        if word.capital and may_be_one(text[word.start : word.end], setting):
            ends = (_numbered(text, word.end, language) for language in setting.languages)
            yield _span(text, word.start, max(ends))


def _ends_sentence(text: str, street: re.Match[str], setting: Setting) -> bool:
    """Whether a shortened word for streets is another word at the end of a sentence: řekla nám. Potom."""
    is_shortened = text[: street.start("names")].rstrip().endswith(".")
    return is_shortened and setting.function_words.issuperset(map(plain, _CAPITALS.findall(street["names"])))


def _is_name(street: str, setting: Setting) -> bool:
    """Whether more than a small word and an ordinary one may be the name of a street."""
    words = street.split()
    return len(words) > _FEWEST_WORDS or not Vocabulary.of(setting.languages).is_ordinary(words[-1])


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, "ADDRESS", shape(text[start:end]), _DOUBT)


def _numbered(text: str, end: int, language: Language) -> int:
    """Where the number of a house ends that a small word joins to a street: Lindenstraße, die Acht; else the place."""
    lead = _lead(language).match(without_accents(text), end)
    numbers = house_numbers.find(text, language) if lead else ()
    found = (number.end for number in numbers if lead and number.start == lead.end())
    return next((number for number in found if _ENDS.match(text, number)), end)


@cache
def _lead(language: Language) -> re.Pattern[str]:
    """The words between a street and a number that is said like a noun, for a text without accents."""
    leads = any_plain(language.contact("street_number_leads"))
    return re.compile(rf",?\s{leads}(?:\s|(?<=['’]))", re.IGNORECASE)


@lru_cache(_MOST_KNOWN)
def may_lead(word: str, setting: Setting) -> bool:
    """Whether a capitalised word is a small one that begins the name of a street within a sentence: Zur."""
    leads = (lead.split()[0] for language in setting.languages for lead in language.contact("street_leads"))
    return bool(setting.articles) and not word.isupper() and plain(word) in leads


@lru_cache(_MOST_KNOWN)
def may_be_one(word: str, setting: Setting) -> bool:
    """Whether a capitalised word ends in one for streets and is in no vocabulary."""
    name = plain(word)
    endings, barred = _endings(setting)
    is_street = len(name) >= _SHORTEST and bool(endings) and name.endswith(endings) and not word.isupper()
    is_barred = bool(barred) and name.startswith(barred)
    return is_street and not is_barred and not Vocabulary.of(setting.languages).is_ordinary(word)


@cache
def _endings(setting: Setting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The endings of streets that few other words have, and how words begin that are none."""

    def listed(name: str) -> Iterator[str]:
        return (word for language in setting.languages for word in language.contact(name))

    weak = set(listed("street_weak"))
    return tuple(ending for ending in listed("street_endings") if ending not in weak), tuple(listed("street_not"))


def needed_words(language: Language) -> frozenset[str]:
    """Plain words of which one is in each phrase for streets, but for those with a point in them, which stand out."""
    phrases = (phrase for phrase in language.contact("street_before") if "." not in phrase.rstrip("."))
    return frozenset(max(WORD.findall(phrase), key=len) for phrase in phrases)


@cache
def _led(language: Language) -> re.Pattern[str]:
    """Capitalised words behind a capitalised small word, for a text without accents."""
    leads = any_plain(language.contact("street_leads"))
    return re.compile(rf"(?<![\w.-])(?=[A-Z])(?i:{leads})\s(?P<names>[A-Z][a-z]\w+(?:\s[A-Z][a-z]\w+){{0,2}})(?!\w)")


@cache
def _needed(language: Language) -> NeededWords:
    return NeededWords(language.contact("street_before"))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A word for streets and the name behind it, for a text without accents; a weak word has a particle behind it."""
    weak = set(language.contact("street_weak"))
    strong, others = (
        any_plain(word for word in language.contact("street_before") if (word in weak) is is_weak)
        for is_weak in (False, True)
    )
    particle = rf"{particles_of(language)}\s"
    lead = rf"(?:(?i:{strong})\s(?:{particle}){{0,2}}|(?i:{others})\s{particle})"
    return re.compile(rf"(?<!\w){lead}(?P<names>{names_of(language)})(?!\w)")
