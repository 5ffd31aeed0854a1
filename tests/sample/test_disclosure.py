"""The disclosure report and the table that it is about: neither reveals more about single people than is published."""

import csv
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from crosscase.labels import labels
from crosscase.sample import disclosure
from crosscase.sample.counts import describe, describe_by_group
from crosscase.storage import files
from crosscase.storage.schemas import Participant, SampleCell, SampleCount
from crosscase.study.facts import SampleVariable
from crosscase.tables import group_tables, html_tables, latex_tables
from crosscase.tables.group_tables import SampleByGroup
from tests.builders.invented_cells import COUNTRIES, GROUPS, STUDY, cell
from tests.builders.projects import Study
from tests.builders.published_tables import Place, printed, tables_that_fit

ROLE = SampleVariable("role", "Role", ["head", "aide", "clerk"], broader={"Others": ["aide", "clerk"]})
SAMPLED = replace(STUDY, sample=[ROLE], k=3)
PLACES = ["CZ"] * 7 + ["EL"] * 8 + ["NO"] * 4
ROLES = ["head"] * 6 + ["aide"] + ["clerk"] * 3 + ["head"] * 5 + ["head"] * 4
PEOPLE = [
    Participant(f"P-{number:02}", group, [role], True, "seed 1")
    for number, (group, role) in enumerate(zip(PLACES, ROLES, strict=True))
]


def exposed(items: Sequence[disclosure.Exposure], check: str) -> list[tuple[object, ...]]:
    return [(i.table, i.row, i.group, i.participants, i.of) for i in items if i.check == check]


@pytest.fixture
def counts() -> list[SampleCount]:
    return list(describe(PEOPLE, GROUPS, [ROLE], COUNTRIES))


@pytest.fixture
def cells() -> list[SampleCell]:
    return list(describe_by_group(PEOPLE, GROUPS, [ROLE], 3))


def test_cells_that_one_or_all_raised_are_reported() -> None:
    raised = [cell("a", "CZ", 1), cell("a", "EL", 10), cell("a", "NO", 9), cell("b", "CZ", 0), cell("b", "EL", None)]
    items = list(disclosure.matrix_exposures([*raised, cell("b", "NO", 1, interviewed=1), cell("c", "NO", 0, 0)]))
    assert exposed(items, "one_raised") == [("barriers", "a", "CZ", 1, 10)]
    assert exposed(items, "all_raised") == [("barriers", "a", "EL", 10, 10), ("barriers", "b", "NO", 1, 1)]


def test_small_suppressed_and_uniform_counts_are_reported(counts: list[SampleCount], cells: list[SampleCell]) -> None:
    items = list(disclosure.sample_exposures(counts, cells, 3, COUNTRIES))
    assert exposed(items, "small_count") == [("role", "aide", "", 1, 19)]
    assert exposed(items, "all_alike") == [("role", "head", "NO", 4, 4)]
    assert exposed(items, "suppressed") == [
        *(("role", "head", "CZ", None, 7), ("role", "head", "EL", None, 8)),
        *(("role", "Others", "CZ", None, 7), ("role", "Others", "EL", None, 8)),
    ]
    remark = next(item.remark for item in items if item.check == "suppressed")
    assert remark == "between 3 and 7 by the published numbers"
    assert exposed(list(disclosure.sample_exposures(counts, [], 5, COUNTRIES)), "small_count")[0] == (
        "country",
        "NO",
        "NO",
        4,
        19,
    )


def test_unique_combinations_are_counted_without_names() -> None:
    sentence = disclosure.describe_small_combinations(PEOPLE, 3, COUNTRIES)
    assert "1 of 19 participants has a combination of their own; 1 is in a combination of fewer than 3" in sentence


def test_the_table_by_group(counts: list[SampleCount], cells: list[SampleCell]) -> None:
    by_group = SampleByGroup(cells, counts, SAMPLED)
    header, rows = group_tables.wide(by_group)
    assert header == ["variable", "category", "CZ", "EL", "NO", "Total"]
    assert rows == [
        ["Role", "head", "suppressed", "suppressed", "4", "15"],
        ["Role", "Others", "suppressed", "suppressed", "0", "4"],
        ["All participants", "All participants", "7", "8", "4", "19"],
    ]
    assert next(iter(group_tables.tidy(by_group))) == ["role", "head", "CZ", None, 3, 7]
    table = group_tables.group_table(by_group)
    assert table.notes == [
        "CZ: Czech Republic, EL: Greece, NO: Norway.",
        "Others: aide; clerk.",
        "[c]: not shown: fewer than 3 participants, or a number hidden to protect such counts. "
        "Some of the hidden numbers were chosen by chance.",
    ]
    page = html_tables.render(table)
    assert page.count('<td class="suppressed number" aria-label="not shown, to protect participants">[c]</td>') == 4
    assert latex_tables.render(table).count("{[}c] &") == 4


def test_a_table_without_small_counts_explains_no_mark(counts: list[SampleCount]) -> None:
    cells = list(describe_by_group(PEOPLE, GROUPS, [ROLE], 1))
    table = group_tables.group_table(SampleByGroup(cells, counts, SAMPLED))
    assert not any("[c]" in note for note in table.notes)


def test_nothing_small_can_be_worked_out_from_the_published_table(built: Study) -> None:
    """From the printed file alone: enough ways to fill the gaps so that the printed totals come out."""
    for table in printed(built):
        assert not any(0 < count < 3 for row in table.shown for count in row if count is not None)
        values: dict[Place, set[int]] = {place: set() for place in table.hidden}
        for filled in tables_that_fit(table):
            for row, column in values:
                values[row, column].add(filled[row][column])
            if all(max(found) - min(found) >= 3 for found in values.values()):
                break  # further ways only add values
        assert [place for place, found in values.items() if max(found) - min(found) < 3] == []


def test_the_report_has_what_the_published_cells_have(built: Study) -> None:
    report = files.read_rows_csv(built.folder / "results/disclosure/report.csv", disclosure.Exposure)
    verdict = built.text("results/disclosure/verdict.txt")
    with (built.folder / "results/cells/cells.csv").open(encoding="utf-8", newline="") as stream:
        present = [row for row in csv.DictReader(stream) if row["participants"] not in ("", "0")]
    one = sum(row["participants"] == "1" for row in present)
    everybody = sum(row["participants"] == row["interviewed"] for row in present)
    assert len(exposed(report, "one_raised")) == one
    assert len(exposed(report, "all_raised")) == everybody
    assert re.match(
        rf"{one} matrix cells show a code that one participant of a country raised, {everybody} a",
        verdict,
    )
    assert "a combination of their own" in built.text("logs/report_disclosure.log")


@pytest.mark.parametrize(
    ("checks", "sentence"),
    [
        ([], "No published number says something about a single participant: see report.csv\n"),
        (
            ["one_raised"],
            "1 matrix cell shows a code that one participant of a country raised. "
            "Decide before you publish: see report.csv\n",
        ),
        (
            ["all_raised", "all_raised", "small_count"],
            "2 matrix cells show a code that all of a country raised; 1 count of the sample is small. "
            "Decide before you publish: see report.csv\n",
        ),
        (["suppressed"], "1 count by country is suppressed. Decide before you publish: see report.csv\n"),
        (["all_alike"], "1 count by country is of all participants. Decide before you publish: see report.csv\n"),
    ],
)
def test_the_verdict_names_only_what_there_is(checks: list[str], sentence: str) -> None:
    """`0 counts by country are suppressed` is nothing to decide."""
    rows = [disclosure.Exposure(check, "d", "c", "DE", 1, 2, "") for check in checks]
    assert disclosure.verdict(rows, "report.csv", COUNTRIES) == sentence


def test_the_verdict_says_that_tables_are_protected_alone() -> None:
    rows = [disclosure.Exposure("suppressed", table, "c", "DE", None, 2, "") for table in ("role", "level", "role")]
    found = disclosure.verdict(rows, "report.csv", COUNTRIES)
    assert found.startswith("3 counts by country are suppressed. Each variable's counts are protected alone: ")
    assert found.endswith("publish one. Decide before you publish: see report.csv\n")


def test_the_reviewers_page_has_it_in_its_language() -> None:
    rows = [
        disclosure.Exposure(check, "t", "r", "CZ", 1, 5, "") for check in ("suppressed", "one_raised", "one_raised")
    ]
    german = labels.of("de", {}, "country", "countries")
    found = "Zellen, die auf einer Person beruhen: 2; unterdrückte Zahlen nach Land: 1"
    assert disclosure.sentence(rows, german) == f"Vor der Veröffentlichung zu entscheiden ({found})"
    assert disclosure.sentence([], german) == "Keine veröffentlichte Zahl sagt etwas über eine einzelne Person"
