"""Where coders coded the same participants: how far they agree, and on which codes they do not.

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
from fractions import Fraction
from typing import NamedTuple

from crosscase.analysis import agreement
from crosscase.analysis.rows import ALL, Agreement, Disagreement
from crosscase.analysis.worth import DIGITS
from crosscase.storage.schemas import Cell, CellCoding, State

_TWO = 2


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
    coded = {(cell.domain, cell.group) for cell in cells if cell.state in (State.PRESENT, State.ABSENT)}
    coders: dict[tuple[str, str], set[str]] = defaultdict(set)  # by group and participant
    times: Counter[tuple[str, str, str, str]] = Counter()
    for coding in codings:
        if coding.coder is not None and (coding.domain, coding.group) in coded:
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
        if (cell.domain, cell.group) in coded
        for participant in shared[cell.group]
    ]


def of_codes(judged: Sequence[Unit]) -> Iterator[Agreement]:
    """The agreement on each code; on each domain and on all domains, for each group and for all of them."""
    codes: dict[tuple[str, str, str], list[Unit]] = {}
    wider: dict[tuple[str, str, str], list[Unit]] = {}
    for unit in judged:
        codes.setdefault((unit.domain, unit.code, ALL), []).append(unit)
        for domain in (unit.domain, ALL):
            for group in (unit.group, ALL):
                wider.setdefault((domain, ALL, group), []).append(unit)
    yield from (_agreement(*key, own) for key, own in codes.items())
    yield from (_agreement(*key, wider[key]) for key in sorted(wider))


def disagreements(judged: Iterable[Unit]) -> Iterator[Disagreement]:
    """Each coder of each unit on which coders disagree."""
    for unit in judged:
        if unit.is_disputed:
            for coder, times in unit.codings.items():
                yield Disagreement(*unit[:4], coder, times)


def _agreement(domain: str, code: str, group: str, own: Sequence[Unit]) -> Agreement:
    """The agreement on some units. Chance is worked out code by code."""
    coders = sorted({coder for unit in own for coder in unit.codings})
    strata: dict[str, list[list[bool | None]]] = {}
    for unit in own:
        judged = [unit.codings[coder] > 0 if coder in unit.codings else None for coder in coders]
        strata.setdefault(unit.code, []).append(judged)
    codes = list(strata.values())
    given = [unit for units_of_code in codes for unit in units_of_code]
    said = [judgement for unit in given for judgement in unit if judgement is not None]
    pairs = [[(bool(one), bool(other)) for one, other in code] for code in codes] if len(coders) == _TWO else []
    return Agreement(
        *(domain, code, group, len(coders), len({unit.participant for unit in own}), len(own)),
        given=round(sum(said) / len(said), DIGITS),
        observed=_number(agreement.observed(given)),
        positive=_number(agreement.specific(given, True)),
        negative=_number(agreement.specific(given, False)),
        alpha=_number(agreement.krippendorff(*codes)),
        kappa=_number(agreement.fleiss(*codes)),
        cohen=_number(agreement.cohen(*pairs)),
        ac1=_number(agreement.gwet(*codes)),
        pabak=_number(agreement.adjusted(*codes)),
    )


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)
