"""Functions that a test runs in another process, in a module of their own: that process imports it, and no more."""

import os
import time
from collections.abc import Generator
from pathlib import Path

from crosscase.messages.errors import Problem, ReadError
from crosscase.storage.limits import MB

NAME = "Jane Doe"  # invented; a message may quote a file


def counted(most: int) -> Generator[tuple[int, int], None, str]:
    """The number of this process, so many times, each with its place."""
    for number in range(most):
        yield os.getpid(), number
    return "done"


def failing(kind: str) -> Generator[int, None, None]:
    """One item, then an end of this kind."""
    yield 1
    if kind == "refused":
        raise ReadError([Problem("a", "row 1", "it is wrong", "Correct it."), Problem("a", "row 2", "it is wrong")])
    if kind == "defect":
        raise KeyError(NAME)
    if kind == "unsendable":
        raise type("Local", (Exception,), {})(NAME)
    os._exit(1)


def hoarding(megabytes: float) -> Generator[int, None, None]:
    """Takes memory, and keeps it for a while."""
    kept = [b"x" * MB for _ in range(int(megabytes))]
    time.sleep(1)
    yield len(kept)


def busy(seconds: float) -> Generator[int, None, None]:
    """Takes processor time."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    yield 1


def files_and_folder() -> tuple[set[int], str]:
    """The files that this process has open, and the folder in which it works."""
    numbers = {int(opened.name) for opened in Path("/proc/self/fd").iterdir() if opened.exists()}
    return numbers, str(Path.cwd())


def squares(numbers: list[int]) -> list[int]:
    return [number**2 for number in numbers]
