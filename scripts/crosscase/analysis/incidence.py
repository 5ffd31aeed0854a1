"""Which participants raised which codes: the counts on which estimates of unseen codes and of saturation rest.

Participants are the sampling units, codes the species (A. Chao and others, Ecological Monographs 84, 2014).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Incidence:
    """The codes of each participant. A participant without codes counts, too."""

    codes_of: Mapping[str, frozenset[str]]
    listed: int = 0  # codes that the codebook has for them

    @classmethod
    def of(cls, participants: Iterable[str], mentions: Iterable[tuple[str, str]], listed: int = 0) -> "Incidence":
        """From all participants, and (participant, code) of each mention. KeyError if one is unknown."""
        found: dict[str, set[str]] = {participant: set() for participant in participants}
        for participant, code in mentions:
            found[participant].add(code)
        return cls({participant: frozenset(codes) for participant, codes in found.items()}, listed)

    @property
    def participants(self) -> int:
        """How many participants there are (T)."""
        return len(self.codes_of)

    @cached_property
    def raised_by(self) -> dict[str, int]:
        """How many participants raised each code that anybody raised (Y)."""
        return dict(sorted(Counter(code for codes in self.codes_of.values() for code in codes).items()))

    @property
    def codes(self) -> int:
        """How many codes somebody raised (S)."""
        return len(self.raised_by)

    @property
    def mentions(self) -> int:
        """How many pairs of a participant and a code there are (U)."""
        return sum(self.raised_by.values())

    def raised_by_exactly(self, number: int) -> int:
        """How many codes exactly so many participants raised (Q1, Q2)."""
        return sum(count == number for count in self.raised_by.values())

    @cached_property
    def unions(self) -> Counter[int]:
        """How often each number of participants is that of the union of those of two codes, for all ordered pairs."""
        bit = {participant: 1 << number for number, participant in enumerate(self.codes_of)}
        masks: dict[str, int] = dict.fromkeys(self.raised_by, 0)
        for participant, codes in self.codes_of.items():
            for code in codes:
                masks[code] |= bit[participant]
        return Counter((one | other).bit_count() for one in masks.values() for other in masks.values())
