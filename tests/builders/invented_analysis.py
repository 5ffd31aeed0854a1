"""The analysis of an invented study, for the tests of its tables."""

from crosscase.analysis import (
    agreement_rows,
    coders,
    completeness,
    exact_test,
    findings,
    quoted_passages,
    rules,
    saturation,
    truth_table,
)
from crosscase.analysis.quoted_passages import Quote
from crosscase.analysis_tables.material import Material
from crosscase.coding import cell_codings, mark_rules, quotable_passages
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.labels import labels
from tests.builders import counted_mentions
from tests.builders.invented_report import InventedStudy


def of(study: InventedStudy) -> Material:
    """All rows that the tables of the analysis are made of, worked out as in a build."""
    facts, rows = study.facts, study.rows
    codings = list(cell_codings.list_codings(study.segments))
    mentions = list(counted_mentions.count(study.segments))
    formats = dict.fromkeys((segment.export for segment in study.segments), "tidy")
    agreed = list(agreement_rows.of(coders.compare(rows.cells, codings, formats, facts.overlap).judgements, facts.seed))
    under = rules.of_study(facts)
    material = rules.Material.of(rows.cells, rows.codebook, mentions, set())
    ruled = list(rules.cells_under_each(under, mentions, codings, material))
    quotes = quotes_of(study)
    raised = mark_rules.amounts(facts.rule, mentions, codings, rows.codebook)
    found = completeness.incidences(rows.cells, study.participants, mentions)
    english = labels.of("en", {}, facts.compare.one, facts.compare.many)
    return Material(
        facts,
        rows.cells,
        rows.codebook,
        rows.in_several,
        totals=rows.totals,
        rule_totals=list(rules.totals(ruled, rows.cells)),
        thresholds=list(rules.thresholds(ruled, under, rows.cells, english)),
        agreement=agreed,
        completeness=rows.completeness,
        saturation=list(saturation.over_all_orders(found, facts.saturation)) if facts.saturation.is_used else [],
        together=rows.together,
        alike=rows.alike,
        tested=list(exact_test.of_codes(rows.cells, 0, facts.group_test)) if facts.group_test.is_used else [],
        cases=truth_table.of(rows.cells, study.participants, {}, raised, facts.truth_table)
        if facts.truth_table.is_used
        else [],
        findings=list(
            findings.of_codes(
                rows.cells,
                rows.codebook,
                ruled,
                agreed,
                {(quote.code, quote.group): ["0" * 16] for quote in quotes},
                {},
                english,
                "",
            )
        ),
        quotes=quotes,
    )


def quotes_of(study: InventedStudy) -> list[Quote]:
    """The words that may be quoted."""
    rule = QuotationRule(study.participants, study.reviews)
    codings = cell_codings.list_codings(study.segments)
    columns = ((row.export, row.segment_id, row.participant, row.text) for row in study.segments)
    return list(quoted_passages.of_cells(quotable_passages.by_cell(codings, columns, rule)))
