"""Dates in the columns of a list that hold names: a spreadsheet has made them of names such as "May 5" or "3-4".

A date is no name, so it is not searched for. What it was made of is searched for nowhere, so a person must know.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from crosscase.languages.vocabulary import SUPPORTED, load, shape
from crosscase.messages.errors import Problem
from crosscase.messages.wording import first_place
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record

_NUMBERS = re.compile(r"\d{4}[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})[-./](\d{1,2})[-./](?:\d{2}){1,2}")
_TIME = re.compile(r"[ T]00:00(:00)?$")
_MONTH = r"([^\W\d_]{3,})\.?"
_WITH_MONTH = re.compile(rf"\d{{1,2}}(?:-|\. ?){_MONTH}(?:[-. ]\d{{2,4}})?|{_MONTH}-\d\d")
_MONTHS, _DAYS = 12, 31
_REMEDY = "Format the column as text, and write the name again."


def is_date(value: str) -> bool:
    """Whether a cell has nothing but a date, as spreadsheets show it: 2024-05-01, 1/5/2024, 5-May, May-24."""
    value = _TIME.sub("", value.strip())
    if numbers := _NUMBERS.fullmatch(value):
        month, day = sorted(map(int, filter(None, numbers.groups())))
        return 0 < month <= _MONTHS and day <= _DAYS
    word = _WITH_MONTH.fullmatch(value)
    return word is not None and _is_month(shape(word[1] or word[2]))


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
