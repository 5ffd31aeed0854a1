"""Problems of the input, described so that a person can fix them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from crosscase.messages.suggestions import about_missing_file
from crosscase.messages.visible_text import visible
from crosscase.messages.wording import cut

_LONGEST = 500  # characters of a part of a sentence, which may quote what somebody has written
EXPORT_AGAIN = "Export it again from the tool."


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which file, where in it, what, and what to do about it.

    `holds_for_all` is whether the remedy holds whatever the file is used for: as an export, a codebook or a list.
    """

    file: str
    place: str
    what: str
    remedy: str = ""
    holds_for_all: bool = field(default=False, compare=False, repr=False)

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        what, remedy = cut(self.what.rstrip("."), _LONGEST), cut(self.remedy, _LONGEST)
        begins = f"{cut(where, _LONGEST)}: " if where else ""  # a command, or all files of it, is at fault
        return visible(f"{begins}{what}." + (f" {remedy}" if remedy else ""))


class StudyError(Exception):
    """The study cannot be built from its input. Carries every problem found, not only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[object, ...]:
        """How another process gets the error."""
        return type(self), (self.problems,)


class UsageError(StudyError):
    """A command was used wrongly; no study is at fault."""


class ReadError(StudyError):
    """A file cannot be read, or is not what it should be."""


class BeyondLimits(ReadError):
    """A file holds more, or takes more memory or time, than the limits allow. Another look would cost as much."""


def unreadable(
    path: str, what: str, remedy: str = EXPORT_AGAIN, place: str = "", holds_for_all: bool = False
) -> ReadError:
    """The error for a file that cannot be read, or is not what it should be. `what` must not quote the file."""
    return ReadError(Problem(path, place, what, remedy, holds_for_all))


def damaged(path: str, kind: str, remedy: str = EXPORT_AGAIN, place: str = "") -> ReadError:
    """The error for a file that is damaged or of another kind; `kind` has its article, for example "a workbook"."""
    return unreadable(path, f"it is not {kind}, or it is damaged", remedy, place)


def missing_file(path: str, remedy: str, named_in: str = "", place: str = "") -> Problem:
    """The problem that a file is missing, or no file; `named_in` and `place` say which file names it, and where.

    A file that is probably meant is named.
    """
    if path and Path(path).exists():
        is_folder = Path(path).is_dir()
        what = f"is {'a folder' if is_folder else 'a pipe or a device'}, not a file"
        remedy = f"Give the path of the file{' in it' if is_folder else ''}."
        if named_in:
            return Problem(named_in, place, f'"{path}" {what}', remedy)
        return Problem(path, "", f"it {what}", remedy, holds_for_all=True)
    remedy = " ".join(filter(None, [about_missing_file(path), remedy]))
    if named_in:
        return Problem(named_in, place, f'the file "{path}" does not exist', remedy)
    return Problem(path, "", "the file does not exist", remedy, holds_for_all=True)


def system_problem(error: OSError, path: str) -> Problem:
    """The problem that the operating system reports; `path` is the file where the error names none."""
    file = str(error.filename or path)
    if isinstance(error, (FileNotFoundError, IsADirectoryError)):
        return missing_file(file, "Correct the path, or put the file there.")
    what = f"it cannot be read or written ({error.strerror})"
    return Problem(file, "", what, "Fix the cause and run again.", holds_for_all=True)


def stop_on(problems: Iterable[Problem]) -> None:
    """Raise `StudyError` with all problems if there are any."""
    if found := list(problems):
        raise StudyError(found)


@contextmanager
def noting(problems: list[Problem]) -> Iterator[None]:
    """Add the problems of a `StudyError` to a list and go on, so that those of several files come at once."""
    try:
        yield
    except StudyError as error:
        problems += error.problems
