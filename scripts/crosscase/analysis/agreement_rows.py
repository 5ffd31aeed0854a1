"""The agreement of coders by code, domain, group and pair of coders, at each level and in each frame.

Chance is worked out code by code. Rows over several coders count a unit once, whoever of them judged it.

ASSUME: where each code has one unit, as if coders met on one participant, nothing shows chance. The formulas would
give numbers that say nothing: alpha 0 and kappa -1 for any disagreement.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from crosscase.analysis.agreement_tables import Agreement, Undefined
from crosscase.analysis.binary_agreement import SIZE, coefficients, scale_of, sums
from crosscase.analysis.judgements import Frame, Judgement, Level
from crosscase.analysis.resampling import intervals
from crosscase.analysis.rows import ALL
from crosscase.analysis.worth import DIGITS

_TWO = 2
_BY_CHANCE = ("alpha", "kappa", "cohen", "ac1")
_LEFT_OUT = {Undefined.NO_UNMARKED: (*_BY_CHANCE, "negative", "pabak"), Undefined.ONE_UNIT: _BY_CHANCE}
_OF_TWO = ("cohen", "bias")  # coders
Key = tuple[str, str, str, str, str]  # domain, code, group, one and other coder


def of(judgements: Iterable[Judgement], seed: int) -> Iterator[Agreement]:
    """Each row: over all, then by domain and group, code and pair of coders, level by level."""
    by_level: dict[Level, dict[Key, list[Judgement]]] = {level: {} for level in Level}
    for judgement in judgements:
        for key, own in _rows_with(judgement):
            by_level[judgement.level].setdefault(key, []).append(own)
    for level, rows in by_level.items():
        for frame in Frame:
            summed = _Summed(frame, (one for own in rows.values() for one in own))
            yield from (row(level, key, rows[key], summed, seed) for key in sorted(rows, key=_place(rows)))


class _Summed:
    """The sums of judgements in one frame, each worked out once."""

    def __init__(self, frame: Frame, judgements: Iterable[Judgement]) -> None:
        self.frame = frame
        own = {id(one): one for one in judgements}
        self.scale = scale_of({(False,) * len(one.coders) for one in own.values()})
        self._not_given: dict[tuple[int, int], list[int]] = {}  # by the numbers of coders and of units
        self._sums = {key: sums(one.units(frame), self.scale) for key, one in own.items() if one.given}

    def of(self, judgement: Judgement) -> list[int]:
        if judgement.given:
            return self._sums[id(judgement)]
        key = len(judgement.coders), judgement.not_given[self.frame]
        if key not in self._not_given:
            self._not_given[key] = sums(judgement.units(self.frame), self.scale)
        return self._not_given[key]


def over(level: Level, frame: Frame, key: Key, own: Sequence[Judgement], seed: int) -> Agreement:
    """The agreement of some judgements; `key` says which they are."""
    return row(level, key, own, _Summed(frame, own), seed)


def _rows_with(judgement: Judgement) -> Iterator[tuple[Key, Judgement]]:
    """The rows in which a judgement counts."""
    for domain in (judgement.domain, ALL):
        for group in (judgement.group, ALL):
            yield (domain, ALL, group, ALL, ALL), judgement
    yield (judgement.domain, judgement.code, ALL, ALL, ALL), judgement
    for one, other in combinations(judgement.coders, _TWO):
        yield (ALL, ALL, ALL, one, other), judgement.of((one, other))


def _place(rows: Iterable[Key]) -> Callable[[Key], tuple[object, ...]]:
    number = {key: place for place, key in enumerate(rows)}

    def place(key: Key) -> tuple[object, ...]:
        is_pair, is_code = key[3] != ALL, key[1] != ALL
        return is_pair, is_code, number[key] if is_code else (), key

    return place


def row(level: Level, key: Key, own: Sequence[Judgement], summed: _Summed, seed: int) -> Agreement:
    """The agreement of some judgements, of which the sums are known."""
    coders = {coder for judgement in own for coder in judgement.coders}
    people = _by_participant(own, summed)
    codes = [list(map(sum, zip(*of_code, strict=True))) for of_code in zip(*people, strict=True)]
    found = coefficients(codes, summed.scale)
    between = intervals(people, summed.scale, seed)
    units = [code[0] for code in codes]
    why = _why(units, level == Level.PARTICIPANT and summed.frame == Frame.MARKED, found.alpha)
    left_out = {*_LEFT_OUT.get(why, ()), *(_OF_TWO if len(coders) != _TWO else ())}
    values = found._asdict()
    for name in values:
        is_empty = name in left_out or values[name] is None
        values[name] = None if is_empty else _rounded(values[name])
    for name, interval in between._asdict().items():
        is_empty = interval is None or values[name] is None
        ends = (None, None) if is_empty else map(_rounded, interval)
        values[f"{name}_low"], values[f"{name}_high"] = ends
    return Agreement(level, summed.frame, *key, len(coders), len(people), sum(units), undefined=why, **values)


def _rounded(value: Fraction | float) -> float:
    return round(float(value), DIGITS) + 0.0  # which makes 0 of -0


def _by_participant(own: Iterable[Judgement], summed: _Summed) -> list[list[list[int]]]:
    """The sums of each participant, of all codes in one order."""
    places: dict[str, int] = {}
    people: dict[tuple[str, str], dict[int, list[int]]] = {}
    for judgement in own:
        place = places.setdefault(judgement.code, len(places))
        person = people.setdefault((judgement.group, judgement.participant), {})
        before = person.get(place)
        added = summed.of(judgement)
        person[place] = added if before is None else [one + other for one, other in zip(before, added, strict=True)]
    nothing = [0] * SIZE
    return [[person.get(place, nothing) for place in range(len(places))] for person in people.values()]


def _why(units: Sequence[int], has_no_unmarked: bool, alpha: Fraction | None) -> Undefined:
    """Why coefficients are empty that take chance into account. `units`: of each code."""
    if not any(units):
        return Undefined.NO_UNITS
    if has_no_unmarked:
        return Undefined.NO_UNMARKED
    if max(units) == 1:
        return Undefined.ONE_UNIT
    return Undefined.BY_CHANCE if alpha is None else Undefined.NOTHING
