"""Where coders coded the same documents: how far they agree, and on which codes they do not.

The unit is a code in a document: a coder gave it there at least once, or not.

ASSUME: who coded anything in a document judged every code of every domain that was coded for its group; a code that
such a coder did not give was judged not to be there. Where coders share out domains, this understates agreement.

ASSUME: coders are those that the exports name. A coding without a coder is no judgement of anybody.
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
    """A code in a document, with how often each coder of the document gave it."""

    domain: str
    code: str
    group: str
    document: str
    codings: dict[str, int]  # by coder

    @property
    def is_disputed(self) -> bool:
        """Whether some coders gave the code and others did not."""
        return len({times > 0 for times in self.codings.values()}) > 1


def units(cells: Sequence[Cell], codings: Iterable[CellCoding]) -> list[Unit]:
    """The units of all documents that at least two coders coded, in the order of the cells, then of the documents."""
    coders: dict[tuple[str, str], set[str]] = defaultdict(set)  # by group and document
    times: Counter[tuple[str, str, str, str]] = Counter()
    for coding in codings:
        if coding.coder is not None:
            coders[coding.group, coding.document].add(coding.coder)
            times[coding.code, coding.group, coding.document, coding.coder] += 1
    shared: dict[str, list[str]] = defaultdict(list)
    for group, document in sorted(place for place, names in coders.items() if len(names) >= _TWO):
        shared[group].append(document)
    return [
        Unit(
            *(cell.domain, cell.code, cell.group, document),
            {coder: times[cell.code, cell.group, document, coder] for coder in sorted(coders[cell.group, document])},
        )
        for cell in cells
        if cell.state in (State.PRESENT, State.ABSENT)
        for document in shared[cell.group]
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
    coders = sorted({coder for unit in own for coder in unit.codings})
    given = [[unit.codings[coder] > 0 if coder in unit.codings else None for coder in coders] for unit in own]
    said = [judgement for unit in given for judgement in unit if judgement is not None]
    pairs = [(bool(one), bool(other)) for one, other in given] if len(coders) == _TWO else []
    return Agreement(
        *(domain, code, group, len(coders), len({unit.document for unit in own}), len(own)),
        given=round(sum(said) / len(said), DIGITS),
        observed=_number(agreement.observed(given)),
        positive=_number(agreement.specific(given, True)),
        negative=_number(agreement.specific(given, False)),
        alpha=_number(agreement.krippendorff(given)),
        kappa=_number(agreement.fleiss(given)),
        cohen=_number(agreement.cohen(pairs)),
        ac1=_number(agreement.gwet(given)),
        pabak=_number(agreement.adjusted(given)),
        bias=_number(Fraction(abs(sum(one - other for one, other in pairs)), len(pairs)) if pairs else None),
    )


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)
