"""The order of the interviews: by the register, by dates, by numbers. All names are invented."""

import pytest

from crosscase.anonymisation import interview_order
from crosscase.anonymisation.register import Person
from crosscase.messages.errors import StudyError

PEOPLE = [
    Person(participant=f"P{n}", name="", group="CZ", locator=f"row {n}", interview_date=day, interview_number=number)
    for n, (day, number) in enumerate([("2024-05-02", "10"), ("2024-05-01", "9"), ("", ""), ("2024-05-01", "9")], 2)
]


@pytest.mark.parametrize(
    ("order", "expected"),
    [(None, [None] * 4), ("register", [0, 1, 2, 3]), ("date", [2, 0, None, 1]), ("number", [2, 0, None, 1])],
)
def test_equal_days_and_numbers_follow_the_register(order: str | None, expected: list[int | None]) -> None:
    places = interview_order.places("register.csv", PEOPLE, order)
    assert [places.get(person) for person in PEOPLE] == expected


@pytest.mark.parametrize(
    ("order", "words"),
    [("date", "the column `interview_date` has a value"), ("number", "the column `interview_number` has a value")],
)
def test_a_value_that_is_not_understood_is_an_error_that_names_rows(order: str, words: str) -> None:
    strange = Person(
        participant="P9", name="", group="CZ", locator="row 9", interview_date="May 3", interview_number="third"
    )
    with pytest.raises(StudyError) as error:
        interview_order.places("register.csv", [*PEOPLE, strange], order)
    assert f"register.csv, row 9: {words}" in str(error.value) and "P9" not in str(error.value)
