"""The names of countries in many languages, and their ISO codes: those of the library phonenumbers, and of CLDR."""

from collections.abc import Sequence
from functools import cache

from crosscase.languages.country_codes import names_by_code
from crosscase.languages.vocabulary import plain
from crosscase.storage.text_form import fold

# Names that both lack: parts of a country that studies compare, short and former names, other codes.
_PARTS = ("England", "Scotland", "Wales", "Northern Ireland")
_FURTHER = {
    **dict.fromkeys((*_PARTS, "UK", "U.K.", "Great Britain", "Britain"), "GB"),
    **dict.fromkeys(("Czech Republic", "Czech Rep.", "Tschechische Republik", "Tschechei", "Česká republika"), "CZ"),
    **dict.fromkeys(("Slovak Republic", "Slovenská republika"), "SK"),
    **dict.fromkeys(("The Netherlands", "Holland"), "NL"),
    **dict.fromkeys(("USA", "U.S.A.", "U.S.", "United States of America"), "US"),
    **dict.fromkeys(("Republic of Ireland", "Eire"), "IE"),
    **dict.fromkeys(("Bosnia", "Bosnien", "Bosnia and Herzegovina", "BiH"), "BA"),
    **dict.fromkeys(("Macedonia", "North Macedonia", "FYROM"), "MK"),
    **dict.fromkeys(("Congo-Kinshasa", "DR Congo", "DRC", "Democratic Republic of the Congo"), "CD"),
    **dict.fromkeys(("Congo", "Kongo"), "CG"),
    **dict.fromkeys(("UAE", "United Arab Emirates"), "AE"),
    "EL": "GR",
    "Turkey": "TR",
    "Ivory Coast": "CI",
    "Burma": "MM",
    "Swaziland": "SZ",
    "East Timor": "TL",
    "Cape Verde": "CV",
    "Russian Federation": "RU",
    "Republic of Korea": "KR",
    "Viet Nam": "VN",
}  # fmt: skip


def iso_of(name: str) -> str:
    """The ISO 3166 code of a country by its name in any language, or by its code; empty if it is none."""
    return _isos().get(_form(name), "")


def key_of(name: str) -> str:
    """What is equal for names of one country. Scotland and the like count as countries of their own."""
    return _form(name) if _form(name) in map(_form, _PARTS) else iso_of(name)


def name_for_tables(spellings: Sequence[str]) -> str:
    """The name of a country that exports spell so: a part of a country as it is written, else the English name."""
    part = next((name for name in spellings if _form(name) in map(_form, _PARTS)), "")
    return part or _names().get(iso_of(spellings[0]), {}).get("en", spellings[0])


def share_a_language(spellings: Sequence[str]) -> bool:
    """Whether there is a language in which all of these are names of countries, not codes."""
    in_languages = [
        {language for language, called in _names().get(iso_of(name), {}).items() if fold(called) == fold(name)}
        for name in spellings
    ]
    return bool(in_languages) and bool(set.intersection(*in_languages))


def _form(name: str) -> str:
    """A name as it is compared: without accents, and with one kind of apostrophe."""
    return plain(" ".join(name.replace("’", "'").replace("ʼ", "'").split()))


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
    found = {_form(name): iso for iso, names in names_by_code().items() for name in names}
    found |= {_form(name): iso for iso, names in _names().items() for name in names.values()}
    found |= {_form(iso): iso for iso in (*names_by_code(), *_names())}
    return found | {_form(name): iso for name, iso in _FURTHER.items()}
