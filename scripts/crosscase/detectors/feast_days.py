"""Feasts with a year: Christmas Day 1970, pakjesavond tweeduizend zes, San Giuseppe del duemiladieci.

Near a word about birth they are dates of birth. Without one a person decides about a feast of a single day. Many feasts
are a Sunday or another day of the week with a name: near a word about birth a person decides about these, too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.date_words import begins_number, joins
from crosscase.detectors.nearby import stands_near
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.whose_dates import is_dated
from crosscase.detectors.words import WORD, words_from
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "a feast in a year"
_EVE = (
    r"(?:(?:vespera|vigilia|παραμονη|ανημερα|η?μερα|predvecer|dia|giorno|den|dzien|day|notte|noite|noc)\s"
    r"(?:d[eiao] |del(?:la)? |dell['’]|τ(?:ων|ου|ησ) |of )?)"
)
_SMALL = "of|in|de|del|do|van|του|z|roku|rok|w|v|i|im|the year|dell['’]anno"
_JOINED = rf"[\s,]{{1,2}}(?:(?:{_SMALL})\s){{0,2}}(?:dell?['’])?"
BEFORE_YEAR = frozenset(map(plain, WORD.findall(_SMALL)))  # words between a feast and its year
_BEFORE_YEAR = [re.compile(rf"{further}{_JOINED}") for further in ("", r"[\s-][^\W\d]+", r"(?:\s[^\W\d]+){2}")]
_OF_FEAST = 2  # of these, behind a feast that is no day of the week
_YEAR = re.compile(r"(?:['’]\d\d|(?:19|20)\d\d)(?!\w)(?:\s(?:roku|r\.))?")
_SHORT_YEAR = re.compile(r"(?:0\d|[1-9]\d)(?![\w.,/:-]*\w)(?:\s(?:roku|r\.))?")  # near a word about birth alone
_NUMBERS = 7  # words of a year
_WORDS_OF_DATE = 6  # behind a feast
_BESIDE = re.compile(r"[\s-]{1,2}")
_BESIDE_DATE = re.compile(r"[\s,.-]{1,2}")
_WORD_BEFORE = re.compile(r"(\w+)\.?\s\Z")
_LONGEST_WORD = 24


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Feasts with a year."""
    for language in setting.languages:
        may_have = any(needed.may_be_in(text) for needed in _needed(language))
        for feast in _pattern(language).finditer(without_accents(text)) if may_have else ():
            before_year = _BEFORE_YEAR[: None if feast["weekday"] else _OF_FEAST]
            whole = _end(text, feast.end(), language, _YEAR, before_year)
            end = whole or _end(text, feast.end(), language, _SHORT_YEAR, before_year)
            if end is None:
                continue
            start = _with_number(text, feast.start(), language)
            if feast["weekday"]:
                named = _with_name(text, start, setting)
                if named == start and _end(text, feast.end(), language, _YEAR, _BEFORE_YEAR[:1]):
                    continue  # a Thursday in 2011
                start = named
            start = _with_preposition(text, start, language)
            end = _with_date(text, end, language)
            is_born = stands_near(text, start, end, [language.near_birth])
            if is_born or (feast["day"] and whole and not is_dated(text, start, language)):
                doubt = "" if is_born and whole and not feast["weekday"] else _DOUBT
                yield Span(start, end, "BIRTHDATE", shape(text[start:end]), doubt)


@cache
def beginnings(language: Language) -> tuple[str, ...]:
    """Beginnings of plain words of feasts, and of days of the week."""
    return (*language.feast_words, *weekdays(language))


def weekdays(language: Language) -> list[str]:
    """Days of the week that are no number: not segunda."""
    return [day for day in language.contact("weekdays") if not begins_number(day, language)]


@cache
def _needed(language: Language) -> tuple[NeededWords, NeededWords]:
    """Words of which a text with a feast has one: beginnings, and words for saints."""
    return NeededWords(beginnings(language), goes_on=True), NeededWords(language.contact("saints"))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A feast; `day` is one of a single day, `weekday` perhaps a part of its name."""
    day, feast = any_plain(language.feast_days), any_plain(language.feasts)
    weekday = any_plain(weekdays(language))
    saint = rf"{any_plain(language.contact('saints'))}(?:[\s-]|(?<=['’]))[^\W\d]"
    return re.compile(
        rf"(?<!\w)(?:(?P<day>{_EVE}?{day})|{_EVE}?(?:{feast}|{saint})|(?P<weekday>{weekday}))\w*(?:['’]s?)?",
        re.IGNORECASE,
    )


def _end(
    text: str, feast: int, language: Language, year: re.Pattern[str], before_year: Sequence[re.Pattern[str]]
) -> int | None:
    """Where the year ends that follows a feast, perhaps after other words of its name; None if none does."""
    for pattern in before_year:
        if before := pattern.match(text, feast):
            figures = year.match(text, before.end())
            end = figures.end() if figures else _end_in_words(text, before.end(), language)
            if end is not None:
                return end
    return None


def _with_number(text: str, start: int, language: Language) -> int:
    """Where a feast begins with the number before it: second Christmas Day."""
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    is_number = before and (before[1].isdecimal() or begins_number(plain(before[1]), language))
    return before.start() if before and is_number else start


def _with_name(text: str, start: int, setting: Setting) -> int:
    """Where a day of the week begins with the word before it that is a part of its name: Palm Sunday."""
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    is_name = before and plain(before[1]) not in setting.function_words | setting.joining | setting.indefinites
    return before.start() if before and is_name else start


def _with_preposition(text: str, start: int, language: Language) -> int:
    """Where a feast begins with the small word that belongs to its name: na Štěpána, w wigilię, των Φώτων."""
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    listed = (word for name in ("corner_leads", "date_of", "definite_articles") for word in language.contact(name))
    is_small = before and plain(before[1]) in language.prepositions.union(listed)
    return before.start() if before and is_small else start


def _with_date(text: str, end: int, language: Language) -> int:
    """Where a feast with its year ends, with the date that explains it: ferragosto del 1969, il quindici agosto."""
    is_day, reached = False, end
    for word in words_from(text, end, _WORDS_OF_DATE):
        if not _BESIDE_DATE.fullmatch(text, reached, word.start):
            break
        reached = word.end
        if word.shape in language.months:
            return word.end if is_day else end
        is_day = word.shape[0].isdecimal() or begins_number(word.shape, language)
        if not (is_day or word.shape in language.contact("definite_articles") or word.shape in language.prepositions):
            break
    return end


def _end_in_words(text: str, start: int, language: Language) -> int | None:
    """Where a year in words ends that begins at a place; None if there is none."""
    end, reached = None, start
    for word in words_from(text, start, _NUMBERS):
        if end is None and word.start > start:
            return None
        if end is not None and not _BESIDE.fullmatch(text, reached, word.start):
            break
        if begins_number(word.shape, language):
            end = word.end
        elif end is None or word.shape not in joins(language):
            break
        reached = word.end
    return end
