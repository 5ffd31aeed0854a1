"""The order in which people were interviewed: that of the register, or by its columns of dates or numbers.

ASSUME: interviews of one day, or with one number, follow each other as in the register.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from crosscase.anonymisation.register import Person
from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.wording import first_place
from crosscase.spreadsheets.team_lists import whole_number

_COLUMNS = {"date": "interview_date", "number": "interview_number"}
_REMEDIES = {"date": "Write days as 2024-05-31.", "number": "Write whole numbers."}


def places(path: str, people: Sequence[Person], order: str | None) -> dict[Person, int]:
    """The place of each row of the register in the order; none of rows without a date or number.

    Raises StudyError for values that are no days or numbers; the message names rows.
    """
    if order is None:
        return {}
    if order == "register":
        return {person: place for place, person in enumerate(people)}
    known = [_value(person, order) for person in people]
    stop_on(_problems(path, people, known, order))
    rows = sorted((value, number) for number, value in enumerate(known) if value is not None)
    return {people[number]: place for place, (_, number) in enumerate(rows)}


def _value(person: Person, order: str) -> int | None:
    text = getattr(person, _COLUMNS[order])
    if order == "number":
        return whole_number(text)
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _problems(path: str, people: Sequence[Person], known: Sequence[int | None], order: str) -> Iterator[Problem]:
    wrong = [
        person.locator
        for person, value in zip(people, known, strict=True)
        if value is None and getattr(person, _COLUMNS[order])
    ]
    if wrong:
        what = f"the column `{_COLUMNS[order]}` has a value that is not understood"
        yield Problem(path, first_place(wrong), what, _REMEDIES[order])
