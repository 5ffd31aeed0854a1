"""What an export holds and nobody read is told; a comparison that never took place is an error. Names are invented."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from crosscase.coding.severity import SEVERITY
from crosscase.study.facts import ExportSettings
from tests.builders.in_process import COLUMNS, ENTRIES, run
from tests.builders.small_study import write_csv

TIME, MONEY, TRUST = "Lack of time", "Lack of money", "Lack of trust"


def table(folder: Path, *rows: Sequence[object], header: Sequence[str] = ("doc", "code", "text")) -> Path:
    write_csv(folder / "export.csv", [header, *rows])
    return folder / "export.csv"


def workbook(folder: Path, *rows: Sequence[object], merged: Sequence[tuple[int, int, int, int, str]] = ()) -> Path:
    path = folder / "export.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Codings & more")
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value == "#N/A":
                    sheet.write_formula(number, column, "=NA()", None, "#N/A")
                else:
                    sheet.write(number, column, value)
        for area in merged:
            sheet.merge_range(*area)
    return path


def test_a_code_that_is_merged_over_rows_is_the_code_of_each(tmp_path: Path) -> None:
    """5: two of five codings were lost."""
    rows = [("doc", "code", "text"), *(("int_de_1", "", f"never {number}") for number in range(3))]
    rows += [("int_pt_1", MONEY, "none"), ("int_pt_1", TIME, "no")]
    path = workbook(tmp_path, *rows, merged=[(1, 1, 3, 1, TIME)])
    found = run(path)
    assert found.counts() == {("DE-01", "time"): 3, ("PT-01", "money"): 1, ("PT-01", "time"): 1}
    assert found.checks() == set()


def test_rows_that_look_like_codings_without_a_code_are_a_warning_with_their_rows(tmp_path: Path) -> None:
    rows = [("int_de_1", TIME, "never"), ("int_de_1", "", "not ever"), ("int_de_1", " ", "and never")]
    found = run(table(tmp_path, *rows))
    (issue,) = found.of("row_without_code")
    assert SEVERITY["row_without_code"] == "warning"
    assert [found.places[name] for name in re.findall(r"coding (\w+)", issue.locator)] == ["row 3", "row 4"]
    assert not found.of("passed_over")


def test_an_error_value_of_the_spreadsheet_is_a_warning_with_its_rows(tmp_path: Path) -> None:
    wide = ExportSettings("", "tidy", columns={"document": "doc"}, code_columns=[TIME, MONEY], sheet="Codings & more")
    rows = [("doc", TIME, MONEY), ("int_de_1", "#N/A", "x"), ("int_pt_1", "x", "")]
    found = run(workbook(tmp_path, *rows), wide)
    assert found.counts() == {("DE-01", "money"): 1, ("PT-01", "time"): 1}
    (issue,) = found.of("error_value")
    (name,) = re.findall(r"coding (\w+)", issue.locator)
    assert found.places[name] == "row 2, column 2"


@pytest.mark.parametrize("names", [["Code 1", "Code 2", "Code 3"], "Code *", ["Code 1", "code *"]])
def test_several_columns_of_codes_are_read(tmp_path: Path, names: str | list[str]) -> None:
    """6: of three columns with codes one was read."""
    rows = [("int_de_1", "never", TIME, MONEY, ""), ("int_pt_1", "no", TRUST, TIME, TIME)]
    path = table(tmp_path, *rows, header=("doc", "text", "Code 1", "Code 2", "Code 3"))
    found = run(path, ExportSettings("", "tidy", columns={"document": "doc", "text": "text", "code": names}))
    assert found.counts() == {("DE-01", "time"): 1, ("DE-01", "money"): 1, ("PT-01", "trust"): 1, ("PT-01", "time"): 1}
    assert found.balance.left_out == len(found.of("duplicate_coding")) == 1
    assert found.to_check == []


def test_columns_that_nobody_read_are_named_and_loudly_if_they_hold_codes(tmp_path: Path) -> None:
    rows = [("int_de_1", "never", TIME, MONEY, "a"), ("int_pt_1", "no", TRUST, TIME, "b")]
    path = table(tmp_path, *rows, header=("doc", "text", "code", "Code 2", "line"))
    found = run(path)
    (issue,) = found.of("unread_codes")
    assert "2 of its 2 values are codes" in issue.message
    assert [sentence.split(":")[0] for sentence in found.to_check] == ["NOT READ", "1 column not read"]


def test_a_column_of_marks_that_nobody_read_is_named_loudly(tmp_path: Path) -> None:
    path = table(tmp_path, ("int_de_1", "x", "x"), header=("doc", TIME, MONEY))
    found = run(path, ExportSettings("", "tidy", columns={"document": "doc"}, code_columns=[TIME]))
    assert len(found.of("unread_codes")) == 1


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ({"variable": "Contry"}, "Contry"),
        ({"document": "*_{group}_x"}, "document"),
        ({"code": "Countries"}, "code"),
        ("document_group", "document_group"),
    ],
)
def test_a_comparison_that_never_took_place_is_an_error(
    tmp_path: Path, source: str | dict[str, str], value: str
) -> None:
    """7: a misspelt column gave a clean build."""
    path = table(tmp_path, ("int_de_1", TIME, "never", "DE"), header=("doc", "code", "text", "Country"))
    found = run(path, ExportSettings("", "tidy", columns=COLUMNS, group_from=source))
    (issue,) = found.of("group_not_stated")
    assert (issue.severity, issue.value) == ("error", value)
    assert "Country" in issue.suggestion or "shows the hidden names" in issue.suggestion


@pytest.mark.parametrize("key", ["group_from", "country_from"])
def test_the_key_is_named_as_the_study_has_it(tmp_path: Path, key: str) -> None:
    path = table(tmp_path, ("int_de_1", TIME, "never", "DE"), header=("doc", "code", "text", "Country"))
    found = run(path, ExportSettings("", "tidy", columns=COLUMNS, group_from={"variable": "Contry"}, group_key=key))
    (issue,) = found.of("group_not_stated")
    assert issue.suggestion.startswith(f"Correct {key} in config/study.yaml.")


def test_the_case_of_a_variable_does_not_matter(tmp_path: Path) -> None:
    header = ("ID", "Document", "Quotation Content", "Codes", "Country")
    path = table(tmp_path, ("1:1", "int_de_1", "never", TIME, "PT"), header=header)
    found = run(path, ExportSettings("", "atlasti", group_from={"variable": "country"}))
    assert found.checks() == {"group_conflict"}


def test_documents_without_a_country_are_a_warning(tmp_path: Path) -> None:
    rows = [("int_de_1", TIME, "never", "DE"), ("int_pt_1", TIME, "no", "")]
    path = table(tmp_path, *rows, header=("doc", "code", "text", "Country"))
    found = run(path, ExportSettings("", "tidy", columns=COLUMNS, group_from={"variable": "Country"}))
    assert found.checks() == {"group_partly_stated"}


@pytest.mark.parametrize("mark", ["1", "1.0", "1,0", "x"])
def test_marks_may_be_written_as_numbers(tmp_path: Path, mark: str) -> None:
    path = table(tmp_path, ("int_de_1", mark, "0.0"), header=("doc", TIME, MONEY))
    found = run(path, ExportSettings("", "tidy", columns={"document": "doc"}, code_columns=[TIME, MONEY]))
    assert found.counts() == {("DE-01", "time"): 1}


@pytest.mark.parametrize("stated", ["Staff > Lack of time", "Barriers > Staff > Lack of time"])
def test_an_alias_may_be_a_path(tmp_path: Path, stated: str) -> None:
    """A code that one country keeps under another parent."""
    entries = [replace(ENTRIES[0], aliases=["Staff > Lack of time"]), *ENTRIES[1:]]
    found = run(table(tmp_path, ("int_de_1", stated, "never")), entries=entries)
    assert found.counts() == {("DE-01", "time"): 1}
    assert found.checks() == {"alias_used"}


@pytest.mark.parametrize(
    ("header", "hides", "value", "message"),
    [
        (
            ("Code ", "text", "doc"),
            False,
            "More codings",
            "the first sheet alone was read; 1 other sheet with the same headings and rows below them: not counted",
        ),
        (
            ("doc", "code", "text"),
            True,
            "More codings",
            "the first sheet, which is hidden, alone was read; 1 other sheet with the same headings and rows below "
            "them: not counted",
        ),
        (("doc", "memo"), True, "", "the first sheet, which is hidden, alone was read"),
        (("doc", "memo"), False, None, None),
    ],
)
def test_sheets_that_look_like_the_first_are_a_warning_with_their_names(
    tmp_path: Path, header: Sequence[str], hides: bool, value: str | None, message: str | None
) -> None:
    with xlsxwriter.Workbook(tmp_path / "export.xlsx") as book:
        sheets = [book.add_worksheet(name) for name in ("Codings", "More codings", "Empty", "Notes")]
        sheets[0].write_row(0, 0, ("doc", "code", "text"))
        sheets[0].write_row(1, 0, ("int_de_1", TIME, "never"))
        for number in (0, 1):
            sheets[1].write_row(number, 0, header)
        sheets[3].write(5, 0, "a note")
        if hides:
            sheets[1].activate()
            sheets[1].set_first_sheet()
            sheets[0].hide()
    found = run(tmp_path / "export.xlsx")
    assert found.counts() == {("DE-01", "time"): 1}
    assert [(issue.severity, issue.value, issue.message) for issue in found.of("unread_sheets")] == (
        [] if message is None else [("warning", value, message)]
    )
    (passed,) = found.of("passed_over")
    assert (passed.value, passed.message[:2]) == ("other sheet of the workbook", "1 " if value else "2 ")
    stated = ExportSettings("", "tidy", columns=COLUMNS, sheet="Codings")
    assert not run(tmp_path / "export.xlsx", settings=stated).checks()
