"""Which codings of two builds are the same, and what became of the others.

1. Codings that count in the same cell, at the same place, by the same coder, are the same.
2. Of the rest, codings with one id are the same one, which now counts elsewhere: ids are kept as long as the export is.
3. Of the rest, codings of one passage by one coder are the same one, which now counts elsewhere: another code, say.
4. What is left came or went.

ASSUME: of several codings on one place that differ, the first of the old ones became the first of the new ones, in the
order of their codes. Without a place, a coding with another code is one that went and one that came.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from crosscase.storage.schemas import CellCoding

Place = tuple[str, str, str]  # of a cell: domain, code, group


@dataclass(frozen=True, slots=True)
class CodingChange:
    """A coding that came (no `old`), went (no `new`) or counts elsewhere."""

    old: CellCoding | None
    new: CellCoding | None

    @property
    def sides(self) -> list[CellCoding]:
        """The coding before and after, as far as there is one."""
        return [side for side in (self.old, self.new) if side]


def cell_of(coding: CellCoding) -> Place:
    """The cell that counts a coding."""
    return coding.domain, coding.code, coding.group


def compare(old: Iterable[CellCoding], new: Iterable[CellCoding]) -> list[CodingChange]:
    """The changes from one list of codings to another, in the order of the cells."""
    before, after = sorted(old, key=_order), sorted(new, key=_order)
    _, before, after = _matched(before, after, _everything)
    same_id, before, after = _matched(before, after, lambda coding: coding.segment_id)
    same_place, before, after = _matched(before, after, _place)
    changes = [CodingChange(*pair) for pair in (*same_id, *same_place)]
    changes += [CodingChange(coding, None) for coding in before]
    changes += [CodingChange(None, coding) for coding in after]
    return sorted(changes, key=lambda change: (_order(change.old or change.new), change.new is None))


def _matched(
    old: Sequence[CellCoding], new: Sequence[CellCoding], key: Callable[[CellCoding], Hashable]
) -> tuple[list[tuple[CellCoding, CellCoding]], list[CellCoding], list[CellCoding]]:
    """The pairs with equal keys, each coding once, and the codings without a partner. A key of None matches nothing."""
    waiting: dict[Hashable, list[CellCoding]] = defaultdict(list)
    for coding in reversed(new):
        waiting[key(coding)].append(coding)
    pairs, left = [], []
    for coding in old:
        found = waiting[key(coding)] if key(coding) is not None else []
        if found:
            pairs.append((coding, found.pop()))
        else:
            left.append(coding)
    taken = {id(other) for _, other in pairs}
    return pairs, left, [coding for coding in new if id(coding) not in taken]


def _everything(coding: CellCoding) -> Hashable:
    place = coding.document, coding.start, coding.end, coding.coder
    return cell_of(coding), coding.participant, coding.export, place


def _place(coding: CellCoding) -> Hashable | None:
    if coding.start is None:
        return None
    return coding.participant, coding.document, coding.start, coding.end, coding.coder


def _order(coding: CellCoding | None) -> tuple[str | int, ...]:
    if coding is None:
        return ()
    place = coding.export, coding.document, -1 if coding.start is None else coding.start, coding.segment_id
    return *cell_of(coding), coding.participant, *place
