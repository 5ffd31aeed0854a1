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
