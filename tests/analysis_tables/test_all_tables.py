"""The tables of the analysis: read back they are the rows that they are made of, and they say what they leave out."""

from collections import Counter
from dataclasses import astuple, replace
from functools import cache

import pytest

from crosscase.analysis import truth_table
from crosscase.analysis.quoted_passages import Quote
from crosscase.analysis.truth_table import Case
from crosscase.analysis_tables import all_tables, quotations
from crosscase.analysis_tables.material import Material
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched
from crosscase.storage import files, table_columns
from crosscase.storage.schemas import ReviewCount
from crosscase.study import result_names
from crosscase.study.facts import GroupTest, MarkRule, Saturation, TruthTable
from crosscase.tables import excel_tables, html_tables, latex_tables, word_tables
from crosscase.tables.domain_tables import Table
from tests.builders import invented_analysis, invented_report
from tests.builders.invented_report import InventedStudy


@cache
def usual_study() -> InventedStudy:
    return invented_report.study(domains=2, codes=6, groups=4, segments=300)


@cache
def usual_material() -> Material:
    return invented_analysis.of(usual_study())


@cache
def usual_tables() -> dict[str, Table]:
    return {table.id: table for table in all_tables.of(usual_material())}


def table_of(material: Material, name: str) -> Table:
    return next(table for table in all_tables.of(material) if table.id == name)


def lines(table: Table) -> dict[tuple[str, str], list[str]]:
    """The entries of each row, by the heading above it and its label."""
    return {
        (section.heading, line.label): [entry.text for entry in line.entries]
        for section in table.sections
        for line in section.lines
    }


def test_each_table_has_its_name_says_what_is_synthetic_and_has_an_entry_for_each_heading() -> None:
    assert list(usual_tables()) == result_names.of_analysis(usual_study().facts)
    for table in usual_tables().values():
        assert table.warning == usual_study().facts.synthetic_note
        assert {len(row) for row in lines(table).values()} == {len(table.headings)}, table.id
        assert all(table.notes)


def test_robustness_has_the_total_under_each_rule_fragile_marks_and_what_equal_numbers_give() -> None:
    found = lines(usual_tables()["robustness"])
    assert len(found) == len(usual_material().totals)
    heads = [heading.text for heading in usual_tables()["robustness"].headings]
    assert heads == ["Total", "≥2", "≥10%", "≥25%", "Fragile", "Expected", "SD"]
    totals = {(row.rule, row.code): row.total for row in usual_material().rule_totals}
    for row, entries in zip(usual_material().totals, found.values(), strict=True):
        rules = ("study", "at_least_2", "share_10", "share_25")
        assert entries[:4] == [str(totals[rule, row.code]) for rule in rules]
        assert entries[4:] == [str(row.fragile), f"{row.expected:.1f}", f"{row.deviation:.1f}"]


def test_a_further_rule_has_a_column_under_the_name_that_the_study_gave_it() -> None:
    facts = replace(usual_study().facts, further_rules={"often": MarkRule(unit="segments", at_least=3)})
    tables = {table.id: table for table in all_tables.of(invented_analysis.of(replace(usual_study(), facts=facts)))}
    assert "often" in [heading.text for heading in tables["robustness"].headings]
    assert any("often: at least 3 segments" in note for note in tables["robustness"].notes)
    assert ("All domains", "at least 3 segments") in lines(tables["thresholds"])


def test_a_study_that_does_not_use_saturation_has_no_estimate_of_it() -> None:
    facts = replace(usual_study().facts, saturation=Saturation(False))
    tables = {table.id: table for table in all_tables.of(invented_analysis.of(replace(usual_study(), facts=facts)))}
    heads = [heading.text for heading in usual_tables()["completeness"].headings]
    assert [heading.text for heading in tables["completeness"].headings] == heads[:-3]
    assert heads[-3] == "Estimated" and any("Chao2" in note for note in usual_tables()["completeness"].notes)
    assert not any("Chao2" in note or "Estimated" in note for note in tables["completeness"].notes)
    found = lines(tables["completeness"])
    assert found == {name: row[:-3] for name, row in lines(usual_tables()["completeness"]).items()}


def test_agreement_over_all_by_domain_and_by_code_and_nothing_for_what_is_undefined() -> None:
    found = lines(usual_tables()["agreement"])
    shown = [row for row in usual_material().agreement if (row.level, row.frame) == ("participant", "all")]
    shown = [row for row in shown if row.group == row.one == "(all)"]
    assert len(found) == len(shown) > 3
    rows = {(row.domain, row.code): row for row in shown}
    over_all, row = found["", "All domains"], rows["(all)", "(all)"]
    assert row.observed is not None
    assert over_all[:2] == [str(row.participants), f"{100 * row.observed:.1f}"]
    undefined = [replace(row, alpha=None, alpha_low=None, alpha_high=None) for row in shown]
    entries = lines(table_of(replace(usual_material(), agreement=undefined), "agreement"))["", "All domains"]
    assert entries[3:5] == ["—", "—"]
    assert any(note.startswith("—: undefined") for note in usual_tables()["agreement"].notes)


def test_similarity_is_a_triangle_with_what_the_analysis_has() -> None:
    found = [[entry.text for entry in line.entries] for line in usual_tables()["similarity"].sections[0].lines]
    groups = [group.code for group in usual_study().facts.groups]
    index = {(row.one, row.other): row.jaccard for row in usual_material().alike}
    for row, entries in enumerate(found):
        below = [index[groups[column], groups[row]] for column in range(row)]
        shown = [*(f"{value:.2f}" for value in below if value is not None), "–"]  # no row or column is blank
        assert entries == [*shown, *[""] * (len(groups) - len(shown))]
    assert [heading.n for heading in usual_tables()["similarity"].headings] == [9] * len(groups)
    unlike = replace(usual_material(), alike=[replace(row, jaccard=None) for row in usual_material().alike])
    table = table_of(unlike, "similarity")
    assert table.sections[0].lines[1].entries[0].text == "—"
    assert any(note.startswith("—: no code") for note in table.notes)
    assert not any(note.startswith("—") for note in usual_tables()["similarity"].notes)
    alone = table_of(replace(usual_material(), alike=[]), "similarity")
    assert [line.label for line in alone.sections[0].lines] == ["Nothing to compare with."]


def test_the_test_of_groups_is_a_table_where_a_study_asks_for_it() -> None:
    assert "group_test" not in usual_tables()
    material = invented_analysis.of(
        replace(usual_study(), facts=replace(usual_study().facts, group_test=GroupTest(True, 5, "holm")))
    )
    table = table_of(material, "group_test")
    assert [heading.text for heading in table.headings] == ["Countries", "Participants", "p", "p (Holm)", "Least p"]
    found = lines(table)
    for row, entries in zip(material.tested, found.values(), strict=True):
        assert row.p is not None and row.corrected_p is not None
        assert entries[:2] == [str(row.groups), f"{row.participants} of {row.interviewed}"]
        assert entries[2:4] == [f"{row.p:.3f}" if row.p >= 0.001 else "<0.001", f"{row.corrected_p:.3f}"]
    refused = [replace(row, p=None, corrected_p=None, least_p=0.0004) for row in material.tested]
    table = table_of(replace(material, tested=refused), "group_test")
    assert {tuple(entries[2:]) for entries in lines(table).values()} == {("—", "—", "<0.001")}
    assert table.notes[-1] == "—: no test; results/analysis/group_test.csv says why."


def test_a_truth_table_shows_its_combinations_where_a_study_asks_for_it() -> None:
    assert "truth_table" not in usual_tables()
    one, other, outcome, *_ = (entry.code for entry in usual_material().codebook if entry.codable)
    for wanted in (TruthTable([one, other], outcome), TruthTable([one, other], "", ["AA"], "groups")):
        material = invented_analysis.of(replace(usual_study(), facts=replace(usual_study().facts, truth_table=wanted)))
        table = table_of(material, "truth_table")
        heads = [heading.text for heading in table.headings]
        assert heads == [*truth_table.names_of([one, other]).values(), "Outcome", "n", "Consistency", "Cases"]
        _, rows = truth_table.rows_of_combinations(material.cases, wanted)
        found = lines(table)
        assert len(rows) == len(found) > (wanted.cases == "participants")
        for row, (name, entries) in zip(rows, found.items(), strict=True):
            assert name == ("", str(2 * int(str(row[0])) + int(str(row[1])) + 1))
            assert entries[:5] == [*map(str, row[:4]), f"{row[4]:.2f}"]
            groups = [case.rpartition(" ")[2] for case in str(row[5]).split("; ")]
            counted = [f"{group} {number}" for group, number in Counter(groups).items()]
            assert entries[5] == ", ".join(counted if wanted.cases == "participants" else groups)
        assert any(f"Combinations that occur: {len(rows)} of 4." in note for note in table.notes)
        assert any("A code is present" in note for note in table.notes) == (wanted.cases == "groups")
    unknown = [Case(case.name, (None, *case.values[1:])) for case in material.cases]
    table = table_of(replace(material, cases=unknown), "truth_table")
    assert [line.label for line in table.sections[0].lines] == ["Every case has an unknown value."]


def test_a_table_without_rows_says_why() -> None:
    nothing = replace(usual_material(), agreement=[], together=[], quotes=[])
    tables = {table.id: table for table in all_tables.of(nothing)}
    for name, why in (
        ("agreement", "No participant was coded by several coders."),
        ("cooccurrence", "No two codes were raised by the same two participants."),
        ("quotations", "No passage may be published"),
    ):
        ((section,),) = ([*tables[name].sections],)
        assert [line.label.startswith(why) for line in section.lines] == [True]
        for render in (html_tables.render, latex_tables.render):
            assert why in render(tables[name])
        assert word_tables.render({1: tables[name]})
        assert excel_tables.render({1: tables[name]})


def test_the_strongest_pairs_come_first_and_the_table_says_how_many_there_are() -> None:
    row = usual_material().together[0]
    many = [replace(row, raised_both=2 + number % 3, jaccard=number / 100) for number in range(60)]
    together = [*many, replace(row, raised_both=1, jaccard=1.0)]
    table = table_of(replace(usual_material(), together=together), "cooccurrence")
    jaccard = [line.entries[4].text for section in table.sections for line in section.lines]
    assert jaccard == [f"{number / 100:.2f}" for number in range(59, 34, -1)]
    assert table.notes[1] == "The strongest 25 of 60 pairs that at least two participants raised, by Jaccard’s index."


def test_words_are_those_of_people_who_consented_and_of_nobody_before_the_review() -> None:
    consented = {person.participant for person in usual_study().participants if person.consent_to_quote}
    quoted = {row[0] for row in lines(usual_tables()["quotations"]).values()}
    assert quoted
    assert quoted <= consented < {person.participant for person in usual_study().participants}
    waiting = replace(usual_study(), reviews=[ReviewCount(usual_study().segments[0].export, undecided=1, decided=0)])
    table = table_of(invented_analysis.of(waiting), "quotations")
    assert not any(line.entries for section in table.sections for line in section.lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("two\n words ", "two words"), ("w " * 400, f"{'w ' * 299}w […]"), ("x" * 700, f"{'x' * 600} […]")],
)
def test_a_long_passage_is_cut_at_a_word_and_says_so(text: str, shown: str) -> None:
    assert quotations.cut(text) == shown
    long = replace(usual_material(), quotes=[replace(usual_material().quotes[0], words=text)])
    assert any(note.startswith("[…]") for note in table_of(long, "quotations").notes) == ("[…]" in shown)


def test_a_name_in_a_quotation_is_found_in_each_format() -> None:
    scan = LeakScan(Search([Watched("PERSON", "Tregenza", ("en",))], frozenset(), ""), Traces([], [], [], frozenset()))
    for words, is_clean in (("so we asked for help", True), ("so we asked Tregenza for help", False)):
        material = replace(usual_material(), quotes=[replace(usual_material().quotes[0], words=words)])
        table = table_of(material, "quotations")
        for content in (
            word_tables.render({1: table}),
            excel_tables.render({1: table}),
            html_tables.render(table).encode(),
            latex_tables.render(table).encode(),
            files.csv_text(table_columns.names(Quote), map(astuple, material.quotes)).encode(),
        ):
            assert scan.search_content(content).is_clean == is_clean
