"""A walk through the words that wait, one decision at a time. It knows no terminal.

Every decision is saved at once. `back` takes the last one back. An item can be narrowed: one item for each document, or
for each place, then replaces it. A part of its words can be replaced alone; the item is then asked for the rest.
So can any other words (`added_words`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crosscase.anonymisation.decision_rows import Choice, Where
from crosscase.coding.casing import is_about_document
from crosscase.reviewing.decision_file import DecisionFile
from crosscase.reviewing.word_groups import Item


class Step(NamedTuple):
    """What was done with the item of a number. Without a row it was skipped, and with one of other words it waits."""

    number: int
    row: dict[str, str] | None
    is_part: bool = False


@dataclass(slots=True)
class Walk:
    """Where a reviewer stands. `by` are the reviewer's initials, `on` is the day, as the file of decisions has them."""

    items: list[Item]
    decisions: DecisionFile
    by: str
    on: str
    number: int = 0  # of the current item
    _steps: list[Step] = field(default_factory=list)

    @classmethod
    def through(cls, items: Sequence[Item], decisions: DecisionFile, by: str, on: str) -> "Walk":
        """A walk through what is left of some items."""
        left = [rest for item in items if (rest := decisions.undecided(item))]
        return cls(left, decisions, by, on)

    @property
    def current(self) -> Item | None:
        """The item to decide; None at the end."""
        return self.items[self.number] if self.number < len(self.items) else None

    @property
    def decided(self) -> int:
        """How many decisions were made on this walk."""
        return sum(step.row is not None for step in self._steps)

    @property
    def left(self) -> int:
        """How many items are not decided."""
        return len(self.items) - sum(step.row is not None and not step.is_part for step in self._steps)

    def decide(self, choice: Choice, instead: str = "") -> None:
        """Decide the current item, save the decision, and go on."""
        self._save(self.items[self.number].fields(), choice, instead)
        self.number += 1

    def replace_part(self, words: str) -> bool:
        """Replace some words of the current item, whose other words wait; False if they are not a part of it."""
        item = self.items[self.number]
        if not item.has_part(words):
            return False
        self._save(item.fields() | {"words": words}, Choice.REDACT, is_part=True)
        return True

    def add(self, row: Mapping[str, str], instead: str = "") -> None:
        """Replace words that are not asked for, and stay at the current item."""
        self._save(row, Choice.REDACT, instead, is_part=True)

    def _save(self, fields: Mapping[str, str], choice: Choice, instead: str = "", is_part: bool = False) -> None:
        decided = {"decision": str(choice), "instead": instead, "by": self.by, "on": self.on}
        row = {**fields, **decided}
        self.decisions.add(row)
        self._steps.append(Step(self.number, row, is_part))

    def skip(self) -> None:
        """Leave the current item undecided, and go on."""
        self._steps.append(Step(self.number, None))
        self.number += 1

    def back(self) -> bool:
        """Go back to the item before, and take its decision back; False at the beginning."""
        if not self._steps:
            return False
        step = self._steps.pop()
        if step.row:
            self.decisions.take_back(step.row)
        self.number = step.number
        return True

    def narrow(self, where: Where) -> bool:
        """Replace the current item by one for each document or place; False if it cannot be narrower."""
        item = self.items[self.number]
        if item.where in (Where.ONCE, where) or is_about_document(item.words):
            return False
        self.items[self.number : self.number + 1] = item.narrowed(where)
        return True
