"""The words that the nine languages use around an identifier: titles, roles, "my name is", words beside numbers.

Each language has one TOML file of plain lists. Words are compared in plain shape (`plain`), in inflected languages by
their beginnings. An underscore means a space.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

OF_COUNTRY = {  # by its ISO code
    "CZ": "cs",
    "DE": "de",
    "GR": "el",
    "GB": "en",
    "IT": "it",
    "NL": "nl",
    "NO": "no",
    "PL": "pl",
    "PT": "pt",
    "AT": "de",
    "CY": "el",
    "IE": "en",
    "BE": "nl",
}
MOSTLY_PREPOSITIONS = frozenset({"z", "ze", "vom", "zum", "zur", "in", "te"})  # among the particles within names
_SPELT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"})


def shape(words: str) -> str:
    """The plain shape of words, for comparison: no accents, a few letters spelt out, case folded, one Greek sigma."""
    if words.isascii():
        return words.lower()
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter))
    return bare.casefold().translate(_SPELT)


plain = lru_cache(2**16)(shape)


@dataclass(frozen=True, slots=True, eq=False)  # one instance per language
class Language:
    """The lists of one language. All patterns apply to the plain shape of a text."""

    code: str
    titles: frozenset[str]  # a name follows: Mr, paní, κυρία
    particles: frozenset[str]  # within a name: van der, dos
    roles: re.Pattern[str]  # whole words for roles and kin, directly before a name
    phrases: re.Pattern[str]  # "my name is": a name follows
    openers: frozenset[str]  # words that begin sentences and are not names: she, then
    verbs: frozenset[str]  # after a name that begins a sentence: said, told; empty where nouns have capital letters
    adjectives: tuple[str, ...]  # endings of words in lower case that may come from a name
    near_id: re.Pattern[str]
    near_plate: re.Pattern[str]
    near_postcode: re.Pattern[str]
    near_post: re.Pattern[str]  # words about letters and moving house: a postcode and a place are near
    near_birth: re.Pattern[str]
    months: frozenset[str]
    written_months: tuple[str, ...]  # as they are written
    numerals: tuple[str, ...]  # beginnings of numbers in words
    years: tuple[str, ...]  # every year in words contains one of these, as they are written
    ordinary: frozenset[str]  # written with a capital letter, but not a name
    prepositions: frozenset[str]  # before a place
    articles: frozenset[str]  # before a noun, where nouns have capital letters


def _words(listed: str) -> list[str]:
    return sorted((shape(word).replace("_", " ") for word in listed.split()), key=lambda word: (-len(word), word))


def _beginning(listed: str) -> re.Pattern[str]:
    """A pattern for the beginnings of words; a star before a word allows any letters before it."""
    words = (re.escape(word).replace(r"\*", r"\w*") for word in _words(listed))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})")


@lru_cache(2**14)
def is_role(word: str, language: Language) -> bool:
    """Whether a plain word is a role or a relationship: teacher, sister."""
    return bool(language.roles.fullmatch(word))


@cache
def load(code: str) -> Language:
    """The lists of a language, by its ISO 639-1 code; `no` is Norwegian."""
    lists = tomllib.loads((Path(__file__).parent / f"{code}.toml").read_text(encoding="utf-8"))
    return Language(
        code,
        titles=frozenset(_words(lists["titles"])),
        particles=frozenset(_words(lists["particles"])),
        roles=re.compile(rf"(?:{'|'.join(map(re.escape, _words(lists['roles'])))})\w{{0,5}}"),
        phrases=re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, lists['phrases']))})\s*[:,]?\s*$"),
        openers=frozenset(_words(lists["openers"])),
        verbs=frozenset(_words(lists["verbs"])),
        adjectives=tuple(_words(lists.get("adjectives", ""))),
        near_id=_beginning(lists["id"]),
        near_plate=_beginning(lists["plate"]),
        near_postcode=_beginning(lists["postcode"]),
        near_post=_beginning(lists["post"]),
        near_birth=_beginning(lists["birth"]),
        months=frozenset(_words(lists["months"])),
        written_months=tuple(lists["months"].split()),
        numerals=tuple(_words(lists["numerals"])),
        years=tuple(year.replace("_", " ") for year in lists["years"].split()),
        ordinary=frozenset(_words(lists["ordinary"] + " " + lists["greetings"])),
        prepositions=frozenset(_words(lists["prepositions"])),
        articles=frozenset(_words(lists["articles"])),
    )


def _pattern(phrase: str) -> str:
    """A pattern of the file in plain shape; escapes stay unchanged."""
    return "".join(part if part.startswith("\\") else shape(part) for part in re.split(r"(\\\w)", phrase))
