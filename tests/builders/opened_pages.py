"""What a reader does on the page of a study, in a browser."""

from functools import cache

from playwright.sync_api import Page

from crosscase.analysis.rows import CellWorth
from crosscase.storage.schemas import Cell
from tests.builders import invented_report

# What stands in each cell without what is small, the small part, and whether each cell stands below its head.
READ = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody td > a")].map((a) =>
    [a.id.slice(5).split("/").map(decodeURIComponent).join("|"),
    [...a.childNodes].filter((part) => part.nodeName !== "SMALL").map((part) => part.textContent).join("")]))"""
SMALL = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody td > a:has(small)")].map((a) =>
    [a.id.slice(5).split("/").map(decodeURIComponent).join("|"), a.querySelector("small").textContent]))"""
DRAWN = "() => new Promise((done) => { requestAnimationFrame(() => { setTimeout(done); }); })"
COLUMNS = """() => [...document.querySelectorAll(".matrix tbody td > a")].every((a) => {
    const head = a.closest("table").tHead.rows[0].cells[a.parentElement.cellIndex].querySelector("a");
    return head.id.split("/")[2] === a.id.split("/")[2] && head.id.split("/")[0] === a.id.split("/")[0]; })"""


@cache
def invented_study() -> invented_report.InventedStudy:
    """The study of the page that most tests open, made when the first of them wants it."""
    return invented_report.study(codes=9, segments=400)


@cache
def shown_cells() -> dict[tuple[str, str, str], Cell]:
    """Its cells, each by domain, code and group."""
    return {(cell.domain, cell.code, cell.group): cell for cell in invented_study().rows.cells}


@cache
def worth_of_cells() -> dict[tuple[str, str, str], CellWorth]:
    return {(row.domain, row.code, row.group): row for row in invented_study().rows.worth}


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


def shown_codes(page: Page) -> list[str]:
    return page.locator(".matrix tbody tr:visible th[scope=row]").all_inner_texts()


def choose(page: Page, field: str, value: str) -> None:
    """Choose a value of a filter, as somebody does who has opened the filters."""
    page.locator("#filters .more").evaluate("details => { details.open = true; }")
    page.locator(f"#{field}").select_option(value)


def open_all(page: Page) -> None:
    """Open all that can be opened beside the matrices, whose content is made when it is opened."""
    for _ in range(3):
        page.locator("#trace details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        page.evaluate(DRAWN)  # what opens has heard of it by then
