"""Decisions that replace words and did so nowhere in an export, though its passages have these words.

A decision holds where a rule found something doubtful, within it or across its edge (`review_outcomes`). Words that
somebody wrote down by hand may stand where no rule found anything: nothing replaces them, so the team must know.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from crosscase.anonymisation.document_names import without_ending
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import shape
from crosscase.messages.errors import Problem
from crosscase.spreadsheets import team_lists

_WHAT = "it replaces words that stay in passages: they stand where nothing waits, and a decision holds only there"
_REMEDY = "List them in `identifiers`, which are replaced wherever they stand, or remove the row."


class Replacing(Protocol):
    """What this module needs of a decision that replaces words."""

    @property
    def words(self) -> str:
        """The words that it replaces."""

    @property
    def document(self) -> str:
        """The document in which it holds; nothing: in all."""

    @property
    def row(self) -> str:
        """Its place in the file of decisions."""


class UnheldDecisions:
    """Sees the passages of an export as they are published. `decisions` are those that replace words, by id."""

    def __init__(self, decisions: Mapping[str, Replacing]) -> None:
        self._by_first: dict[str, list[str]] = {}  # ids by the first of the decided words
        self._decisions = decisions
        self._words = {number: _written(one.words) for number, one in decisions.items()}
        for number, words in self._words.items():
            if words:
                self._by_first.setdefault(words[0], []).append(number)
        self._found: set[str] = set()

    def note(self, document: str, text: str) -> None:
        """Note which of the decided words a passage still has."""
        words = WORD.findall(text) if self._by_first else []
        written = list(map(shape, words))
        for place, word in enumerate(written):
            for number in self._by_first.get(word, ()):
                decided, one = self._words[number], self._decisions[number]
                is_same = len(decided) > 1 or words[place] == one.words  # may, May
                is_here = not one.document or without_ending(one.document) == without_ending(document)
                if is_same and is_here and written[place : place + len(decided)] == decided:
                    self._found.add(number)

    def problems(self, path: str, applied: Collection[str]) -> Iterator[Problem]:
        """The decisions of a file that were not `applied`, though passages have their words."""
        rows = [self._decisions[number].row for number in self._words if number in self._found - set(applied)]
        yield from team_lists.merged(Problem(path, row, _WHAT, _REMEDY) for row in rows)


def _written(words: str) -> list[str]:
    return list(map(shape, WORD.findall(words)))
