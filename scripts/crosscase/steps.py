"""What happens around every step: its log, and what becomes of its errors."""

import traceback
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from crosscase.errors import Problem, StudyError

PROBLEMS = Path("logs/problems.txt")  # of the last build; Snakefile empties it and prints it
TABLES = Path("results/tables")
VERDICTS = tuple(Path(f"results/{name}/verdict.txt") for name in ("validation", "verification", "disclosure"))


@contextmanager
def logging_to(log: str, confidential: bool = False) -> Iterator[Callable[[str], None]]:
    """Open the step's log and yield a function that writes a line to it.

    A StudyError becomes one sentence a problem, in the log and in `PROBLEMS`, and exit code 1. Any
    other error is a defect of crosscase: the log gets its traceback, without its message where the
    step is `confidential`, since a message may quote the data.
    """
    with open(log, "w", encoding="utf-8") as stream:
        try:
            yield lambda line: print(line, file=stream)
        except StudyError as error:
            _report(stream.write, error.problems)
        except Exception as error:
            frames = "".join(traceback.format_tb(error.__traceback__))
            message = "" if confidential else f": {error}"
            stream.write(f"{frames}{type(error).__name__}{message}\n")
            what = f"this step failed by a defect of crosscase ({type(error).__name__})"
            _report(stream.write, [Problem(log, "", what, "Please report it with this log.")])
        else:
            return
    raise SystemExit(1)


def _report(write: Callable[[str], object], problems: list[Problem]) -> None:
    text = "".join(f"{problem}\n" for problem in problems)
    write(text)
    with PROBLEMS.open("a", encoding="utf-8") as stream:
        stream.write(text)


def told_problems() -> str:
    """What to tell the user after a failed build: each problem once, and where the list is."""
    if not PROBLEMS.exists():
        return "The build stopped; Snakemake's own message above says why."
    problems = dict.fromkeys(PROBLEMS.read_text(encoding="utf-8").splitlines())
    old = ["Tables and figures in results/ are still those of an earlier build."] if TABLES.exists() else []
    return "\n".join(["", "What is wrong with the study:", *problems, f"(This list: {PROBLEMS})", *old])


def told_verdicts() -> str:
    """What to tell the user after a build that went well: what was counted and verified, and what to decide."""
    return "".join(path.read_text(encoding="utf-8") for path in VERDICTS if path.exists())


def forget_unfinished() -> None:
    """Delete what a killed build was writing."""
    for folder in ("data/processed", "data/restricted", "results"):
        for path in Path(folder).rglob(".*.part"):
            path.unlink()


def forget_other_exports(exports: Collection[str]) -> None:
    """Delete what was derived from exports that are no longer in the study, the logs of replacements too."""
    restricted = Path("data/restricted")
    derived = [
        *Path("data/processed").glob("*/*.parquet"),
        *restricted.glob("replacements/*.csv"),
        *restricted.glob("identifiers/*.csv"),
    ]
    derived += [path for path in restricted.glob("review/*.csv") if path.name != "decisions.csv"]
    for path in derived:
        if path.stem not in exports:
            path.unlink()
