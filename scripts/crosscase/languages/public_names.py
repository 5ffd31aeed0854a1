"""Names that are public in a whole country: institutions, benefits, laws, exams, programmes, media, brands, feasts.

Nobody can be told by one of them, though it has capital letters. `public/` holds those of each language, and in
`anywhere.txt` those of every country, one in a line; a star stands for any ending. Names of small organisations, of
people and of places do not belong there, and no word that such a name may have, such as "Rainbows". Abbreviations that
are other words in small letters (PISA) are in `in_capitals.txt`, those of all countries: they count in capitals alone.
Words that may be a person's name, too (Islam, Bourdieu) are in `in_own_texts.txt`: they count in no interview, but in
the texts that a study words itself, such as labels.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from crosscase.languages.vocabulary import shape

PUBLIC = Path(__file__).parent / "public"
_EVERYWHERE = "anywhere"
IN_CAPITALS = "in_capitals"
IN_OWN_TEXTS = "in_own_texts"
_FIRST = 2  # letters by which names are found; no ending changes them

PublicName = tuple[str, ...]  # its words in plain shape


@cache
def public_names(language: str) -> Mapping[str, tuple[PublicName, ...]]:
    """The public names of a language and those of every country, by the first letters of their first word."""
    found: dict[str, list[PublicName]] = {}
    for file in (_EVERYWHERE, language):
        for name in _listed(file):
            found.setdefault(beginning(name[0]), []).append(name)
    return {first: tuple(names) for first, names in found.items()}


@cache
def words_of_names(language: str) -> Mapping[str, frozenset[str]]:
    """The words of these names, by their first letters."""
    found: dict[str, set[str]] = {}
    for names in public_names(language).values():
        for word in (word for name in names for word in name):
            found.setdefault(beginning(word), set()).add(word)
    return {first: frozenset(words) for first, words in found.items()}


@cache
def abbreviations() -> frozenset[str]:
    """The public abbreviations of all countries, as they are written: in capitals."""
    return frozenset(_lines(IN_CAPITALS))


@cache
def names_in_own_texts() -> frozenset[PublicName]:
    """The names that are public in the texts that a study words itself, and in no interview."""
    return frozenset(_listed(IN_OWN_TEXTS))


def beginning(word: str) -> str:
    """The letters of a plain word by which `public_names` has the names that begin with it."""
    return word[:_FIRST]


@cache
def _listed(file: str) -> tuple[PublicName, ...]:
    return tuple(map(_words, _lines(file)))


def _lines(file: str) -> list[str]:
    path = PUBLIC / f"{file}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def _words(name: str) -> PublicName:
    return tuple("".join(sign if sign.isalnum() or sign == "*" else " " for sign in shape(name)).split())
