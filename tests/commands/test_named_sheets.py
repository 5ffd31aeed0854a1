"""Commands write the same into the sheet of a list that study.yaml names as into a CSV. All names are invented."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter
import yaml

from crosscase import cli
from crosscase.erasure import register_edit, withdrawal
from crosscase.messages.errors import StudyError
from crosscase.spreadsheets import spreadsheet
from crosscase.spreadsheets.spreadsheet import Form
from crosscase.study import study_folder
from tests.builders.projects import Study
from tests.builders.small_study import CODEBOOK, CODINGS, REGISTER, write_csv, write_small_study

LISTS: dict[str, tuple[str, Sequence[Sequence[object]]]] = {
    "codebook": ("config/codebook", CODEBOOK),
    "register": ("data/raw/participants", REGISTER),
}
# Former lists have the same form, and rows in other places.
FORMER: dict[str, list[Sequence[object]]] = {
    name: [rows[0], ("X-1", *rows[2][1:]) if name == "register" else ("helps", "old", *rows[2][2:])]
    for name, (_, rows) in LISTS.items()
}
ABOUT: list[Sequence[object]] = [("column", "meaning")]


def withdraw() -> None:
    withdrawal.begin(study_folder.study_here(), "IRL-01", [])


def add() -> None:
    rows = [("Interview", "Code", "Text"), *CODINGS["ie"], ("Talk 9", "Weather", "x"), ("Talk 9", "Mony", "x")]
    write_csv(Path("../newer.csv"), rows)
    assert cli.main(["add", "../newer.csv", "--yes"]) == 0


def rename() -> None:
    assert cli.main(["codebook", "rename", "time", "Hours"]) == 0


def merge() -> None:
    assert cli.main(["codebook", "merge", "time", "money"]) == 0


def study_with(folder: Path, sheets: Sequence[str]) -> Study:
    """The small study with its lists as CSV, or in the sheet `Now` of workbooks with these sheets."""
    made = write_small_study(folder)
    if sheets:
        config = yaml.safe_load(made.text("config/study.yaml"))
        for name, (path, rows) in LISTS.items():
            with xlsxwriter.Workbook(folder / f"{path}.xlsx") as book:
                for sheet in sheets:
                    written = book.add_worksheet(sheet)
                    for number, row in enumerate({"Now": rows, "Former": FORMER[name], "About": ABOUT}[sheet]):
                        written.write_row(number, 0, [*map(str, row)])
            config[name] = f"{path}.xlsx"
        config["sheets"] = dict.fromkeys(LISTS, "Now")
        (folder / "config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    os.chdir(folder)
    return made


def rows_of(path: str, sheet: str | None = None) -> list[list[str]]:
    """The rows that are not empty, without empty cells at their ends."""
    rows = (row for _, row in spreadsheet.rows(path, Form(sheet=sheet)))
    return [row[: max(number for number, value in enumerate(row, 1) if value)] for row in rows if any(row)]


@pytest.mark.plain_cases(5)
@pytest.mark.parametrize("command", [withdraw, add, rename, merge], ids=lambda command: str(command.__name__))
@pytest.mark.parametrize("sheets", [("Now", "Former"), ("Former", "Now"), ("About", "Former", "Now")], ids="-".join)
def test_the_named_sheet_changes_as_a_csv_does_and_no_other(
    command: Callable[[], None], sheets: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    study_with(tmp_path / "csv", [])
    before = {name: rows_of(f"{path}.csv") for name, (path, _) in LISTS.items()}
    command()
    expected = {name: rows_of(f"{path}.csv") for name, (path, _) in LISTS.items()}
    assert expected != before
    study_with(tmp_path / "workbooks", sheets)
    others = {(p, s): rows_of(f"{p}.xlsx", s) for p, _ in LISTS.values() for s in sheets if s != "Now"}
    command()
    assert {name: rows_of(f"{path}.xlsx", "Now") for name, (path, _) in LISTS.items()} == expected
    assert {(p, s): rows_of(f"{p}.xlsx", s) for p, s in others} == others


def test_a_withdrawal_goes_where_the_register_is_read_or_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable of the sample may be called like another word for `withdrawn`; its column is not written."""
    monkeypatch.chdir(tmp_path)
    study = study_with(tmp_path / "study", [])
    config = study.text("config/study.yaml").replace("  role:", "  withdrawal:")
    (study.folder / "config/study.yaml").write_text(config, encoding="utf-8")
    heading = [{"role": "withdrawal"}.get(name, name) for name in REGISTER[0] if name != "withdrawn"]
    write_csv(study.folder / "data/raw/participants.csv", [heading, *(row[:-1] for row in REGISTER[1:])])
    withdraw()
    now = study.text("data/raw/participants.csv").splitlines()
    assert now[:2] == [f"{','.join(heading)},withdrawn", "IRL-01,Aoifnait Mockbride,IE,teacher,Talk 1,ie,yes,yes"]
    assert now[2:] == [",".join([*row[:-1], ""]) for row in REGISTER[2:]]
    monkeypatch.setattr(register_edit, "mark_withdrawn", lambda *_: None)
    with pytest.raises(StudyError, match=r"participants\.csv, row 3: the withdrawal was written here, but"):
        withdrawal.begin(study_folder.study_here(), "IRL-02", [])
