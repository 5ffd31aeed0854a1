"""Errors of a command that a person runs: one sentence each, without a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crosscase.messages.errors import StudyError, system_problem


@contextmanager
def report_errors() -> Iterator[None]:
    """Turn bad input, and files that cannot be read or written, into sentences and exit code 1."""
    try:
        yield
        return
    except StudyError as error:
        problems = error.problems
    except OSError as error:
        problems = [system_problem(error, str(Path.cwd()))]
    print(*problems, sep="\n", file=sys.stderr)
    raise SystemExit(1)
