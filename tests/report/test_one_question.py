"""A question of a reader: in which countries do practitioners name funding, and how sure is that?

It is answered from the page by the keyboard alone, from the Word document, and from the workbook; docs/results.md has
the steps. The three answers are one.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page
from python_calamine import CalamineWorkbook

from tests.builders.projects import Study

FUNDING = ["Secure funding", "Funding uncertainty or reduction"]
Answer = dict[str, dict[str, tuple[int, int, int, int]]]  # code, country: participants, and share with its interval
MOST_KEYS = 30


@pytest.fixture(scope="session")
def results(built: Study) -> Path:
    return built.folder / "results"


class Keyboard:
    """Presses keys on a page, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def tab_to(self, wanted: str) -> None:
        """Press Tab until something has the focus that a selector describes."""
        while not self.page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            assert self.pressed < MOST_KEYS
            self.press("Tab")


def from_page(page: Page) -> tuple[Answer, int]:
    """The answer that the page gives to somebody without a mouse, and the keys that it took."""
    answer: Answer = {}
    keys = Keyboard(page)
    keys.tab_to(".skip")
    keys.press("Enter")
    keys.tab_to("#search")
    keys.press(*"fund")
    for code in FUNDING:
        keys.tab_to(".matrix td a")
        keys.press("Home", "Enter")
        assert page.locator("#trace-title").inner_text() == code
        answer[code] = dict(read_line(line) for line in page.locator("#trace .cells tbody tr").all_inner_texts())
        keys.press("Escape", "Tab")
    return answer, keys.pressed


def read_line(line: str) -> tuple[str, tuple[int, int, int, int]]:
    """A country of the page: "Italy (IT)  1 of 10  10% (2%–40%) fragile"."""
    country, number, share = line.split("\t")
    percent = share.split()[0:2]
    low, high = percent[1].strip("()").split("–")
    code = country.partition("(")[2].strip(")")
    return code, (int(number.split()[0]), *(int(text.strip("%)")) for text in (percent[0], low, high)))  # type: ignore[return-value]


def from_tables(tables: Iterator[list[list[str]]]) -> Answer:
    """The answer of the tables with participants and shares: "1 (10%)\n[2, 40]"."""
    answer: Answer = {}
    for heads, *lines in tables:
        for line in lines:
            if line[0] in FUNDING and any("[" in text for text in line[1:]) and len(line) == len(heads) == 10:
                answer[line[0]] = {
                    head.split()[0]: read_entry(text) for head, text in zip(heads[1:], line[1:], strict=True)
                }
    return answer


def read_entry(text: str) -> tuple[int, int, int, int]:
    number, _, ends = text.partition("\n")
    raised, _, share = number.partition(" ")
    low, high = ends.strip("[]").split(", ")
    return int(raised), int(share.strip("(%)") or 0), int(low), int(high)


def tables_of_word(path: Path) -> Iterator[list[list[str]]]:
    for table in docx.Document(str(path)).tables:
        yield [[cell.text for cell in row.cells] for row in table.rows]


def tables_of_workbook(path: Path) -> Iterator[list[list[str]]]:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        rows = [[str(value) for value in row] for row in book.get_sheet_by_name(name).to_python()]
        head = next((place for place, row in enumerate(rows) if row[1:2] and row[1].startswith("CZ")), None)
        if head is not None:
            yield rows[head:]


def test_page_word_and_workbook_give_one_answer(results: Path, opened: Callable[..., Page]) -> None:
    answer, pressed = from_page(opened((results / "report/index.html").as_uri()))
    assert pressed <= MOST_KEYS
    named = {code: [country for country, (raised, *_) in cells.items() if raised] for code, cells in answer.items()}
    assert {code: len(countries) for code, countries in named.items()} == dict(zip(FUNDING, (6, 8), strict=True))
    assert from_tables(tables_of_word(results / "tables/all.docx")) == answer
    assert from_tables(tables_of_workbook(results / "tables/all.xlsx")) == answer
