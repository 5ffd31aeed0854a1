"""A walk through the words that wait, one decision at a time. It knows no terminal.

Every decision is saved at once. `back` takes the last one back. An item can be narrowed: one item for each document, or
for each place, then replaces it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from crosscase.anonymisation.reviews import Choice, Where
from crosscase.reviewing.decision_file import DecisionFile
from crosscase.reviewing.word_groups import Item


@dataclass(slots=True)
class Walk:
    """Where a reviewer stands. `by` are the reviewer's initials, `on` is the day, as the file of decisions has them."""

    items: list[Item]
    decisions: DecisionFile
    by: str
    on: str
    number: int = 0  # of the current item
    _steps: list[dict[str, str] | None] = field(default_factory=list)  # the row of each step, None if it was skipped

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
        return sum(step is not None for step in self._steps)

    def decide(self, choice: Choice, instead: str = "") -> None:
        """Decide the current item, save the decision, and go on."""
        row = self.items[self.number].fields() | {
            "decision": str(choice),
            "instead": instead,
            "by": self.by,
            "on": self.on,
        }
        self.decisions.add(row)
        self._steps.append(row)
        self.number += 1

    def skip(self) -> None:
        """Leave the current item undecided, and go on."""
        self._steps.append(None)
        self.number += 1

    def back(self) -> bool:
        """Go back to the item before, and take its decision back; False at the beginning."""
        if not self._steps:
            return False
        if row := self._steps.pop():
            self.decisions.take_back(row)
        self.number -= 1
        return True

    def narrow(self, where: Where) -> bool:
        """Replace the current item by one for each document or place; False if it cannot be narrower."""
        item = self.items[self.number]
        if item.where == Where.ONCE or item.where == where:
            return False
        self.items[self.number : self.number + 1] = item.narrowed(where)
        return True
