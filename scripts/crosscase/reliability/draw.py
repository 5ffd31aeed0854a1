"""Which participants are coded a second time, and by whom.

Each group is drawn by itself: the share of its participants, rounded up. Participants stand in an order that the seed,
the group and their pseudonym alone decide (SHA-256). So the same seed draws the same again, a larger share draws more
beside the same ones, and who joins the register changes little. Everybody can draw again from what is published. Ids of
the register decide nothing: whoever guessed them could otherwise tell whose pseudonym was drawn.

ASSUME: a participant with all documents is drawn, not a document or a passage. Coders take turns, those who have least
to do first; nobody codes what the same person coded already.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from math import ceil
from typing import NamedTuple

from crosscase.storage.text_form import fold


class Candidate(NamedTuple):
    """A participant of the register in one group, who did not withdraw."""

    participant: str
    group: str
    pseudonym: str
    documents: tuple[str, ...] = ()
    coders: frozenset[str] = frozenset()  # pseudonyms of those who coded the participant already

    @property
    def key(self) -> tuple[str, str]:
        """What tells candidates apart."""
        return self.group, fold(self.participant)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A participant who was drawn, as the register has it; confidential."""

    group: str
    participant: str
    documents: str
    second_coder: str  # empty: any but the first
    coders_before: int  # who had coded the participant when it was drawn
    share: str
    seed: int

    @property
    def key(self) -> tuple[str, str]:
        """What tells candidates apart."""
        return self.group, fold(self.participant)


def draw(
    candidates: Iterable[Candidate],
    share: Fraction,
    seed: int,
    coders: Mapping[str, str],
    earlier: Collection[Drawn] = (),
) -> list[Drawn]:
    """The draw, sorted by group and participant; `earlier` rows stay, and participants in them are not drawn anew.

    `coders` gives the pseudonym of each person who may code a second time, by name. Nobody else is assigned; where each
    of them has coded a participant already, the second coder is left open.
    """
    before = {row.key for row in earlier}
    busy = Counter({name: sum(row.second_coder == name for row in earlier) for name in coders})
    found = list(earlier)
    for candidate in _chosen(candidates, share, seed):
        if candidate.key not in before:
            free = [name for name, pseudonym in sorted(coders.items()) if pseudonym not in candidate.coders]
            second = min(
                free, key=lambda name: (busy[name], _rank(seed, coders[name], candidate.pseudonym)), default=""
            )
            busy[second] += 1
            documents = " | ".join(candidate.documents)
            numbers = len(candidate.coders), str(float(share)), seed
            found.append(Drawn(candidate.group, candidate.participant, documents, second, *numbers))
    return sorted(found, key=lambda row: row.key)


def _chosen(candidates: Iterable[Candidate], share: Fraction, seed: int) -> list[Candidate]:
    """So many of each group as its share asks for, in the order of the draw."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.group, []).append(candidate)
    chosen = []
    for group, members in sorted(groups.items()):
        ranked = sorted(members, key=lambda one: (_rank(seed, group, one.pseudonym), one.key))
        chosen += ranked[: ceil(share * len(members))]
    return chosen


def _rank(seed: int, *names: str) -> str:
    return sha256("\0".join([str(seed), *names]).encode()).hexdigest()
