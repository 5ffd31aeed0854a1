"""The agreement of coders by code, domain, group and pair of coders, at each level and in each frame.

Chance is worked out code by code. Rows over several coders count a unit once, whoever of them judged it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from crosscase.analysis import agreement, resampling
from crosscase.analysis.agreement_tables import Agreement, Undefined
from crosscase.analysis.judgements import Frame, Judgement, Level, Said
from crosscase.analysis.rows import ALL
from crosscase.analysis.worth import DIGITS

_TWO = 2
Key = tuple[str, str, str, str, str]  # domain, code, group, one and other coder


def of(judgements: Iterable[Judgement], seed: int) -> Iterator[Agreement]:
    """Each row: over all, then by domain and group, code and pair of coders, level by level."""
    by_level: dict[Level, dict[Key, list[Judgement]]] = {level: {} for level in Level}
    for judgement in judgements:
        for key, own in _rows_with(judgement):
            by_level[judgement.level].setdefault(key, []).append(own)
    for level, rows in by_level.items():
        for frame in Frame:
            yield from (row(level, frame, key, rows[key], seed) for key in sorted(rows, key=_place(rows)))


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


def row(level: Level, frame: Frame, key: Key, own: Sequence[Judgement], seed: int) -> Agreement:
    """The agreement of some judgements; `key` says which they are."""
    coders = {coder for judgement in own for coder in judgement.coders}
    codes, people = _counted(own, frame)
    given = sum(codes.values(), Counter[Said]())
    by_chance = not (level == Level.PARTICIPANT and frame == Frame.MARKED)
    strata = list(codes.values()) if by_chance else []
    alpha = agreement.krippendorff(*strata)
    pairs = strata if len(coders) == _TWO else []
    between = resampling.intervals(people, seed)
    return Agreement(
        *(level, frame, *key, len(coders), len(people), given.total()),
        prevalence=_number(agreement.prevalence(given, True)),
        bias=_number(agreement.bias(given, True)) if len(coders) == _TWO else None,
        observed=_number(agreement.observed(given)),
        observed_low=_end(between.observed, 0),
        observed_high=_end(between.observed, 1),
        positive=_number(agreement.specific(given, True)),
        negative=_number(agreement.specific(given, False)) if by_chance else None,
        alpha=_number(alpha),
        alpha_low=_end(between.alpha, 0) if by_chance else None,
        alpha_high=_end(between.alpha, 1) if by_chance else None,
        kappa=_number(agreement.fleiss(*strata)),
        cohen=_number(agreement.cohen(*pairs)),
        ac1=_number(agreement.gwet(*strata)),
        ac1_low=_end(between.ac1, 0) if by_chance else None,
        ac1_high=_end(between.ac1, 1) if by_chance else None,
        pabak=_number(agreement.adjusted(*strata)),
        undefined=_why(given.total(), by_chance, alpha),
    )


def _counted(
    own: Iterable[Judgement], frame: Frame
) -> tuple[dict[str, Counter[Said]], list[Mapping[str, Counter[Said]]]]:
    """The units of a frame by code, and by participant and code."""
    codes: dict[str, Counter[Said]] = {}
    people: dict[tuple[str, str], dict[str, Counter[Said]]] = {}
    for judgement in own:
        units = judgement.units(frame)
        codes.setdefault(judgement.code, Counter()).update(units)
        person = people.setdefault((judgement.group, judgement.participant), {})
        person.setdefault(judgement.code, Counter()).update(units)
    return codes, list(people.values())


def _why(units: int, by_chance: bool, alpha: Fraction | None) -> Undefined:
    """Why coefficients are empty that take chance into account."""
    if not units:
        return Undefined.NO_UNITS
    if not by_chance:
        return Undefined.NO_UNMARKED
    return Undefined.BY_CHANCE if alpha is None else Undefined.NOTHING


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)


def _end(interval: resampling.Interval, end: int) -> float | None:
    return None if interval is None else round(interval[end], DIGITS)
