"""The content of the reviewer's page, from the rows that the steps have written.

Everything is counted by an earlier step; the page shows the content of the files beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from crosscase.analysis import upper_codes
from crosscase.analysis import worth as worth_of_marks
from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.intervals import AUTHORS, Method
from crosscase.analysis.rows import CellWorth, Completeness, Cooccurrence, Similarity, TotalWorth
from crosscase.analysis.rules import RuleCell
from crosscase.coding import codebook_version, matrices
from crosscase.coding.matrices import Matrix
from crosscase.report import view_findings, view_groups, view_matrices, view_rules, view_trust
from crosscase.report.view_codes import CodeSection, CodesOfStudy
from crosscase.report.view_findings import Findings
from crosscase.report.view_groups import GroupLine
from crosscase.report.view_matrices import MatrixView
from crosscase.report.view_rules import RuleChoice
from crosscase.report.view_trust import Made, Trust
from crosscase.storage.schemas import Cell, CodebookEntry, SampleCell, SampleCount, State
from crosscase.study.facts import AT_LEAST_ONE, Study
from crosscase.study.group_languages import languages_of_groups
from crosscase.study.own_labels import labels_of
from crosscase.tables import sample_tables
from crosscase.tables.domain_tables import Table
from crosscase.tables.group_tables import SampleByGroup, group_table

_MANY_CELLS = 2000
UNKNOWN_LANGUAGE = "und"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that the steps have written."""

    cells: list[Cell]
    codebook: list[CodebookEntry]
    sample: list[SampleCount]
    by_group: list[SampleCell]
    people: int  # participants of the study
    in_several: int  # of them, those in more than one group
    worth: list[CellWorth]
    totals: list[TotalWorth]
    completeness: list[Completeness]
    together: list[Cooccurrence]
    agreement: list[Agreement]
    alike: list[Similarity]
    ruled: list[RuleCell]
    upper: list[Cell]  # codes above others, with those below; none if the rule counts them so itself
    upper_ruled: list[RuleCell]  # the same under each rule
    made: Made | None  # None on a page that does not say how its results were made


@dataclass(frozen=True, slots=True)
class Report:
    """The content of the page except segments and figures."""

    facts: Study
    findings: Findings
    matrices: list[MatrixView]
    samples: list[Table]
    participants: int
    in_several: int
    codes: int
    codebook: list[CodeSection]
    codebook_version: str  # in words
    groups: list[GroupLine]
    rules: list[RuleChoice]  # that of the tables comes first
    trust: Trust | None
    data: dict[str, object]  # the data of the script except the segments
    others: Sequence[tuple[str, str]] = ()  # other comparisons of the study, by their names, and links to their pages

    @property
    def is_at_least_one(self) -> bool:
        """Whether a mark says that at least one participant raised the code, of which the analysis knows the chance."""
        return self.facts.rule == AT_LEAST_ONE

    @property
    def undefined(self) -> int:
        """How many codes that can be given have no definition."""
        return sum(bool(code.spread) and not code.definition for part in self.codebook for code in part.entries)

    @property
    def has_agreement(self) -> bool:
        """Whether it is known of some code how far coders agree."""
        return any(
            code.agreement and code.agreement.observed is not None for part in self.codebook for code in part.entries
        )

    @property
    def large(self) -> bool:
        """Whether the page has too many cells to be laid out at once."""
        return self.codes * len(self.facts.groups) > _MANY_CELLS

    @property
    def has_upper(self) -> bool:
        """Whether codes above others can be counted with those below."""
        rows = (row for matrix in self.matrices for row in matrix.rows)
        return self.facts.rule.parents == "own" and any(row.is_parent for row in rows)

    @property
    def has_not_coded(self) -> bool:
        """Whether some cells were not coded."""
        return self._has(State.NOT_CODED)

    @property
    def has_unknown(self) -> bool:
        """Whether of some cells it is not known whether they were coded."""
        return self._has(State.UNKNOWN)

    @property
    def has_not_asked(self) -> bool:
        """Whether somebody was not asked about a domain."""
        return any(matrix.has_not_asked for matrix in self.matrices)

    def _has(self, state: State) -> bool:
        return any(cell.state == state for matrix in self.matrices for row in matrix.rows for cell in row.cells)


def build(facts: Study, rows: Rows) -> Report:
    """The page of a study."""
    worth = {(row.code, row.group): row for row in rows.worth}
    built = [matrices.build(rows.cells, rows.codebook, facts.groups, domain) for domain in facts.domains]
    fragile = view_rules.fragile(rows.ruled)
    words = labels_of(facts)
    trust = view_trust.build(rows.made, words) if rows.made else None
    return Report(
        facts=facts,
        findings=view_findings.found(built, fragile),
        matrices=[view_matrices.view(matrix, facts.not_coded, fragile, words) for matrix in built],
        samples=list(_samples(facts, rows)),
        participants=rows.people,
        in_several=rows.in_several,
        codes=sum(len(matrix.coded_rows) for matrix in built),
        codebook=list(CodesOfStudy(rows.codebook, rows.together, rows.agreement).sections(built)),
        codebook_version=codebook_version.of(rows.codebook).note(words),
        groups=list(view_groups.lines(facts.groups, rows.completeness, rows.alike)),
        rules=view_rules.choices(facts, words),
        trust=trust,
        data=_data(facts, rows, built, worth, trust),
    )


def _samples(facts: Study, rows: Rows) -> Iterator[Table]:
    if rows.sample:
        yield sample_tables.sample_table(rows.sample, facts, rows.in_several)
    if rows.by_group:
        yield group_table(SampleByGroup(rows.by_group, rows.sample, facts), rows.in_several)


def _upper(facts: Study, rows: Rows) -> view_matrices.Upper:
    return view_matrices.Upper(
        rows.upper,
        worth=list(worth_of_marks.of_cells(rows.upper, Method(facts.interval))),
        below=upper_codes.below(rows.codebook),
        marks=view_rules.marks(rows.upper_ruled, facts),
    )


def _data(
    facts: Study,
    rows: Rows,
    built: Iterable[Matrix],
    worth: Mapping[tuple[str, str], CellWorth],
    trust: Trust | None,
) -> dict[str, object]:
    spoken = languages_of_groups(facts.groups, facts.languages)
    drawn = {row.domain: row.drawn for row in rows.totals}
    is_one, method = facts.rule == AT_LEAST_ONE, Method(facts.interval)
    upper, marks = _upper(facts, rows), view_rules.marks(rows.ruled, facts)
    return {
        "groups": [
            {"code": group.code, "name": group.name, "language": (spoken[group.code] or [UNKNOWN_LANGUAGE])[0]}
            for group in facts.groups
        ],
        "several": rows.in_several > 0,
        "rules": [asdict(choice) for choice in view_rules.choices(facts, labels_of(facts))],
        "interval": AUTHORS[method],
        "likeness": view_groups.by_likeness(facts.groups, rows.alike),
        "domains": {
            matrix.domain.id: {
                "title": matrix.domain.title,
                "cells": view_matrices.counts(matrix, worth, is_one, method),
                "marks": {row.code: marks[row.code] for row in matrix.coded_rows},
                "upper": view_matrices.upper(matrix.domain.id, upper, is_one, method),
                "drawn": drawn.get(matrix.domain.id),
                **(trust.of_domain(matrix.domain.id) if trust else {}),
            }
            for matrix in built
        },
        "expected": {row.code: round(row.expected, 1) for row in rows.totals if is_one},
        "definitions": {entry.code: entry.definition for entry in rows.codebook if entry.definition},
        "meanings": matrices.meanings(labels_of(facts), facts.rule),
        "gaps": {f"{gap.domain}/{gap.group}": gap.reason for gap in facts.not_coded},
        **(trust.of_study() if trust else {}),
    }
