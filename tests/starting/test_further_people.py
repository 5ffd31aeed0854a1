"""The rows that `crosscase add` writes into the register. All names and texts are invented."""

import re
from pathlib import Path

import pytest

from crosscase import cli
from crosscase.spreadsheets import spreadsheet
from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders.additions import CONFIG, HEADINGS, NEW, PEOPLE, add, newer, workbook
from tests.builders.projects import Study
from tests.builders.small_study import write_csv

IDS = (("participant", "country"), ("Talk 1", "IE"), ("Talk 2", "IE"), ("Talk 3", "EN"), ("Talk 4", "EN"))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_register_without_documents_gets_the_column(
    ending: str, study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = PEOPLE.replace("csv", ending)
    (study.folder / PEOPLE).unlink()
    workbook(study.folder / file, {"P": IDS}) if ending == "xlsx" else write_csv(study.folder / file, IDS)
    config = study.folder / CONFIG
    config.write_text(study.text(CONFIG).replace(PEOPLE, file), encoding="utf-8")
    code, printed = add(newer(tmp_path, ("Talk 9", "Time", NEW)), "--yes", capsys=capsys)
    assert (code, "1 document is new" in printed) == (0, True), printed
    rows = [[*record.fields.values()] for record in spreadsheet.read(file).records]
    assert rows == [*([*row, ""] for row in IDS[1:]), ["IE-01", "IE", "Talk 9"]]
    assert readiness.examine(study_folder.study_here()).lacking == []


def test_a_new_group_whose_best_code_is_taken_gets_another_short_one(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (CONFIG, PEOPLE):
        (study.folder / file).write_text(re.sub(r"\bEN\b", "ENP", study.text(file)), encoding="utf-8")
    rows = [("Gwers 1", "Eastern Nowhere Province", "Time", NEW), ("Gwers 2", "IE", "Time", NEW)]
    write_csv(tmp_path / "x.csv", [("Interview", "Country", "Code", "Text"), *rows])
    code, printed = add(tmp_path / "x.csv", "--yes", capsys=capsys)
    assert (code, "“Eastern Nowhere Province” with the code EN" in printed) == (0, True), printed
    assert [group.code for group in study_folder.study_here().groups] == ["IE", "ENP", "EN"]


def test_where_all_are_one_group_further_documents_are_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        write_csv(tmp_path / f"{name}.csv", [HEADINGS, (f"Gwers {name}", "Time", f"{NEW} {name}")])
    assert cli.main(["new", "my study", "one.csv", "--by", "phase"]) == 0
    assert "Then run: crosscase check --study 'my study'" in capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    code, printed = add("two.csv", "--study", "my study", "--yes", capsys=capsys)
    assert (code, "phase: AP" in printed) == (0, True), printed
    assert study_folder.study_here().exports["table_2"].group == "AP"
