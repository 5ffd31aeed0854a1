"""The words of dates: numbers, months, years, and what may stand between them (of, er)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscase.detectors.spoken_numbers import is_hesitation, values
from crosscase.detectors.words import words_of
from crosscase.languages.vocabulary import Language, plain, shape


def _set(listed: str) -> frozenset[str]:
    return frozenset(map(plain, listed.split()))


ARTICLES = _set("the den de het l il la der die das dem το η την τη ο")
OF = ARTICLES | _set(
    "of del della dell di do dos da van του της στις στη i v na op am von vom aus in im dne dnia em uit z ze"
)
DAY = _set("day days dia dias giorno giorni dnia dzien tag tage dag ημερα ημερες mes mese month")
YEAR = _set("year anno ano jahr jaar ar aar roku rok r ετος ετους")
AND = _set("and a e i og en und και κι")
_BREAK = re.compile(r"(?:[\s,;…–—/()'’-]|\.{2,3}|(?<=\d)\.){1,8}")  # between the words of a date
_FIGURES = re.compile(r"\d{1,2}(?:st|nd|rd|th|ste|de|e|er|os?|a|ησ)?")
THOUSAND = re.compile("thousand|tausend|tusen|duizend|mil|tisic|tysiac|χιλι")  # in years and numbers of one word
_THOUSANDS = re.compile(r"(?:thousand|tausend|tusen|duizend|tisic|tysiac|tysiec)\w{0,2}|mil|mil[ae]|χιλι\w{1,4}")
_OF_THOUSAND = 8  # letters of the word alone
_SHORT = 3  # letters of the beginning of a number
_ORDINAL = re.compile(r"(?:s?t|d)?e[nrs]?|th|t[ey]ho|t[aeoy]|ego|eho|[aeioy]")
_ORDINAL_ENDINGS = ("ste", "sten", "ster", "de", "te", "ten", "nde", "esimo")


class Kind:
    """What a word may be in a date."""

    NUMBER, FIGURES, YEAR, MONTH, BETWEEN, CORRECTION = range(6)


NUMBERS = (Kind.NUMBER, Kind.FIGURES)


class Token(NamedTuple):
    """A word of a date."""

    kind: int
    shape: str
    start: int
    end: int


Run = Sequence[Token]


def runs(text: str, language: Language) -> Iterator[Run]:
    """The words of a date that follow each other, with a number in words among them."""
    run: list[Token] = []
    for word in words_of(text):
        kind = _kind(word.shape, language)
        if run and (kind is None or not _BREAK.fullmatch(text, run[-1].end, word.start)):
            if _has_number(run):
                yield run
            run = []
        if kind is not None:
            run.append(Token(kind, word.shape, word.start, word.end))
    if _has_number(run):
        yield run


def _has_number(run: Run) -> bool:
    return len(run) > 1 and any(token.kind == Kind.NUMBER for token in run)


@lru_cache(2**14)
def _kind(word: str, language: Language) -> int | None:
    """What a plain word may be in a date; None if nothing."""
    if word in language.months:
        return Kind.MONTH
    if word[0].isdecimal():
        if len(word) == 4 and word.isdecimal():
            return Kind.YEAR
        return Kind.FIGURES if _FIGURES.fullmatch(word) else None
    if begins_number(word, language):
        return Kind.NUMBER
    if word in corrections(language):
        return Kind.CORRECTION
    return Kind.BETWEEN if may_be_between(word) else None


def may_be_in_date(word: str, language: Language) -> bool:
    """Whether a plain word is a number or a month, or may stand between them."""
    return _kind(word, language) is not None


def may_be_between(word: str) -> bool:
    """Whether a plain word may stand between the numbers of a date: "of", "and", "er"."""
    return word in OF or word in AND or word in DAY or word in YEAR or is_hesitation(word)


def is_large(word: str) -> bool:
    """Whether a plain word is a number above a thousand in one word: zesduizend."""
    return len(word) > _OF_THOUSAND and THOUSAND.search(word) is not None


def is_thousand(word: str) -> bool:
    """Whether a plain word is one for thousands: tysięcy, mila."""
    return _THOUSANDS.fullmatch(word) is not None


@cache
def corrections(language: Language) -> frozenset[str]:
    """The words with which somebody puts right what was just said: no, sorry."""
    return frozenset(word for phrase in language.contact("corrections") for word in phrase.split())


@lru_cache(2**14)
def begins_number(word: str, language: Language) -> bool:
    """Whether a plain word may be a number in a date; behind a short one only an ending of ordinal ones may be."""
    if word in values(language) or any(
        word.endswith(ending) and word.removesuffix(ending) in values(language) for ending in _ORDINAL_ENDINGS
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
