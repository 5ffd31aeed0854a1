"""The walk of docs/start.md, followed literally: from the files of three tools to a heatmap."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from crosscase.storage.text_form import fold
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study
from tests.builders.registers import fill_in, of_bundled_study
from tests.builders.results import rows

WALK = (ROOT / "docs/start.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.*?)\n```", WALK, re.DOTALL)
SCREENS = [screen.splitlines() for screen in re.findall(r"```text\n(.*?)```", WALK, re.DOTALL)]
FILES = ("cz.xlsx", "it.qdpx", "nl.sqlite3")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder in which the commands ran, and what each of them printed."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "exports").mkdir()
    for name in FILES:
        shutil.copyfile(ROOT / "data/raw/exports" / name, folder / "exports" / name)
    printed = []
    for command in COMMANDS:
        program, *arguments = shlex.split(command)
        assert program == "crosscase"
        run = crosscase(*arguments, where=folder)
        assert run.returncode == 0, run.stdout + run.stderr
        printed.append(run.stdout)
        if arguments[0] == "new":
            fill_in(folder / "my-study", of_bundled_study)  # names and consent: nothing else is filled in
    return folder, printed


def test_the_walk_has_few_commands_and_no_yaml() -> None:
    assert 2 <= len(COMMANDS) <= 5
    assert "```yaml" not in WALK


def test_the_screens_are_as_they_are(walked: tuple[Path, list[str]]) -> None:
    for screen, printed in zip(SCREENS, walked[1], strict=False):
        lines = printed.splitlines()
        start = lines.index(screen[0])
        assert lines[start : start + len(screen)] == screen


def test_the_files_of_the_walk_are_there(walked: tuple[Path, list[str]]) -> None:
    named = re.findall(r"`(my-study/[^`]+)`", WALK)
    assert len(named) >= 5
    for name in named:
        assert (walked[0] / name).exists(), name


def test_every_coding_is_in_a_table_or_in_an_issue(walked: tuple[Path, list[str]]) -> None:
    study = Study(walked[0] / "my-study", ROOT / "Snakefile")
    summary = rows(study, "results/validation/summary.csv")
    assert {row["export"]: int(row["codings"]) for row in summary if row["export"]} == {"cz": 204, "it": 236, "nl": 143}
    assert not [row for row in rows(study, "results/validation/issues.csv") if row["severity"] == "error"]


def test_the_tables_are_those_of_a_study_that_was_written_by_hand(walked: tuple[Path, list[str]], built: Study) -> None:
    study = Study(walked[0] / "my-study", ROOT / "Snakefile")
    for table in sorted((study.folder / "results/tables").glob("*_tidy.csv")):
        expected, found = (
            {
                (fold(row["label"]), row["country"]): row["state"]
                for row in rows(of, f"results/tables/{table.name}")
                if row.get("country") in ("CZ", "IT", "NL")
            }
            for of in (built, study)
        )
        assert found == expected
