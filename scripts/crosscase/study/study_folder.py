"""The folder of the study that a command works on, and the paths that a person gives on the command line.

A command is called from anywhere, but all that it reads and writes has its place in the study's folder. So it goes
there first, and takes paths of the command line with it as seen from there.
"""

import os
import shlex
from pathlib import Path

from crosscase.messages.errors import Problem, UsageError
from crosscase.messages.suggestions import nearest
from crosscase.messages.wording import joined
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, facts
from crosscase.study.facts import Study

_MAKE_ONE = "Go to the folder of the study, give it with --study, or make a study with `crosscase new`."
_MOST = 5  # folders in a sentence
# What the configuration is called by mistake: with another ending, behind a hidden ending, or in another place.
_MISNAMED = (
    *("config/study.yml", "config/study.yaml.txt", "config/study.yaml.yaml", "config/study.txt", "config/Study.yaml"),
    *("config/study.yaml.yml", "config/study.json", "study.yaml", "study.yml"),
)


def find(named: str | None) -> Path:
    """The named folder, or the nearest folder with a study, from the working directory upwards.

    Raises UsageError if there is none.
    """
    if named is not None:
        folder = Path(named).expanduser()
        if not (folder / facts.CONFIG).is_file():
            remedy = _above_or_below(folder) or _other_name(folder) or _beside(folder) or "Give the folder of a study."
            raise UsageError(Problem(named, "", _what(folder), remedy))
        return folder.absolute()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / facts.CONFIG).is_file():
            return folder
    what = f"no study was found: neither this folder nor one above it has {facts.CONFIG}"
    below = [shlex.quote(child.parent.parent.name) for child in sorted(here.glob(f"*/{facts.CONFIG}"))]
    remedy = f"Write `--study {joined(below, _MOST, last='or')}`, or go to that folder." if below else _MAKE_ONE
    raise UsageError(Problem(str(here), "", what, _other_name(here) or remedy))


def _what(path: Path) -> str:
    """What is wrong with a path that is no study."""
    if path.is_file():
        return "this is a file, not the folder of a study"
    return f"this folder has no {facts.CONFIG}" if path.is_dir() else "this folder does not exist"


def _above_or_below(named: Path) -> str:
    """A sentence on the folder of the study above or below a path."""
    above = Path(os.path.abspath(named)).parents  # noqa: PTH100 (without what leads up and down again)
    folders = [*above, *(child.parent.parent for child in sorted(named.glob(f"*/{facts.CONFIG}")))]
    found = next((folder for folder in folders if (folder / facts.CONFIG).is_file()), None)
    return f"Write `--study {shlex.quote(os.path.relpath(found))}`." if found else ""


def _beside(named: Path) -> str:
    """A sentence on the study beside a folder that does not exist."""
    beside = sorted(file.parent.parent for file in named.parent.glob(f"*/{facts.CONFIG}"))
    near = nearest(named.name, [folder.name for folder in beside])
    return f"Did you mean `--study {shlex.quote(str(named.parent / near))}`?" if near else ""


def _other_name(folder: Path) -> str:
    """A sentence on the configuration of a study in a folder, if it has another name or place."""
    file = next((folder / name for name in _MISNAMED if (folder / name).is_file()), None)
    return f"Rename {os.path.relpath(file)} to {facts.CONFIG.rpartition('/')[2]}, in the folder config." if file else ""


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


def look_here() -> tuple[Study, list[Problem]]:
    """The study of the working directory as far as it can be understood, and what is wrong with it.

    Raises StudyError if there is none, or if it does not have the form of one. Its files need not exist.
    """
    return configuration.look_at(facts.CONFIG, SCHEMA, files_exist=False)


def study_in(named: str) -> Study:
    """The study of a folder. Raises UsageError if there is none. Its files need not exist."""
    return configuration.read(str(find(named) / facts.CONFIG), SCHEMA, files_exist=False)


def study_beside(path: str) -> Study | None:
    """The study whose folder `config` contains this file, or None. Its files need not exist yet."""
    config = Path(path).parent / "study.yaml"
    return configuration.read(str(config), SCHEMA, files_exist=False) if config.is_file() else None
