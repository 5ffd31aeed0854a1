"""What opens beside the matrices on the page of a study, and what an address leads to."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from crosscase.analysis import intervals
from crosscase.analysis.rows import CellWorth
from tests.builders import invented_report
from tests.builders.opened_pages import invented_study, shown_cells


def test_a_row_and_a_column_open_and_lead_to_their_neighbours(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    row = page.locator("[data-domain=domain_0] .matrix tbody th a", has_text="Code 3")
    row.click()
    trace = page.locator("#trace")
    present = sum(
        shown_cells()["domain_0", "domain_0 code/3", group.code].participants != 0
        for group in invented_study().facts.groups
    )
    assert f"Present in {present} of 4 countries." in trace.inner_text()
    assert trace.locator(".cells tbody tr").count() == 4
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
    raised = sum(
        bool(cell.participants) for key, cell in shown_cells().items() if (key[0], key[2]) == ("domain_1", "AB")
    )
    assert f"Present in Code 1: {raised} of 8 codes." in trace.inner_text()


def ends(row: CellWorth) -> intervals.Interval:
    """The ends of a cell's interval, which the row has rounded already."""
    assert row.participants is not None
    found = intervals.interval(intervals.Method.WILSON, row.participants, row.interviewed)
    assert found is not None
    return found


def test_a_mark_says_what_it_is_worth(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=30)
    address = study.write(tmp_path).as_uri()
    fragile = next(row for row in study.rows.worth if row.fragile)
    other = next(row for row in study.rows.worth if row.participants is not None and row.participants > 1)
    page = None
    for row, is_fragile in ((fragile, True), (other, False)):
        page = opened(f"{address}#cell={row.domain}/{quote(row.code, safe='')}/{row.group}", page)
        worth = page.locator("#trace .worth").inner_text()
        low, high = ends(row)
        assert f"Share: {row.share:.0%} (95% interval: {low:.0%} to {high:.0%})." in worth
        assert ("rests on one participant" in worth) == is_fragile
        assert ("fragile" in str(page.locator("td:has(a[aria-current])").get_attribute("class"))) == is_fragile


def test_a_row_and_a_column_say_how_sure_each_cell_is_and_what_was_said(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    study = invented_report.study(codes=9, segments=60)
    address = study.write(tmp_path).as_uri()
    worth = [row for row in study.rows.worth if row.domain == "domain_0"]
    code = next(row.code for row in worth if row.fragile)
    row = [one for one in worth if one.code == code]
    column = [one for one in worth if one.group == "AB"]
    page = None
    for place, cells in ((f"{quote(code, safe='')}/", row), ("/AB", column)):
        page = opened(f"{address}#cell=domain_0/{place}", page)
        trace = page.locator("#trace")
        fragile = sum(cell.fragile for cell in cells)
        value = trace.locator(".value").inner_text()
        assert (f"Marks that rest on a single participant: {fragile}." in value) == bool(fragile)
        lines = trace.locator(".cells tbody tr").all()
        assert len(lines) == len(cells)
        for line, cell in zip(lines, cells, strict=True):
            low, high = ends(cell)
            share = f"{cell.share:.0%} ({low:.0%}–{high:.0%})"
            assert f"{cell.participants} of {cell.interviewed}" in line.inner_text()
            assert share in line.inner_text()
            assert ("fragile" in line.inner_text()) == cell.fragile
        said = trace.locator("details")
        assert said.count() == sum(bool(cell.participants) for cell in cells)
        said.first.locator("summary").click()
        said.first.locator("li").first.wait_for()


def test_a_code_that_two_coders_judged_says_how_far_they_agree(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    said = page.locator(".agreement").first.inner_text()
    for group in ("", "AA"):
        page = opened(f"{invented}#cell=domain_0/domain_0%20code%2F1/{group}", page)
        assert said.startswith("Agreement of coders: ")
        assert said in page.locator("#trace").inner_text()


def test_the_chosen_cell_stays_in_view_when_the_panel_opens_and_closes(
    invented: str, opened: Callable[..., Page]
) -> None:
    seen = "link => { const { top, bottom, left } = link.getBoundingClientRect(); return [top, bottom, left]; }"
    page = None
    for width in (390, 1024, 1440):
        page = opened(invented, page, viewport={"width": width, "height": 700})
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


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("width", [390, 1440])
def test_an_address_leads_to_its_cell_wherever_it_stands(
    invented: str, opened: Callable[..., Page], width: int
) -> None:
    page = None
    for address in (
        "domain_0/domain_0%20code%2F1/AA",
        "domain_0/domain_0%20code%2F8/AD",
        "domain_1/domain_1%20code%2F8/AB",
    ):
        page = opened(f"{invented}#cell={address}&upper=below", page, viewport={"width": width, "height": 844})
        box = page.locator(f'[id="cell={address}"]').bounding_box()
        trace = page.locator("#trace").bounding_box()
        floor = trace["y"] if trace and trace["x"] == 0 else 844
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= floor


def test_an_address_with_words_that_no_view_has_shows_the_study(invented: str, opened: Callable[..., Page]) -> None:
    page = None
    for words in ("show=toString", "sort=constructor", "columns=toString", "folded=%25E0"):
        page = opened(f"{invented}#{words}&group=AA", page)
        said = page.locator("#shown").inner_text()
        assert (f"does not have what the address asks for: {words}." in said) != words.startswith("folded")
        assert page.locator("#shown").inner_text().endswith("are shown in Code 0.")


def test_an_address_of_nothing_on_the_page_says_so(invented: str, opened: Callable[..., Page]) -> None:
    page = None
    for address in ("group=ZZ", "colour=red", "state=gone", "codebook/domain_0/gone"):
        page = opened(f"{invented}#{address}", page)
        assert f"does not have what the address asks for: {address}." in page.locator("#shown").inner_text()
        assert page.locator("#filters select").evaluate_all("all => all.every((one) => one.selectedIndex === 0)")
    for address in ("", "#", "#trust", "#codebook/domain_0/domain_0%20code%2F1"):
        page = opened(invented + address, page)
        assert "asks for" not in page.locator("#shown").inner_text()
