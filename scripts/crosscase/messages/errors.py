"""Problems of the input, told so that a person can mend them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosscase.messages.visible_text import visible


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which file, where in it, what, and what to do about it."""

    file: str
    place: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return visible(f"{where}: {self.what.rstrip('.')}." + (f" {self.remedy}" if self.remedy else ""))


class StudyError(Exception):
    """The study cannot be built from its input. Carries every problem found, not only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__("\n".join(map(str, self.problems)))


class ReadError(StudyError):
    """A file cannot be read, or is not what it should be."""


def unreadable(path: str, what: str, remedy: str = "Export it again from the tool.", place: str = "") -> ReadError:
    """The error for a file that is not what it should be. `what` must not quote the file."""
    return ReadError(Problem(path, place, what, remedy))


def refused(error: OSError, path: str) -> Problem:
    """What the operating system refused; `path` is the file where the error names none."""
    what = f"it cannot be read or written ({error.strerror})"
    return Problem(str(error.filename or path), "", what, "Mend that and try again.")


def stop_on(problems: Iterable[Problem]) -> None:
    """Raise `StudyError` with all problems if there are any."""
    if found := list(problems):
        raise StudyError(found)


def places(locators: Sequence[str]) -> str:
    """The first of some places, and how many more there are."""
    more = len(locators) - 1
    return locators[0] + (f" and {more} more place{'s' if more > 1 else ''}" if more else "")
