"""`make`: thin, and never of another study than the one that was named."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.builders.commands import make_environment
from tests.builders.projects import ROOT, Study

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
OF_THE_CLONE = ["test", "check", "evaluate-anonymisation", "lock", "clean"]


def make(*arguments: str, where: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=where, text=True, check=False, capture_output=True)


def test_every_target_is_described_and_says_what_a_study_means_for_it() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    for target in phony.split():
        assert target == "study" or re.search(rf"^# make {target} ", MAKEFILE, re.MULTILINE), target
    assert set(phony.split()) - {"study", "reproduce"} == set(OF_THE_CLONE)


@pytest.mark.parametrize("target", OF_THE_CLONE)
def test_a_study_is_refused_where_it_has_no_meaning(target: str, tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text(MAKEFILE, encoding="utf-8")
    (tmp_path / "results").mkdir()
    run = make(target, f"STUDY={tmp_path}", where=tmp_path)
    assert run.returncode == 2
    assert f"STUDY has no meaning for `make {target}`" in run.stderr
    assert (tmp_path / "results").exists()
    dry = make(target, "--dry-run", where=ROOT)
    assert dry.returncode == 0, dry.stderr


@pytest.mark.parametrize(("target", "verb"), [("study", "build"), ("reproduce", "reproduce")])
def test_the_study_is_handed_to_the_command(target: str, verb: str) -> None:
    dry = make(target, "--dry-run", "STUDY=~/my study", where=ROOT)
    assert re.search(rf'^\.venv/bin/crosscase {verb} .*--study "~/my study"', dry.stdout, re.MULTILINE), dry.stdout


def test_make_builds_the_study_that_is_named_and_no_other(project: Study, small_study: Study) -> None:
    """With an environment that needs no installation."""
    make_environment(project.folder)
    (small_study.folder / "config/study.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    run = make(f"STUDY={small_study.folder}", where=project.folder)
    assert run.returncode == 2
    assert "nonsense" in run.stdout + run.stderr
    assert not (project.folder / "results").exists()


def test_the_project_is_installed_from_the_lock_alone(tmp_path: Path) -> None:
    """The commands that would install it: only the locks may use the network, and every package has a hash."""
    for name in ("Makefile", "pyproject.toml", "envs/requirements.txt", "envs/requirements-dev.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    dry = make("test", "--dry-run", where=tmp_path)
    installing = [line for line in dry.stdout.splitlines() if "pip" in line.split("#")[0] and " install " in line]
    assert len(installing) == 3
    for line in installing:
        assert "--require-hashes" in line or ("--no-index" in line and "--no-build-isolation" in line), line
