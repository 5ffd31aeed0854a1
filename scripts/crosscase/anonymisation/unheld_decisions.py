"""Decisions that replace words and hold nowhere: the words stand in no passage and no name that the study uses.

They were mistyped, or another export came. Each export says so of the words that it does not have; what all of them say
is an issue of the study (`coding.issues`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from crosscase.messages.errors import Problem

_WHAT = "its words stand nowhere where it decides, so nothing is replaced"
_REMEDY = (
    "Write them as the text has them, an ordinary word in small letters, a letter or a short number for a document or a"
    " place, and `document` and `places` as the queue or the text has them. Or remove the row."
)


class Replacing(Protocol):
    """What this module needs of a decision that replaces words."""

    @property
    def words(self) -> str:
        """The words that it replaces; nothing if it is known by its id alone."""

    @property
    def row(self) -> str:
        """Its place in the file of decisions."""


class UnheldDecisions:
    """Notes which decisions have their words in an export. `decisions` are those that replace words, by id."""

    def __init__(self, decisions: Mapping[str, Replacing]) -> None:
        self._decisions = decisions
        self._found: set[str] = set()

    def note(self, numbers: Iterable[str]) -> None:
        """Note decisions whose words stand where they decide."""
        self._found.update(numbers)

    def problems(self, path: str, applied: Collection[str]) -> Iterator[Problem]:
        """The decisions of a file that neither were `applied` nor have their words anywhere."""
        for number, decision in self._decisions.items():
            if decision.words and number not in self._found and number not in applied:
                yield Problem(path, decision.row, _WHAT, _REMEDY)
