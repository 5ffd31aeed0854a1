"""Dates of birth: a date with a figure, near a word about birth; `births_in_words` finds those without."""

import re
from collections.abc import Iterator
from functools import cache
from string import digits

from crosscase.detectors.accents import any_of
from crosscase.detectors.nearby import plain_signs, stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import words_of
from crosscase.languages.vocabulary import Language, shape

_ROMAN = "(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)"
_SIGN = r"\s?[./-]\s?"
_YEAR = r"(?:\d{4}|['’]?\d{2})"
_END = r"(?:\s(?:roku|r\.|r))?(?!\w)"
_FIGURES = re.compile(
    rf"(?<![\w.])(?:\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}{_YEAR}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}"
    rf"|\d{{1,2}}\s?[./ -]\s?{_ROMAN}\.?\s?[./ -]\s?{_YEAR}|\d{{1,2}} \d{{1,2}} (?:19|20)\d{{2}}){_END}"
)
_DAY_AND_MONTH = re.compile(
    r"(?<![\w.,/-])(?:0?[1-9]|[12]\d|3[01])(?:\.\s?(?:0?[1-9]|1[0-2])\.|[/-](?:0[1-9]|1[0-2]))(?![\w/-]|\s?\d)"
)
_CLOSE = 25  # characters between a word and a day without a year
_SHORTENED = (3, 4)  # letters of a month


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Dates of birth."""
    text = plain_signs(text)
    for language in setting.languages:
        near = [language.near_birth]
        for match in dates(text, language):
            if stands_near(text, *match.span(), near):
                yield Span(*match.span(), "BIRTHDATE", shape(match[0]))
        for match in _DAY_AND_MONTH.finditer(text):
            if stands_near(text, *match.span(), near, _CLOSE, 0):
                yield Span(*match.span(), "BIRTHDATE", shape(match[0]))


def dates(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Dates with a figure, of birth or not; those with the name of a month may lack the year."""
    for pattern in (_FIGURES, _pattern_of_dates(language)) if _has_month(text, language) else (_FIGURES,):
        yield from pattern.finditer(text)


def _has_month(text: str, language: Language) -> bool:
    months = language.months | _shortened(language)
    return not months.isdisjoint(word.shape.lstrip(digits) for word in words_of(text))


@cache
def _shortened(language: Language) -> frozenset[str]:
    """Abbreviations of the months: their first letters."""
    return frozenset(month[:letters] for month in language.months for letters in _SHORTENED if len(month) > letters)


@cache
def _pattern_of_dates(language: Language) -> re.Pattern[str]:
    """A day, a month's name and a year, or the month before the day; a day in words needs a year."""
    whole = any_of(language.months)
    months = rf"(?:(?:{whole})\.?|(?:{any_of(_shortened(language))})(?:\.|(?=[\s-]+{_YEAR}(?!\w))))"
    day = r"(?:the |den )?\d{1,2}(?:\.|º|°|ª|st|nd|rd|th|[ηαοςήά]{1,2}|e|de|ste|en|os?|a)?"
    between = r"(?:\s+|-|\s+(?:de|of|the|του|di|do mês de|del mese di)\s+)"
    dated = rf"{day}{between}?{months}(?:(?:,|{between})\s*{_YEAR})?"
    in_words = rf"[^\W\d]+{between}(?:{whole}){between}\d{{4}}"  # the first of April 1990
    return re.compile(
        rf"(?<!\w)(?:{dated}|{in_words}|(?:\d{{4}}\.?\s+)?(?:{whole})\.?\s+{day}(?:,?\s+\d{{4}})?){_END}",
        re.IGNORECASE,
    )
