"""Per cents on the page are those of the tables: of all counts up to sixty, halves included."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from crosscase.analysis import worth
from crosscase.analysis.intervals import Method
from crosscase.coding import matrices
from crosscase.storage.schemas import Cell
from crosscase.tables import domain_tables
from tests.builders import invented_report
from tests.builders.opened_pages import READ
from tests.builders.plain_runs import repeats

MOST = 60
# Of each code in the column that is open: the share and the ends of its interval.
OPENED = """() => Object.fromEntries([...document.querySelectorAll("#trace .cells tbody tr")].map((row) =>
    [row.querySelector("a").hash.slice(6).split("/").map(decodeURIComponent).join("|"), row.cells[2].innerText]))"""


def counted() -> invented_report.InventedStudy:
    """A study in which the group at place n has n participants, and code k was raised by k of them, at most by all."""
    study = invented_report.study(domains=1, codes=MOST + 2, groups=MOST, segments=10)
    interviewed = {group.code: place for place, group in enumerate(study.facts.groups, 1)}

    def cell(given: Cell) -> Cell:
        raised = min(int(given.code.split("/")[1]) - 1, interviewed[given.group])
        state = "present" if raised else "absent"
        return Cell(given.domain, given.code, given.group, state, raised, interviewed[given.group], raised)

    cells = [cell(given) for given in study.rows.cells]
    rows = replace(study.rows, cells=cells, worth=list(worth.of_cells(cells, Method.WILSON)))
    return replace(study, facts=replace(study.facts, not_coded=[]), rows=rows)


def printed(study: invented_report.InventedStudy) -> Iterator[tuple[str, str, list[str]]]:
    """Each cell of the tables: its place, its share, and the ends of the interval."""
    facts = study.facts
    matrix = matrices.build(study.rows.cells, study.rows.codebook, facts.groups, facts.domains[0])
    table = domain_tables.counts_table(matrix, facts)
    for row, line in zip(matrix.rows, table.sections[0].lines, strict=True):
        for cell, entry in zip(row.cells, line.entries, strict=False):
            share = re.search(r"\((\d+%)\)", entry.text)
            place = f"{cell.domain}|{cell.code}|{cell.group}"
            yield place, share[1] if share else "0%", re.findall(r"[\d.]+", entry.below)


def test_page_and_tables_round_each_share_and_interval_alike(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = counted()
    page = opened(study.write(tmp_path).as_uri() + "#show=share")
    expected = list(printed(study))
    assert len({(cell.participants, cell.interviewed) for cell in study.rows.cells}) == sum(range(2, MOST + 2))
    shown = page.evaluate(READ)
    assert {place: shown[place] for place, share, _ in expected if shown[place] != share} == {}
    opened_cells: dict[str, str] = {}
    looked_at = study.facts.groups[:: repeats(-14, -1)]  # the largest group is one of them
    for group in looked_at:
        page.evaluate("hash => { location.hash = hash; }", f"cell=domain_0//{group.code}")
        page.locator("#trace-title").get_by_text(f"{group.name} ({group.code})", exact=True).wait_for()
        opened_cells |= page.evaluate(OPENED)
    codes = {group.code for group in looked_at}
    said = {
        place: f"{share} ({low}%–{high}%)" for place, share, (low, high) in expected if place.split("|")[2] in codes
    }
    assert len(said) == (MOST + 1) * len(looked_at)
    found = {place: opened_cells[place].partition("\n")[0] for place in said}
    assert {place: (found[place], said[place]) for place in said if found[place] != said[place]} == {}
