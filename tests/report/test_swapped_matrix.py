"""The matrices on the page of a study with rows and columns swapped: groups below each other, codes side by side."""

import csv
import io
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.builders.opened_pages import READ, choose, focused, fragment, invented_study, shown_cells
from tests.builders.plain_runs import covering

CELL = "cell=domain_0/domain_0%20code%2F1/AA"
# Whether each cell stands below the head of its code and beside that of its group, and each head says its direction.
HEADS = """() => [...document.querySelectorAll(".matrix tbody td > a")]
    .filter((a) => !a.closest("tr").hidden).every((a) => {
    const above = a.closest("table").tHead.rows[0].cells[a.parentElement.cellIndex];
    const beside = a.closest("tr").cells[0];
    const code = above.querySelector("a").id.split("/").slice(0, 2);
    const [domain, group] = [0, 2].map((place) => beside.querySelector("a").id.split("/")[place]);
    return above.scope === "col" && beside.scope === "row"
        && [...code, group].join("/") === a.id && domain === code[0]; })"""


def swap(page: Page) -> None:
    page.locator("#rows").select_option("groups")


def saved(page: Page, domain: str) -> list[list[str]]:
    """The rows of a matrix as it is saved."""
    with page.expect_download() as download:
        page.locator(f"[data-domain={domain}] .save").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_swapped_the_cells_say_the_same_beside_their_heads(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    shows, sorts, columns_by = (
        ("participants", "rarefied", ""),
        ("total", "likeness", "in:AB", ""),
        ("total", "label", ""),
    )
    for show, sort, columns in covering(shows, sorts, columns_by):
        for field in ("rows", "sort", "columns"):
            page.locator(f"#{field}").select_option("")
        page.locator("#show").select_option(show)
        marks = page.evaluate(READ)
        page.locator("#sort").select_option(sort)
        page.locator("#columns").select_option(columns)
        swap(page)
        assert page.evaluate(HEADS)
        assert page.evaluate(READ) == marks
        page.locator("#rows").select_option("")
        assert page.evaluate(READ) == marks


def test_rows_and_columns_swap_in_what_is_saved_and_copied(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#show").select_option("segments")
    page.locator("#sort").select_option("total")
    page.locator("#columns").select_option("label")
    written = saved(page, "domain_1")
    swap(page)
    found = saved(page, "domain_1")
    assert [list(row) for row in zip_longest(*written, fillvalue="")][1:] == found[1:]
    assert (written[0][0], found[0]) == ("Code", ["Country", *[row[0] for row in written[1:]]])
    page.locator("[data-domain=domain_1] .copy").click()
    read = "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((held) => held.text())"
    assert page.evaluate(read).count("<tr") == len(found)


def test_the_swapped_view_is_in_the_address_and_filters_act_on_it(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    swap(page)
    choose(page, "group", "AC")
    choose(page, "state", "present")
    assert "rows=groups" in fragment(page)
    again = opened(page.url)
    matrix = again.locator("[data-domain=domain_1] .matrix")
    beside = matrix.locator("tbody tr:visible th, tfoot th:visible").all_inner_texts()
    assert [text.split()[0] for text in beside] == ["AC"]
    present = [
        key[1] for key, cell in shown_cells().items() if key[0] == "domain_1" and key[2] == "AC" and cell.participants
    ]
    heads = matrix.locator("thead th a").evaluate_all("all => all.map((a) => decodeURIComponent(a.id))")
    assert heads == [f"cell=domain_1/{code}/" for code in present]
    again.emulate_media(media="print")
    assert "Rows: Countries" in again.locator(".view").inner_text()
    again.emulate_media(media="screen")
    again.get_by_role("button", name="Show all").click()
    assert again.locator(".swapped").count() == 0


def test_totals_stand_below_and_at_the_right(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    matrix = page.locator("[data-domain=domain_1] .matrix")
    totals = matrix.locator("tbody td.number:last-child").all_inner_texts()
    foot = matrix.locator("tfoot td").all_inner_texts()
    swap(page)
    assert matrix.locator("tfoot th").inner_text() == "Total"
    assert [text for text in matrix.locator("tfoot td").all_inner_texts() if text] == [text for text in totals if text]
    assert matrix.locator("thead th").last.inner_text() == "Codes present"
    assert matrix.locator("tbody td.number:last-child").all_inner_texts() == foot[:-1]


def test_the_keyboard_moves_as_the_swapped_table_is_seen(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    swap(page)
    page.locator(".how summary").focus()
    page.keyboard.press("Tab")
    assert focused(page) == CELL
    page.keyboard.press("ArrowDown")
    assert focused(page) == CELL.replace("AA", "AB")
    page.keyboard.press("ArrowRight")
    assert focused(page) == CELL.replace("AA", "AB").replace("F1", "F2")
    page.keyboard.press("Enter")
    assert focused(page) == "trace-title"
    page.keyboard.press("ArrowRight")
    assert fragment(page).startswith(CELL.replace("AA", "AB").replace("F1", "F3"))
    page.keyboard.press("Escape")
    assert focused(page) == CELL.replace("AA", "AB").replace("F1", "F3")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator("#trace-title").inner_text() == "Code 3"
    assert page.locator("#trace .cells tbody tr").count() == 4
    page.keyboard.press("ArrowRight")
    assert page.locator("#trace-title").inner_text() == "Code 4"
    page.keyboard.press("Escape")
    page.locator("[data-domain=domain_0] tbody th a").first.click()
    page.keyboard.press("ArrowRight")
    assert page.locator("#trace-title").inner_text() == "Code 1 (AB)"
    assert page.locator("#trace .cells tbody tr").count() == 8


def test_codes_fold_where_they_are_columns(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    swap(page)
    heads = page.locator("[data-domain=domain_0] thead th")
    number = heads.count()
    page.get_by_role("button", name="Hide the codes below Code 0").first.focus()
    page.keyboard.press("Enter")
    assert heads.count() == number - 1
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Show the codes below Code 0"
    page.keyboard.press("Enter")
    assert heads.count() == number


def test_a_cell_that_is_folded_away_opens_from_its_address(invented: str, opened: Callable[..., Page]) -> None:
    folded = "&folded=domain_0%2520code%252F0"
    for rows in ("", "&rows=groups"):
        page = opened(f"{invented}#{CELL}{rows}{folded}")
        assert page.locator("#trace-title").inner_text() == "Code 1"
    page.keyboard.press("Escape")
    page.locator("[data-domain=domain_0] tbody th a").first.click()
    labels = page.locator("#trace .cells tbody th").all_inner_texts()
    assert labels == [f"Code {number}" for number in range(1, 9)]


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("width", [320, 1440])
def test_no_width_needs_a_scroll_sideways(invented: str, opened: Callable[..., Page], width: int) -> None:
    page = opened(f"{invented}#rows=groups&show=participants", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_the_swapped_matrix(invented: str, opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(f"{invented}#rows=groups")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages)
    assert "Rows: Countries." in text
    assert all(group.name in text for group in invented_study().facts.groups)
