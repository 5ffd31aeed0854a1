"""The agreement of coders by code, domain, group and pair of coders, at each level and in each frame.

Chance is worked out code by code. Rows over several coders count a unit once, whoever of them judged it.

ASSUME: where each code has one unit, as if coders met on one participant, nothing shows chance. The formulas would
give numbers that say nothing: alpha 0 and kappa -1 for any disagreement.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from crosscase.analysis import sums_of_people
from crosscase.analysis.agreement_tables import Agreement, Undefined
from crosscase.analysis.binary_agreement import coefficients, scale_of
from crosscase.analysis.judgements import Frame, Judgement, Level
from crosscase.analysis.resampling import intervals
from crosscase.analysis.rows import ALL
from crosscase.analysis.sums_of_people import People, Person
from crosscase.analysis.worth import DIGITS

_TWO = 2
_BY_CHANCE = ("alpha", "kappa", "cohen", "ac1")
_LEFT_OUT = {Undefined.NO_UNMARKED: (*_BY_CHANCE, "negative", "pabak"), Undefined.ONE_UNIT: _BY_CHANCE}
_OF_TWO = ("cohen", "bias")  # coders
Key = tuple[str, str, str, str, str]  # domain, code, group, one and other coder


def of(judgements: Iterable[Judgement], seed: int) -> Iterator[Agreement]:
    """Each row: over all, then by domain and group, code and pair of coders, level by level."""
    by_level: dict[Level, list[Judgement]] = {level: [] for level in Level}
    for judgement in judgements:
        by_level[judgement.level].append(judgement)
    for level, own in by_level.items():
        pairs = dict(sorted(_pairs(own).items()))
        domains = _in_order(one.codes for one in own)
        for frame in Frame:
            scale = scale_of(one.nobody for one in own)
            for key, people in _over_all_coders(sums_of_people.of(own, frame, scale), domains):
                yield row(level, frame, key, people, scale, seed)
            for pair, both in pairs.items():
                scale = scale_of(one.nobody for one in both)
                people = People(sums_of_people.of(both, frame, scale), list(domains))
                yield row(level, frame, (ALL, ALL, ALL, *pair), people, scale, seed)


def over(level: Level, frame: Frame, key: Key, own: Sequence[Judgement], seed: int) -> Agreement:
    """The agreement of some judgements; `key` says which they are."""
    scale = scale_of(one.nobody for one in own)
    people = People(sums_of_people.of(own, frame, scale), list(_in_order(one.codes for one in own)))
    return row(level, frame, key, people, scale, seed)


def _pairs(judgements: Iterable[Judgement]) -> Mapping[tuple[str, str], list[Judgement]]:
    """What each pair of coders says."""
    found = defaultdict[tuple[str, str], list[Judgement]](list)
    for judgement in judgements:
        for one, other in combinations(judgement.coders, _TWO):
            found[one, other].append(judgement.of((one, other)))
    return found


def _over_all_coders(people: Sequence[Person], domains: Mapping[str, str]) -> Iterator[tuple[Key, People]]:
    """The participants of each row over all coders, in the order of the rows. `domains`: of each code."""
    codes: dict[str, list[str]] = {ALL: list(domains)}
    for code, domain in domains.items():
        codes.setdefault(domain, []).append(code)
    groups: dict[str, list[Person]] = {ALL: list(people)}
    for person in people:
        groups.setdefault(person.group, []).append(person)
    for domain, group in sorted((domain, group) for domain in codes for group in groups):
        found = People(groups[group], codes[domain])
        if found.people:
            yield (domain, ALL, group, ALL, ALL), found
    for code, domain in domains.items():
        yield (domain, code, ALL, ALL, ALL), People(people, [code])


def _in_order(lists: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """All codes with their domains, in the order that the lists have in common."""
    domains: dict[str, str] = {}
    order: list[str] = []
    for codes in {id(codes): codes for codes in lists}.values():
        place = 0
        for code in codes if codes.keys() - domains.keys() else ():
            if code in domains:
                place = order.index(code, place) + 1
            else:
                order.insert(place, code)
                place += 1
        domains |= codes
    return {code: domains[code] for code in order}


def row(level: Level, frame: Frame, key: Key, people: People, scale: int, seed: int) -> Agreement:
    """The agreement on some participants whose sums are known."""
    totals = list(people.totals())
    repeated = ([value * column.times for value in own] for column, own in zip(people.columns, totals, strict=True))
    found = coefficients(repeated, scale)
    between = intervals(people, scale, seed)
    units = [own[0] for own in totals]
    why = _why(units, level == Level.PARTICIPANT and frame == Frame.MARKED, found.alpha)
    number = len(people.coders)
    left_out = {*_LEFT_OUT.get(why, ()), *(_OF_TWO if number != _TWO else ())}
    values = found._asdict()
    for name in values:
        is_empty = name in left_out or values[name] is None
        values[name] = None if is_empty else _rounded(values[name])
    for name, interval in between._asdict().items():
        is_empty = interval is None or values[name] is None
        ends = (None, None) if is_empty else map(_rounded, interval)
        values[f"{name}_low"], values[f"{name}_high"] = ends
    all_units = sum(of_code * column.times for column, of_code in zip(people.columns, units, strict=True))
    return Agreement(level, frame, *key, number, len(people.people), all_units, undefined=why, **values)


def _rounded(value: Fraction | float) -> float:
    return round(float(value), DIGITS) + 0.0  # which makes 0 of -0


def _why(units: Sequence[int], has_no_unmarked: bool, alpha: Fraction | None) -> Undefined:
    """Why coefficients are empty that take chance into account. `units`: of each code."""
    if not any(units):
        return Undefined.NO_UNITS
    if has_no_unmarked:
        return Undefined.NO_UNMARKED
    if max(units) == 1:
        return Undefined.ONE_UNIT
    return Undefined.BY_CHANCE if alpha is None else Undefined.NOTHING
