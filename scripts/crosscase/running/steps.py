"""What happens around every step: its log, and what becomes of its errors."""

import gc
import os
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crosscase.messages.errors import Problem, StudyError, system_problem
from crosscase.running import job_records, locks
from crosscase.storage import arrow_library, reading_process, unfinished
from crosscase.storage.files import DamagedTable

PROBLEMS = Path("logs/problems.txt")  # of the last build; the Snakefile deletes it and prints it
BUILT = ("data/processed", "data/restricted", "results")  # folders that a build writes
WRITTEN, PRINTED = 1, 3  # exit codes of a step that failed: its problems are in that file, or printed
ALSO_BY = Path("data/processed/also_by")  # what is made for the team alone: comparisons by variables of the register
_STDERR = 2
_MOST_UNCOLLECTED = 100_000  # objects: a step makes few cycles, and looking for them took up to a tenth of its time
TERMINAL = "CROSSCASE_TERMINAL"  # in this variable a build tells its steps the number of the stream to a person


@contextmanager
def logging_to(log: str, confidential: bool = False) -> Iterator[Callable[[str], None]]:
    """Open the step's log and yield a function that writes a line to it.

    What goes wrong becomes one sentence a problem, in the log and in `PROBLEMS`, and exit code 1. An
    error that is neither the study's nor the operating system's is a defect of crosscase. The log then
    gets its traceback, without its message where the step is `confidential`, since a message may quote
    the data.
    """
    trace = ""
    gc.set_threshold(_MOST_UNCOLLECTED)
    with locks.working(), arrow_library.without_numpy():
        try:
            with open(log, "w", encoding="utf-8") as stream:
                yield lambda line: print(line, file=stream)
            gc.freeze()  # Python would look at every object once more before it ends: a tenth of a step, for nothing
            return
        except StudyError as error:
            problems = error.problems
            if isinstance(error, DamagedTable):
                with suppress(OSError):  # a full disk: the next build finds the table damaged again
                    job_records.mark_unfinished(error.path)
        except OSError as error:
            problems = [system_problem(error, log)]
        except Exception as error:
            frames = "".join([*traceback.format_tb(error.__traceback__), *reading_process.frames_of(error)])
            message = "" if confidential else f": {error}"
            trace = f"{frames}{type(error).__name__}{message}\n"
            what = f"this step failed by a defect of crosscase ({type(error).__name__})"
            problems = [Problem(log, "", what, "Please report it with this log.")]
        raise SystemExit(_report(log, problems, trace))


def _report(log: str, problems: list[Problem], trace: str) -> int:
    """Write the problems down, or print them whole where that cannot be done. Returns the exit code that says which."""
    text = "".join(f"{problem}\n" for problem in problems)
    with suppress(OSError), Path(log).open("a", encoding="utf-8") as stream:
        stream.write(trace + text)
    try:
        with PROBLEMS.open("a", encoding="utf-8") as stream:
            stream.write(text)
    except OSError:  # no room for the sentences either
        _print(text)
        return PRINTED
    return WRITTEN


def _print(text: str) -> None:
    """Print on the terminal of the build, which may have put the stderr of its steps into a file on the same disk."""
    for number in (int(os.environ.get(TERMINAL, _STDERR)), _STDERR):
        with suppress(OSError), open(number, "w", encoding="utf-8", errors="backslashreplace", closefd=False) as stream:
            stream.write(text)
            return


def check_folders() -> None:
    """Raise StudyError where a build could not write; a folder that is not there yet will be made."""
    for path in map(Path, (".", ".snakemake", "logs", *BUILT)):
        if path.exists() and not os.access(path, os.W_OK | os.X_OK):
            remedy = "See whose it is and whether its disk is for reading only, or work in a copy of the study."
            raise StudyError(Problem(str(path.absolute()), "", "nothing can be written in this folder", remedy))


def forget_unfinished() -> None:
    """Delete what a killed build was writing."""
    for folder in BUILT:
        for path in Path(folder).rglob(unfinished.PATTERN):
            path.unlink()


def forget_other_comparisons(outputs: Collection[str]) -> None:
    """Delete the comparisons that the study no longer asks for; `outputs` are the files of those that it does."""
    for path in ALSO_BY.rglob("*"):
        if path.is_file() and str(path) not in outputs:
            path.unlink()


def forget_other_exports(exports: Collection[str], patterns: Iterable[str], kept: Collection[str]) -> None:
    """Delete what was derived from exports that are no longer in the study, the logs of replacements too.

    `patterns` match the files that the rules make of each export, `kept` are files of the study that they match, too.
    In `data/processed` files of rules that no longer exist are deleted as well. Elsewhere a team may keep files of its
    own beside those of the rules: only what a step has made is deleted there.
    """
    derived = {path for pattern in ("data/processed/*/*.parquet", *patterns) for path in Path().glob(pattern)}
    for path in sorted(derived):
        of_pipeline = path.is_relative_to("data/processed") or job_records.was_made(str(path))
        if path.stem not in exports and str(path) not in kept and of_pipeline:
            path.unlink()
