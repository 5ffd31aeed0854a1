"""The words of dates: numbers, months, years, and what may stand between them (of, er), by the lists of a language."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from crosscase.detectors.nearby import stands_near
from crosscase.detectors.spoken_numbers import is_hesitation, values
from crosscase.detectors.words import Word, words_of
from crosscase.languages.vocabulary import Language, shape

_BREAK = re.compile(r"(?:[\s,;…–—/()'’-]|\.{2,3}|(?<=\d)\.){1,8}")  # between the words of a date
_FIGURES = re.compile(r"\d{1,2}(?:st|nd|rd|th|ste|de|e|er|os?|a|ησ)?")
_OF_THOUSAND = 8  # letters of the word alone
_LONGEST_ENDING = 2  # letters behind a word for thousands: tysiącami
DAYS, MONTHS = range(2, 32), range(1, 13)  # an article is mostly no day
_SHORT = 3  # letters of the beginning of a number
_ORDINAL = re.compile(r"(?:s?t|d)?e[nrs]?|th|t?[ey]ho|t[aeoy]|ego|[aeioy]|ου|ησ?")
_BEFORE_STOPS = 60, 0  # characters beside numbers with full stops between them
_ORDINAL_ENDINGS = ("ste", "sten", "ster", "de", "te", "ten", "nde", "esimo")


class Kind:
    """What a word may be in a date."""

    NUMBER, FIGURES, YEAR, MONTH, BETWEEN, CORRECTION = range(6)


NUMBERS = (Kind.NUMBER, Kind.FIGURES)


class Small:
    """What a word between the numbers of a date says: "and", "day", "year", "the", or nothing of that."""

    NONE, AND, DAY, YEAR, ARTICLE = range(5)


class Token(NamedTuple):
    """A word of a date; `small` says which one between numbers it is."""

    kind: int
    shape: str
    start: int
    end: int
    small: int


Run = Sequence[Token]


def runs(text: str, language: Language) -> Iterator[Run]:
    """The words of a date that follow each other, with a number in words among them."""
    words = words_of(text)
    kinds = [kind_of(word[0], language) for word in words]
    place, end = 0, len(words)
    while Kind.NUMBER in kinds[place:]:
        number = kinds.index(Kind.NUMBER, place)
        start = next((n + 1 for n in range(number - 1, place - 1, -1) if kinds[n] is None), place)
        place = next((n for n in range(number + 1, end) if kinds[n] is None), end)
        yield from _parts(text, words[start:place], language)


def without_stops(text: str, language: Language) -> str:
    """A text with commas for full stops between numbers behind a word about birth: First. Seventh. Seventy-nine."""
    if ". " not in text or not language.near_birth.search(shape(text)):
        return text
    for one, other in pairwise(words_of(text)):
        is_stop = text[one.end : other.start] == ". " and all(
            begins_number(word.shape, language) for word in (one, other)
        )
        if is_stop and stands_near(text, one.start, other.end, [language.near_birth], *_BEFORE_STOPS):
            text = f"{text[: one.end]},{text[one.end + 1 :]}"
    return text


def _parts(text: str, words: Sequence[Word], language: Language) -> Iterator[Run]:
    """The parts of a run of words that have a number in words and no sign between them that ends a date."""
    run: list[Token] = []
    smalls = _smalls(language)
    for word in words:
        if run and not _BREAK.fullmatch(text, run[-1].end, word.start):
            if _has_number(run):
                yield run
            run = []
        kind = kind_of(word.shape, language)
        if kind is not None:
            run.append(Token(kind, word.shape, word.start, word.end, smalls.get(word.shape, Small.NONE)))
    if _has_number(run):
        yield run


def _has_number(run: Run) -> bool:
    return len(run) > 1 and any(token.kind == Kind.NUMBER for token in run)


@lru_cache(2**14)
def kind_of(word: str, language: Language) -> int | None:
    """What a plain word may be in a date; None if nothing."""
    if word in language.months or word in language.contact("months_within"):
        return Kind.MONTH
    if word[0].isdecimal():
        if len(word) == 4 and word.isdecimal():
            return Kind.YEAR
        return Kind.FIGURES if _FIGURES.fullmatch(word) else None
    if begins_number(word, language):
        return Kind.NUMBER
    if word in corrections(language):
        return Kind.CORRECTION
    return Kind.BETWEEN if is_hesitation(word) or word in _between(language) else None


def may_be_in_date(word: str, language: Language) -> bool:
    """Whether a plain word is a number or a month, or may stand between them."""
    return kind_of(word, language) is not None


@cache
def _between(language: Language) -> frozenset[str]:
    """The words between the numbers of a date: "of", "and", "the"."""
    return frozenset(language.contact("date_of")).union(_smalls(language))


@cache
def _smalls(language: Language) -> dict[str, int]:
    """What some words between the numbers of a date say."""
    listed = (
        (Small.ARTICLE, language.contact("definite_articles")),
        (Small.YEAR, language.contact("date_years")),
        (Small.DAY, language.contact("date_days")),
        (Small.AND, joins(language)),
    )
    return {word: small for small, words in listed for word in words}


@cache
def joins(language: Language) -> frozenset[str]:
    """Words for "and", between the parts of a number or between two numbers."""
    return language.conjunctions.union(language.contact("number_joins"))


def is_large(word: str, language: Language) -> bool:
    """Whether a plain word is a number above a thousand in one word: zesduizend."""
    return len(word) > _OF_THOUSAND and has_thousand(word, language)


def has_thousand(word: str, language: Language) -> bool:
    """Whether a plain word has one for thousands in it, as in years of one word."""
    return any(thousand in word for thousand in language.contact("thousands"))


@lru_cache(2**14)
def is_year_from_zero(word: str, language: Language) -> bool:
    """Whether a plain word is a zero and a unit in one, as in years: nullacht."""
    zeros = _zeros(language)
    return word.startswith(zeros) and any(
        word.startswith(zero) and values(language).get(word.removeprefix(zero), 0) in range(1, 10) for zero in zeros
    )


@cache
def _zeros(language: Language) -> tuple[str, ...]:
    """The words for zero."""
    return tuple(word for word, value in values(language).items() if value == 0)


def is_thousand(word: str, language: Language) -> bool:
    """Whether a plain word is one for thousands: tysięcy, mila."""
    return any(
        word.startswith(thousand) and len(word) - len(thousand) <= _LONGEST_ENDING * (len(thousand) > _SHORT + 1)
        for thousand in language.contact("thousands")
    )


@cache
def corrections(language: Language) -> frozenset[str]:
    """The words with which somebody puts right what was just said: no, sorry."""
    return frozenset(word for phrase in language.contact("corrections") for word in phrase.split())


@lru_cache(2**14)
def begins_number(word: str, language: Language) -> bool:
    """Whether a plain word may be a number in a date; behind a short one only an ending of ordinal ones may be."""
    if (
        word in values(language)
        or any(word.endswith(ending) and word.removesuffix(ending) in values(language) for ending in _ORDINAL_ENDINGS)
        or is_year_from_zero(word, language)
    ):
        return True
    if any(word.startswith(part) and word.startswith(language.numerals, len(part)) for part in _first_parts(language)):
        return True
    if any(shape(year).strip() in word for year in language.years):
        return word.startswith(language.numerals)
    for stem in language.numerals:
        if word.startswith(stem) and (len(stem) > _SHORT or word == stem or _ORDINAL.fullmatch(word, len(stem))):
            return True
    return False


@cache
def _first_parts(language: Language) -> tuple[str, ...]:
    """What stands before the ten in an ordinal number of one word: enog, pětadvacátého."""
    units = [word for word, value in values(language).items() if 0 < value < 10]
    joins = language.contact("number_joins") if language.contact("units_first") else []
    return tuple(sorted(unit + join for unit in units for join in joins if join))
