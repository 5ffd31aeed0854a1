"""The study that a command works on."""

from pathlib import Path

from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, facts
from crosscase.study.facts import Study


def study_here() -> Study:
    """The study of the working directory. Raises StudyError where there is none. Its files need not be there."""
    return configuration.read(facts.CONFIG, SCHEMA, files_exist=False)


def study_beside(path: str) -> Study | None:
    """The study whose folder `config` this file lies in, or None. Its files need not be there yet."""
    config = Path(path).parent / "study.yaml"
    return configuration.read(str(config), SCHEMA, files_exist=False) if config.is_file() else None
