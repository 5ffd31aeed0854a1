"""The content of the reviewer's page, from the rows that the steps have written.

Everything is counted by an earlier step; the page shows the content of the files beside it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.rows import CellWorth, Completeness, Cooccurrence, Similarity, TotalWorth
from crosscase.coding import matrices
from crosscase.coding.issues import ORDER, STUDY
from crosscase.coding.matrices import Matrix
from crosscase.labels.labels import DEFAULT, Labels
from crosscase.provenance.step_record import Head, RecordedStep, StepRecord
from crosscase.report import view_findings, view_groups, view_matrices, view_steps
from crosscase.report.view_codes import CodeSection, CodesOfStudy
from crosscase.report.view_findings import Findings
from crosscase.report.view_groups import GroupLine
from crosscase.report.view_matrices import MatrixView
from crosscase.report.view_steps import RuleLine
from crosscase.storage.schemas import (
    Balance,
    Cell,
    CodebookEntry,
    Issue,
    PublishedCheck,
    SampleCell,
    SampleCount,
    State,
)
from crosscase.study.facts import AT_LEAST_ONE, Study
from crosscase.study.group_languages import languages_of_groups
from crosscase.study.own_labels import labels_of
from crosscase.tables import sample_tables
from crosscase.tables.domain_tables import Table
from crosscase.tables.group_tables import SampleByGroup, group_table
from crosscase.verification.printed_numbers import Verdict

MOST_ISSUES = 1000  # on the page; issues.csv has all
_MANY_CELLS = 2000
UNKNOWN_LANGUAGE = "und"
RESULTS = "results"
FROM_PAGE = ".."  # the page is in a folder of its own within results


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that the steps have written."""

    cells: list[Cell]
    codebook: list[CodebookEntry]
    sample: list[SampleCount]
    by_group: list[SampleCell]
    issues: list[Issue]
    balance: list[Balance]
    checks: list[PublishedCheck]  # empty if the study has no printed numbers
    disclosure: str  # the sentence on results/disclosure
    redaction: str  # the sentence on results/redaction
    undecided: int  # words that wait for a person's decision
    people: int  # participants of the study
    in_several: int  # of them, those in more than one group
    worth: list[CellWorth]
    totals: list[TotalWorth]
    completeness: list[Completeness]
    together: list[Cooccurrence]
    agreement: list[Agreement]
    alike: list[Similarity]
    steps: StepRecord
    rebuilt: Mapping[str, Any] | None  # reproduced.json, if it exists
    core_sha256: str  # one digest of the results that readers read


@dataclass(frozen=True, slots=True)
class ExportLine:
    """An export: its digest, and the number of its codings in the tables and left out."""

    digest: str
    balance: Balance


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file beside the page."""

    path: str
    link: str
    digest: str


@dataclass(frozen=True, slots=True)
class Rebuild:
    """The result of the last independent rebuild."""

    known: bool  # whether it is about these results
    same: bool
    sentence: str
    varied: str  # what was varied; empty if that is not known or has no words in the language of the page


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
    groups: list[GroupLine]
    exports: list[ExportLine]
    codings: int
    segments: int
    severities: dict[str, int]
    issues: list[Issue]
    issues_left_out: int
    checks: list[PublishedCheck]
    verdicts: Counter[str]
    disclosure: str
    redaction: str
    undecided: int
    rebuild: Rebuild
    head: Head
    rules: list[RuleLine]
    files: list[FileLine]
    data: dict[str, object]  # the data of the script except the segments

    @property
    def is_at_least_one(self) -> bool:
        """Whether a mark says that at least one participant raised the code, of which the analysis knows the chance."""
        return self.facts.rule == AT_LEAST_ONE

    @property
    def undefined(self) -> int:
        """How many codes that can be given have no definition."""
        return sum(bool(code.spread) and not code.definition for part in self.codebook for code in part.entries)

    @property
    def large(self) -> bool:
        """Whether the page has too many cells to be laid out at once."""
        return self.codes * len(self.facts.groups) > _MANY_CELLS

    @property
    def has_unknown(self) -> bool:
        """Whether of some cells it is not known whether they were coded."""
        return any(cell.state == State.UNKNOWN for matrix in self.matrices for row in matrix.rows for cell in row.cells)

    @property
    def has_not_asked(self) -> bool:
        """Whether somebody was not asked about a domain."""
        return any(matrix.has_not_asked for matrix in self.matrices)

    @property
    def unmatched(self) -> list[PublishedCheck]:
        """The printed numbers whose verdict is not a match."""
        return [check for check in self.checks if check.verdict != Verdict.MATCH]


def build(facts: Study, rows: Rows) -> Report:
    """The page of a study."""
    worth = {(row.code, row.group): row for row in rows.worth}
    built = [matrices.build(rows.cells, rows.codebook, facts.groups, domain) for domain in facts.domains]
    steps = view_steps.ordered(rows.steps["steps"])
    words = labels_of(facts)
    rebuild = _rebuild(rows.rebuilt, rows.core_sha256, words)
    exports = [row for row in rows.balance if row.export != STUDY]
    in_order = sorted(rows.issues, key=lambda issue: ORDER.index(issue.severity))
    return Report(
        facts=facts,
        findings=view_findings.found(built, rows.worth),
        matrices=[view_matrices.view(matrix, facts.not_coded, worth, words) for matrix in built],
        samples=list(_samples(facts, rows)),
        participants=rows.people,
        in_several=rows.in_several,
        codes=sum(len(matrix.coded_rows) for matrix in built),
        codebook=list(CodesOfStudy(rows.codebook, rows.together, rows.agreement).sections(built)),
        groups=list(view_groups.lines(facts.groups, rows.completeness, rows.alike)),
        exports=[ExportLine(rows.steps["exports"].get(row.export, ""), row) for row in exports],
        codings=sum(row.codings for row in exports),
        segments=sum(row.segments for row in exports),
        severities={severity: sum(issue.severity == severity for issue in rows.issues) for severity in ORDER},
        issues=in_order[:MOST_ISSUES],
        issues_left_out=max(0, len(in_order) - MOST_ISSUES),
        checks=rows.checks,
        verdicts=Counter(check.verdict for check in rows.checks),
        disclosure=rows.disclosure,
        redaction=rows.redaction,
        undecided=rows.undecided,
        rebuild=rebuild,
        head=rows.steps,
        rules=view_steps.rules(steps),
        files=list(_files(steps)),
        data=_data(facts, rows, built, worth, steps, rebuild),
    )


def _samples(facts: Study, rows: Rows) -> Iterator[Table]:
    yield sample_tables.sample_table(rows.sample, facts, rows.in_several)
    if facts.sample:
        yield group_table(SampleByGroup(rows.by_group, rows.sample, facts), rows.in_several)


def _rebuild(found: Mapping[str, Any] | None, core_sha256: str, words: Labels) -> Rebuild:
    # A verdict on other results says nothing about these.
    if found is None or found["core_sha256"] != core_sha256:
        return Rebuild(False, False, words("rebuild_none"), "")
    same = found["verdict"] == "same"
    what = words.counted("rebuild_same" if same else "rebuild_other", found["files"])
    is_told = bool(found["varied"]) and words.language == DEFAULT  # what was varied has English names
    varied = words("rebuild_varied", varied=", ".join(found["varied"])) if is_told else ""
    return Rebuild(True, same, what, varied)


def _files(steps: Sequence[RecordedStep]) -> Iterator[FileLine]:
    for path, digest in view_steps.outputs(steps, RESULTS).items():
        yield FileLine(path, f"{FROM_PAGE}{path.removeprefix(RESULTS)}", digest or "")


def _data(
    facts: Study,
    rows: Rows,
    built: Iterable[Matrix],
    worth: Mapping[tuple[str, str], CellWorth],
    steps: Sequence[RecordedStep],
    rebuild: Rebuild,
) -> dict[str, object]:
    table = "results/tables/{}.csv"
    digests = view_steps.outputs(steps, RESULTS)
    spoken = languages_of_groups(facts.groups, facts.languages)
    drawn = {row.domain: row.drawn for row in rows.totals}
    return {
        "groups": [
            {"code": group.code, "name": group.name, "language": (spoken[group.code] or [UNKNOWN_LANGUAGE])[0]}
            for group in facts.groups
        ],
        "likeness": view_groups.by_likeness(facts.groups, rows.alike),
        "domains": {
            matrix.domain.id: {
                "title": matrix.domain.title,
                "cells": view_matrices.counts(matrix, worth, facts.rule == AT_LEAST_ONE),
                "drawn": drawn.get(matrix.domain.id),
                "table": table.format(matrix.domain.id),
                "digest": digests.get(table.format(matrix.domain.id), ""),
                "steps": view_steps.behind(steps, table.format(matrix.domain.id)),
            }
            for matrix in built
        },
        "expected": {row.code: round(row.expected, 1) for row in rows.totals if facts.rule == AT_LEAST_ONE},
        "definitions": {entry.code: entry.definition for entry in rows.codebook if entry.definition},
        "meanings": matrices.meanings(labels_of(facts), facts.rule),
        "gaps": {f"{gap.domain}/{gap.group}": gap.reason for gap in facts.not_coded},
        "head": {key: value for key, value in rows.steps.items() if key != "steps"},
        "rebuild": rebuild.sentence,
        **view_steps.packed(steps, rows.steps["exports"]),
    }
