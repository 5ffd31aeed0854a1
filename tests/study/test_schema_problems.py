"""The schema of study.yaml: what is remembered of a configuration without a problem."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscase.messages.errors import Problem
from crosscase.running.pipeline import SCHEMA
from crosscase.study import schema_problems
from crosscase.study.former_names import with_present_names
from tests.builders.projects import ROOT


def test_a_configuration_without_a_problem_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a build with nothing to do the import of jsonschema took longer than all else of a look at the study."""
    looks = []
    look = schema_problems._found

    def counted(*arguments: Any) -> Iterator[Problem]:
        looks.append(1)
        return look(*arguments)

    monkeypatch.setattr(schema_problems, "_found", counted)
    monkeypatch.chdir(tmp_path)
    config = with_present_names(yaml.safe_load((ROOT / "config/study.yaml").read_text(encoding="utf-8")))
    assert not [*schema_problems.find(config, SCHEMA), *schema_problems.find(config, SCHEMA)]
    assert len(looks) == 2  # no build was here: nothing is written
    Path(".snakemake/crosscase").mkdir(parents=True)
    assert not [*schema_problems.find(config, SCHEMA), *schema_problems.find(config, SCHEMA)]
    assert len(looks) == 3
    other = {**config, "strange": 1}
    assert len([*schema_problems.find(other, SCHEMA), *schema_problems.find(other, SCHEMA)]) == 2
    assert not [*schema_problems.find(config, SCHEMA)] and len(looks) == 5
