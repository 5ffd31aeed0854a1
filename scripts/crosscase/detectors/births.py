"""Dates of birth: a date with a figure, near a word about birth; `births_in_words` finds those without.

ASSUME: a whole date may be that of somebody's birth wherever it stands, except behind a word such as "act". A person
decides, and also about a day without a year near a word about somebody's age.
"""

import re
from collections.abc import Iterator
from functools import cache
from string import digits

from crosscase.detectors import births_in_words
from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.nearby import numbers_of, plain_signs, stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.whose_dates import doubt_of, is_dated
from crosscase.detectors.words import shapes_of, value_of
from crosscase.languages.vocabulary import Language, shape

_ORDINAL = r"\.|°|st|nd|rd|th|[ηαοσ]{1,2}|e|de|ste|os?|a"
_ROMAN = "(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)"
_SIGN = r"\s?[./-]\s?"
_YEAR = r"(?:\d{4}|['’]?\d{2})"
_END = r"(?:\s(?:roku|r\.|r))?(?![\w/])"
_FIGURES = re.compile(
    rf"(?<![\w.])(?:\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}{_YEAR}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}"
    rf"|\d{{1,2}} [A-ZΑ-Ω]{{3}} (?:19|20)\d\d"  # of a passport, in any language: 15 JUL 1993
    rf"|\d{{1,2}}\s?[./ -]\s?{_ROMAN}\.?\s?[./ -]\s?{_YEAR}|\d{{1,2}} \d{{1,2}} (?:19|20)\d{{2}}){_END}"
)
_DAY_AND_MONTH = re.compile(
    r"(?<![\w.,/-])(?:0?[1-9]|[12]\d|3[01])(?:\.\s?(?:0?[1-9]|1[0-2])\.|[/-](?:0[1-9]|1[0-2]))(?![\w/-]|\s?\d)"
)
_WITHOUT_SIGNS = re.compile(r"(?<!\w)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}(?!\w)")  # 290288
_YEAR_BEHIND = re.compile(r",\s(?:19|20)\d\d\Z|(?:st|nd|rd|th)\s(?:['’]|19|20)\d\d\Z")
_CLOSE = 25  # characters between a word and a day without a year
_DIRECT = 15  # characters between a word and figures without signs
_NEAR = 80  # characters beside a date in which its year in words stands
_SHORTENED = (3, 4)  # letters of a month
_DOUBT = "a date"
_DAYS, _MONTHS = 31, 12
_FEWEST = 2  # numbers in figures of a date without a month in words
_WITHOUT_SIGNS_DIGITS = 6


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Dates of birth, and all whole dates: a person decides whose they are."""
    text = plain_signs(text)
    for language in setting.languages:
        near = [language.near_birth]
        for match in dates(text, language):
            written = shape(text[match.start() : match.end()])
            if stands_near(text, *match.span(), near):
                if not (match.re is not _FIGURES and _has_year_in_words(text, match, setting)):
                    yield Span(*match.span(), "BIRTHDATE", written)
            elif (doubt := _doubt(text, match, language)) is not None:
                yield Span(*match.span(), "BIRTHDATE", written, doubt)
        numbers = numbers_of(text)
        for match in _of_three(language).finditer(without_accents(text)) if len(numbers) > _FEWEST else ():
            is_whole = _is_whole(match) and not is_dated(text, match.start(), language)
            if is_whole or stands_near(text, *match.span(), near, _CLOSE, 0):
                yield Span(*match.span(), "BIRTHDATE", shape(match[0]), _DOUBT)
        for match in _at_edges(language).finditer(without_accents(text)) if _has_edge(text, language) else ():
            if stands_near(text, *match.span(), near):
                yield Span(*match.span(), "BIRTHDATE", shape(match[0]), _DOUBT)
        for pattern, close in ((_DAY_AND_MONTH, _CLOSE), (_WITHOUT_SIGNS, _DIRECT)):
            may_match = len(numbers) >= _FEWEST or max(map(len, numbers), default=0) >= _WITHOUT_SIGNS_DIGITS
            for match in pattern.finditer(text) if may_match else ():
                if stands_near(text, *match.span(), near, close, 0):
                    yield Span(*match.span(), "BIRTHDATE", shape(match[0]))
                elif pattern is _DAY_AND_MONTH and doubt_of(text, *match.span(), False, _DOUBT, language):
                    yield Span(*match.span(), "BIRTHDATE", shape(match[0]), _DOUBT)


def _is_whole(match: re.Match[str]) -> bool:
    """Whether the same small word stands before month and year, or one before the month and a comma before the year.

    11 de 10 de 2009, 30th of the 6th, 2017, but not 11 de 10 a 12. Two English ordinal numbers need no comma.
    """
    joins = [(match[name] or "").split()[:1] for name in ("first", "second")]
    return joins[0] != [] and (joins[0] == joins[1] or _YEAR_BEHIND.search(match[0]) is not None)


def _has_year_in_words(text: str, match: re.Match[str], setting: Setting) -> bool:
    """Whether a year in words follows a date without one, which `births_in_words` finds: 19. März fünfundneunzig."""
    if any(match.groups()):
        return False
    begin = max(0, match.start() - _NEAR)
    dates = births_in_words.find(text[begin : match.end() + _NEAR], setting)
    return any(begin + date.start <= match.start() and begin + date.end > match.end() for date in dates)


def _doubt(text: str, match: re.Match[str], language: Language) -> str | None:
    """The doubt about a date without a word about birth near it; None if it is none of anybody."""
    if match.re is not _FIGURES:
        return doubt_of(text, *match.span(), any(match.groups()), _DOUBT, language)
    numbers = sorted(value_of(number) for number in re.findall(r"\d+", match[0]))
    is_date = len(numbers) < 3 or (0 < numbers[0] <= _MONTHS and numbers[1] <= _DAYS)
    return doubt_of(text, *match.span(), True, _DOUBT, language) if is_date else None


def dates(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Dates with a figure, of birth or not; those with the name of a month may lack the year.

    They are found in the text without accents, at the same places.
    """
    bare = without_accents(text)
    if len(numbers_of(text)) >= _FEWEST:
        yield from _FIGURES.finditer(bare)
    if _has_month(text, language):
        yield from _pattern_of_dates(language).finditer(bare)


def _has_month(text: str, language: Language) -> bool:
    months = all_months(language)
    shapes = shapes_of(text)
    return not months.isdisjoint(shapes) or any(
        word[0].isdecimal() and word.lstrip(digits) in months for word in shapes
    )


@cache
def all_months(language: Language) -> frozenset[str]:
    """The months and their abbreviations."""
    return language.months | _shortened(language)


@cache
def _shortened(language: Language) -> frozenset[str]:
    """Abbreviations of the months: their first letters."""
    return frozenset(month[:letters] for month in language.months for letters in _SHORTENED if len(month) > letters)


def _has_edge(text: str, language: Language) -> bool:
    """Whether a text may have the first or the last day of a month: it has a word for such a day, and a month."""
    shapes, within = shapes_of(text), language.contact("months_within")
    is_day = any(shapes.issuperset(day.split()) for day in language.contact("edge_days"))
    return is_day and not language.months.union(within).isdisjoint(shapes)


@cache
def _at_edges(language: Language) -> re.Pattern[str]:
    """The first or the last day of a month in a year: the last day of April 2017."""
    articles, days = (any_plain(language.contact(name)) for name in ("definite_articles", "edge_days"))
    months = any_plain(language.months.union(language.contact("months_within")))
    listed = (language.contact(name) for name in ("date_of", "date_years", "contractions"))
    small = any_plain(language.prepositions.union(*listed))
    of_year = rf"{months}\s(?:{small}\s){{0,2}}(?:19|20)\d\d(?!\w)"
    return re.compile(rf"(?<!\w)(?:{articles}\s)?{days}\s(?:{small}\s){{0,2}}{of_year}", re.IGNORECASE)


@cache
def _of_three(language: Language) -> re.Pattern[str]:
    """A day, a month and a year in figures with small words between them: 31 4 88, the 8th of the 11th, 1986.

    The groups are alike in a whole date, which needs no word about birth: 11 de 10 de 2009.
    """
    small = any_plain([*language.contact("date_of"), *language.contact("definite_articles")])
    day, month = (rf"{figures}(?:{_ORDINAL})?" for figures in (r"(?:0?[1-9]|[12]\d|3[01])", "(?:0?[1-9]|1[0-2])"))
    first, second = (rf",?\s(?P<{name}>(?:{small}\s){{1,2}})?" for name in ("first", "second"))
    return re.compile(rf"(?<![\w.,/-]){day}{first}{month}{second}(?:(?:19|20)?|['’])\d\d(?![\w/-])", re.IGNORECASE)


@cache
def _pattern_of_dates(language: Language) -> re.Pattern[str]:
    """A day, a month's name and a year, in any order, in a text without accents. Whole dates have one of the groups."""
    whole = any_plain(language.months)
    months = rf"(?:(?:{whole})\.?|(?:{any_plain(_shortened(language))})(?:\.|(?=[\s-]+{_YEAR}(?!\w))))"
    of_day = rf"(?:\s{any_plain(language.contact('date_days'))})?"  # aos 4 dias de setembro
    day = rf"(?:the |den )?\d{{1,2}}(?:\.|°|st|nd|rd|th|[ηαοσ]{{1,2}}|e|d?en|de|ste|os?|a)?{of_day}"
    of_year = r"(?:roku(?: panskiego)?|r\.|do ano d[eo]|dell['’]anno|του ετουσ|aus dem Jahre?)\s"
    between = r"(?:\s+|-|\s+(?:de|of|the|του|di|del|do mes de|del mese di)\s+)"
    small = any_plain([*language.contact("date_of"), *language.contact("definite_articles")])
    classes = any_plain(language.contact("year_classes"))
    past = rf"(?:(?:19|20)\d\d|(?:{classes}\s)?['’]\d\d|{classes}\s\d\d|{small}\s(?:0\d|3[2-9]|[4-9]\d))"
    before = (
        rf"(?P<before>{past},\s(?:{small}\s){{0,2}})?"  # 1936, 24 di giugno; Jahrgang 64, am 1. April; van 04, 8 mei
    )
    dated = rf"{before}{day}{between}?{months}(?P<year>(?:,|{between})\s*(?:{of_year})?(?:{_YEAR}|-\d\d))?"
    apart = rf"(?P<apart>{whole},\s(?:{small}\s){{0,2}}{day},?\s(?:{small}\s){{0,2}}\d{{4}})"  # May, the 9th, 2018
    leads = any_plain([*language.contact("date_days"), *language.contact("contractions")])
    last = rf"(?P<last>(?:{whole}){between}\d{{4}},?\s(?:(?:{small}|{leads})\s){{1,3}}[\w-]+)"
    return re.compile(
        rf"(?<!\w)(?:{dated}|{last}|{apart}|(?P<first>\d{{4}}\.?\s+)?(?:{whole})\.?\s+{day}(?P<then>,?\s+(?:\d{{4}}|['’]\d\d))?)"
        rf"{_END}",
        re.IGNORECASE,
    )
