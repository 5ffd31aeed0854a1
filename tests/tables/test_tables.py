"""The tables: the same marks in every format, every label as it stands, fit for a page."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.coding import matrices
from crosscase.messages.errors import StudyError
from crosscase.storage import files
from crosscase.study.facts import Domain
from crosscase.study.own_labels import labels_of
from crosscase.tables import domain_tables, html_tables, latex_tables, sample_tables
from tests.builders.invented_cells import DOMAIN, GAP, GROUPS, STUDY, large, small, with_unknown
from tests.builders.invented_tables import REAL, SAMPLE, SAMPLED

ENGLISH = labels_of(STUDY)


def test_codes_are_under_their_parents_and_empty_headings_are_left_out() -> None:
    rows = [(row.code, row.level, len(row.cells)) for row in small().rows]
    assert rows == [("money", 0, 0), ("funds", 1, 3), ("staff", 2, 3), ("time", 0, 3)]


def test_a_domain_without_codes_is_named() -> None:
    with pytest.raises(StudyError, match="the domain 'values' has no codable code"):
        matrices.build([], [], GROUPS, Domain("values", "Values"))


def test_gaps_of_other_domains_are_not_noted() -> None:
    assert matrices.gaps(small(), [GAP, GAP.__class__("CZ", "impacts", "Never.")], ENGLISH) == [
        "Not coded for “Barriers”: Norway (NO). The interviews were lost."
    ]


def test_wide_csv(tmp_path: Path) -> None:
    files.write_csv(tmp_path / "wide.csv", *domain_tables.wide(small(), ENGLISH))
    assert (tmp_path / "wide.csv").read_text() == (
        "label,CZ,EL,NO,Total\nFunds <cut>,x,x,not coded,2\nStaff,,,not coded,0\nTime,x,,not coded,1\n"
    )


def test_tidy_csv(tmp_path: Path) -> None:
    files.write_csv(tmp_path / "tidy.csv", domain_tables.tidy_head(STUDY.compare), domain_tables.tidy(small()))
    assert (tmp_path / "tidy.csv").read_text().splitlines()[:5] == [
        "domain,code,label,country,state,participants,interviewed,segments",
        "barriers,funds,Funds <cut>,CZ,present,1,10,2",
        "barriers,funds,Funds <cut>,EL,present,10,10,20",
        "barriers,funds,Funds <cut>,NO,not_coded,,10,",
        "barriers,staff,Staff,CZ,absent,0,10,0",
    ]


def test_sample_csv(tmp_path: Path) -> None:
    files.write_csv(tmp_path / "wide.csv", sample_tables.wide_head(ENGLISH), sample_tables.wide(SAMPLE, SAMPLED))
    assert (tmp_path / "wide.csv").read_text() == (
        "variable,category,participants,percent\n"
        "Country,Czech Republic (CZ),2,66.7\n"
        "Country,Greece (EL),1,33.3\n"
        "Country,Norway (NO),0,0.0\n"
        'Professional position,"Head, of a service",3,100.0\n'
    )
    files.write_csv(tmp_path / "tidy.csv", sample_tables.TIDY, sample_tables.tidy(SAMPLE, STUDY.compare))
    assert (tmp_path / "tidy.csv").read_text().splitlines()[:2] == [
        "variable,category,participants,percent,total",
        "country,CZ,2,66.7,3",
    ]


def test_marks_agree_in_all_formats() -> None:
    matrix = large(7, 5)
    table = domain_tables.domain_table(matrix, REAL)
    _, wide = domain_tables.wide(matrix, ENGLISH)
    page, source = html_tables.render(table), latex_tables.render(table)
    body = source[source.index(r"\midrule") : source.index(r"\bottomrule")]
    for text, state in (("x", "present"), ("n.c.", "not_coded")):
        marks = sum(row.count(domain_tables.csv_marks(ENGLISH)[state]) for row in wide)
        assert marks == sum(row[4] == state for row in domain_tables.tidy(matrix)) > 0
        assert marks == page.count(f'class="{state}"') == len(re.findall(rf"& {re.escape(text)} ", body))
    assert [int(row[-1]) for row in wide] == [row.count("x") for row in wide]


def test_not_coded_is_explained_only_where_it_occurs() -> None:
    table = domain_tables.domain_table(large(2, 2, states=(1, 0)), REAL)
    assert not any("n.c." in note for note in table.notes)


def test_notes_go_from_the_whole_table_to_its_parts_and_its_marks() -> None:
    """APA 7, section 7.14. The meaning of the marks came first, and nothing said how many marks are fragile."""
    matrix = with_unknown()
    marks, counts = domain_tables.domain_table(matrix, STUDY), domain_tables.counts_table(matrix, STUDY)
    fragile = sum(cell.participants == 1 for row in matrix.rows for cell in row.cells if cell.state == "present")
    specific = [
        "Not coded for “Barriers”: Norway (NO). The interviews were lost.",
        "Not declared whether coded for “Barriers”: Greece (EL).",
        *([f"Marks that rest on a single participant: {fragile}."] if fragile else []),
    ]
    names = "CZ: Czech Republic, EL: Greece, NO: Norway."
    total = "Total: number of countries marked x; a range without and with those marked ?."
    assert matrix.codebook
    version = f"Codebook: 3 codes, version {matrix.codebook.digest}."
    interviewed = "n: participants who were interviewed."
    assert marks.notes[:-1] == [f"{total} {interviewed}", names, version, *specific]
    assert marks.notes[-1].startswith("x: at least one participant of the country raised it; blank: coded")
    raised = "Participants who raised the code, with their share of those interviewed (n). "
    raised += "Below: 95% interval of this share, in per cent (Wilson). "
    raised += (
        "Such numbers describe these interviews; they hold for other people only if participants were drawn at random."
    )
    assert counts.notes[:-1] == [raised, names, version, *specific]
    assert counts.notes[-1].startswith("n.c.: the country's material was not coded for this domain; ?: no coding")


def test_what_is_unknown_is_a_question_mark_in_all_formats() -> None:
    matrix = with_unknown()
    table = domain_tables.domain_table(matrix, STUDY)
    _, wide = domain_tables.wide(matrix, ENGLISH)
    assert wide == [
        ["Funds <cut>", "x", "?", "not coded", "1"],
        ["Staff", "", "?", "not coded", "0"],
        ["Time", "x", "?", "not coded", "1"],
    ]
    tidy = [row for row in domain_tables.tidy(matrix) if row[3] == "EL"]
    assert {tuple(row[4:]) for row in tidy} == {("unknown", None, 10, None)}
    totals = [line.entries[-1].text for section in table.sections for line in section.lines if line.entries]
    assert totals == ["1–2", "0–1", "1–2"]
    assert table.notes[-1].endswith(
        "; ?: no coding, and not declared whether the country's material was coded for this domain."
    )
    assert "Not declared whether coded for “Barriers”: Greece (EL)." in table.notes
    assert table.notes[0].startswith("Total: number of countries marked x; a range without and with those marked ?.")
    page, source = html_tables.render(table), latex_tables.render(table)
    assert page.count(">?</td>") == source.count(" & ? & ") == 3
    assert page.count(">1–2</td>") == source.count(" & 1–2 ") == 2


def test_bundled_study_has_31_rows() -> None:
    with open(Path(__file__).parents[2] / "config/codebook.csv", encoding="utf-8", newline="") as stream:
        labels = [row["label"] for row in csv.DictReader(stream)]
    matrix = large(len(labels), 9, labels)
    assert len(domain_tables.wide(matrix, ENGLISH)[1]) == 31
    assert DOMAIN.title in latex_tables.render(domain_tables.domain_table(matrix, STUDY))


@pytest.mark.parametrize(
    ("language", "method", "shown"),
    [
        ("en", "wilson", ["1 (10%)", "[2, 40]"]),
        ("en", "clopper_pearson", ["1 (10%)", "[0, 45]"]),
        ("de", "wilson", ["1 (10 %)", "[2; 40]"]),
    ],
)
def test_below_each_number_stands_how_sure_its_share_is(language: str, method: str, shown: list[str]) -> None:
    """Newcombe (1998): 1 in 10 is 0.018 to 0.404 after Wilson, 0.003 to 0.445 after Clopper and Pearson."""
    table = domain_tables.counts_table(small(), replace(STUDY, output_language=language, interval=method))
    (entry,) = (line.entries[0] for line in table.sections[0].lines if line.label == "Funds <cut>")
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in entry.lines] == shown
    page, source = html_tables.render(table), latex_tables.render(table)
    assert f"{entry.text}<br><small>{entry.below}</small>" in page
    assert "\\begin{tabular}[t]{@{}c@{}}1 (10" in source
    assert source.count(r"\end{tabular}") == source.count(r"\begin{tabular}")
