"""The folder of the study that a command works on, and the paths that a person gives on the command line.

A command is called from anywhere, but all that it reads and writes has its place in the study's folder. So it goes
there first, and takes paths of the command line with it as seen from there.
"""

import os
from pathlib import Path

from crosscase.messages.errors import Problem, UsageError
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, facts
from crosscase.study.facts import Study


def find(named: str | None) -> Path:
    """The named folder, or the nearest folder with a study, from the working directory upwards.

    Raises UsageError if there is none.
    """
    if named is not None:
        folder = Path(named).expanduser()
        if not (folder / facts.CONFIG).is_file():
            raise UsageError(Problem(named, "", f"this folder has no {facts.CONFIG}", "Give the folder of a study."))
        return folder.absolute()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / facts.CONFIG).is_file():
            return folder
    what = f"no study was found: neither this folder nor one above it has {facts.CONFIG}"
    remedy = "Go to the folder of the study, give it with --study, or make a study with `crosscase new`."
    raise UsageError(Problem(str(here), "", what, remedy))


def enter(named: str | None, *given: str) -> list[str]:
    """Make the study's folder the working directory. Raises UsageError as `find` does.

    Returns the paths that were given on the command line as they are seen from there; an empty one stays empty.
    """
    paths = [os.path.abspath(os.path.expanduser(path)) if path else path for path in given]  # noqa: PTH100, PTH111
    os.chdir(find(named))
    return [os.path.relpath(path) if path and Path(path).is_relative_to(Path.cwd()) else path for path in paths]


def study_here() -> Study:
    """The study of the working directory. Raises StudyError if there is none. Its files need not exist."""
    return configuration.read(facts.CONFIG, SCHEMA, files_exist=False)


def study_in(named: str) -> Study:
    """The study of a folder. Raises UsageError if there is none. Its files need not exist."""
    return configuration.read(str(find(named) / facts.CONFIG), SCHEMA, files_exist=False)


def study_beside(path: str) -> Study | None:
    """The study whose folder `config` contains this file, or None. Its files need not exist yet."""
    config = Path(path).parent / "study.yaml"
    return configuration.read(str(config), SCHEMA, files_exist=False) if config.is_file() else None
