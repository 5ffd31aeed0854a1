"""Dates of numbers alone, without a word for the month: the eighteenth, in 2014; zeven vier tachtig.

The numbers are a day, a month and a year, or two of them. What stands around them tells whether they are a date at all.
"""

import re

from crosscase.detectors.date_words import (
    DAYS,
    MONTHS,
    NUMBERS,
    Kind,
    Run,
    Small,
    has_thousand,
    is_year_from_zero,
)
from crosscase.detectors.places_of_numbers import LONGEST_DAY, is_above_days, is_number, lead, numbers_from
from crosscase.detectors.spoken_numbers import digits_of, is_hesitation, values
from crosscase.languages.vocabulary import Language

COMPOUND = 9  # letters of a number in one word that is a year: ottantotto
EARLIEST = 10  # a year in words with fewer is none
_FEWEST = 3  # numbers of a date without a month
# By the letters of `_code`: the seventh of the eleventh seventy-nine; dez do dez de dois mil; zeven vier tachtig.
_OF_ORDINALS = re.compile(r"(?:[NO]J?)*[NO][CJ]*O[CJ]*(?:[NY](?:J?C?N)*|[NO]+R)")
_OF_CARDINALS = re.compile(r"(?:NJ)?NC+NC+[NY](?:J?C?N)*")
_OF_THREE = re.compile("NNN")
_OF_THOUSAND = re.compile("NNN{1,4}")  # elf twaalf tweeduizend tien
_OF_TENS = re.compile("(NN{1,2})C+(N{1,2})")  # twenty-two eleven of the seventy-nine
_ALL_ORDINAL = re.compile("O{4,6}")  # twenty-second eleventh seventy-ninth
_TWENTY = 20


def day_and_year(run: Run, language: Language) -> tuple[int, int] | None:
    """The first and last word of a day and a year in figures without a month: the eighteenth, in 2014."""
    year = next((place for place, token in enumerate(run) if token.kind == Kind.YEAR), 0)
    day = numbers_from(run, year - 1, -1, LONGEST_DAY) if year else []
    if not day or any(is_above_days(run[place].shape, language) for place in day):
        return None
    is_led = day[-1] > 0 and run[day[-1] - 1].kind == Kind.BETWEEN
    is_ordinal = _code(run, day[0], language) == "O"
    return (day[-1], year) if is_ordinal or is_led else None


def day_and_month(run: Run, language: Language) -> tuple[int, int] | None:
    """The first and last word of two numbers that are a day and a month, behind a question: eleven eleven."""
    numbers = [place for place, token in enumerate(run) if token.kind == Kind.NUMBER]
    are_others = any(token.kind not in (Kind.NUMBER, Kind.BETWEEN) for token in run)
    if are_others or len(numbers) not in (2, 1 + LONGEST_DAY):
        return None
    *of_day, month = numbers
    is_joined = any(token.small == Small.AND for token in run[of_day[-1] : month])  # eleven and eleven
    day = [values(language).get(run[place].shape, 1) for place in of_day]
    is_date = 0 < int(digits_of(day) or 0) < DAYS.stop and values(language).get(run[month].shape, 1) in MONTHS
    return (numbers[0], month) if is_date and not is_joined else None


def of_numbers(run: Run, language: Language) -> tuple[int, int] | None:
    """The first and last word of numbers that may be day, month and year."""
    numbers = [place for place, token in enumerate(run) if token.kind in (*NUMBERS, Kind.YEAR)]
    ordinal = [place for place in numbers if _code(run, place, language) == "O"]
    if len(numbers) < _FEWEST:
        return (lead(run, numbers[0]), numbers[-1]) if len(ordinal) == len(numbers) == 2 else None
    last = run[numbers[-1]]
    number_of = values(language)
    spoken = [number_of[run[place].shape] for place in numbers[-2:] if run[place].shape in number_of]
    digits = digits_of(spoken[-2:])
    is_year = last.kind != Kind.NUMBER or int(digits or 0) >= EARLIEST or len(last.shape) >= COMPOUND
    is_year = is_year or len(digits) == 2 or len(ordinal) == len(numbers) or is_year_from_zero(last.shape, language)
    is_year = is_year or any(has_thousand(run[place].shape, language) for place in numbers[2:])
    return (lead(run, numbers[0]), numbers[-1]) if is_year else None


def is_whole_date(run: Run, language: Language) -> bool:
    """Whether the numbers of a run are a day, a month and a year wherever they stand."""
    code = "".join(_code(run, place, language) for place in range(len(run))).strip("CJ-")
    if _OF_ORDINALS.fullmatch(code):
        return True
    if _ALL_ORDINAL.fullmatch(code):
        return len(run[-2].shape) >= COMPOUND  # a ten of the year
    spoken = [values(language).get(token.shape, 0) for token in run if token.kind == Kind.NUMBER]
    if tens := _OF_TENS.fullmatch(code):
        *day, month = spoken[: len(tens[1])]
        is_day = int(digits_of(day)) in DAYS and month in MONTHS
        if is_day and int(digits_of(spoken[len(tens[1]) :])) > _TWENTY:
            return True
    first, *others = spoken or [0]
    if _OF_THREE.fullmatch(code):
        return first in DAYS and others[0] in MONTHS and others[1] > _TWENTY
    third = [token.shape for token in run if token.kind == Kind.NUMBER][2:3]
    if _OF_THOUSAND.fullmatch(code) and has_thousand(third[0], language):
        return first in DAYS and others[0] in MONTHS
    if not _OF_CARDINALS.fullmatch(code):
        return False
    month, *year = others[1:] if code.startswith("NJ") else others
    is_year = not year or int(digits_of(year) or 0) >= EARLIEST or year[0] == 0  # oh nine
    return first in DAYS and month in MONTHS and is_year


def _code(run: Run, place: int, language: Language) -> str:
    """A letter for what a word is: ordinal and cardinal number, figures of a year, small words, word for the year."""
    token = run[place]
    if token.kind == Kind.NUMBER:
        is_cardinal = token.shape in values(language) or has_thousand(token.shape, language)
        return "N" if is_cardinal or is_year_from_zero(token.shape, language) else "O"
    if token.kind == Kind.YEAR:
        return "Y"
    if token.kind != Kind.BETWEEN or is_hesitation(token.shape):
        return "-"
    is_number_before = place > 0 and run[place - 1].kind == Kind.NUMBER
    if token.small == Small.YEAR and is_number_before:
        return "R"
    return "J" if token.small == Small.AND and is_number_before and is_number(run, place + 1) else "C"
