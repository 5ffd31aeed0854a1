"""The matrices on the page of a study: what the cells show, their order, folds, and what can be taken away."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from crosscase.study.facts import MarkRule
from tests.builders import invented_report
from tests.builders.opened_pages import INVENTED, choose, fragment, shown_codes

CELLS = {(cell.domain, cell.code, cell.group): cell for cell in INVENTED.rows.cells}
WORTH = {(row.domain, row.code, row.group): row for row in INVENTED.rows.worth}
MARKS = {"present": "x", "absent": "", "not_coded": "n.c."}
READ = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody td > a")].map((a) =>
    [a.id.slice(5).split("/").map(decodeURIComponent).join("|"),
    [...a.childNodes].filter((part) => part.nodeName !== "SMALL").map((part) => part.textContent).join("")]))"""
COLUMNS = """() => [...document.querySelectorAll(".matrix tbody td > a")].every((a) => {
    const head = a.closest("table").tHead.rows[0].cells[a.parentElement.cellIndex].querySelector("a");
    return head.id.split("/")[2] === a.id.split("/")[2] && head.id.split("/")[0] === a.id.split("/")[0]; })"""


def test_the_cells_show_the_numbers_that_the_analysis_has(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    marks = page.evaluate(READ)
    for show in ("participants", "share", "segments", "rarefied", ""):
        page.locator("#show").select_option(show)
        found = {tuple(key.split("|")): text for key, text in page.evaluate(READ).items()}
        assert found.keys() == CELLS.keys()
        for key, text in found.items():
            cell, worth = CELLS[key], WORTH[key]
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
        assert f"show={show}" in fragment(page) or not show
    assert page.evaluate(READ) == marks


def test_codes_and_groups_in_other_orders_keep_what_they_say(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    marks = page.evaluate(READ)
    for sort in ("total", "label", ""):
        for columns in ("total", "likeness", ""):
            page.locator("#sort").select_option(sort)
            page.locator("#columns").select_option(columns)
            assert page.evaluate(COLUMNS)
            assert page.evaluate(READ) == marks
    page.locator("#sort").select_option("total")
    rows = page.locator("[data-domain=domain_0] .matrix tbody tr:not(.holder) td.number").all_inner_texts()
    assert sorted(map(int, rows[1:]), reverse=True) == list(map(int, rows[1:]))  # the first is below a parent
    choose(page, "group", "AC")
    page.locator("#columns").select_option("total")
    heads = page.locator("[data-domain=domain_0] .matrix thead th:visible").all_inner_texts()
    assert [head.split()[0] for head in heads] == ["Code", "AC", "Total"]


def test_codes_below_another_one_fold_and_a_search_finds_them(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    fold = page.get_by_role("button", name="Hide the codes below Code 0").first
    fold.click()
    assert len(shown_codes(page)) == 17
    again = opened(page.url)
    assert len(shown_codes(again)) == 17
    again.get_by_role("button", name="Show the codes below Code 0").click()
    assert len(shown_codes(again)) == 18
    choose(again, "state", "")
    again.locator("#search").fill("they 1")
    assert shown_codes(again) == ["Code 1", "Code 1"]


def test_a_row_and_a_column_open_and_lead_to_their_neighbours(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    row = page.locator("[data-domain=domain_0] .matrix tbody th a", has_text="Code 3")
    row.click()
    trace = page.locator("#trace")
    present = sum(CELLS["domain_0", "domain_0 code/3", group.code].participants != 0 for group in INVENTED.facts.groups)
    assert f"Present in {present} of 4 countries." in trace.inner_text()
    assert trace.locator(".cells li").count() == 4
    trace.get_by_role("button", name="Next").click()
    assert page.locator("#trace-title").inner_text() == "Code 4"
    trace.locator(".cells a").first.click()
    assert "Code 0 (AA)" in trace.locator(".kicker").inner_text()
    page.keyboard.press("ArrowRight")
    assert "Code 1 (AB)" in trace.locator(".kicker").inner_text()
    page.keyboard.press("ArrowLeft")
    assert trace.get_by_role("button", name="Previous").is_disabled()
    page.keyboard.press("Escape")
    page.locator("[data-domain=domain_1] .matrix thead a", has_text="AB").click()
    raised = sum(bool(cell.participants) for key, cell in CELLS.items() if (key[0], key[2]) == ("domain_1", "AB"))
    assert f"Present in Code 1: {raised} of 8 codes." in trace.inner_text()


def test_a_mark_says_what_it_is_worth(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=30)
    address = study.write(tmp_path).as_uri()
    fragile = next(row for row in study.rows.worth if row.fragile)
    other = next(row for row in study.rows.worth if row.participants is not None and row.participants > 1)
    for row, is_fragile in ((fragile, True), (other, False)):
        page = opened(f"{address}#cell={row.domain}/{quote(row.code, safe='')}/{row.group}")
        worth = page.locator("#trace .worth").inner_text()
        assert row.share is not None and row.low is not None and row.high is not None
        assert f"Share: {row.share:.0%} (95% interval: {row.low:.0%} to {row.high:.0%})." in worth
        assert ("rests on one participant" in worth) == is_fragile
        assert ("fragile" in str(page.locator("td:has(a[aria-current])").get_attribute("class"))) == is_fragile


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
    assert [text.strip() for text in shown] in [row[1:] for row in rows]
    article.locator(".copy").click()
    assert "Copied" in page.locator("#shown").inner_text()
    copied = page.evaluate(
        "async () => { const [item] = await navigator.clipboard.read();"
        "return (await item.getType('text/html')).text(); }"
    )
    assert copied.count("<tr") == len(rows)


@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
def test_no_width_needs_a_scroll_sideways(invented: str, opened: Callable[..., Page], width: int) -> None:
    for address in ("", "#show=share&group=AA", "#cell=domain_0/domain_0%20code%2F1/AA"):
        page = opened(invented + address, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_chosen_cell_stays_in_view_when_the_panel_opens_and_closes(
    invented: str, opened: Callable[..., Page]
) -> None:
    seen = "link => { const { top, bottom, left } = link.getBoundingClientRect(); return [top, bottom, left]; }"
    for width in (390, 1024, 1440):
        page = opened(invented, viewport={"width": width, "height": 700})
        for link in page.locator("[data-domain=domain_1] td.present a").all()[::6]:
            link.click()
            for key in ("", "Escape"):
                if key:
                    page.keyboard.press(key)
                top, bottom, left = link.evaluate(seen)
                floor = page.evaluate(
                    "(() => { const trace = document.getElementById('trace');"
                    "return trace.hidden || trace.getBoundingClientRect().left > 0 ? innerHeight"
                    ": trace.getBoundingClientRect().top; })()"
                )
                assert top >= 0 and bottom <= floor and 0 <= left < width


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
    assert page.locator("#show option").count() == 4
    lead = page.locator(".lead").inner_text()
    assert "at least 2 participants" in lead
    assert "single participant" not in lead
    assert "chance" not in page.locator(".how .asks").first.inner_text()
    page.locator("td.present a").first.click()
    assert "Chance of the mark" not in page.locator("#trace").inner_text()
    page.locator(".matrix tbody th a").first.click()
    assert "Expected total" not in page.locator("#trace").inner_text()


def test_an_address_with_words_that_no_view_has_shows_the_study(invented: str, opened: Callable[..., Page]) -> None:
    for words in ("show=toString", "sort=constructor", "columns=toString", "folded=%25E0"):
        page = opened(f"{invented}#{words}&group=AA")
        assert page.locator("#shown").inner_text().endswith("are shown in Code 0.")
