"""The words that a language uses around an identifier: titles, roles, "my name is", words beside numbers.

Each language has one TOML file of plain lists. Words are compared in plain shape (`plain`), in inflected languages by
their beginnings. An underscore means a space.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

FULL, BASIC = "full", "basic"  # how well a language is supported
FOLDER = Path(__file__).parent
SUPPORTED = frozenset(path.stem for path in FOLDER.glob("??.toml"))  # languages with word lists
SERVICES = (  # names that are words everywhere
    *("Excel", "Facebook", "Google", "Instagram", "Messenger", "Outlook", "Skype", "Snapchat", "Teams", "TikTok"),
    *("Twitter", "Viber", "WhatsApp", "YouTube", "Zoom"),
)
MOSTLY_PREPOSITIONS = frozenset({"z", "ze", "vom", "zum", "zur", "in", "te"})  # among the particles within names
Made = TypeVar("Made")
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


def _words(listed: str) -> list[str]:
    """The words of a list in plain shape, the longest first."""
    return sorted((shape(word).replace("_", " ") for word in listed.split()), key=lambda word: (-len(word), word))


def _beginning(listed: str) -> re.Pattern[str]:
    """A pattern for the beginnings of words, none for none; a star before a word allows any letters before it."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in _words(listed)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})" if words else "(?!)")


class _List(Generic[Made]):
    """An attribute that is made of the list with its name, or of those named, when it is first used."""

    def __init__(self, make: Callable[[str], Made], *names: str) -> None:
        self._make = make
        self._names = names

    def __set_name__(self, owner: type, name: str) -> None:
        self._attribute = name

    def __get__(self, language: "Language", owner: type) -> Made:
        lists = [language.lists.get(name, "") for name in self._names or (self._attribute,)]
        made = self._make(" ".join(lists))
        language.__dict__[self._attribute] = made  # found before this one from now on
        return made


def _whole(*names: str) -> _List[frozenset[str]]:
    """Whole words, in plain shape."""
    return _List(lambda listed: frozenset(_words(listed)), *names)


def _edges(*names: str) -> _List[tuple[str, ...]]:
    """Beginnings or endings of words, in plain shape, the longest first."""
    return _List(lambda listed: tuple(_words(listed)), *names)


def _written() -> _List[tuple[str, ...]]:
    """Parts of words as they are written."""
    return _List(lambda listed: tuple(part.replace("_", " ") for part in listed.split()))


def _longest(*names: str) -> _List[tuple[str, ...]]:
    """The beginning of the longest word of each entry."""
    return _List(lambda listed: tuple(sorted({max(entry.split(), key=len) for entry in _words(listed)})), *names)


def _near(*names: str) -> _List[re.Pattern[str]]:
    """A pattern for the beginnings of words near something."""
    return _List(_beginning, *names)


class Language:
    """The lists of one language. All patterns apply to the plain shape of a text.

    Each list is prepared when it is first used: names of all languages are searched in every export, which needs the
    particles of each language, but only its own language's other lists. A list that a language lacks is empty.
    """

    # Around a name
    titles = _whole()  # before it: Mr, paní, κυρία
    titles_behind = _whole()  # Ayşe Hanım, Kovács úr
    particles = _whole()  # within it: van der, dos
    greetings = _whole()  # before somebody's name: hello, thanks
    openers = _whole()  # words that begin sentences and are no names: she, then
    verbs = _whole()  # behind a name that begins a sentence: said, told; none where nouns have capital letters
    auxiliaries = _whole()  # verbs that also stand beside other nouns than names: had, must
    conjunctions = _whole()  # between two names: and
    name_articles = _whole()  # before people's names in speech: ο Στέργιος, a Rosa
    genitives = _whole()  # between a role and whose it is: the son of Rosa; none where the name has an ending
    short_names = _whole()  # short forms of first names; most are other words, too: Will, Mo, Ed
    selves = _whole()  # the speakers, beside "and" and a name: me and Frank
    pronouns = _whole()  # behind a name that they take up: Frank he, Liv hun
    possessives = _whole()  # before a role, or behind it: my friend, l'amico mio
    according = _whole()  # prepositions that mostly stand before people: secondo, hos
    # Around ordinary words
    ordinary = _whole("ordinary", "greetings")  # with a capital letter, but no name
    prepositions = _whole()  # before a place
    determiners = _whole()  # before an ordinary noun, rarely before a name: a, my, every
    indefinites = _whole()  # indefinite articles
    predicates = _whole("degrees", "being")  # before an adjective, rarely before a name: is, very
    articles = _whole()  # before a noun, where nouns have capital letters
    noun_articles = _whole()  # those of the articles that seldom stand before a name: a, no, three
    adjectives = _edges()  # endings of words in lower case that may come from a name
    prefixes = _written()  # that make a word of another one: not, most, re-
    suffixes = _written()
    noun_heads = _written()  # nouns at the end of a compound with which no surname ends
    public = _near()  # ordinary words for what is public: ministry, education, benefit, exam, asthma, a language
    kinds = _near()  # what kind of organisation something is, which identifies none: school, centre
    # Around numbers
    near_id = _near("id")
    near_plate = _near("plate")
    near_postcode = _near("postcode")
    near_post = _near("post")  # letters and moving house: a postcode and a place are near
    near_birth = _near("birth")
    near_age = _near("ages")  # age and its feasts, near a day without a year: turns eighteen, cake
    near_dated = _near("dated")  # what has a date and is no person, before the date: act, version
    # Of dates
    months = _whole()
    numerals = _edges()  # beginnings of numbers in words
    feasts = _edges()  # beginnings of feasts that may be of several days: Christmas
    feast_days = _edges()  # beginnings of single days: Boxing Day
    feast_words = _longest("feasts", "feast_days")
    feast_day_words = _longest("feast_days")
    birth_words = _longest("birth", "ages")
    born_words = _longest("birth")
    years = _written()  # every year in words contains one of these

    def __init__(self, code: str, lists: Mapping[str, Any]) -> None:
        self.code = code
        self.name: str = lists["name"]  # in English
        self.support: str = lists["support"]  # FULL or BASIC
        self.lists = lists
        self._contacts: dict[str, list[str]] = {}

    def lower(self, word: str) -> str:
        """A word in lower case: in Turkish the letter I without a point stays without one."""
        return (word.translate(_TURKISH) if self.code == "tr" else word).lower()

    @property
    def endings(self) -> Mapping[str, str]:
        """How names are declined, in plain shape: by their ending the endings of their forms. See `name_forms`."""
        rows: Mapping[str, str] = self.lists.get("endings", {})
        return rows

    @property
    def compounds(self) -> bool:
        """Whether two nouns often make a word."""
        return bool(self.lists.get("compounds", ""))

    @cached_property
    def roles(self) -> re.Pattern[str]:
        """Whole words for roles and kin, directly before a name."""
        return re.compile(rf"(?:{'|'.join(map(re.escape, _words(self.lists['roles'])))})\w{{0,5}}")

    @cached_property
    def phrases(self) -> re.Pattern[str]:
        """A name follows: "my name is"."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, self.lists['phrases']))})\s*[:,]?\s*$")

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Words beside somebody's name: said, asked; without those that also stand beside other nouns, such as had."""
        return self.verbs.union(_words(self.lists.get("tells", ""))) - self.auxiliaries

    def contact(self, name: str) -> list[str]:
        """A list of words around addresses, spoken contact data and file numbers, in plain shape; empty if it lacks."""
        if name not in self._contacts:
            self._contacts[name] = _words(self.lists.get("contact", {}).get(name, ""))
        return self._contacts[name]


@lru_cache(2**14)
def is_role(word: str, language: Language) -> bool:
    """Whether a plain word is a role or a relationship: teacher, sister."""
    return bool(language.roles.fullmatch(word))


@cache
def load(code: str) -> Language:
    """The lists of a language, by its ISO 639-1 code; `no` is Norwegian."""
    lists = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    return Language(code, lists)


def read_ahead() -> None:
    """Read the lists of all languages."""
    for code in SUPPORTED:
        load(code)


def _pattern(phrase: str) -> str:
    """A pattern of the file in plain shape; escapes stay unchanged."""
    return "".join(part if part.startswith("\\") else shape(part) for part in re.split(r"(\\\w)", phrase))
