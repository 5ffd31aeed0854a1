"""The walk of docs/start.md, followed literally: from the exports of nine teams to a heatmap."""

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
BLOCKS = re.findall(r"```(sh|text)\n(.*?)```", WALK, re.DOTALL)
COMMANDS = [text.strip() for kind, text in BLOCKS if kind == "sh"]
SCREENS = [text.splitlines() for kind, text in BLOCKS if kind == "text"]  # one behind each command
EXPORTS = sorted((ROOT / "data/raw/exports").iterdir())
CODES = {"GR": "EL"}  # of a group in the walk and in the bundled study, where they differ
STATES = {"not_coded": "unknown"}  # nothing in the exports says that a domain was not coded


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder in which the commands ran, and what each of them printed."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "data/raw/exports").mkdir(parents=True)
    for path in EXPORTS:
        shutil.copyfile(path, folder / "data/raw/exports" / path.name)
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
    assert [kind for kind, _ in BLOCKS] == ["sh", "text"] * len(COMMANDS)
    assert "```yaml" not in WALK


@pytest.mark.exhaustive
def test_the_screens_are_as_they_are(walked: tuple[Path, list[str]]) -> None:
    """A screen ends where a paragraph ends, or says with an ellipsis that it goes on."""
    for screen, printed in zip(SCREENS, walked[1], strict=True):
        lines = printed.splitlines()
        start = lines.index(screen[0])
        shown = [line for line in screen if line.strip() != "…"]
        assert lines[start : start + len(shown)] == shown
        goes_on = any(lines[start + len(shown) :][:1])
        assert screen[len(shown) :] == (["  …"] if goes_on else [])


@pytest.mark.exhaustive
def test_the_files_of_the_walk_are_there(walked: tuple[Path, list[str]]) -> None:
    named = re.findall(r"`(my-study/[^`]+)`", WALK)
    assert len(named) >= 5
    for name in named:
        assert (walked[0] / name).exists(), name


@pytest.mark.exhaustive
def test_every_coding_is_in_a_table_or_in_an_issue(walked: tuple[Path, list[str]], built: Study) -> None:
    study = Study(walked[0] / "my-study", ROOT / "Snakefile")
    found, expected = (
        sorted(int(row["codings"]) for row in rows(of, "results/validation/summary.csv") if row["export"])
        for of in (study, built)
    )
    assert found == expected
    assert not [row for row in rows(study, "results/validation/issues.csv") if row["severity"] == "error"]


@pytest.mark.exhaustive
def test_the_tables_are_those_of_a_study_that_was_written_by_hand(walked: tuple[Path, list[str]], built: Study) -> None:
    study = Study(walked[0] / "my-study", ROOT / "Snakefile")
    tables = [
        path for path in sorted((study.folder / "results/tables").glob("*_tidy.csv")) if "sample" not in path.name
    ]
    assert len(tables) == 4
    for table in tables:
        expected, found = (
            {
                (fold(row["label"]), CODES.get(row["country"], row["country"])): STATES.get(row["state"], row["state"])
                for row in rows(of, f"results/tables/{table.name}")
            }
            for of in (built, study)
        )
        assert found == expected
