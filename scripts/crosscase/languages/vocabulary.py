"""The words that a language uses around an identifier: titles, roles, "my name is", words beside numbers.

Each language has one TOML file of plain lists. Words are compared in plain shape (`plain`), in inflected languages by
their beginnings. An underscore means a space.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

FULL, BASIC = "full", "basic"  # how well a language is supported
FOLDER = Path(__file__).parent
SUPPORTED = frozenset(path.stem for path in FOLDER.glob("??.toml"))  # languages with word lists
SERVICES = (  # names that are words everywhere
    *("Excel", "Facebook", "Google", "Instagram", "Messenger", "Outlook", "Skype", "Snapchat", "Teams", "TikTok"),
    *("Twitter", "Viber", "WhatsApp", "YouTube", "Zoom"),
)
MOSTLY_PREPOSITIONS = frozenset({"z", "ze", "vom", "zum", "zur", "in", "te"})  # among the particles within names
_ACCENTS = re.compile("[\u0300-\u036f]+")  # of the alphabets; there are others
_TURKISH = str.maketrans({"I": "ı", "İ": "i"})
_SPELT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"})


def shape(words: str) -> str:
    """The plain shape of words, for comparison: no accents, a few letters spelt out, case folded, one Greek sigma."""
    if words.isascii():
        return words.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", words))
    if bare.isascii():
        return bare.lower()
    bare = "".join([letter for letter in bare if not unicodedata.combining(letter)])
    return bare.casefold().translate(_SPELT)


plain = lru_cache(2**16)(shape)


class Language:
    """The lists of one language. All patterns apply to the plain shape of a text.

    Each list is prepared when it is first used: names of all languages are searched in every export, which needs the
    particles of each language, but only its own language's other lists.
    """

    def __init__(self, code: str, lists: Mapping[str, Any]) -> None:
        self.code = code
        self.name: str = lists["name"]  # in English
        self.support: str = lists["support"]  # FULL or BASIC
        self._lists = lists
        self._contacts: dict[str, list[str]] = {}

    def lower(self, word: str) -> str:
        """A word in lower case: in Turkish the letter I without a point stays without one."""
        return (word.translate(_TURKISH) if self.code == "tr" else word).lower()

    @cached_property
    def titles(self) -> frozenset[str]:
        """A name follows: Mr, paní, κυρία."""
        return frozenset(_words(self._lists["titles"]))

    @cached_property
    def titles_behind(self) -> frozenset[str]:
        """Titles that follow a name: Ayşe Hanım, Kovács úr; none in most languages."""
        return frozenset(_words(self._lists.get("titles_behind", "")))

    @cached_property
    def endings(self) -> Mapping[str, str]:
        """How names are declined, in plain shape: by their ending the endings of their forms. See `name_forms`."""
        rows: Mapping[str, str] = self._lists.get("endings", {})
        return rows

    @cached_property
    def particles(self) -> frozenset[str]:
        """Words within a name: van der, dos."""
        return frozenset(_words(self._lists["particles"]))

    @cached_property
    def roles(self) -> re.Pattern[str]:
        """Whole words for roles and kin, directly before a name."""
        return re.compile(rf"(?:{'|'.join(map(re.escape, _words(self._lists['roles'])))})\w{{0,5}}")

    @cached_property
    def phrases(self) -> re.Pattern[str]:
        """A name follows: "my name is"."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, self._lists['phrases']))})\s*[:,]?\s*$")

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that begin sentences and are not names: she, then."""
        return frozenset(_words(self._lists["openers"]))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Words after a name that begins a sentence: said, told; none where nouns have capital letters."""
        return frozenset(_words(self._lists["verbs"]))

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Words beside somebody's name: said, asked; without those that also stand beside other nouns, such as had."""
        listed = self.verbs.union(_words(self._lists.get("tells", "")))
        return listed - self.auxiliaries

    @cached_property
    def auxiliaries(self) -> frozenset[str]:
        """Verbs that also stand beside other nouns than names: had, must."""
        return frozenset(_words(self._lists.get("auxiliaries", "")))

    @cached_property
    def indefinites(self) -> frozenset[str]:
        """Indefinite articles; none in some languages."""
        return frozenset(_words(self._lists.get("indefinites", "")))

    @cached_property
    def adjectives(self) -> tuple[str, ...]:
        """Endings of words in lower case that may come from a name."""
        return tuple(_words(self._lists.get("adjectives", "")))

    @cached_property
    def near_id(self) -> re.Pattern[str]:
        """Words near an identity number."""
        return _beginning(self._lists["id"])

    @cached_property
    def near_plate(self) -> re.Pattern[str]:
        """Words near a registration plate."""
        return _beginning(self._lists.get("plate", ""))

    @cached_property
    def near_postcode(self) -> re.Pattern[str]:
        """Words near a postcode."""
        return _beginning(self._lists.get("postcode", ""))

    @cached_property
    def near_post(self) -> re.Pattern[str]:
        """Words about letters and moving house: a postcode and a place are near."""
        return _beginning(self._lists.get("post", ""))

    @cached_property
    def near_birth(self) -> re.Pattern[str]:
        """Words near a date of birth."""
        return _beginning(self._lists["birth"])

    @cached_property
    def near_age(self) -> re.Pattern[str]:
        """Words about somebody's age and its feasts, near a day without a year: turns eighteen, cake."""
        return _beginning(self._lists.get("ages", ""))

    @cached_property
    def near_dated(self) -> re.Pattern[str]:
        """Words for what has a date and is no person, before the date: act, version."""
        return _beginning(self._lists.get("dated", ""))

    @cached_property
    def months(self) -> frozenset[str]:
        """The months, in plain shape."""
        return frozenset(_words(self._lists["months"]))

    @cached_property
    def numerals(self) -> tuple[str, ...]:
        """Beginnings of numbers in words."""
        return tuple(_words(self._lists["numerals"]))

    @cached_property
    def feasts(self) -> tuple[str, ...]:
        """Beginnings of the names of feasts that may be of several days: Christmas."""
        return tuple(_words(self._lists.get("feasts", "")))

    @cached_property
    def feast_days(self) -> tuple[str, ...]:
        """Beginnings of the names of single days: Boxing Day."""
        return tuple(_words(self._lists.get("feast_days", "")))

    @cached_property
    def feast_words(self) -> tuple[str, ...]:
        """The beginning of the longest word of each feast."""
        return _longest([*self.feasts, *self.feast_days])

    @cached_property
    def birth_words(self) -> tuple[str, ...]:
        """The beginning of the longest word of each entry of the words near a date of birth, or about an age."""
        return _longest(_words(f"{self._lists['birth']} {self._lists.get('ages', '')}"))

    @cached_property
    def years(self) -> tuple[str, ...]:
        """Every year in words contains one of these, as they are written."""
        return tuple(year.replace("_", " ") for year in self._lists["years"].split())

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Words that are written with a capital letter, but are not a name."""
        return frozenset(_words(f"{self._lists['ordinary']} {self._lists['greetings']}"))

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Words before a place."""
        return frozenset(_words(self._lists["prepositions"]))

    @cached_property
    def determiners(self) -> frozenset[str]:
        """Words before an ordinary noun, which rarely stand before a name: a, my, every."""
        return frozenset(_words(self._lists.get("determiners", "")))

    @cached_property
    def greetings(self) -> frozenset[str]:
        """Words that somebody's name follows: hello, thanks."""
        return frozenset(_words(self._lists["greetings"]))

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """Beginnings that make a word of another one, as they are written: not, most, re-."""
        return tuple(self._lists.get("prefixes", "").split())

    @cached_property
    def suffixes(self) -> tuple[str, ...]:
        """Endings that make a word of another one, as they are written."""
        return tuple(self._lists.get("suffixes", "").split())

    @cached_property
    def compounds(self) -> bool:
        """Whether two nouns often make a word."""
        return bool(self._lists.get("compounds", ""))

    @cached_property
    def noun_heads(self) -> tuple[str, ...]:
        """Nouns at the end of a compound with which no surname ends, as they are written; none in most languages."""
        return tuple(self._lists.get("noun_heads", "").split())

    @cached_property
    def conjunctions(self) -> frozenset[str]:
        """Words between two names: and."""
        return frozenset(_words(self._lists.get("conjunctions", "")))

    @cached_property
    def name_articles(self) -> frozenset[str]:
        """Words such as "the" before people's names in speech: ο Στέργιος, a Rosa; none in some languages."""
        return frozenset(_words(self._lists.get("name_articles", "")))

    @cached_property
    def genitives(self) -> frozenset[str]:
        """Words between a role and whose it is: the son of Rosa; none where the name has an ending."""
        return frozenset(_words(self._lists.get("genitives", "")))

    @cached_property
    def selves(self) -> frozenset[str]:
        """Words for the speakers, beside "and" and a name: me and Frank."""
        return frozenset(_words(self._lists.get("selves", "")))

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Words that take up a name before them: Frank he, Liv hun."""
        return frozenset(_words(self._lists.get("pronouns", "")))

    @cached_property
    def possessives(self) -> frozenset[str]:
        """Words before a role, or behind it, that say whose it is: my friend, l'amico mio."""
        return frozenset(_words(self._lists.get("possessives", "")))

    @cached_property
    def according(self) -> frozenset[str]:
        """Prepositions that mostly stand before people: secondo, hos."""
        return frozenset(_words(self._lists.get("according", "")))

    @cached_property
    def predicates(self) -> frozenset[str]:
        """Words before an adjective, which rarely stand before a name: is, very."""
        return frozenset(_words(f"{self._lists.get('degrees', '')} {self._lists.get('being', '')}"))

    @cached_property
    def kinds(self) -> re.Pattern[str]:
        """Words that say what kind of organisation something is, which identify none: school, centre."""
        return _beginning(self._lists.get("kinds", ""))

    @cached_property
    def articles(self) -> frozenset[str]:
        """Words before a noun, where nouns have capital letters."""
        return frozenset(_words(self._lists["articles"]))

    @cached_property
    def noun_articles(self) -> frozenset[str]:
        """Those of the articles that seldom stand before a name: a, no, three."""
        return frozenset(_words(self._lists.get("noun_articles", "")))

    def contact(self, name: str) -> list[str]:
        """A list of words around addresses, spoken contact data and file numbers, in plain shape; empty if it lacks."""
        if name not in self._contacts:
            self._contacts[name] = _words(self._lists.get("contact", {}).get(name, ""))
        return self._contacts[name]


def _words(listed: str) -> list[str]:
    return sorted((shape(word).replace("_", " ") for word in listed.split()), key=lambda word: (-len(word), word))


def _longest(entries: Iterable[str]) -> tuple[str, ...]:
    """The longest word of each entry."""
    return tuple(sorted({max(entry.split(), key=len) for entry in entries}))


def _beginning(listed: str) -> re.Pattern[str]:
    """A pattern for the beginnings of words, none for none; a star before a word allows any letters before it."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in _words(listed)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})" if words else "(?!)")


@lru_cache(2**14)
def is_role(word: str, language: Language) -> bool:
    """Whether a plain word is a role or a relationship: teacher, sister."""
    return bool(language.roles.fullmatch(word))


@cache
def load(code: str) -> Language:
    """The lists of a language, by its ISO 639-1 code; `no` is Norwegian."""
    lists = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    return Language(code, lists)


def _pattern(phrase: str) -> str:
    """A pattern of the file in plain shape; escapes stay unchanged."""
    return "".join(part if part.startswith("\\") else shape(part) for part in re.split(r"(\\\w)", phrase))
