"""What happens around a command that a person runs: errors are told in a sentence each, without a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crosscase import study
from crosscase.errors import StudyError, refused
from crosscase.study import Study

SCHEMA = Path(__file__).parents[2] / "workflow/schemas/study.schema.yaml"


@contextmanager
def telling() -> Iterator[None]:
    """Turn bad input, and files that cannot be read or written, into sentences and exit code 1."""
    try:
        yield
        return
    except StudyError as error:
        problems = error.problems
    except OSError as error:
        problems = [refused(error, "")]
    print(*problems, sep="\n", file=sys.stderr)
    raise SystemExit(1)


def study_here() -> Study:
    """The study of the working directory. Raises StudyError where there is none. Its files need not be there."""
    return study.read(study.CONFIG, SCHEMA, files_there=False)


def study_beside(path: str) -> Study | None:
    """The study whose folder `config` this file lies in, or None. Its files need not be there yet."""
    config = Path(path).parent / "study.yaml"
    return study.read(str(config), SCHEMA, files_there=False) if config.is_file() else None
