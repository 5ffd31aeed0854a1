"""The marks under every rule: the study's own, usual thresholds and further rules of the study, and how robust each.

Under a rule a cell that was not coded, about which nobody was asked or nothing is known stays so; of the others
`coding.mark_rules` says whether the code is present. Under every leave-one-out: the same for the participants without
one, for each of those who were asked. If that one had the only codings of the group in the domain, nobody knows any
more whether the others' material was coded, unless the study declares it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from crosscase.analysis.rows import ALL, Code, Domain, DomainOrAll, Group
from crosscase.coding import mark_rules
from crosscase.coding.mark_rules import Amounts, is_met
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import COUNTED, Cell, CellCoding, CodebookEntry, Mention, State
from crosscase.storage.table_columns import Column, Made
from crosscase.study.facts import STUDY_RULE, USUAL_RULES, MarkRule, Study

STUDY, USUAL = STUDY_RULE, USUAL_RULES
_Rule = Annotated[
    str,
    Column(f"name of the rule; {STUDY}: that of the tables", key=True, made=Made.STATED, also=(STUDY, *USUAL)),
]
_NO_COUNT = "not coded, nobody was asked, or unknown"


@dataclass(frozen=True, slots=True)
class RuleCell:
    """A code in a group under one rule, and under every leave-one-out. It may be a code that only holds others."""

    rule: _Rule
    domain: Domain
    code: Annotated[str, Column("id of the code, as in the codebook", key=True, made=Made.STATED)]
    group: Group
    state: Annotated[str, Column("state of the code under the rule", values=tuple(State))]
    found: Annotated[int | None, Column("what the rule counts", "participants, documents or segments", _NO_COUNT)]
    participants: Annotated[int | None, Column("participants behind it", "participants", _NO_COUNT)]
    interviewed: Annotated[int, Column("participants who were interviewed, and asked", "participants")]
    without_present: Annotated[int | None, Column("participants without whom it is present", "participants", _NO_COUNT)]
    without_absent: Annotated[int | None, Column("participants without whom it is absent", "participants", _NO_COUNT)]
    without_unknown: Annotated[
        int | None, Column("participants without whom nothing is known of it", "participants", _NO_COUNT)
    ]

    @property
    def is_fragile(self) -> bool:
        """Whether it is a mark that leaving out one participant may undo."""
        return self.state == State.PRESENT and self.without_present != self.interviewed


@dataclass(frozen=True, slots=True)
class RuleTotal:
    """The total of a code under one rule."""

    rule: _Rule
    domain: Domain
    code: Code
    total: Annotated[int, Column("groups in which the code is present", "groups")]
    most: Annotated[
        int, Column("the same, with groups in which it may be: unknown, or not everybody was asked", "groups")
    ]


@dataclass(frozen=True, slots=True)
class Threshold:
    """How many marks and totals one rule changes."""

    rule: _Rule
    domain: DomainOrAll
    meaning: Annotated[str, Column("the rule in words", made=Made.COMPOSED)]
    marks: Annotated[int, Column("cells in which a code is present", "cells")]
    lost: Annotated[int, Column("cells that are present in the tables, but not under the rule", "cells")]
    gained: Annotated[int, Column("cells that are present under the rule, but not in the tables", "cells")]
    rest_on_one: Annotated[int, Column("marks that leaving out one participant may undo", "cells")]
    totals: Annotated[int, Column("codes with a row in the table", "codes")]
    totals_changed: Annotated[int, Column("codes whose total differs from that of the tables", "codes")]


@dataclass(frozen=True, slots=True)
class Material:
    """What all rules are worked out from."""

    cells: Sequence[Cell]
    codebook: Sequence[CodebookEntry]
    spoke: Mapping[tuple[str, str], frozenset[str]]  # participants with a coding, by group and domain
    declared: Collection[tuple[str, str]]  # groups and domains that the study declares as coded

    @classmethod
    def of(
        cls,
        cells: Sequence[Cell],
        codebook: Sequence[CodebookEntry],
        mentions: Iterable[Mention],
        declared: Collection[tuple[str, str]],
    ) -> "Material":
        """From the cells, the codes and the mentions of a study."""
        spoke: dict[tuple[str, str], set[str]] = defaultdict(set)
        for mention in mentions:
            spoke[mention.group, mention.domain].add(mention.participant)
        return cls(cells, codebook, {place: frozenset(people) for place, people in spoke.items()}, declared)


def of_study(study: Study) -> dict[str, MarkRule]:
    """All rules of a study by name, its own first."""
    return {STUDY: study.rule, **USUAL, **study.further_rules}


def cells_under_each(
    rules: Mapping[str, MarkRule], mentions: Sequence[Mention], codings: Sequence[CellCoding], material: Material
) -> Iterator[RuleCell]:
    """The cells under each of some rules."""
    for name, rule in rules.items():
        amounts = mark_rules.amounts(rule, mentions, codings, material.codebook)
        yield from cells_under(name, rule, amounts, material)


def cells_under(name: str, rule: MarkRule, amounts: Amounts, material: Material) -> Iterator[RuleCell]:
    """Each code in each group, in the codebook's order; also codes that only hold others, if the rule counts them."""
    samples = {(cell.domain, cell.group): cell for cell in material.cells}
    of_cells = {(cell.code, cell.group): cell for cell in material.cells}
    groups = dict.fromkeys(cell.group for cell in material.cells)
    parents = {entry.parent for entry in material.codebook}
    for entry in material.codebook:
        if entry.codable or (rule.parents != "own" and entry.code in parents):
            for group in groups:
                cell = of_cells.get((entry.code, group)) or samples.get((entry.domain, group))
                if cell is not None:
                    yield _cell(name, rule, entry, cell, amounts.get((entry.code, group), {}), material)


def _cell(
    name: str, rule: MarkRule, entry: CodebookEntry, cell: Cell, people: Mapping[str, int], material: Material
) -> RuleCell:
    place = (name, entry.domain, entry.code, cell.group)
    if cell.state not in COUNTED:
        return RuleCell(*place, cell.state, None, None, cell.interviewed, None, None, None)
    found, asked = sum(people.values()), cell.interviewed
    state = State.PRESENT if is_met(rule, found, asked) else State.ABSENT
    without = Counter(_without(rule, found, asked, amount) for amount in people.values())
    without[_without(rule, found, asked, 0)] += asked - len(people)
    spoke = material.spoke.get((cell.group, entry.domain), frozenset())
    is_declared = (cell.group, entry.domain) in material.declared and not (asked == 1 and cell.not_asked)
    if len(spoke) <= 1 and not is_declared:  # nobody spoke: the only one who was asked is left out
        only = next(iter(spoke), "")
        without[_without(rule, found, asked, people.get(only, 0))] -= 1
        without[State.UNKNOWN] += 1
    states = (State.PRESENT, State.ABSENT, State.UNKNOWN)
    return RuleCell(*place, state, found, len(people), asked, *(without[other] for other in states))


def _without(rule: MarkRule, found: int, asked: int, amount: int) -> State:
    """The state without a participant who contributes so much."""
    return State.PRESENT if is_met(rule, found - amount, asked - 1) else State.ABSENT


def totals(rows: Iterable[RuleCell], cells: Iterable[Cell]) -> Iterator[RuleTotal]:
    """The total of each row under its rule."""
    silent = {(cell.domain, cell.group): bool(cell.not_asked) for cell in cells}
    found: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        numbers = found.setdefault((row.rule, row.domain, row.code), [0, 0])
        partly = row.state == State.ABSENT and silent.get((row.domain, row.group), False)
        numbers[0] += row.state == State.PRESENT
        numbers[1] += row.state in (State.PRESENT, State.UNKNOWN, State.NOT_ASKED) or partly
    yield from (RuleTotal(*key, *numbers) for key, numbers in found.items())


def thresholds(
    rows: Sequence[RuleCell], rules: Mapping[str, MarkRule], cells: Iterable[Cell], words: Labels
) -> Iterator[Threshold]:
    """How many marks and totals differ from the tables under each rule, by domain and over all."""
    shown = {(cell.code, cell.group): cell.state == State.PRESENT for cell in cells}
    domains = [*dict.fromkeys(row.domain for row in rows), ALL]
    for name, rule in rules.items():
        own = [row for row in rows if row.rule == name and (row.code, row.group) in shown]
        for domain in domains:
            here = [row for row in own if domain in (row.domain, ALL)]
            present = [(row, row.state == State.PRESENT, shown[row.code, row.group]) for row in here]
            more: Counter[str] = Counter()
            for row, under_rule, in_table in present:
                more[row.code] += under_rule - in_table
            yield Threshold(
                *(name, domain, mark_rules.words_for(rule, words)),
                marks=sum(under_rule for _, under_rule, _ in present),
                lost=sum(in_table and not under_rule for _, under_rule, in_table in present),
                gained=sum(under_rule and not in_table for _, under_rule, in_table in present),
                rest_on_one=sum(row.is_fragile for row in here),
                totals=len({row.code for row in here}),
                totals_changed=sum(difference != 0 for difference in more.values()),
            )
