"""Where coders coded the same participants: what each says of each code, and where they do not agree.

The unit is a code of a participant: a coder gave it in the participant's material at least once, or not. So coders meet
whether they worked in one export or in several.

ASSUME: who coded anything of a participant judged every code of every domain that was coded for the group. A coder
who read it and coded nothing does not show, so that agreement is overstated, strongly with few codes. Where coders
share out domains, it is understated.

ASSUME: coders worked independently of each other; who only adds to another's codes does not code twice. Coders are
those that the exports name. A coding without a coder is no judgement of anybody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from crosscase.analysis.agreement_tables import Disagreement
from crosscase.analysis.judgements import Frame, Judgement, Level
from crosscase.analysis.shared_material import coded, codes_of_groups
from crosscase.storage.schemas import Cell, CellCoding

_TWO = 2
_SIZES = {Frame.ALL: 1, Frame.MARKED: 0}  # units of a code that nobody gave


class Shared(NamedTuple):
    """A participant that at least two coders coded, with how often each of them gave each code."""

    group: str
    participant: str
    coders: tuple[str, ...]  # sorted
    codings: Mapping[str, Counter[str]]  # by code, then by coder; of codes that somebody gave

    def times(self, code: str) -> dict[str, int]:
        """How often each coder gave a code."""
        return {coder: self.codings[code][coder] if code in self.codings else 0 for coder in self.coders}


def shared(cells: Iterable[Cell], codings: Iterable[CellCoding]) -> list[Shared]:
    """The participants that at least two coders coded, by group and pseudonym."""
    known = coded(cells)
    people: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for coding in codings:
        if coding.coder is not None and (coding.domain, coding.group) in known:
            people[coding.group, coding.participant][coding.code][coding.coder] += 1
    found = []
    for person, given in sorted(people.items()):
        coders = {coder for times in given.values() for coder in times}
        if len(coders) >= _TWO:
            found.append(Shared(*person, tuple(sorted(coders)), dict(given)))
    return found


def judgements(people: Iterable[Shared], cells: Iterable[Cell]) -> Iterator[Judgement]:
    """What the coders of each participant say of each code."""
    codes = codes_of_groups(cells)
    for one in people:
        given = {
            code: Counter({tuple(times > 0 for times in one.times(code).values()): 1})
            for code in one.codings
            if code in codes[one.group]
        }
        yield Judgement(Level.PARTICIPANT, one.group, one.participant, one.coders, codes[one.group], given, _SIZES)


def disagreements(people: Iterable[Shared], cells: Sequence[Cell]) -> Iterator[Disagreement]:
    """Each coder of each code of a participant that some coders gave and others did not: by cell, then by pseudonym."""
    disputed: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for one in people:
        for code, times in one.codings.items():
            if len(times) < len(one.coders):
                disputed[code, one.group].append(one)
    known = coded(cells)
    for cell in cells:
        for one in disputed[cell.code, cell.group] if (cell.domain, cell.group) in known else ():
            for coder, number in one.times(cell.code).items():
                yield Disagreement(cell.domain, cell.code, cell.group, one.participant, coder, number)
