"""Whose a date is: that of a law, perhaps somebody's birth, or certainly, by the words around it.

A day without a year may be somebody's near a word about age or birth, or if they are said to be of it: ik ben van zes
juni, she's the sixth of June.
"""

import re
from functools import cache

from crosscase.detectors.accents import any_plain
from crosscase.detectors.date_words import DAYS, MONTHS, Run
from crosscase.detectors.nearby import stands_near
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import Language, is_role, plain, shape

_NEAR_AGE = 60, 60  # characters beside a date without a year that are searched for words about somebody's age
_MOST_OF_PERSON = 3  # words before "is of", of which one says who
_LEAD = 40  # characters before a date in which a word says that it is that of a law or a version, or whose it is
_OF_ZERO = 4  # numbers of a date with a year from zero


def is_dated(text: str, start: int, language: Language) -> bool:
    """Whether a word before a date says that something else than a person has it: the act of 4 May 1998."""
    return language.near_dated.search(shape(text[max(0, start - _LEAD) : start])) is not None


def doubt_of(text: str, start: int, end: int, is_whole: bool, doubt: str, language: Language) -> str | None:
    """The doubt about a date without a word about birth near it; None if nobody has to look at it."""
    if is_whole:
        return None if is_dated(text, start, language) else doubt
    is_near = stands_near(text, start, end, [language.near_age, language.near_birth], *_NEAR_AGE)
    return doubt if is_near or _is_of_somebody(text, start, language) or _is_asked(text, start, end, language) else None


def _is_asked(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a question about a year stands beside a date: what year? Fifty-eight, the sixth of June."""
    beside = text[max(0, start - _NEAR_AGE[0]) : start], text[end : end + _NEAR_AGE[1]]
    return any(_year_question(language).search(shape(part)) for part in beside)


@cache
def _year_question(language: Language) -> re.Pattern[str]:
    words = any_plain([*language.contact("date_years"), *language.contact("year_classes")])
    return re.compile(rf"(?<!\w){words}(?!\w)[^.!?;]{{0,30}}[?;]")


def _is_of_somebody(text: str, start: int, language: Language) -> bool:
    """Whether it is said of a person that they are of a date: ik ben van zes juni, she's the sixth of June."""
    before = shape(text[max(0, start - _LEAD) : start])
    of = _of_person(language).search(before)
    if not of or of["i"]:
        return of is not None
    people = language.selves | language.pronouns
    lead = WORD.findall(before[: of.start()])[-_MOST_OF_PERSON:]
    return any(word in people or is_role(word, language) for word in lead)


@cache
def _of_person(language: Language) -> re.Pattern[str]:
    """What stands between a person and the date of their birth: bin vom, 's the."""
    i, being = any_plain(language.contact("i_am")), any_plain(language.predicates)
    of, articles = any_plain(language.contact("said_of")), any_plain(language.contact("definite_articles"))
    of = rf"{of}\s(?:{articles}\s)?" if language.contact("said_of") else rf"{articles}\s"
    return re.compile(rf"(?<!\w)(?:(?P<i>{i})|{being}|s)\s{of}\Z")


def is_of_four(text: str, run: Run, language: Language) -> bool:
    """Whether numbers that somebody is are a day, a month and a year from zero: my eldest is six six oh four."""
    spoken = [values(language).get(token.shape) for token in run]
    before = WORD.findall(text[max(0, run[0].start - _LEAD) : run[0].start])[-1:]
    if len(spoken) != _OF_ZERO or not before or plain(before[0]) not in language.predicates:
        return False
    day, month, zero, year = spoken
    return day in DAYS and month in MONTHS and zero == 0 and year in range(1, 10)
