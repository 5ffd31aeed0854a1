"""Holds a study.yaml that is about to be written to what a build holds it to."""

import tempfile
from dataclasses import replace
from pathlib import Path

from crosscase.messages.errors import Problem, StudyError
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration
from crosscase.study.facts import CONFIG


def problems(content: bytes) -> list[Problem]:
    """What a build would refuse in this content of study.yaml."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "study.yaml"
        trial.write_bytes(content)
        try:
            configuration.read(str(trial), SCHEMA, files_exist=False)
        except StudyError as error:
            return [replace(problem, file=CONFIG) for problem in error.problems]
    return []
