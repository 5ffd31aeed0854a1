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
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from crosscase.analysis.agreement_tables import Disagreement
from crosscase.analysis.judgements import NOT_GIVEN, Frame, Judgement, Level
from crosscase.analysis.shared_material import coded
from crosscase.storage.schemas import Cell, CellCoding

_TWO = 2
_NONE, _ONE = ({Frame.ALL: number, Frame.MARKED: 0} for number in (0, 1))  # units that nobody gave the code


class Unit(NamedTuple):
    """A code of a participant, with how often each coder of the participant gave it."""

    domain: str
    code: str
    group: str
    participant: str
    codings: dict[str, int]  # by coder

    @property
    def is_disputed(self) -> bool:
        """Whether some coders gave the code and others did not."""
        return len({times > 0 for times in self.codings.values()}) > 1


def units(cells: Sequence[Cell], codings: Iterable[CellCoding]) -> list[Unit]:
    """The units of all participants that at least two coders coded, in the order of the cells, then by pseudonym."""
    known = coded(cells)
    coders: dict[tuple[str, str], set[str]] = defaultdict(set)  # by group and participant
    times: Counter[tuple[str, str, str, str]] = Counter()
    for coding in codings:
        if coding.coder is not None and (coding.domain, coding.group) in known:
            coders[coding.group, coding.participant].add(coding.coder)
            times[coding.code, coding.group, coding.participant, coding.coder] += 1
    shared: dict[str, list[str]] = defaultdict(list)
    for group, participant in sorted(place for place, names in coders.items() if len(names) >= _TWO):
        shared[group].append(participant)
    return [
        Unit(
            *(cell.domain, cell.code, cell.group, participant),
            {
                coder: times[cell.code, cell.group, participant, coder]
                for coder in sorted(coders[cell.group, participant])
            },
        )
        for cell in cells
        if (cell.domain, cell.group) in known
        for participant in shared[cell.group]
    ]


def judgements(judged: Iterable[Unit]) -> Iterator[Judgement]:
    """What the coders of each participant say of each code."""
    for unit in judged:
        said = tuple(times > 0 for times in unit.codings.values())
        given, not_given = (Counter({said: 1}), _NONE) if any(said) else (NOT_GIVEN, _ONE)
        yield Judgement(Level.PARTICIPANT, *unit[:4], tuple(unit.codings), given, not_given)


def disagreements(judged: Iterable[Unit]) -> Iterator[Disagreement]:
    """Each coder of each unit on which coders disagree."""
    for unit in judged:
        if unit.is_disputed:
            for coder, times in unit.codings.items():
                yield Disagreement(*unit[:4], coder, times)
