"""What a person asks a build for: files as the study has them, and names of steps."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from crosscase.messages.errors import Problem, UsageError

_PATTERN = re.compile(r"[*?\[\]{}]")
_EXAMPLE = "results/tables/barriers.csv"


def settled(targets: Sequence[str], before: Path) -> list[str]:
    """The targets as seen from the study's folder, the working directory; `before` is where the person stood.

    Raises UsageError with every target that can be none.
    """
    found = [_seen_from_study(target, before) for target in targets]
    if problems := list(_problems(targets, found)):
        raise UsageError(problems)
    return found


def _seen_from_study(target: str, before: Path) -> str:
    """A path that leads into the study in the form that its steps use; any other target as it is."""
    here, expanded = Path.cwd(), os.path.expanduser(target)  # noqa: PTH111 (a name of a step is no path)
    leads = ".." in target or os.path.isabs(expanded)  # noqa: PTH117
    places = [here / expanded] if leads else []
    places += [before / expanded] if leads or not before.is_relative_to(here) else []  # below a folder above the study
    for place in map(os.path.normpath, places if target.strip() else []):
        if Path(place).is_relative_to(here):
            return os.path.relpath(place, here)
    return target


def _problems(targets: Sequence[str], found: Sequence[str]) -> Iterator[Problem]:
    for target, path in zip(targets, found, strict=True):
        if not target.strip():
            remedy = "Name a file or a step, or leave it away: then everything is built."
            yield Problem("crosscase build", "", "a target is empty", remedy)
        elif path.startswith(("..", "/", "~")):
            remedy = f"Name a file as the study has it, such as {_EXAMPLE}."
            yield Problem(target, "", "this is outside the folder of the study", remedy)
        elif _PATTERN.search(target) and not Path(path).exists():
            yield Problem(target, "", "a pattern names no file", f"Name each file, such as {_EXAMPLE}, or a step.")
