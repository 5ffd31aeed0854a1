"""Dates in the columns of a list that hold names: a spreadsheet has made them of names such as "May 5" or "3-4".

A date is no name, so it is not searched for. What it was made of is searched for nowhere, so a person must know. A day
and a month without a year may be a name, such as that of a school (17 November): it is searched for, and the check
asks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from crosscase.detectors.accents import any_plain
from crosscase.languages.vocabulary import SUPPORTED, load, shape
from crosscase.messages.errors import Problem
from crosscase.messages.wording import first_place
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.storage.text_form import nfc

_WORD = r"[^\W\d_]"
_YEAR = rf"(?:19|20)\d\d(?:\.|\s?{_WORD}\.)?"  # 2024, 2024 r.; a spreadsheet knows no earlier ones
_NUMBERS = re.compile(
    r"\d{4}[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})[-./](\d{1,2})[-./](?:\d{2}){1,2}"
    rf"|(\d{{1,2}})[-./]\s?(\d{{1,2}})[-./]\s?{_YEAR}|(?:19|20)\d\d[-./]\s?(\d{{1,2}})[-./]\s?(\d{{1,2}})\.?"
)
_TIME = re.compile(r"[ T]00:00(:00)?$")
_MONTH = rf"({_WORD}{{3,}})\.?"
_WITH_MONTH = re.compile(rf"\d{{1,2}}(?:-|\. ?){_MONTH}(?:[-. ]\d{{2,4}})?|{_MONTH}-\d\d")
_IN_FULL = re.compile(r"\d{4}")  # few names have it: the lists of all languages are seldom read
_IN_DIGITS = re.compile(r"\d+")
_DAY = rf"\d{{1,2}}(?:{_WORD}{{1,3}}|[.°])?"
_WEEK = rf"(?:{_WORD}+(?:[-\s]{_WORD}+)?,\s)?"
_BEHIND = rf"(?:,\s{_WORD}+)?"
_MONTHS, _DAYS = 12, 31
_AMONG_OTHERS = "participant"  # a team may call all its participants by days, but hardly some of them
_REMEDY = "Format the column as text, and write the name again."


def is_date(value: str) -> bool:
    """Whether a cell has nothing but a date, as spreadsheets show it: 2024-05-01, 1/5/2024, 5-May, May-24.

    With a year of four digits also as people write it: 1. 5. 2024, 12 de maio de 2024, May 2024. Without one it may be
    a name: 17 November, 25 de Abril.
    """
    value = _TIME.sub("", nfc(value).strip())
    if numbers := _NUMBERS.fullmatch(value):
        month, day = sorted(map(int, filter(None, numbers.groups())))
        return 0 < month <= _MONTHS and day <= _DAYS
    found = _WITH_MONTH.fullmatch(value) or (_IN_FULL.search(value) and _with_year().fullmatch(value))
    return found is not None and _is_month(shape(next(filter(None, found.groups()))))


def may_be_date(value: str) -> bool:
    """Whether a cell has nothing but a day and a month in words, which may be a name: Mai 3, 3 May, Friday, 3 May."""
    value = nfc(value).strip()
    found = _IN_DIGITS.search(value) and _without_year().fullmatch(value)
    if not found or is_date(value):
        return False
    days, words = map(int, _IN_DIGITS.findall(value)), next(filter(None, found.groups()))
    return all(0 < day <= _DAYS for day in days) and _is_month(shape(words))


@cache
def _gap() -> str:
    """What may stand between the parts of a date."""
    small = any_plain({word for code in SUPPORTED for word in load(code).contact("date_of")})
    return rf"(?:[-/.,]\s?|,?\s(?:{small}\s)?)"


@cache
def _with_year() -> re.Pattern[str]:
    """A month in words and a year of four digits, with a day and the day of the week or without."""
    gap = _gap()
    return re.compile(
        rf"{_WEEK}{_DAY}{gap}{_MONTH}{gap}{_YEAR}|{_WEEK}{_MONTH}\s{_DAY}{gap}{_YEAR}|{_MONTH}{gap}{_YEAR}"
        rf"|{_YEAR}{gap}{_MONTH}(?:{gap}{_DAY}{_BEHIND})?",
        re.IGNORECASE,
    )


@cache
def _without_year() -> re.Pattern[str]:
    """A month in words and a day, perhaps with the day of the week."""
    gap = _gap()
    return re.compile(rf"{_WEEK}{_DAY}{gap}{_MONTH}{_BEHIND}|{_WEEK}{_MONTH}{gap}{_DAY}{_BEHIND}", re.IGNORECASE)


def _is_month(word: str) -> bool:
    """Whether a word is a month, also shortened, in any language that has lists."""
    return any(month.startswith(word) for code in sorted(SUPPORTED) for month in load(code).months)


def without(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are no date."""
    return tuple(name for name in names if not is_date(name))


def problems(path: str, records: Sequence[Record], columns: Sequence[str]) -> Iterator[Problem]:
    """A problem for each of these columns that has a date; it names rows."""
    for column in columns:
        rows = [
            record.locator for record in records if any(map(is_date, team_lists.several(record.fields.get(column, ""))))
        ]
        if rows:
            what = f"the column `{column}` has a date, which a spreadsheet has probably made of a name"
            yield Problem(path, first_place(rows), what, _REMEDY)


def in_doubt(path: str, rows: Iterable[tuple[str, Mapping[str, Sequence[str]]]]) -> Iterator[Problem]:
    """What a spreadsheet may have made of a name or of an id; it names rows. `rows` have the values of each column."""
    found: dict[str, list[str]] = {}
    others: set[str] = set()
    for row, columns in rows:
        for column, values in columns.items():
            are = [may_be_date(value) or (column == _AMONG_OTHERS and is_date(value)) for value in values if value]
            if any(are):
                found.setdefault(column, []).append(row)
            elif are:
                others.add(column)
    for column, places in found.items():
        if column != _AMONG_OTHERS or column in others:
            made_of = "an id" if column == _AMONG_OTHERS else "a name"
            what = f"the column `{column}` has a day and a month, which a spreadsheet may have made of {made_of}"
            yield Problem(path, first_place(places), what, f"If so: {_REMEDY[0].lower()}{_REMEDY[1:]}")
