"""What the search finds: an identifier, and how a text has it. For the team alone: a message names kinds, no words."""

from collections.abc import Iterable
from typing import NamedTuple


class Hit(NamedTuple):
    """An identifier in a text."""

    kind: str
    words: str  # as the list of identifiers has it
    written: str  # as the text has it

    @property
    def identifier(self) -> tuple[str, str]:
        """What was found, however it is written."""
        return self.kind, self.words


def kinds_of(hits: Iterable[Hit]) -> frozenset[str]:
    """The kinds of some identifiers, which a message may name."""
    return frozenset(hit.kind for hit in hits)
