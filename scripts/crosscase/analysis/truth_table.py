"""Cases and truth table for qualitative comparative analysis (QCA), as its programs load them.

`cases` has a row a case, with 1 or 0 for each condition and the outcome: crisp sets. The truth table has a row for each
combination of conditions that cases show, with n cases. Its consistency is the share of them that have the outcome; the
outcome is 1 if all have it, 0 if none has, and C (a contradiction) otherwise (C. C. Ragin, The Comparative Method,
1987; the signs are those of R's QCA). Combinations that no case shows are remainders and have no row.

A group has a condition if the code is present there, as in the tables; a participant if he or she raised the code,
with the coders and codes below that the study's rule counts.

ASSUME: what nobody asked about, or nobody coded, is not absent. Such values are empty, and a case with one is in no row
of the truth table. A participant who was asked, and said nothing on it, does not have the condition.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from crosscase.analysis.worth import DIGITS
from crosscase.coding.exposure import Silent
from crosscase.coding.mark_rules import Amounts
from crosscase.labels.labels import Labels
from crosscase.storage.csv_injection import restored
from crosscase.storage.schemas import COUNTED, Cell, Participant, State
from crosscase.storage.table_columns import Column, Made, NamedColumn
from crosscase.study.facts import TruthTable

OUTCOME = "outcome"
CONTRADICTION = "C"
_OWN = ("case", "group", OUTCOME, "n", "consistency", "cases")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")  # one that QCA programs take for the name of a set
_PERSON, _GROUP = ("pseudonym of the participant", Made.PSEUDONYM), ("code of the group, as in study.yaml", Made.STATED)
Value = int | None
_Table = tuple[list[str], list[list[object]]]


class Case(NamedTuple):
    """A case with its values, those of the conditions first, the outcome last; None is unknown."""

    name: tuple[str, ...]  # a group, or a participant and a group
    values: tuple[Value, ...]


def of(
    cells: Sequence[Cell], people: Iterable[Participant], silent: Silent, raised: Amounts, wanted: TruthTable
) -> list[Case]:
    """The cases that the study chooses; the arguments are those of `of_participants`."""
    if wanted.cases == "groups":
        return of_groups(cells, wanted)
    return of_participants(cells, people, silent, raised, wanted)


def read(path: str | Path, wanted: TruthTable) -> list[Case]:
    """The cases of a CSV file with `rows_of_cases`."""
    with open(path, encoding="utf-8", newline="") as stream:
        _, *rows = csv.reader(stream)
    keys = len(columns_of_cases(wanted)) - len(_columns_of_sets(wanted, ""))
    return [
        Case(tuple(map(restored, row[:keys])), tuple(int(value) if value else None for value in row[keys:]))
        for row in rows
    ]


def rows_of_cases(cases: Iterable[Case], wanted: TruthTable) -> _Table:
    """Head and rows of the cases, for a CSV file."""
    return [column.name for column in columns_of_cases(wanted)], [[*case.name, *case.values] for case in cases]


def rows_of_combinations(cases: Iterable[Case], wanted: TruthTable) -> _Table:
    """Head and rows of the truth table, for a CSV file."""
    rows: list[list[object]] = []
    for found in combinations(cases):
        names = "; ".join(" ".join(case.name) for case in found.cases)
        share = round(found.consistency, DIGITS)
        rows.append([*found.conditions, found.outcome, len(found.cases), share, names])
    return [column.name for column in columns_of_combinations(wanted)], rows


def of_groups(cells: Iterable[Cell], wanted: TruthTable) -> list[Case]:
    """Each group as a case, in the order of the cells."""
    states = {(cell.code, cell.group): cell.state for cell in cells}

    def value(code: str, group: str) -> Value:
        state = states[code, group]
        return int(state == State.PRESENT) if state in COUNTED else None

    groups = dict.fromkeys(group for _, group in states)
    return [
        Case((group,), (*(value(code, group) for code in wanted.codes), *_belongs(group, wanted))) for group in groups
    ]


def of_participants(
    cells: Iterable[Cell], people: Iterable[Participant], silent: Silent, raised: Amounts, wanted: TruthTable
) -> list[Case]:
    """Each participant as a case, by group and pseudonym.

    `silent`: who was not asked about a domain, see `exposure`. `raised`: the participants of each code and group.
    """
    by_place = {(cell.code, cell.group): cell for cell in cells}
    order = {group: number for number, group in enumerate(dict.fromkeys(group for _, group in by_place))}

    def value(code: str, person: Participant) -> Value:
        cell = by_place[code, person.group]
        if person.participant in raised.get((code, person.group), ()):
            return 1
        is_silent = person.participant in silent.get((person.group, cell.domain), ())
        return 0 if cell.state in COUNTED and not is_silent else None

    return [
        Case(
            (person.participant, person.group),
            (*(value(code, person) for code in wanted.codes), *_belongs(person.group, wanted)),
        )
        for person in sorted(people, key=lambda person: (order[person.group], person.participant))
    ]


class Combination(NamedTuple):
    """The cases that show one combination of conditions."""

    conditions: tuple[Value, ...]
    cases: list[Case]

    @property
    def consistency(self) -> float:
        """The share of the cases that have the outcome."""
        return sum(case.values[-1] == 1 for case in self.cases) / len(self.cases)

    @property
    def outcome(self) -> str:
        """1 if all cases have the outcome, 0 if none has."""
        return {0.0: "0", 1.0: "1"}.get(self.consistency, CONTRADICTION)


def combinations(cases: Iterable[Case]) -> list[Combination]:
    """The combinations that cases show of which everything is known, those with most conditions first."""
    members: dict[tuple[Value, ...], list[Case]] = defaultdict(list)
    for case in cases:
        if None not in case.values:
            members[case.values[:-1]].append(case)
    return [Combination(conditions, members[conditions]) for conditions in sorted(members, reverse=True)]


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The column of each code: its id if it is a name to QCA programs, else c1, c2 … by its place.

    These programs take no spaces, dots or other scripts, and some do not tell small letters from capitals.
    """
    used = {*_OWN}
    found: dict[str, str] = {}
    for number, code in enumerate(codes, 1):
        is_name = _NAME.fullmatch(code) and code.lower() not in used
        name = code if is_name else next(n for n in (f"c{number}{'_' * more}" for more in range(99)) if n not in used)
        used.add(name.lower())
        found[code] = name
    return found


def columns_of_cases(wanted: TruthTable) -> list[NamedColumn]:
    """The columns of the cases."""
    own = {"case": _PERSON, "group": _GROUP} if wanted.cases == "participants" else {"case": _GROUP}
    keys = [NamedColumn(name, str, False, Column(what, key=True, made=made)) for name, (what, made) in own.items()]
    return [*keys, *_columns_of_sets(wanted, "not asked, not coded, or unknown")]


def columns_of_combinations(wanted: TruthTable) -> list[NamedColumn]:
    """The columns of the truth table."""
    *conditions, outcome = _columns_of_sets(wanted, "")
    about = Column(f"{outcome.about.meaning}; C: some cases have it and some do not", values=("1", "0", CONTRADICTION))
    return [
        *conditions,
        NamedColumn(outcome.name, str, False, about),
        NamedColumn("n", int, False, Column("cases with this combination", wanted.cases)),
        NamedColumn("consistency", float, False, Column("those of them that have the outcome", "share")),
        NamedColumn("cases", str, False, Column("which cases these are", made=Made.COMPOSED)),
    ]


def sentences(cases: Sequence[Case], wanted: TruthTable, words: Labels) -> Iterator[str]:
    """How many cases the truth table has, how many have an unknown value, and how many combinations nobody shows."""
    found, unknown = combinations(cases), sum(None in case.values for case in cases)
    conditions = len(wanted.conditions)
    contradictory = sum(one.outcome == CONTRADICTION for one in found)
    yield words(
        "summary_truth_table",
        conditions=conditions,
        cases=len(cases) - unknown,
        occurring=len(found),
        possible=2**conditions,
        contradictory=contradictory,
    )
    if unknown:
        yield words.counted("summary_not_in_table", unknown)


def _belongs(group: str, wanted: TruthTable) -> tuple[int, ...]:
    """The outcome, where it is a list of groups."""
    return (int(group in wanted.outcome_groups),) if wanted.outcome_groups else ()


def _columns_of_sets(wanted: TruthTable, empty: str) -> list[NamedColumn]:
    who = "the participant raised" if wanted.cases == "participants" else "the group has"
    found = [
        NamedColumn(name, int, bool(empty), Column(f"1: {who} the code {code}; 0: not", empty=empty))
        for code, name in names_of(wanted.codes).items()
    ]
    if wanted.outcome_groups:
        of = f"1: the group is one of {', '.join(wanted.outcome_groups)}; 0: another"
        found.append(NamedColumn(OUTCOME, int, False, Column(of)))
    return found
