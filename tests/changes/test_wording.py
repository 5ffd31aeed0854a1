"""The words for what differs between two builds take few passes through these, however many codes went."""

from collections.abc import Iterator, Sequence
from typing import Any

from crosscase.changes import comparison
from crosscase.changes.compared import Build
from crosscase.changes.wording import Wording
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, State


class Passes(Sequence[Any]):
    """A list that counts how often somebody goes through it."""

    def __init__(self, items: Sequence[Any]) -> None:
        self.items, self.passes = items, 0

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: Any) -> Any:
        return self.items[place]

    def __iter__(self) -> Iterator[Any]:
        self.passes += 1
        return iter(self.items)


def passes(number: int) -> int:
    """How often the cells of the new build are gone through if so many codes went."""
    gone = [Cell("d", f"code{n}", "A", State.ABSENT, 0, 1, 0) for n in range(number)]
    cells = Passes([Cell("d", "new", "A", State.ABSENT, 0, 1, 0)])
    found = comparison.compare(Build(gone, [], frozenset("P")), Build(cells, [], frozenset("P")))
    before = cells.passes
    words = Wording(labels.of("en", {}, "group", "groups"), found)
    assert words.code(("d", "code0")) == "d/code0"
    return cells.passes - before


def test_the_names_of_codes_are_gathered_once() -> None:
    assert passes(100) == passes(2)
