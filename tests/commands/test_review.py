"""`crosscase review` at a terminal, and without one. All names are invented."""

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyarrow import parquet

from crosscase.running import locks
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study
from tests.builders.results import published_text, rows
from tests.builders.small_study import write_csv, write_small_study

TALKS = (
    ("Talk 1", "Time", "we asked Zsoldra and she never came"),
    ("Talk 2", "Time", "then we met Zsoldra and Quillow again"),
)
QUEUE = "data/restricted/review/ie.csv"
DECISIONS = "data/restricted/review/decisions.csv"


@pytest.fixture(scope="module")
def queued(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A study in which words wait for a decision. Not to be changed."""
    study = write_small_study(tmp_path_factory.mktemp("queued") / "study")
    write_csv(study.folder / "data/raw/exports/ie.csv", [("Interview", "Code", "Text"), *TALKS])
    study.build(QUEUE)
    return study


@pytest.fixture
def study(queued: Study, tmp_path: Path) -> Study:
    shutil.copytree(queued.folder, tmp_path / "study")
    return Study(tmp_path / "study", queued.snakefile)


def at_a_terminal(study: Study, typed: str, columns: int = 50, *options: str) -> str:
    """What a person sees who types this, on a terminal without colours."""
    controller, terminal = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "TERM": "dumb", "COLUMNS": str(columns)}
    command = [sys.executable, "-m", "crosscase.cli", "review", *options]
    process = subprocess.Popen(
        command, cwd=study.folder, env=environment, stdin=terminal, stdout=terminal, stderr=terminal
    )
    os.close(terminal)
    os.write(controller, typed.encode())
    shown = b""
    while True:
        try:
            part = os.read(controller, 4096)
        except OSError:  # Linux, when the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(controller)
    assert process.wait() == 0, shown.decode()
    return shown.decode().replace("\r\n", "\n")


def test_at_a_terminal_words_are_decided_and_the_build_applies_them(study: Study) -> None:
    assert len(rows(study, QUEUE)) == 3
    shown = at_a_terminal(study, "AB\npk")
    assert "2 words wait for a decision" in shown and "[1 of 2]  Zsoldra" in shown
    assert "Nothing is left." in shown and "`crosscase build` applies the decisions" in shown
    assert "\x1b" not in shown
    assert [row["by"] for row in rows(study, DECISIONS)] == ["AB", "AB"]
    assert (study.folder / DECISIONS).stat().st_mode & 0o077 == 0
    assert not [path for path, text in published_text(study).items() if "/processed/" not in path and "Zsoldra" in text]
    study.build(QUEUE)
    assert rows(study, QUEUE) == []
    again = crosscase("review", where=study.folder)
    assert (again.returncode, again.stdout) == (0, again.stdout)
    assert again.stdout.startswith("No word waits for a decision")


def test_it_can_be_left_and_taken_up_again(study: Study) -> None:
    shown = at_a_terminal(study, "AB\npq")
    assert "1 decision saved in data/restricted/review/decisions.csv. 1 word is left" in shown
    assert "[1 of 1]  Quillow" in at_a_terminal(study, "CD\nk")
    assert [row["by"] for row in rows(study, DECISIONS)] == ["AB", "CD"]


def test_what_is_replaced_in_a_sentence_stays_replaced_when_the_sentence_is_kept(study: Study) -> None:
    talk = "then Zsoldra came by, she lives at gorseyfold bank one one nine, by the canal bridge, and we talked"
    write_csv(study.folder / "data/raw/exports/ie.csv", [("Interview", "Code", "Text"), ("Talk 1", "Time", talk)])
    study.build(QUEUE)
    shown = at_a_terminal(study, "AB\ntshe lives\nkp", 100)
    assert "[1 of 2]  then Zsoldra came by, she lives at" in shown and "[2 of 2]  Zsoldra" in shown
    assert "replaced everywhere; the rest waits" in shown and "3 decisions saved" in shown
    study.build(QUEUE)
    assert rows(study, QUEUE) == []
    (text,) = parquet.read_table(study.folder / "data/processed/anonymised/ie.parquet")["text"].to_pylist()
    assert re.sub(r"_\d{8}", "", text).startswith("then [PERSON] came by, [ADDRESS] at [ADDRESS]")


def test_words_that_no_rule_finds_are_added_and_replaced(study: Study) -> None:
    """With a key beside what waits, and by themselves, also when nothing waits."""
    shown = at_a_terminal(study, "AB\naasked\n\n1\nkk")
    assert "a add words that nothing asks about" in shown and "→ asked: replaced everywhere" in shown
    assert "3 decisions saved" in shown and "Nothing is left." in shown
    shown = at_a_terminal(study, "AB\nnever came\no\n\nwe met\n\nTalk 2\n\n", 50, "--add")
    assert "2 decisions saved" in shown and "`crosscase build` applies the decisions." in shown
    study.build(QUEUE)
    texts = parquet.read_table(study.folder / "data/processed/anonymised/ie.parquet")["text"].to_pylist()
    assert [re.sub(r"_\d{8}", "", text) for text in texts] == [
        "we [PERSON] Zsoldra and she [ORGANISATION]",
        "then [PERSON] Zsoldra and Quillow again",
    ]
    assert "`crosscase review --add` replaces words" in crosscase("review", where=study.folder).stdout
    run = crosscase("review", "--add", where=study.folder)
    assert run.returncode == 1 and "write a row for each word into data/restricted/review/decisions.csv" in run.stderr


def test_without_a_terminal_the_spreadsheet_is_named(study: Study) -> None:
    run = crosscase("review", where=study.folder, typed="AB\npk")
    assert run.returncode == 1 and run.stdout == ""
    assert "2 words wait for a decision, but without a terminal nothing can be asked." in run.stderr
    assert "`crosscase review --list`" in run.stderr and "Zsoldra" not in run.stderr


def test_a_list_is_filled_in_in_a_spreadsheet(study: Study) -> None:
    run = crosscase("review", "--list", where=study.folder)
    assert "Written: data/restricted/to_decide/words.csv, 2 words" in run.stdout and "Zsoldra" not in run.stdout
    listed = rows(study, "data/restricted/to_decide/words.csv")
    assert [(row["words"], row["times"]) for row in listed] == [("Zsoldra", "2"), ("Quillow", "1")]
    filled = [row | {"decision": "redact", "by": "A", "on": "2026-01-01"} for row in listed]
    write_csv(study.folder / DECISIONS, [tuple(filled[0]), *(tuple(row.values()) for row in filled)])
    study.build(QUEUE)
    assert rows(study, QUEUE) == []
    for removed in (True, False):
        again = crosscase("review", "--list", where=study.folder)
        assert again.stdout.startswith("No word waits for a decision")
        assert ("data/restricted/to_decide/words.csv was removed" in again.stdout) is removed
    assert not (study.folder / "data/restricted/to_decide/words.csv").exists()


LIST = "data/restricted/to_decide/words.csv"


def decide_in_list(study: Study, *decisions: str) -> list[dict[str, str]]:
    """Write decisions into the list, the first row first. Returns its rows."""
    listed = rows(study, LIST)
    for row, decision in zip(listed, decisions, strict=True):
        row |= {"decision": decision, "by": "A" if decision else "", "on": "2026-01-01" if decision else ""}
    write_csv(study.folder / LIST, [tuple(listed[0]), *(tuple(row.values()) for row in listed)])
    return listed


def test_a_list_with_decisions_that_were_not_copied_is_neither_overwritten_nor_removed(study: Study) -> None:
    assert crosscase("review", "--list", where=study.folder).returncode == 0
    _, filled = decide_in_list(study, "", "Redact")
    before = (study.folder / LIST).read_bytes()
    refused = crosscase("review", "--list", where=study.folder)
    at_a_terminal(study, "AB\npk")  # Quillow is kept, against the list
    against = crosscase("review", "--list", where=study.folder)
    for run in (refused, against):
        assert run.returncode == 1 and "Quillow" not in run.stderr
        assert f"{LIST}, row 3: it has 1 decision not copied to {DECISIONS}, so it stays as it is." in run.stderr
        assert "Copy these rows there, or empty their `decision`" in run.stderr
    assert (study.folder / LIST).read_bytes() == before
    write_csv(study.folder / DECISIONS, [tuple(filled), tuple(filled.values())])
    assert "1 word, the" in crosscase("review", "--list", where=study.folder).stdout
    assert [row["words"] for row in rows(study, LIST)] == ["Zsoldra"]


@pytest.mark.parametrize("column", ["instead", "our notes"])
def test_what_is_written_into_a_list_before_it_is_decided_is_not_overwritten(study: Study, column: str) -> None:
    assert crosscase("review", "--list", where=study.folder).returncode == 0
    first, second = rows(study, LIST)
    filled = [first | {column: ""}, second | {column: "a friend"}]
    write_csv(study.folder / LIST, [tuple(filled[0]), *(tuple(row.values()) for row in filled)])
    before = (study.folder / LIST).read_bytes()
    run = crosscase("review", "--list", where=study.folder)
    said = f"{LIST}, row 3: `{column}` is filled in where no `decision` is, so it stays as it is."
    assert (run.returncode, said in run.stderr, "a friend" in run.stderr) == (1, True, False)
    assert (study.folder / LIST).read_bytes() == before


def test_a_word_whose_decision_no_build_can_apply_is_asked_again(study: Study) -> None:
    """It has no `by`: the build stops, and the review must not say that nothing waits."""
    crosscase("review", "--list", where=study.folder)
    filled = [row | {"decision": "redact", "on": "2026-01-01"} for row in rows(study, LIST)]
    write_csv(study.folder / DECISIONS, [tuple(filled[0]), *(tuple(row.values()) for row in filled)])
    assert "2 words, the" in crosscase("review", "--list", where=study.folder).stdout
    at_a_terminal(study, "AB\npp")
    assert [(row["words"], row["by"]) for row in rows(study, DECISIONS)] == [("Zsoldra", "AB"), ("Quillow", "AB")]


def test_a_list_that_cannot_be_read_is_left_alone(study: Study) -> None:
    list_there = study.folder / LIST
    list_there.parent.mkdir(parents=True)
    list_there.write_text("words,what\nZsoldra,redact\n", encoding="utf-8")
    run = crosscase("review", "--list", where=study.folder)
    assert run.returncode == 1 and f"{LIST}, row 1: it has no columns" in run.stderr
    assert "redact" in list_there.read_text(encoding="utf-8")


def test_the_list_says_that_rows_lie_in_one_another(study: Study) -> None:
    assert "lie in" not in crosscase("review", "--list", where=study.folder).stdout
    talk = "then Zsoldra came by, she lives at gorseyfold bank one one nine, by the canal bridge, and we talked"
    write_csv(study.folder / "data/raw/exports/ie.csv", [("Interview", "Code", "Text"), ("Talk 1", "Time", talk)])
    study.build(QUEUE)
    run = crosscase("review", "--list", where=study.folder)
    assert (
        "Some rows lie in longer ones. What one of them replaces is replaced, also if the other is kept." in run.stdout
    )


@pytest.mark.parametrize("command", [["review", "--list"], ["review"], ["trace", "barriers/time/IE"]])
def test_a_list_that_a_build_writes_again_is_not_taken_for_an_empty_one(study: Study, command: list[str]) -> None:
    """It said that no word waits, and removed the list of words."""
    crosscase("review", "--list", where=study.folder)
    (study.folder / QUEUE).unlink()
    with locks.alone(study.folder / ".snakemake/build.lock", "a test holds it"):
        run = crosscase(*command, where=study.folder)
    assert run.returncode == 1
    assert "a build is at work in this folder; nothing was changed" in run.stderr
    assert (study.folder / "data/restricted/to_decide/words.csv").exists()
