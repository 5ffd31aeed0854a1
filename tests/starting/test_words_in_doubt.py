"""Words of the study's own texts that may name somebody, before a build. All of them are invented."""

import csv
from pathlib import Path

import pytest

from crosscase import cli
from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders.additions import CODEBOOK, CONFIG, NEW, add, newer
from tests.builders.projects import Study
from tests.builders.small_study import CITATION, write_csv

DECISIONS = "data/restricted/review/decisions.csv"
COLUMNS = ("id", "decision", "instead", "by", "on", "where", "words", "document")
CODE, GROUP = "Case of Keziah Blomfield", "Village of Jowan Tregenza"
PEOPLE = ("Keziah", "Blomfield", "Jowan", "Tregenza")
MAY_NAME = "that results show may"


def named(study: Study) -> list[tuple[str, str]]:
    found = readiness.examine(study_folder.study_here()).to_decide
    assert not [problem for problem in found if any(person in str(problem) for person in PEOPLE)]
    return [(problem.file, problem.place) for problem in found if MAY_NAME in problem.what]


def test_the_lines_are_named_without_the_words_until_somebody_keeps_them(study: Study) -> None:
    assert named(study) == []
    study.replace(CODEBOOK, "trust,Trust,", f"trust,Trust in {CODE},")
    study.replace(CODEBOOK, "money,Money,", "money,Money,What Jowan Tregenza pays")
    study.replace(CONFIG, "name: England", f"name: {GROUP}")
    lines = study.text(CODEBOOK).splitlines()
    places = [number for number, line in enumerate(lines, 1) if "Keziah" in line or "Jowan" in line]
    (line,) = (number for number, text in enumerate(study.text(CONFIG).splitlines(), 1) if GROUP in text)
    in_codebook = (CODEBOOK, f"lines {places[0]} and {places[1]}")
    assert named(study) == [in_codebook, (CONFIG, f"line {line} (`name`)")]
    row = ("", "keep", "", "A", "2026-01-01", "everywhere")
    write_csv(study.folder / DECISIONS, [COLUMNS, (*row, "jowan tregenza", ""), (*row, "Keziah Blomfield", "")])
    assert named(study) == []


def test_a_listed_name_in_disguise_and_contact_data_are_named(study: Study) -> None:
    register = study.folder / "data/raw/participants.csv"
    register.write_text(f"{register.read_text(encoding='utf-8')}IE-09,Maureen Hathersage,IE,teacher,Talk 77\n", "utf-8")
    for label in ("login hathersage2019", "athersage told us", "Hаthersage", "call me on 0161 496 0123"):
        study.replace(CODEBOOK, "trust,Trust,", f"trust,{label},")
        assert [file for file, _ in named(study)] == [CODEBOOK], label
        study.replace(CODEBOOK, f"trust,{label},", "trust,Trust,")


def test_a_check_writes_all_words_for_the_team_alone(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    """Also if there are many lines, and if the codebook is a workbook without any. What is decided goes from there."""
    table = study.folder / "data/restricted/to_decide/texts.csv"
    header, *rows = study.text(CODEBOOK).splitlines()
    names = [f"Case of Keziah Blomfie{'abcdefghij'[number]}d" for number in range(10)]
    labels = [f"helps,new{number},{name},,,{number + 9},yes," for number, name in enumerate(names)]
    (study.folder / CODEBOOK).write_text("\n".join([header, *rows, *labels, ""]), encoding="utf-8")
    cli.main(["check", "--study", str(study.folder)])
    said = capsys.readouterr().out
    first = len(rows) + 2
    assert (
        f"{CODEBOOK}, lines {first} to {first + 9}: 10 texts" in said and " more" not in said.partition("To decide")[2]
    )
    assert f"for the team alone: {table.relative_to(study.folder)}" in said and "Keziah" not in said
    written = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["text"] for row in written] == names
    assert [row["where"] for row in written] == [f"line {first + number}" for number in range(10)]
    assert all(row["words"] in row["text"] for row in written) and table.stat().st_mode & 0o777 == 0o600
    (study.folder / CODEBOOK).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    cli.main(["check", "--study", str(study.folder)])
    assert not table.exists()


def test_the_key_stands_beside_the_line_also_in_the_table(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    citation = f"{CITATION}abstract: Told by Keziah Blomfield.\n"
    (study.folder / "CITATION.cff").write_text(citation, encoding="utf-8")
    cli.main(["check", "--study", str(study.folder)])
    place = f"line {len(citation.splitlines())} (`abstract`)"
    assert f"CITATION.cff, {place}: 1 text" in capsys.readouterr().out
    table = study.text("data/restricted/to_decide/texts.csv")
    assert [row["where"] for row in csv.DictReader(table.splitlines())] == [place]


def test_an_addition_does_not_print_such_names(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = newer(tmp_path, ("Talk 9", "Weather", NEW), ("Talk 9", CODE, NEW))
    code, printed = add(path, "--yes", capsys=capsys)
    assert code == 0 and "2 codes: “Weather”; 1 code whose words may name somebody" in printed
    assert not [person for person in PEOPLE if person in printed]
    assert [file for file, _ in named(study)] == [CODEBOOK]


def test_a_new_study_lists_the_lines_as_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("Talk 1", "North", "Time", NEW), ("Talk 2", GROUP, CODE, NEW), ("Talk 2", GROUP, "Time", NEW)]
    write_csv(tmp_path / "talks.csv", [("Document", "Group", "Code", "Text"), *rows])
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "study", "talks.csv", "--by", "site", "--iso", "GB", "--title", "T"]) == 0
    opened = [line for line in capsys.readouterr().out.splitlines() if MAY_NAME in line]
    assert [line.split(":")[0] for line in opened] == [f"- {CONFIG}, line 15 (`groups.name`)", f"- {CODEBOOK}, line 3"]
    assert not [person for person in PEOPLE for line in opened if person in line]
