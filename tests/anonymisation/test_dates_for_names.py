"""A name in the register of which a spreadsheet has made a date. All names are invented."""

from pathlib import Path

import pytest

from crosscase.anonymisation import dates_for_names, gazetteer, register
from crosscase.messages.errors import StudyError
from tests.builders.small_study import write_csv

DATES = (
    *("2024-05-01", "2024-05-01 00:00:00", "1/5/2024", "31.12.99", "5-May", "05. Mai", "May-24", "7-Sep-2024"),
    *("05. května", "5-май", "1. 5. 2024", "2024. 05. 01.", "12 May 2024", "12th May, 2024", "May 12, 2024"),
    *("Sonntag, 12. Mai 2024", "Sunday, May 12, 2024", "12 mai 2024", "1er mai 2024", "12 de maio de 2024"),
    *("segunda-feira, 13 de maio de 2024", "12 Μαΐου 2024", "12 Μαΐου 2024", "12 maggio 2024", "12. května 2024"),
    *("12 maja 2024 r.", "12 травня 2024 р.", "2024. május 12., vasárnap", "May 2024", "mayo de 2024", "Sept. 2024"),
    *("12/May/2024", "2024-May-12", "12 MAI 2024"),
)
NAMES = (
    *("May", "May Fifthorne", "Jan 2", "Mara-7", "24/7", "3-4", "99.99.99", "2024-13-45", "5. Maisel", "5-Bo", ""),
    *("Hotel 1-2-3", "12 May Street", "April", "August Maier", "3. Oktober Schule", "1. Mai Straße", "May Day Centre"),
    *(
        "17 November",
        "25 de Abril",
        "1 5 2024",
        "1. 5. 24",
        "Stiftung 20. Juli 1944",
        "Maier 2024",
        "May 24",
        "May 1234",
    ),
    *("13. 13. 2024", "32. 1. 2024", "Radio 2024", "May Maier 2024", "May of Mara 2024", "School of May 2024"),
)


@pytest.mark.parametrize("value", [*DATES, *NAMES])
def test_what_a_spreadsheet_shows_of_a_date_is_no_name(value: str) -> None:
    assert dates_for_names.is_date(value) is (value in DATES)


@pytest.mark.parametrize(
    ("value", "is_asked"),
    [
        *(
            (value, True)
            for value in ("Mai 3", "3 May", "May 24", "3rd May", "3 de maio", "25 de Abril", "17 November")
        ),
        *((value, True) for value in ("Friday, 3 May", "May 3, Friday", "Freitag, 3 Mai", "Jan 2", "3/Sep", "3 Μαΐου")),
        *(
            (value, False)
            for value in ("May", "Mai Lin 3", "May 32", "0 May", "May 0", "5-May", "School of 3 May", "3")
        ),
        *(
            (value, False)
            for value in ("May Fifthorne", "5-Bo", "12 May Street", "Mara 3", "1. Mai Straße", "2024-05-01")
        ),
    ],
)
def test_a_day_and_a_month_may_be_a_name(value: str, is_asked: bool) -> None:
    assert dates_for_names.may_be_date(value) is is_asked


def test_the_check_asks_about_days_among_names_and_ids_by_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    head = ("participant", "country", "name", "nicknames")
    write_csv(path, [head, ("3-May", "IE", "Bo", ""), ("X-2", "IE", "Mai 3", "Bob"), ("X-3", "IE", "", "Bob | 3 May")])
    people, problems = register.look_at(str(path), {"ie": "IE"}, {}, "country")
    assert problems == [] and people.people[1].name == "Mai 3", "it may be a name, so texts are searched for it"
    asked = list(people.dates_in_doubt(str(path)))
    assert [(one.place, one.what.split("`")[1], one.what.rsplit(" ", 1)[-1]) for one in asked] == [
        ("row 2", "participant", "id"),
        ("row 3", "name", "name"),
        ("row 4", "nicknames", "name"),
    ]
    assert not any(day in str(one) for one in asked for day in ("May", "Mai"))


def test_participants_who_are_all_called_by_a_day_are_not_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    write_csv(path, [("participant", "country", "documents"), ("3-May", "IE", "a"), ("2024-05-01", "IE", "b")])
    assert list(register.look_at(str(path), {"ie": "IE"}, {}, "country")[0].dates_in_doubt(str(path))) == []


@pytest.mark.parametrize("column", ["nicknames", "Alias", "name", "employer", "town", "interviewer"])
def test_a_date_is_named_with_its_column_and_row_and_searched_for_nowhere(tmp_path: Path, column: str) -> None:
    path = tmp_path / "register.csv"
    rows = [("X-1", "IE", "Bo"), ("X-2", "IE", "5-May"), ("X-3", "IE", "2024-05-01")]
    write_csv(path, [("participant", "country", column), *rows])
    people, (problem,) = register.look_at(str(path), {"ie": "IE"}, {}, "country")
    meant = "nicknames" if column == "Alias" else column
    assert (problem.place, problem.what.split(",")[0]) == ("row 3 and 1 more place", f"the column `{meant}` has a date")
    assert "May" not in str(problem) and "2024" not in str(problem)
    found = [(one.name, *one.nicknames, *one.employers, *one.towns, *one.interviewers) for one in people.people]
    assert ["".join(names) for names in found] == ["Bo", "", ""]


def test_a_date_among_the_further_names_is_named(tmp_path: Path) -> None:
    path = tmp_path / "identifiers.csv"
    write_csv(path, [("type", "value"), ("person", "Quorndale"), ("person", "May-24")])
    with pytest.raises(StudyError, match="row 3: the column `value` has a date"):
        gazetteer.read_gazetteer(str(path))


def test_documents_and_ids_may_be_called_by_a_day(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    write_csv(path, [("participant", "country", "documents"), ("2024-05-01", "IE", "2024-05-01 Talk | 2024-05-02")])
    assert register.look_at(str(path), {"ie": "IE"}, {}, "country")[1] == []
