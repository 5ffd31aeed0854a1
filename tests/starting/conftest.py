"""The small study with comments of a person."""

from pathlib import Path

import pytest

from tests.builders.additions import CONFIG
from tests.builders.projects import Study
from tests.builders.small_study import write_small_study

COMMENT = "# What Anna wrote\n"


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    """The small study with a comment in study.yaml, as the working directory."""
    made = write_small_study(tmp_path / "study")
    path = made.folder / CONFIG
    path.write_text(path.read_text(encoding="utf-8").replace("exports:\n", f"exports:\n  {COMMENT}"), encoding="utf-8")
    monkeypatch.chdir(made.folder)
    return made
