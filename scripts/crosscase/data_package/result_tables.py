"""Which columns each table of the results and of the package has, by the path of its file.

1. A table of rows has the columns of its row class.
2. A tidy table has columns of row classes under the heads that `tables` gives them.
3. A wide table has a column for each group, and no key: two codes of a domain may have one label.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from crosscase.analysis import truth_table
from crosscase.analysis.agreement_tables import Agreement, Disagreement, DisputedSegment, DoubleCoding, OverTime
from crosscase.analysis.checklists import Item
from crosscase.analysis.exact_test import GroupDifference
from crosscase.analysis.findings import Finding
from crosscase.analysis.quoted_passages import Quote
from crosscase.analysis.rows import (
    Accumulated,
    CellWorth,
    CommonHolder,
    Completeness,
    Cooccurrence,
    Similarity,
    TotalWorth,
)
from crosscase.analysis.rules import RuleCell, RuleTotal, Threshold
from crosscase.analysis.saturation import Saturated
from crosscase.coding import mark_rules, severity
from crosscase.coding.exposure import Unasked
from crosscase.labels import labels
from crosscase.redaction_summary.kinds import KINDS, Part
from crosscase.sample import disclosure
from crosscase.storage import table_columns
from crosscase.storage.schemas import (
    Balance,
    Cell,
    CellCoding,
    CodebookEntry,
    Issue,
    Mention,
    Participant,
    PublishedCheck,
    RedactionCount,
    SampleCell,
    SampleCount,
    State,
)
from crosscase.storage.table_columns import Column, NamedColumn
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of
from crosscase.study.result_names import SAMPLE, TIDY, protected_counts, sample_by
from crosscase.tables import domain_tables, group_tables, sample_tables
from crosscase.verification.printed_numbers import Verdict

RESULTS = "results/"
CELLS = f"{RESULTS}cells/cells"
# Row classes by path; the ending is .csv or .parquet, and all tables of a folder may be alike.
ROWS: dict[str, type] = {
    f"{RESULTS}analysis/accumulation": Accumulated,
    f"{RESULTS}analysis/agreement": Agreement,
    f"{RESULTS}analysis/agreement_over_time": OverTime,
    f"{RESULTS}analysis/cells": CellWorth,
    f"{RESULTS}analysis/completeness": Completeness,
    f"{RESULTS}analysis/cooccurrence": Cooccurrence,
    f"{RESULTS}analysis/coreq": Item,
    f"{RESULTS}analysis/srqr": Item,
    f"{RESULTS}analysis/evidence": Finding,
    f"{RESULTS}analysis/quotations": Quote,
    f"{RESULTS}analysis/cooccurrence_cases": CommonHolder,
    f"{RESULTS}analysis/disagreements": Disagreement,
    f"{RESULTS}analysis/disputed_segments": DisputedSegment,
    f"{RESULTS}analysis/group_test": GroupDifference,
    f"{RESULTS}analysis/planned_coding": DoubleCoding,
    f"{RESULTS}analysis/saturation": Saturated,
    f"{RESULTS}analysis/similarity": Similarity,
    f"{RESULTS}analysis/rules": RuleCell,
    f"{RESULTS}analysis/rule_totals": RuleTotal,
    f"{RESULTS}analysis/thresholds": Threshold,
    f"{RESULTS}analysis/totals": TotalWorth,
    CELLS: Cell,
    f"{RESULTS}cells/sample": SampleCount,
    f"{RESULTS}disclosure/report": disclosure.Exposure,
    f"{RESULTS}provenance/cell_codings": CellCoding,
    f"{RESULTS}redaction/summary": RedactionCount,
    f"{RESULTS}validation/issues": Issue,
    f"{RESULTS}validation/summary": Balance,
    f"{RESULTS}verification/published": PublishedCheck,
    "data/codebook": CodebookEntry,
    "data/codings": CellCoding,
    "data/mentions": Mention,
    "data/not_asked": Unasked,
    "data/participants": Participant,
    "data/processed/codebook": CodebookEntry,
    "data/processed/mentions": Mention,
}
TABLES = f"{RESULTS}tables/"
# Values of columns whose classes lie above the row classes.
_VALUES: dict[tuple[type, str], Sequence[str]] = {
    (Issue, "check"): tuple(sorted(severity.SEVERITY)),
    (PublishedCheck, "verdict"): tuple(Verdict),
    (RedactionCount, "part"): tuple(Part),
    (RedactionCount, "kind"): tuple(sorted({kind for kinds in KINDS.values() for kind in kinds})),
}


@dataclass(frozen=True, slots=True)
class ResultTable:
    """The columns of a table, and which texts in it stand for no value."""

    columns: list[NamedColumn]
    missing: tuple[str, ...] = ("",)


def describe(path: str, study: Study) -> ResultTable | None:
    """The columns of the table in a file; None where nothing is known of it."""
    stem = PurePosixPath(path).with_suffix("").as_posix()
    if stem.startswith(TABLES):
        return _table(stem.removeprefix(TABLES), study)
    if stem == f"{RESULTS}analysis/qca_cases":
        return ResultTable(truth_table.columns_of_cases(study.truth_table))
    if stem == f"{RESULTS}analysis/truth_table":
        return ResultTable(truth_table.columns_of_combinations(study.truth_table))
    if path == protected_counts(study.compare):
        return ResultTable(_of_rows(SampleCell))
    row = ROWS.get(stem) or ROWS.get(PurePosixPath(stem).parent.as_posix())
    return (
        ResultTable([column for column in _of_rows(row) if study.has_guide or not column.about.optional])
        if row
        else None
    )


def _of_rows(row: type) -> list[NamedColumn]:
    return [
        replace(column, about=replace(column.about, values=tuple(_VALUES.get((row, column.name), column.about.values))))
        for column in table_columns.describe(row)
    ]


def _table(name: str, study: Study) -> ResultTable | None:
    """The columns of a table of the manuscript, by its id."""
    domains = {domain.id for domain in study.domains}
    if name in domains:  # a name that ends in "_tidy" is also one that a domain may have
        return ResultTable(_wide_domain(study))
    if name.removesuffix(TIDY) in domains:
        return ResultTable(_tidy(domain_tables.tidy_head(study.compare, study.has_guide), study, Cell, CodebookEntry))
    if name == SAMPLE + TIDY:
        return ResultTable(_tidy(sample_tables.TIDY, study, SampleCount))
    if name == SAMPLE:
        return ResultTable(_wide_one_way(study))
    if name == sample_by(study.compare) + TIDY:
        return ResultTable(_tidy(group_tables.tidy_head(study.compare), study, SampleCell))
    if name == sample_by(study.compare):
        return ResultTable(_wide_sample(study), ("", labels_of(study)("suppressed")))
    return None


def _tidy(head: Sequence[str], study: Study, *rows: type) -> list[NamedColumn]:
    """The columns of a tidy table, that of the group with the study's word for it."""
    known = {column.name: column for row in reversed(rows) for column in _of_rows(row)}
    if "group" in known:
        known[study.compare.one] = replace(known["group"], name=study.compare.one)
    known["total"] = NamedColumn("total", int, False, Column("participants of the study", "participants"))
    return [known[name] for name in head]


def _wide_one_way(study: Study) -> list[NamedColumn]:
    about = {
        "variable": Column("title of a variable of the sample"),
        "category": Column("category of the variable; of a group its name and code"),
    }
    columns = _tidy(sample_tables.TIDY[:4], study, SampleCount)
    return [
        replace(column, name=name, about=about.get(column.name, column.about))
        for column, name in zip(columns, sample_tables.wide_head(labels_of(study)), strict=True)
    ]


def _wide_domain(study: Study) -> list[NamedColumn]:
    words = labels_of(study)
    marks = domain_tables.csv_marks(words)
    shown = tuple(mark for state, mark in marks.items() if mark and (study.has_guide or state != State.NOT_ASKED))
    of_states = {"present": "at least one participant raised the code", "absent": "coded, and no participant raised it"}
    english = labels.of(labels.DEFAULT, {}, study.compare.one, study.compare.many)
    present, absent = mark_rules.meanings(of_states, study.rule, english).values()
    open_marks = f"{marks[State.UNKNOWN]} or {marks[State.NOT_ASKED]}" if study.has_guide else marks[State.UNKNOWN]
    return [
        NamedColumn(words("head_label"), str, False, Column("label of the code")),
        *(
            NamedColumn(
                group.code,
                str,
                True,
                Column(
                    f"{group.name}: {marks[State.PRESENT]}, {present}",
                    empty=absent,
                    values=shown,
                ),
            )
            for group in study.groups
        ),
        NamedColumn(
            words("total"),
            int,
            False,
            Column(
                f"groups that are marked {marks[State.PRESENT]}; those marked {open_marks} are not counted",
                "groups",
            ),
        ),
    ]


def _wide_sample(study: Study) -> list[NamedColumn]:
    words = labels_of(study)
    count = Column("participants in the category", "participants", "suppressed, to protect participants")
    return [
        NamedColumn(words("head_variable"), str, False, Column("title of a variable of the sample")),
        NamedColumn(words("head_category"), str, False, Column("category of the variable")),
        *(
            NamedColumn(group.code, int, True, replace(count, meaning=f"{group.name}: {count.meaning}"))
            for group in study.groups
        ),
        NamedColumn(words("total"), int, False, Column("participants in the category, all groups", "participants")),
    ]
