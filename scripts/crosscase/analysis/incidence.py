"""Which participants raised which codes: the counts on which estimates of unseen codes and of saturation rest.

Participants are the sampling units, codes the species (A. Chao and others, Ecological Monographs 84, 2014).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations


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
        return self.times_raised[number]

    @cached_property
    def times_raised(self) -> Counter[int]:
        """How many codes each number of participants raised."""
        return Counter(self.raised_by.values())

    @cached_property
    def unions(self) -> Counter[int]:
        """How often each number of participants is that of the union of those of two codes, for all ordered pairs.

        Most pairs of many codes have no participant in common, so all are first taken for such, then those that one
        participant raised are put right: that takes no longer than to read who raised what.
        """
        found: Counter[int] = Counter()
        for one, times in self.times_raised.items():
            for other, again in self.times_raised.items():
                found[one + other] += times * again
        common = Counter(pair for codes in self.codes_of.values() for pair in combinations(sorted(codes), 2))
        for (code, second), both in common.items():
            apart = self.raised_by[code] + self.raised_by[second]
            found[apart] -= 2
            found[apart - both] += 2
        for raised, times in self.times_raised.items():  # a code with itself
            found[2 * raised] -= times
            found[raised] += times
        return +found
