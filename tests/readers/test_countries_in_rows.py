"""Rows that state the country of a document: one wrong row is one error, and spellings of a country are one country."""

from pathlib import Path

import pytest

from crosscase.study.facts import ExportSettings
from tests.builders.in_process import COLUMNS, person, run
from tests.builders.small_study import write_csv

TIME, MONEY = "Lack of time", "Lack of money"


def tidy_with_countries(folder: Path, *rows: tuple[str, str, str, str]) -> tuple[Path, ExportSettings]:
    write_csv(folder / "export.csv", [("land", "doc", "code", "text"), *rows])
    columns = {**COLUMNS, "document_group": "land"}
    return folder / "export.csv", ExportSettings("", "tidy", group_from="document_group", columns=columns)


def test_a_wrong_country_in_one_row_is_one_error_about_that_row(tmp_path: Path) -> None:
    """The document became two of one name: an error for each of its rows instead of one."""
    rows = [("PT" if number == 7 else "DE", "int_de_1", TIME, f"words {number}") for number in range(22)]
    path, settings = tidy_with_countries(tmp_path, *rows)
    found = run(path, settings)
    assert [issue.check for issue in found.issues if issue.severity == "error"] == ["group_conflict"]
    (issue,) = found.of("group_conflict")
    assert found.places[issue.locator.removeprefix("coding ")] == "row 9"
    assert found.counts() == {("DE-01", "time"): 21}
    (sentence,) = [sentence for sentence in found.to_check if "register" in sentence]
    assert sentence == "1 coding of another country than the register's: “PT” for a participant of DE"


def test_an_empty_country_in_one_row_is_one_warning(tmp_path: Path) -> None:
    rows = [("" if number == 7 else "DE", "int_de_1", TIME, f"words {number}") for number in range(22)]
    path, settings = tidy_with_countries(tmp_path, *rows)
    found = run(path, settings)
    assert found.counts() == {("DE-01", "time"): 22}
    assert found.checks() == {"group_partly_stated"}


def test_documents_of_one_name_in_two_countries_are_two_if_the_register_says_so(tmp_path: Path) -> None:
    rows = [("DE", "Interview 1", TIME, "yes"), ("PT", "Interview 1", MONEY, "no"), ("IT", "Interview 1", MONEY, "no")]
    path, settings = tidy_with_countries(tmp_path, *rows)
    found = run(path, settings, [person("DE-01", "DE/Interview 1"), person("PT-01", "pt/interview 1")])
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}
    assert "ambiguous_document" in found.checks()


@pytest.mark.parametrize("registered", ["int_de_1", "DE/int_de_1", "germany/int_de_1"])
@pytest.mark.parametrize(
    "countries", [("de", "Germany", "DE"), ("DE", "", "GERMANY"), ("Germany", "Germany", "Germany")]
)
def test_spellings_of_one_country_are_one_document(
    tmp_path: Path, registered: str, countries: tuple[str, str, str]
) -> None:
    rows = [(country, "int_de_1", TIME, f"words {number}") for number, country in enumerate(countries)]
    path, settings = tidy_with_countries(tmp_path, *rows)
    found = run(path, settings, [person("DE-01", registered), person("PT-01", "int_pt_1")])
    assert found.counts() == {("DE-01", "time"): 3}
    assert found.checks() <= {"group_normalised", "group_partly_stated"}


def test_spellings_of_two_countries_are_two_documents_if_the_register_says_so(tmp_path: Path) -> None:
    rows = [("DE", "int", TIME, "a"), ("Germany", "int", TIME, "b"), ("Portugal", "int", MONEY, "c")]
    path, settings = tidy_with_countries(tmp_path, *rows)
    found = run(path, settings, [person("DE-01", "Germany/int"), person("PT-01", "PT/int")])
    assert found.counts() == {("DE-01", "time"): 2, ("PT-01", "money"): 1}
    assert found.checks() == {"group_normalised"}


def test_an_address_without_a_country_is_another_document(tmp_path: Path) -> None:
    path, settings = tidy_with_countries(tmp_path, ("DE", "int", TIME, "a"), ("", "int", MONEY, "b"))
    found = run(path, settings, [person("DE-01", "DE/int"), person("PT-01", "/int")])
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}
