"""What the coders of some material say of all codes there, over its units; from this all agreement is worked out.

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


_NOT_GIVEN = Counter[Said]()


class Judgement(NamedTuple):
    """What the coders of some of a participant's material say of all codes. Do not change its parts: they are shared.

    Most codes of a large codebook are given nowhere in it. They have no part of their own: there may be millions.
    """

    level: Level
    group: str
    participant: str
    coders: tuple[str, ...]  # sorted
    codes: Mapping[str, str]  # the domain of each code that they judged, in the order of the codebook
    given: Mapping[str, Counter[Said]]  # the units of each code that somebody gave, where somebody did
    sizes: Mapping[Frame, int]  # the units of each code; a code that was given more often has those

    def units(self, code: str, frame: Frame) -> Counter[Said]:
        """All units of a code in a frame."""
        given = self.given.get(code, _NOT_GIVEN)
        return given + Counter({self.nobody: max(self.sizes[frame] - given.total(), 0)})

    @property
    def nobody(self) -> Said:
        """What is said of a unit that nobody gave the code."""
        return (False,) * len(self.coders)

    def of(self, coders: tuple[str, ...]) -> "Judgement":
        """What some of these coders say, of the same units."""
        if coders == self.coders:
            return self
        places = [self.coders.index(coder) for coder in coders]
        given = {code: Counter[Said]() for code in self.given}
        for code, units in self.given.items():
            for said, times in units.items():
                given[code][tuple(said[place] for place in places)] += times
        return self._replace(coders=coders, given=given)
