"""What the coders of some material say of a code there, counted over its units; from this all agreement is worked out.

A unit is a code of a place. The place is a participant, a segment or a position (character or paragraph). Two frames
say which units count: all, or those of places that somebody marked.
"""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

Said = tuple[bool, ...]  # whether each coder of the material gave the code, in the order of their pseudonyms


class Level(StrEnum):
    """The places at which coders are compared."""

    PARTICIPANT = "participant"
    SEGMENT = "segment"
    CHARACTER = "character"
    PARAGRAPH = "paragraph"


class Frame(StrEnum):
    """Which units count."""

    ALL = "all"  # also unmarked ones: codes that nobody gave the participant, what lies between marked places
    MARKED = "marked"  # codes that somebody gave the participant; of places those that somebody marked with any code


NOT_GIVEN = Counter[Said]()  # of most codes of a large codebook: one for all, since there may be millions


class Judgement(NamedTuple):
    """What the coders of some of a participant's material say of one code. Do not change its parts: they are shared."""

    level: Level
    domain: str
    code: str
    group: str
    participant: str
    coders: tuple[str, ...]  # sorted
    given: Counter[Said]  # the units that somebody gave the code
    not_given: Mapping[Frame, int]  # those that nobody gave it, by frame

    def units(self, frame: Frame) -> Counter[Said]:
        """All units of a frame."""
        nobody = (False,) * len(self.coders)
        return self.given + Counter({nobody: self.not_given[frame]})

    def of(self, coders: tuple[str, ...]) -> "Judgement":
        """What some of these coders say, of the same units."""
        if coders == self.coders:
            return self
        places = [self.coders.index(coder) for coder in coders]
        given, silent = Counter[Said](), 0
        for said, times in self.given.items():
            if any(kept := tuple(said[place] for place in places)):
                given[kept] += times
            else:
                silent += times
        not_given = {frame: times + silent for frame, times in self.not_given.items()}
        return self._replace(coders=coders, given=given, not_given=not_given)
