"""What the days of codings show, where exports have them: whether a coder says the same again, and whether pairs drift.

1. Again: a coder coded a participant in two exports, all of it in one before any of it in the other. The two are
   compared as two coders are (stability, or intra-coder agreement).
2. Drift: participants whom two coders coded are put in the order of the day on which the second of them was done. The
   earlier half is compared with the later one.

ASSUME: a second export with the same coder and participant is a second judgement, of the domains that the coder coded
in both. Halves are of whole participants; those of one day stay in the earlier half.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import NamedTuple

from crosscase.analysis import agreement_rows
from crosscase.analysis.agreement_tables import OverTime, Period
from crosscase.analysis.judgements import Frame, Judgement, Level, Said
from crosscase.analysis.rows import ALL
from crosscase.storage.schemas import CellCoding

Days = Mapping[str, str]  # the day of each coding that has one, by its id
Codes = Mapping[str, Mapping[str, str]]  # the domain of each code that was coded, by group
_AGAIN = ("earlier", "later")
_SIZES = {Frame.ALL: 1, Frame.MARKED: 0}  # units of a code that was given neither time


class _Turn(NamedTuple):
    """What one coder coded of a participant in one export."""

    days: set[str]
    codes: set[str]
    domains: set[str]


def of(
    judgements: Iterable[Judgement], codings: Sequence[CellCoding], days: Days, codes: Codes, seed: int
) -> Iterator[OverTime]:
    """Each coder who coded somebody again, and both halves of all coders and of each pair; nothing without days."""
    if not days:
        return
    again: dict[str, list[Judgement]] = defaultdict(list)
    for coder, judgement in _coded_again(codings, days, codes):
        again[coder].append(judgement)
    for coder, own in sorted(again.items()):
        yield _row(Period.AGAIN, coder, coder, own, seed)
    whole = [one for one in judgements if one.level == Level.PARTICIPANT]
    for pair, halves in _halves(whole, codings, days):
        for period, own in halves.items():
            yield _row(period, *pair, own, seed)


def _coded_again(codings: Iterable[CellCoding], days: Days, codes: Codes) -> Iterator[tuple[str, Judgement]]:
    """What a coder says of all codes the first time and the second, with the coder."""
    turns: dict[tuple[str, str, str], dict[str, _Turn]] = defaultdict(dict)
    for row in codings:
        if row.coder is not None:
            of_coder = turns[row.coder, row.group, row.participant]
            turn = of_coder.setdefault(row.export, _Turn(set(), set(), set()))
            turn.days.add(days.get(row.segment_id, ""))
            turn.codes.add(row.code)
            turn.domains.add(row.domain)
    for (coder, group, participant), exports in sorted(turns.items()):
        dated = sorted((turn for turn in exports.values() if "" not in turn.days), key=lambda turn: min(turn.days))
        if len(dated) < len(_AGAIN) or max(dated[0].days) >= min(dated[-1].days):
            continue
        first, last = dated[0], dated[-1]
        judged = {code: domain for code, domain in codes[group].items() if domain in first.domains & last.domains}
        given = {
            code: Counter[Said]({(code in first.codes, code in last.codes): 1})
            for code in judged
            if code in first.codes | last.codes
        }
        if judged:
            yield coder, Judgement(Level.PARTICIPANT, group, participant, _AGAIN, judged, given, _SIZES)


def _halves(
    judgements: Iterable[Judgement], codings: Iterable[CellCoding], days: Days
) -> Iterator[tuple[tuple[str, str], dict[Period, list[Judgement]]]]:
    """The judgements of all coders, and of each pair, of the earlier and the later half of participants."""
    done: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)  # the last day of each coder, by participant
    for row in codings:
        if row.coder is not None and (day := days.get(row.segment_id)):
            of_coder = done[row.group, row.participant]
            of_coder[row.coder] = max(day, of_coder.get(row.coder, ""))
    pairs: dict[tuple[str, str], list[tuple[str, Judgement]]] = defaultdict(list)
    for judgement in judgements:
        last = sorted(done[judgement.group, judgement.participant].values())
        if len(last) == len(judgement.coders):
            pairs[ALL, ALL].append((last[1], judgement))
            if len(judgement.coders) == len(_AGAIN):
                one, other = judgement.coders
                pairs[one, other].append((last[1], judgement))
    for pair, dated in sorted(pairs.items()):
        of_person = {(one.group, one.participant): day for day, one in dated}
        order = sorted(of_person.values())
        middle = order[(len(order) - 1) // 2]
        halves = {
            Period.EARLIER: [one for day, one in dated if day <= middle],
            Period.LATER: [one for day, one in dated if day > middle],
        }
        if all(halves.values()):
            yield pair, halves


def _row(period: Period, one: str, other: str, own: Sequence[Judgement], seed: int) -> OverTime:
    found = agreement_rows.over(Level.PARTICIPANT, Frame.ALL, (ALL, ALL, ALL, one, other), own, seed)
    shared = (getattr(found, column.name) for column in fields(OverTime)[1:])
    return OverTime(period, *shared)
