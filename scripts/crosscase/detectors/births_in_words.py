"""Dates in words, or in words and figures, near a word about birth: the eighth of December two thousand and ten.

The words of a text are read one by one: numbers, months, feasts, and what may stand between them (of, er). A date is

1. a day, a month and perhaps a year, also with the month first: May twenty ten, δώδεκα Ιουλίου του εβδομήντα οχτώ,
2. a feast and a year: Christmas Day 1970,
3. three numbers, the last of which may be a year: siebten elften vierundachtzig. A person decides.

Without a word about birth near it, a date in words with day, month and year is doubtful, and anything else is none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscase.detectors.nearby import stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, is_hesitation, values
from crosscase.detectors.words import words_of
from crosscase.languages.vocabulary import Language, plain, shape

_OF = frozenset(
    map(
        plain,
        [
            "the",
            "of",
            "den",
            "de",
            "het",
            "del",
            "della",
            "di",
            "do",
            "da",
            "του",
            "της",
            "το",
            "στις",
            "την",
            "στη",
            "la",
            "il",
            "in",
            "i",
            "v",
            "na",
            "op",
            "am",
            "der",
            "dne",
            "dnia",
            "em",
        ],
    )
)
_DAY = frozenset(map(plain, ["day", "dia", "giorno", "dnia", "dzien", "tag", "dag", "ημερα", "mes", "mese", "month"]))
_YEAR = frozenset(
    map(plain, ["year", "anno", "ano", "jahr", "jaar", "ar", "roku", "rok", "r", "anno", "ετος", "ετους"])
)
_AND = frozenset(map(plain, ["and", "a", "e", "i", "og", "en", "und", "και"]))
_DOUBT, _PERHAPS = "a date in words", "numbers near a word about birth, perhaps a date"
_COMPOUND = 9  # letters of a number in one word that is a year: ottantotto
_EARLIEST = 10  # a year in words with fewer is none
_BREAK = re.compile(r"(?:[\s,;…–—/()'’-]|\.(?=\s*[\d.a-zà-žα-ώ])|(?<=\d)\.){1,8}")  # between the words of a date
_FIGURES = re.compile(r"\d{1,2}(?:st|nd|rd|th|ste|de|e|er|os?|a|ησ)?")
_MOST_BETWEEN, _MOST_DAY, _MOST_YEAR = 3, 4, 9  # words
_SHORT = 3  # letters of the beginning of a number
_ORDINAL = re.compile(r"(?:s?t|d)?e[nrs]?|th|t[ey]ho|t[aeoy]|ego|eho|[aeioy]")
_ORDINAL_ENDINGS = ("ste", "sten", "ster", "de", "te", "ten", "nde", "esimo")
_FEWEST = 3  # numbers of a date without a month
_CLOSE = 40, 25  # characters beside a date without a month: before it, behind it


class _Kind:
    """What a word may be in a date."""

    NUMBER, FIGURES, YEAR, MONTH, FEAST, BETWEEN = range(6)


class _Token(NamedTuple):
    """A word of a date."""

    kind: int
    shape: str
    start: int
    end: int


_NUMBERS = (_Kind.NUMBER, _Kind.FIGURES)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Dates of birth in words."""
    for language in setting.languages:
        for run in _runs(text, language):
            for start, end, doubt in _dates(text, run, language):
                yield Span(start, end, "BIRTHDATE", shape(text[start:end]), doubt)


def _runs(text: str, language: Language) -> Iterator[Sequence[_Token]]:
    """The words of a date that follow each other, at least one in words or a feast among them."""
    run: list[_Token] = []
    for word in words_of(text):
        kind = _kind(word.shape, language)
        if run and (kind is None or not _BREAK.fullmatch(text, run[-1].end, word.start)):
            if _has_words(run):
                yield run
            run = []
        if kind is not None:
            run.append(_Token(kind, word.shape, word.start, word.end))
    if _has_words(run):
        yield run


def _has_words(run: Sequence[_Token]) -> bool:
    return len(run) > 1 and any(token.kind in (_Kind.NUMBER, _Kind.FEAST) for token in run)


def _kind(word: str, language: Language) -> int | None:
    """What a plain word may be in a date; None if nothing."""
    if word in language.months:
        return _Kind.MONTH
    if word[0].isdecimal():
        if len(word) == 4 and word.isdecimal():
            return _Kind.YEAR
        return _Kind.FIGURES if _FIGURES.fullmatch(word) else None
    if begins_number(word, language):
        return _Kind.NUMBER
    if word.startswith(language.feasts):
        return _Kind.FEAST
    return _Kind.BETWEEN if may_be_between(word) else None


def _dates(text: str, run: Sequence[_Token], language: Language) -> Iterator[tuple[int, int, str]]:
    """The dates of a run: start, end and doubt."""
    months = [place for place, token in enumerate(run) if token.kind == _Kind.MONTH]
    for month in months:
        if found := _with_month(run, month, language):
            first, last, is_whole = found
            start, end = run[first].start, _end(run, last)
            if stands_near(text, start, end, [language.near_birth]):
                yield start, end, ""
            elif is_whole:
                yield start, end, _DOUBT
    if not months and (found_at := _with_feast(run) or _of_numbers(run, language)):
        start, end = run[found_at[0]].start, _end(run, found_at[1])
        is_feast = any(token.kind == _Kind.FEAST for token in run)
        near = stands_near(text, start, end, [language.near_birth], *(() if is_feast else _CLOSE))
        if near:
            yield start, end, "" if is_feast else _PERHAPS


def _end(run: Sequence[_Token], last: int) -> int:
    """Where a date ends, with the word for year behind it."""
    behind = run[last + 1 : last + 2]
    return behind[0].end if behind and behind[0].shape in _YEAR else run[last].end


def _with_month(run: Sequence[_Token], month: int, language: Language) -> tuple[int, int, bool] | None:
    """The first and last word of a date with a month, and whether it is whole: day, month and year, all in words."""
    day = _numbers(run, month - 1, -1, _MOST_DAY)
    behind = _numbers(run, month + 1, 1, _MOST_YEAR)
    if day:
        first, has_year = _lead(run, day[-1]), bool(behind) and _is_year(run, behind, language)
        within = range(first, (behind[-1] if has_year else month) + 1)
        is_plain = all(run[place].kind in (_Kind.NUMBER, _Kind.MONTH, _Kind.BETWEEN) for place in within)
        return first, within[-1], has_year and is_plain and not any(is_hesitation(run[n].shape) for n in within)
    if not behind:
        return None
    last = behind[-1]
    if year := _numbers(run, last + 1, 1, _MOST_YEAR):
        last = year[-1] if _is_year(run, year, language) else last
    elif run[last + 1 : last + 2] and run[last + 1].kind == _Kind.YEAR:
        last += 1
    is_whole = len(behind) > 1 and all(run[place].kind == _Kind.NUMBER for place in behind)
    is_ordinal = run[behind[0]].kind == _Kind.FIGURES or run[behind[0]].shape not in values(language)
    return (month, last, is_whole) if is_whole or is_ordinal or last != behind[-1] else None


def _numbers(run: Sequence[_Token], place: int, step: int, most: int) -> list[int]:
    """The places of the numbers that follow each other from a place on, the nearest first."""
    found: list[int] = []
    between = 0
    while 0 <= place < len(run) and len(found) < most and between <= (0 if found else _MOST_BETWEEN):
        token = run[place]
        if token.kind in _NUMBERS or (token.kind == _Kind.YEAR and step > 0 and not found):
            found.append(place)
            between = 0
            if token.kind != _Kind.NUMBER:
                break
        elif found and token.shape in _AND and _is_number(run, place + step):
            between = 0
        elif token.kind == _Kind.BETWEEN:
            between += 1
        else:
            break
        place += step
    return found


def _is_number(run: Sequence[_Token], place: int) -> bool:
    return 0 <= place < len(run) and run[place].kind == _Kind.NUMBER


def _lead(run: Sequence[_Token], first: int) -> int:
    """Where a date begins with the small words before its day: the third, o dia três."""
    while first > 0 and run[first - 1].shape in _DAY:
        first -= 1
    return first


def _is_year(run: Sequence[_Token], places: Sequence[int], language: Language) -> bool:
    """Whether numbers are a year: figures, a word of one, or a number that is large enough."""
    tokens = [run[place] for place in places]
    written = " ".join(token.shape for token in tokens)
    if tokens[0].kind != _Kind.NUMBER:
        return tokens[0].kind == _Kind.YEAR or tokens[0].shape.isdecimal()
    if len(tokens) > 1 or len(written) >= _COMPOUND or any(shape(year).strip() in written for year in language.years):
        return True
    number = values(language).get(written, 0)
    return number >= _EARLIEST


def _with_feast(run: Sequence[_Token]) -> tuple[int, int] | None:
    """The first and last word of a feast with a year."""
    for place, token in enumerate(run):
        if token.kind == _Kind.FEAST:
            years = [number for number in range(place, len(run)) if run[number].kind in (_Kind.YEAR, *_NUMBERS)]
            return (_lead_of_feast(run, place), years[-1]) if years else None
    return None


def _lead_of_feast(run: Sequence[_Token], place: int) -> int:
    while place > 0 and run[place - 1].kind in (_Kind.BETWEEN, _Kind.NUMBER):
        place -= 1
    while run[place].kind == _Kind.BETWEEN and run[place].shape not in _DAY:
        place += 1
    return place


def _of_numbers(run: Sequence[_Token], language: Language) -> tuple[int, int] | None:
    """The first and last word of numbers that may be day, month and year."""
    numbers = [place for place, token in enumerate(run) if token.kind in (*_NUMBERS, _Kind.YEAR)]
    ordinal = [
        place for place in numbers if run[place].kind == _Kind.NUMBER and run[place].shape not in values(language)
    ]
    if len(numbers) < _FEWEST:
        return (_lead(run, numbers[0]), numbers[-1]) if len(ordinal) == len(numbers) == 2 else None
    last = run[numbers[-1]]
    final = [run[place].shape for place in numbers[-2:]]
    number_of = values(language)
    spoken = [number_of[word] for word in final if word in number_of]
    is_year = last.kind != _Kind.NUMBER or int(digits_of(spoken[-2:]) or 0) >= _EARLIEST or len(last.shape) >= _COMPOUND
    return (_lead(run, numbers[0]), numbers[-1]) if is_year else None


def may_be_in_date(word: str, language: Language) -> bool:
    """Whether a plain word is a number, a month or a feast, or may stand between them."""
    return _kind(word, language) is not None


def may_be_between(word: str) -> bool:
    """Whether a plain word may stand between the numbers of a date: "of", "and", "er"."""
    return word in _OF or word in _AND or word in _DAY or word in _YEAR or is_hesitation(word)


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
