"""The matrices on the page of a study: what the cells show, their totals, filters, and what can be taken away."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from crosscase.study.facts import MarkRule
from tests.builders import invented_report
from tests.builders.opened_pages import READ, SMALL, choose, fragment, shown_cells, worth_of_cells

MARKS = {"present": "x", "absent": "", "not_coded": "n.c."}


def test_the_cells_show_the_numbers_that_the_analysis_has(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    marks = page.evaluate(READ)
    for show in ("participants", "share", "segments", "rarefied", ""):
        page.locator("#show").select_option(show)
        found = {tuple(key.split("|")): text for key, text in page.evaluate(READ).items()}
        assert found.keys() == shown_cells().keys()
        for key, text in found.items():
            cell, worth = shown_cells()[key], worth_of_cells()[key]
            if cell.participants is None:
                assert text == "n.c."
                continue
            assert worth.share is not None and worth.rarefied is not None
            expected = {
                "participants": str(cell.participants),
                "share": f"{100 * worth.share:.0f}%",
                "segments": str(cell.segments),
                "rarefied": f"{100 * worth.rarefied:.0f}%",
                "": "x" if cell.participants else "",
            }[show]
            assert text == expected
        small = page.evaluate(SMALL)
        if show == "participants":
            assert small == {key: f"/{shown_cells()[tuple(key.split('|'))].interviewed}" for key in small} != {}
        assert f"show={show}" in fragment(page) or not show
    assert page.evaluate(READ) == marks


def test_the_share_of_segments_is_of_those_of_the_group_in_the_domain(
    invented: str, opened: Callable[..., Page]
) -> None:
    page = opened(f"{invented}#show=part")
    spoken: dict[tuple[str, str], int] = {}
    for (domain, _, group), cell in shown_cells().items():
        spoken[domain, group] = spoken.get((domain, group), 0) + (cell.segments or 0)
    for rows in ("", "groups"):
        page.locator("#rows").select_option(rows)
        for key, text in page.evaluate(READ).items():
            domain, code, group = key.split("|")
            cell = shown_cells()[domain, code, group]
            share = "n.c." if cell.segments is None else f"{100 * cell.segments / spoken[domain, group]:.0f}%"
            assert text == share
    page.locator("#rows").select_option("")
    matrix = page.locator("[data-domain=domain_0] .matrix")
    of_row = [cell for key, cell in shown_cells().items() if key[1] == "domain_0 code/3"]
    total = sum(cell.segments or 0 for cell in of_row), sum(spoken["domain_0", cell.group] for cell in of_row)
    row = matrix.locator("tbody tr", has=page.get_by_text("Code 3", exact=True))
    assert row.locator("td").last.inner_text() == f"{100 * total[0] / total[1]:.0f}%"
    foot = matrix.locator("tfoot tr > *").all_inner_texts()
    assert foot[:2] == ["Segments", str(spoken["domain_0", "AA"])]
    most = max((cell.segments or 0) / (spoken[key[0], key[2]] or 1) for key, cell in shown_cells().items())
    assert page.locator("#scale .swatch").last.inner_text() == f"{100 * most:.0f}%"
    name = page.locator("td.present a").first.get_attribute("aria-label")
    assert name and "share of segments: " in name
    assert "It weighs who talks most" in str(page.locator(".how").text_content())


def test_what_is_shown_can_be_saved_and_copied(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=60, label='=1+1, "x"')
    page = opened(study.write(tmp_path).as_uri(), permissions=["clipboard-read", "clipboard-write"])
    page.locator("#show").select_option("participants")
    page.locator("#sort").select_option("total")
    article = page.locator("#matrices .domain").first
    with page.expect_download() as download:
        article.locator(".save").click()
    assert download.value.suggested_filename == "domain_0_participants.csv"
    saved = Path(download.value.path()).read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(saved.decode("utf-8-sig"), newline="")))
    labels = [row[0] for row in rows]
    assert labels[1:-1] and all(label.startswith("'=1+1") for label in labels[1:-1])
    shown = article.locator(".matrix tbody tr:not(.holder)").first.locator("td").all_inner_texts()
    assert [text.partition("/")[0].strip() for text in shown] in [row[1:] for row in rows]
    article.locator(".copy").click()
    assert "Copied" in page.locator("#shown").inner_text()
    copied = page.evaluate(
        "async () => { const [item] = await navigator.clipboard.read();"
        "return (await item.getType('text/html')).text(); }"
    )
    assert copied.count("<tr") == len(rows)


def test_the_totals_go_with_what_the_cells_show(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    matrix = page.locator("[data-domain=domain_1] .matrix")
    row = matrix.locator("tbody tr", has=page.get_by_text("Code 3", exact=True))
    cells = [
        cell for key, cell in shown_cells().items() if key[1] == "domain_1 code/3" and cell.participants is not None
    ]
    raised, asked = sum(cell.participants or 0 for cell in cells), sum(cell.interviewed for cell in cells)
    chances = [worth_of_cells()["domain_1", "domain_1 code/3", cell.group].rarefied or 0 for cell in cells]
    present = str(sum(bool(cell.participants) for cell in cells))
    expected = {
        "": ("Total", present),
        "participants": ("All countries", f"{raised}/{asked}"),
        "share": ("All countries", f"{raised / asked:.0%}"),
        "segments": ("All countries", str(sum(cell.segments or 0 for cell in cells))),
        "rarefied": ("Total", f"{sum(chances):.1f}"),
    }
    for show in [*expected, ""]:
        page.locator("#show").select_option(show)
        assert (matrix.locator("thead th").last.inner_text(), row.locator("td").last.inner_text()) == expected[show]
    of_group = [cell for key, cell in shown_cells().items() if (key[0], key[2]) == ("domain_1", "AB")]
    foot = matrix.locator("tfoot tr > *")
    assert foot.nth(2).inner_text() == str(sum(bool(cell.participants) for cell in of_group))
    page.locator("#show").select_option("segments")
    assert foot.nth(0).inner_text() == "Segments"
    assert foot.nth(2).inner_text() == str(sum(cell.segments or 0 for cell in of_group))
    page.locator("#show").select_option("")
    choose(page, "code", "domain_1 code/3")
    assert foot.nth(0).inner_text() == "Codes present"
    assert foot.all_inner_texts()[1:4] == ["1" if cell.participants else "0" for cell in cells]
    assert foot.nth(4).inner_text() == "–"  # not coded


def test_nobody_is_counted_twice_in_a_total_of_all_groups(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=60)
    page = opened(replace(study, rows=replace(study.rows, in_several=1)).write(tmp_path).as_uri())
    for show in ("participants", "part"):
        page.locator("#show").select_option(show)
        heads = page.locator(".matrix thead th:last-child").all_inner_texts()
        assert set(heads) == {"Total"}


def test_filters_act_on_groups_and_figures_and_paper_says_what_is_chosen(
    invented: str, opened: Callable[..., Page]
) -> None:
    page = opened(invented)
    assert page.locator(".view").inner_text() == ""
    choose(page, "domain", "domain_1")
    page.locator("#group").select_option("AB")
    page.locator("#show").select_option("share")
    assert page.locator("figure:visible").count() == 2  # that of the domain, and the counts of all
    assert page.locator("#groups tbody tr:visible th").all_inner_texts() == ["Code 1 (AB)"]
    assert page.locator(".view").is_hidden()
    page.emulate_media(media="print")
    words = "Cells show: share of interviewed; Domain: Code 1; Country: Code 1 (AB)."
    assert page.locator(".view").inner_text() == words


def test_a_view_says_what_its_colours_mean(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    most = max(cell.segments or 0 for cell in shown_cells().values())
    for show, last in (("share", "100%"), ("segments", str(most)), ("rarefied", "100%")):
        page.locator("#show").select_option(show)
        assert page.locator("#scale .swatch").last.inner_text() == last
        assert page.locator(".legend .fragile").is_hidden()
    page.locator("#show").select_option("")
    assert page.locator("#scale").is_hidden()
    assert page.locator(".legend .fragile").is_visible()


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
def test_no_width_needs_a_scroll_sideways(invented: str, opened: Callable[..., Page], width: int) -> None:
    page = None
    for address in ("", "#show=share&group=AA", "#cell=domain_0/domain_0%20code%2F1/AA"):
        page = opened(invented + address, page, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_under_another_rule_the_marks_come_back_and_nothing_is_said_of_at_least_one(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    study = invented_report.study(codes=4, segments=30)
    below = {"present": "absent"}
    cells = [replace(cell, state=below[cell.state]) if cell.participants == 1 else cell for cell in study.rows.cells]
    worth = [replace(row, state=below[row.state]) if row.participants == 1 else row for row in study.rows.worth]
    facts = replace(study.facts, rule=MarkRule(at_least=2))
    address = replace(study, facts=facts, rows=replace(study.rows, cells=cells, worth=worth)).write(tmp_path).as_uri()
    page = opened(address)
    marks = page.evaluate(READ)
    assert marks == {f"{c.domain}|{c.code}|{c.group}": MARKS[c.state] for c in cells}
    page.locator("#show").select_option("share")
    page.locator("#show").select_option("")
    assert page.evaluate(READ) == marks
    assert page.locator("#show option").count() == 5
    lead = page.locator(".lead").inner_text()
    assert "at least 2 participants" in lead
    assert "single participant" not in lead
    assert "chance" not in str(page.locator(".how .asks").first.text_content())
    page.locator("td.present a").first.click()
    assert "Chance of the mark" not in page.locator("#trace").inner_text()
    page.locator(".matrix tbody th a").first.click()
    assert "Expected total" not in page.locator("#trace").inner_text()
