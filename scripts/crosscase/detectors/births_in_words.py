"""Dates of birth without a figure, near a word about birth: the eighth of December two thousand and ten.

A date has a day, a month and a year, also with the month first, or with the last two numbers of the year: May twenty
ten, δώδεκα Ιουλίου του εβδομήντα οχτώ.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors.accents import any_of_many, without_accents
from crosscase.detectors.nearby import stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, values
from crosscase.detectors.words import words_of
from crosscase.languages.vocabulary import Language, plain, shape

_ARTICLE = r"(?:(?:the|den|στισ|την)\s)?"
_OF = r"(?:(?:de|of|the|του|το|di|do mes de|del mese di|roku|in|de l’)\s)?"
_IN_THE_YEAR = r"(?:anno\s|year\s|ano\s(?:de\s)?)?(?:the\s)?"
_BEHIND_MONTH = {word for part in (_ARTICLE, _OF, _IN_THE_YEAR) for word in re.findall(r"[^\W\d_]{2,}", part)}
_AND = {"and", "a", "e", "i", "og", "en", "und", "και"}
_DOUBT = "a date in words"
_COMPOUND = 9  # letters of a number in one word that is a year: ottantotto
_EARLIEST = 10  # a year in words with fewer is none


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Dates of birth in words. A date that no word of birth is near is doubtful."""
    for start, end in dates(text, setting):
        is_near = stands_near(text, start, end, [language.near_birth for language in setting.languages])
        yield Span(start, end, "BIRTHDATE", shape(text[start:end]), "" if is_near else _DOUBT)


def dates(text: str, setting: Setting) -> Iterator[tuple[int, int]]:
    """The dates without a figure, in any context."""
    for language in setting.languages:
        if _has_month(text, language) and _has_numbers(text, language):
            for date in _pattern(language).finditer(without_accents(text)):
                start, end = date.span("year" if date["year"] else "last")
                if _is_year(text[start:end], language):
                    yield date.span()


def _has_month(text: str, language: Language) -> bool:
    lowered = text.lower()
    return any(month.lower() in lowered for month in language.written_months)


def _has_numbers(text: str, language: Language) -> bool:
    """Whether a text has two numbers in words; most with a month have none, and the pattern is slow to be made."""
    return sum(begins_number(word.shape, language) for word in words_of(text)) > 1


def _is_year(words: str, language: Language) -> bool:
    """Whether numbers in words are a year: they have a word of one, or are large enough."""
    written = words.casefold()
    if len(written.split()) > 1 or len(written) >= _COMPOUND:
        return True
    if any(year.casefold().strip() in written for year in language.years):
        return True
    number_of = values(language)
    numbers = [number_of[word] for word in re.findall(r"\w+", shape(words)) if word in number_of]
    return bool(numbers) and int(digits_of(numbers)) >= _EARLIEST


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A day, a month and a year, or a month, a day and a year, all in words, in a text without accents."""
    number = _number(language)
    more = rf"(?:(?:\s|-|\s(?:{'|'.join(sorted(_AND))})\s){number})"
    between = rf"\s{_OF}{_IN_THE_YEAR}"
    month = any_of_many(language.months)
    return re.compile(
        rf"(?<!\w)(?:{number}{more}{{0,3}}{between}{month}(?!\w),?{between}(?P<year>{number}{more}{{0,7}})"
        rf"|{month}\s{_ARTICLE}{number}{more}?,?\s(?P<last>{number}{more}{{1,7}}))(?!\w)(?:\sroku(?!\w))?"
    )


def _number(language: Language) -> str:
    """A pattern for a word of a number."""
    others = [word for word in values(language) if not word.startswith(tuple(language.numerals))]
    return rf"(?:{any_of_many(language.numerals)}\w*|{any_of_many(others)}(?!\w))"


def may_follow_month(word: str, language: Language) -> bool:
    """Whether a word with its signs may stand behind a month in a date: a number, or a word such as "of"."""
    first = re.match(r"\w*", word)
    return without_accents(word) in _BEHIND_MONTH or (first is not None and begins_number(plain(first[0]), language))


def may_be_between(word: str) -> bool:
    """Whether a word with its signs may stand between the numbers of a date: "of", "and"."""
    return without_accents(word) in _BEHIND_MONTH | _AND


def begins_number(shape: str, language: Language) -> bool:
    """Whether a plain word may be a number in a date."""
    return shape.startswith(tuple(language.numerals)) or shape in values(language)
