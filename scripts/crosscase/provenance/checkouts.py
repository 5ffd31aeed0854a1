"""The checkout of the pipeline: its commit, and whether its files are unchanged.

It cannot be part of a result that is compared byte for byte, since a commit cannot contain its own name.
"""

import os
import subprocess
from pathlib import Path
from typing import Any


def read(folder: Path) -> dict[str, Any]:
    """The commit and whether the tree is clean; both None without a checkout or without git.

    An installed pipeline may lie within the checkout of something else, such as a study: that is not its own.
    """
    if _git(folder, "ls-files", "--error-unmatch", "Snakefile") is None:
        return {"commit": None, "clean": None}
    commit = _git(folder, "rev-parse", "HEAD")
    changed = _git(folder, "status", "--porcelain", "--", ".")
    return {"commit": commit, "clean": None if changed is None or commit is None else not changed}


def _git(folder: Path, *arguments: str) -> str | None:
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}  # reads only, and waits for no lock
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, env=quiet, text=True, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return run.stdout.strip()
