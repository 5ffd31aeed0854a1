"""The names of countries in many languages, and their ISO codes. The names are those of the library phonenumbers."""

from collections.abc import Sequence
from functools import cache

from crosscase.storage.text_form import fold

# Names that the library lacks: parts of a country that studies compare, short and former names, other codes.
_PARTS = ("England", "Scotland", "Wales", "Northern Ireland")
_FURTHER = {
    **dict.fromkeys((*_PARTS, "UK", "Great Britain"), "GB"),
    **dict.fromkeys(("Czech Republic", "Česko", "Tschechische Republik", "Tschechien"), "CZ"),
    **dict.fromkeys(("The Netherlands", "Holland"), "NL"),
    "EL": "GR",
    "USA": "US",
    "Turkey": "TR",
}


def iso_of(name: str) -> str:
    """The ISO 3166 code of a country by its name in any language, or by its code; empty if it is none."""
    return _isos().get(fold(name), "")


def key_of(name: str) -> str:
    """What is equal for names of one country. Scotland and the like count as countries of their own."""
    return fold(name) if fold(name) in map(fold, _PARTS) else iso_of(name)


def name_for_tables(spellings: Sequence[str]) -> str:
    """The name of a country that exports spell so: a part of a country as it is written, else the English name."""
    part = next((name for name in spellings if fold(name) in map(fold, _PARTS)), "")
    return part or _names()[iso_of(spellings[0])].get("en", spellings[0])


def share_a_language(spellings: Sequence[str]) -> bool:
    """Whether there is a language in which all of these are names of countries, not codes."""
    in_languages = [
        {language for language, called in _names().get(iso_of(name), {}).items() if fold(called) == fold(name)}
        for name in spellings
    ]
    return bool(in_languages) and bool(set.intersection(*in_languages))


@cache
def _names() -> dict[str, dict[str, str]]:
    """The names of each country by language; the library refers to another language with a star."""
    from phonenumbers.geodata.locale import LOCALE_DATA

    return {
        iso: {code: names[called[1:]] if called.startswith("*") else called for code, called in names.items()}
        for iso, names in LOCALE_DATA.items()
    }


@cache
def _isos() -> dict[str, str]:
    found = {fold(name): iso for iso, names in _names().items() for name in names.values()}
    found |= {fold(iso): iso for iso in _names()}
    return found | {fold(name): iso for name, iso in _FURTHER.items()}
