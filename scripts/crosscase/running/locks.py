"""One build at a time in a study's folder, and none while steps of a killed build still write.

The locks are the operating system's: it lets go of them when their process ends, however it ends. So a
killed build leaves nothing behind that a person would have to remove.

1. A build holds the one lock alone, from its first job to its end; a second build is refused,
   and so is a look at what a build would do.
2. Each step holds a share of the other lock. Steps outlive a build that was killed by a moment; the
   next build waits for them, so that none of them puts its file in place of a newer one.

Where a file system knows no locks, builds go on without.
"""

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crosscase.messages.errors import Problem, StudyError

_FOLDER = Path(".snakemake")
_BUILD = _FOLDER / "build.lock"
_STEPS = _FOLDER / "steps.lock"
_WHAT = "a build is at work in this folder"
_TRIES = 5
_MOMENT = 0.02  # seconds between two tries
_OURS: list[int] = []  # the open file by which this process holds the folder


def begin_build() -> None:
    """Hold this folder until the process ends. Raises StudyError where another process holds it."""
    _OURS.append(_alone(_BUILD, _WHAT))  # left open, and so held
    _wait_for_steps()


def refuse_beside_build() -> None:
    """Raises StudyError where another process builds in this folder: it removes what a plan or a reader looks at."""
    if _BUILD.exists() and not _OURS:
        with suppress(PermissionError):  # in a folder that may only be read nobody builds
            os.close(_alone(_BUILD, _WHAT))


def other_build() -> str:
    """A sentence on another process that builds in this folder; empty if none does."""
    try:
        refuse_beside_build()
    except StudyError as error:
        return str(error)
    return ""


@contextmanager
def no_build() -> Iterator[None]:
    """Hold this folder for a while. Raises StudyError where a build is at work in it."""
    with alone(_BUILD, _WHAT):
        _wait_for_steps()
        yield


@contextmanager
def alone(path: Path, what: str) -> Iterator[None]:
    """Hold a lock of one's own. Raises StudyError, which says `what`, where another process holds it."""
    lock = _alone(path, what)
    try:
        yield
    finally:
        os.close(lock)


@contextmanager
def working() -> Iterator[None]:
    """Hold a share of this folder while a step writes in it."""
    lock = _take(_STEPS, fcntl.LOCK_SH)
    try:
        yield
    finally:
        os.close(lock)


def _wait_for_steps() -> None:
    try:
        steps = _take(_STEPS, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Waiting until the last steps of a build that was killed have ended.", file=sys.stderr)
        steps = _take(_STEPS, fcntl.LOCK_EX)
    os.close(steps)


def _alone(path: Path, what: str) -> int:
    """A lock of one's own. It is tried again for a moment, since a process that only looks holds it as long."""
    for _ in range(_TRIES):
        try:
            return _take(path, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_MOMENT)
    remedy = "Wait until it has ended, then try again."
    raise StudyError(Problem(str(Path.cwd()), "", f"{what}; nothing was changed", remedy))


def _take(path: Path, how: int) -> int:
    """Open a file and lock it; the lock goes when the file is closed. Raises BlockingIOError."""
    path.parent.mkdir(exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(file, how)
    except BlockingIOError:
        os.close(file)
        raise
    except OSError:
        pass  # no locks here
    return file
