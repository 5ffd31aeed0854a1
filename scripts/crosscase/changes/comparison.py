"""Everything that differs between two builds, in the terms of the later one."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from crosscase.changes import cell_changes, code_changes, coding_changes, reasons
from crosscase.changes.cell_changes import CellChange, TotalChange
from crosscase.changes.code_changes import CodeChange
from crosscase.changes.coding_changes import CodingChange
from crosscase.changes.compared import Build, CodeKey
from crosscase.changes.reasons import Reason, Why
from crosscase.storage.schemas import CellCoding

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many codings of something came, went and count elsewhere."""

    came: int
    went: int
    moved: int


@dataclass(frozen=True)
class Comparison:
    """What differs. `renamed` is the old build with the new ids of its codes."""

    old: Build
    new: Build
    renamed: Build
    codes: list[CodeChange]
    former: dict[CodeKey, CodeKey]  # the old id of each code that has another one now
    codings: list[CodingChange]
    cells: list[CellChange]
    totals: list[TotalChange]

    @property
    def other_keys(self) -> bool:
        """Whether the builds have no pseudonym in common, so that no coding can be found again."""
        return _other_keys(self.old, self.new)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs: no code, no cell, no coding."""
        return not self.codes and not self.cells

    @property
    def shown(self) -> list[CellChange]:
        """The cells with another mark, then those with other numbers behind it."""
        flips = [cell for cell in self.cells if cell.changed_state]
        return [*flips, *(cell for cell in self.cells if cell.changed_counts)]

    @property
    def tally(self) -> Tally:
        """The codings that changed."""
        return _tally(self.codings)

    @property
    def interviewed(self) -> dict[tuple[str, str], tuple[int | None, int | None]]:
        """The groups with another number of interviewed participants: before and after, None without such a group.

        With a domain where it is not the same in all: participants who were not asked about one are not counted there.
        """
        sides = [{(cell.group, cell.domain): cell.interviewed for cell in b.cells} for b in (self.renamed, self.new)]
        found: dict[str, dict[str, tuple[int | None, int | None]]] = {}
        for group, domain in dict.fromkeys((*sides[1], *sides[0])):
            found.setdefault(group, {})[domain] = (sides[0].get((group, domain)), sides[1].get((group, domain)))
        lines = {}
        for group, domains in found.items():
            alike = len(set(domains.values())) == 1
            for domain, pair in [*domains.items()][: 1 if alike else None]:
                if pair[0] != pair[1] and (alike or None not in pair):
                    lines[group, "" if alike else domain] = pair
        return lines

    @cached_property
    def _causes(self) -> reasons.Causes:
        return reasons.Causes(self.renamed, self.new)

    @property
    def _has_other_rule(self) -> bool | None:
        """Whether marks have another rule; None where a build does not say by which rule it has them."""
        one, other = self.old.study, self.new.study
        return None if one is None or other is None else one.rule != other.rule

    def reason_of(self, coding: CodingChange, cell: CellChange) -> Reason:
        """What a change of a coding is to a cell."""
        return self._causes.of_coding(coding, cell.place)

    def reasons(self, cell: CellChange) -> list[tuple[Reason, int]]:
        """Why a cell differs, with the number of codings of each reason (0: it is about none)."""
        found = Counter(self.reason_of(coding, cell) for coding in cell.codings)
        others = reasons.others(cell, self._has_other_rule)
        further = (reason for reason in others if not (self.other_keys and reason.why == Why.MERGING))
        return [*found.items(), *((reason, 0) for reason in further)]

    def by(self, key: Callable[[CellCoding], Key]) -> dict[Key, Tally]:
        """The codings that changed, by something of them; one that is of two counts for both."""
        found: dict[Key, list[CodingChange]] = {}
        for change in self.codings:
            for value in dict.fromkeys(key(side) for side in change.sides):
                found.setdefault(value, []).append(change)
        return {value: _tally(changes) for value, changes in found.items()}


def compare(old: Build, new: Build) -> Comparison:
    """Compare two builds. Without a common pseudonym, codings are not compared, only cells."""
    found = [] if _other_keys(old, new) else coding_changes.compare(old.codings, new.codings)
    same = code_changes.same_codes(old, new, found)
    renamed = old.with_codes(same)
    if renamed is not old and found:
        found = coding_changes.compare(renamed.codings, new.codings)
    return Comparison(
        old,
        new,
        renamed,
        list(code_changes.compare(old, new, same, found)),
        {now: before for before, now in same.items() if before != now},
        found,
        cell_changes.compare(renamed.cells, new.cells, found),
        list(cell_changes.totals(renamed.cells, new.cells)),
    )


def _tally(changes: Sequence[CodingChange]) -> Tally:
    came, went = sum(change.old is None for change in changes), sum(change.new is None for change in changes)
    return Tally(came, went, len(changes) - came - went)


def _other_keys(old: Build, new: Build) -> bool:
    return bool(old.people) and bool(new.people) and old.people.isdisjoint(new.people)
