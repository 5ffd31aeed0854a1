"""The page of a further comparison: it counts what its tables count, and says for whom it is."""

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from crosscase.coding import cell_codings
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.comparisons import grouping, results
from crosscase.report import comparison_page, html, segment_parts, view
from crosscase.report.comparison_page import Material
from crosscase.storage.schemas import Participant, Segment
from crosscase.study import further_comparisons
from crosscase.study.facts import SampleVariable, Study
from tests.builders import invented_report, regrouped
from tests.builders.invented_report import no_figures
from tests.builders.printed_words import others, printed_by, words_of, words_of_language
from tests.builders.regrouped import COLUMNS, ENTRIES


def content_of(of: Study, people: Sequence[Participant], columns: Sequence[str], raised: Sequence[int]) -> Any:
    """The content of the page of a comparison."""
    grouped = grouping.group(people, columns, of)
    mentions = list(regrouped.mentions_of(people, raised, of))
    cells = regrouped.cells_of(of, grouped, mentions)
    made = results.compare(of, columns, grouped, cells, ENTRIES)
    return comparison_page.build(of, made, grouped, cells, Material(ENTRIES, people, mentions, [], [], []))


@given(regrouped.registers(), COLUMNS)
def test_each_number_of_the_page_is_that_of_a_plain_count(
    register: tuple[Study, list[Participant], list[int]], columns: list[str]
) -> None:
    of, people, raised = register
    grouped = grouping.group(people, columns, of)
    report = content_of(of, people, columns, raised)
    assert report.participants == len({person.participant for person in people})
    names = {group.code: group.name for group in grouped.groups}
    mentioned: dict[tuple[str, str], set[str]] = {}
    for mention in regrouped.mentions_of(people, raised, of):
        group = names[grouped.of[mention.participant, mention.group]]
        mentioned.setdefault((mention.code, group), set()).add(mention.participant)
    columns_shown = [group["code"] for group in report.data["groups"]]
    assert columns_shown == list(names.values())
    for domain in report.data["domains"].values():
        for code, shown in domain["cells"].items():
            counted = [len(mentioned.get((code, group), ())) for group in columns_shown]
            assert [numbers[0] or 0 for numbers in shown] == counted


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2), st.sampled_from(["time", "money"])), max_size=30))
def test_behind_each_cell_are_the_codings_of_its_participants(said: list[tuple[int, int, str]]) -> None:
    of = regrouped.study(3, (2, 2), k=1)
    people = regrouped.people(of, [(n, group, (n, n)) for n in range(6) for group in range(3)])
    segments = [
        Segment(
            *(f"s{place}", "e", f"D-{n}-{group}", f"P-{n:03}", of.groups[group].code, "barriers", code),
            *(None, place, place + 1, "said"),
        )
        for place, (n, group, code) in enumerate(said)
    ]
    grouped = grouping.group(people, ["v0"], of)
    moved = comparison_page.codings_of(cell_codings.list_codings(segments), grouped)
    quoting = QuotationRule(people, [])
    found = {
        (group, code): end - begin
        for _, group, part in segment_parts.pack(moved, segments, quoting)
        for code, (begin, end) in dict[str, Any](part)["codes"].items()
    }
    names = {group.code: group.name for group in grouped.groups}
    counted: dict[tuple[str, str], int] = {}
    for n, group, code in said:
        place = (names[grouped.of[f"P-{n:03}", of.groups[group].code]], code)
        counted[place] = counted.get(place, 0) + 1
    assert found == counted


@pytest.mark.parametrize("language", ["en", "de", "el"])
def test_it_says_for_whom_it_is_and_nothing_of_how_the_study_was_made(language: str) -> None:
    of = regrouped.study(3, (4, 2), language=language)
    people = regrouped.people(of, [(n, n, (n // 3, n // 6)) for n in range(30)])
    report = content_of(of, people, ["country", "v0"], [n % 8 for n in range(30)])
    page = html.render(report, [], no_figures(of.domains))
    assert report.facts.synthetic_note in page
    assert 'id="trust"' not in page and 'href="#trust"' not in page
    assert 'id="sample"' not in page
    assert [matrix.title for matrix in report.matrices] == ["Barriers", "Helps"]
    assert any(note.startswith("S0.*: ") for note in report.matrices[0].notes)
    allowed = (
        words_of(of, "others", "participant", "counts", [entry.label for entry in ENTRIES]),
        words_of("svg pdf png"),
    )
    assert not others(
        printed_by(page), *allowed, words_of_language(language, "group", "groups"), words_of_language(language)
    )


def test_the_pages_of_all_comparisons_lead_to_each_other_in_the_same_view(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    also_by = [["position"], ["country", "position"], ["organisation"]]
    study = invented_report.study(codes=4, segments=60)
    variables = [SampleVariable(name, name.capitalize(), []) for name in ("position", "organisation")]
    facts = replace(study.facts, also_by=also_by, sample=variables)
    pages = further_comparisons.pages(facts)
    own = "results/report/index.html"
    names = {own: "Country", **dict(zip(pages, ("Position", "Country × Position", "Organisation"), strict=True))}
    for columns, path in zip(also_by, pages, strict=True):
        links = comparison_page.links(facts, columns)
        there = {posixpath.normpath(posixpath.join(posixpath.dirname(path), link)): name for name, link in links}
        assert there == {page: name for page, name in names.items() if page != path}
    report = replace(view.build(study.facts, study.rows), others=comparison_page.links(facts, also_by[0]))
    for path, content in ((pages[0], report), (pages[2], view.build(study.facts, study.rows))):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(html.render(content, [], no_figures(facts.domains)), encoding="utf-8")
    page = opened((tmp_path / pages[0]).as_uri() + "#show=share&sort=in:AA&group=AB")
    page.locator(".compared a", has_text="Organisation").click()
    page.wait_for_url("**/organisation/**")
    assert page.url.endswith("#show=share")
    assert page.locator(".compared").count() == 0
    assert "asks for" not in page.locator("#shown").inner_text()
