"""Dates of birth: a date, in figures or words, beside a word that says so."""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors import Setting, Span
from crosscase.detectors.nearby import stands_near
from crosscase.languages import Language, shape

_FIGURES = re.compile(
    r"(?<![\w.])(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?:\s(?:roku|r\.))?(?![\w])"
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Dates of birth."""
    for language in setting.languages:
        near = [language.near_birth]
        for pattern in (_FIGURES, _in_words(language)):
            for match in pattern.finditer(text):
                if stands_near(text, *match.span(), near):
                    yield Span(*match.span(), "BIRTHDATE", shape(match[0]))


@cache
def _in_words(language: Language) -> re.Pattern[str]:
    """A day, a month's name and a year, or the month before the day."""
    months = "|".join(map(_spelt, sorted(language.months, key=len, reverse=True)))
    day = r"(?:the )?\d{1,2}(?:\.|º|°|st|nd|rd|th|η|ης)?"
    between = r"(?:\s+|\s+(?:de|of|the|του|di)\s+)"
    dated = rf"{day}{between}?(?:{months})\.?(?:(?:,|{between})\s*\d{{4}})?"
    in_words = rf"[^\W\d]+{between}(?:{months}){between}\d{{4}}"  # the first of April 1990
    return re.compile(
        rf"(?<!\w)(?:{dated}|{in_words}|(?:{months})\s+{day}(?:,?\s+\d{{4}})?)(?:\s(?:roku|r\.|r))?(?!\w)",
        re.IGNORECASE,
    )


def _spelt(month: str) -> str:
    """A plain month as it may be written, with any letter's accents."""
    accents = {
        "a": "aáàâä",
        "e": "eéèêě",
        "i": "iíìïϊΐ",
        "o": "oóòôõö",
        "u": "uúùûůü",
        "c": "cčç",
        "r": "rř",
        "s": "sšś",
    }
    accents |= {"z": "zžźż", "n": "nńñň", "l": "lł", "α": "αά", "ε": "εέ", "ι": "ιίϊΐ", "ο": "οό", "υ": "υύ", "σ": "σς"}
    return "".join(f"[{accents[letter]}]" if letter in accents else re.escape(letter) for letter in month)
