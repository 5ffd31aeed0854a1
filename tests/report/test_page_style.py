"""The style of the page is one system, and docs/page-style.md describes it."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from crosscase.labels import labels
from tests.builders import invented_report
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.projects import ROOT, Study

TEMPLATES = ROOT / "scripts/crosscase/html/templates/report"
STYLE = (TEMPLATES / "style.css").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/page-style.md").read_text(encoding="utf-8")
NAME = re.compile(r"--[a-z][a-z-]*")
# What a reader sees, from top to bottom: each heading with what follows it, and where the first matrix begins.
STRUCTURE = """() => [...document.querySelectorAll("h1, h2, .warning, .lead, nav, .matrix, .gallery")]
    .filter((part) => part.getClientRects().length)
    .map((part) => part.matches("h1, h2") ? part.tagName : part.matches(".matrix") ? "matrix" : part.className || "nav")
    .filter((name, place, all) => name !== all[place - 1])"""


def test_the_guide_has_every_colour_and_typeface_and_no_other() -> None:
    root = STYLE.partition("@media")[0]
    assert set(NAME.findall(GUIDE)) == set(re.findall(r"(--[a-z-]+):", root))


def test_a_dark_page_has_its_own_form_of_each_colour() -> None:
    light, dark = (
        set(re.findall(r"(--[a-z-]+): #", part)) for part in (STYLE.partition("@media")[0], STYLE.split("@media")[1])
    )
    assert light == dark


def test_no_element_has_a_style_of_its_own_but_a_shade() -> None:
    files = [path for path in TEMPLATES.rglob("*") if path.is_file() and path.name != "style.css"]
    found = [line.strip() for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    styled = [line for line in found if re.search(r"style=|[.]style[.]|cssText", line)]
    assert [line for line in styled if not line.startswith('box.style.setProperty("--shade", ')] == []


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_a_screen_begins_with_what_was_found_and_then_the_matrices(
    invented: str, opened: Callable[..., Page], width: int
) -> None:
    page = opened(invented, viewport={"width": width, "height": 900})
    parts = page.evaluate(STRUCTURE)
    assert parts[:6] == ["H1", "warning", "lead", "nav", "H2", "matrix"]
    assert parts[-1] == "H2"  # how it was made
    top = page.locator(".matrix").first.bounding_box()
    assert top and top["y"] < (640 if width > 1000 else 1000)


# The choices of the filters that are narrower than their words.
CUT = """() => [...document.querySelectorAll("#filters select")].filter((box) => {
    const free = box.cloneNode(true);
    free.style.cssText = "width: max-content; max-width: none; position: absolute";
    box.parentElement.append(free);
    const needed = free.getBoundingClientRect().width;
    free.remove();
    return box.getBoundingClientRect().width < needed - 0.5;
}).map((box) => box.id)"""


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("language", mostly_exhaustive(labels.languages(), ["de", "el", "en"]))
def test_the_choices_of_the_filters_are_as_wide_as_their_words(
    opened: Callable[..., Page], tmp_path: Path, language: str
) -> None:
    """The rule of the tables ended in the middle of a word, and on a telephone the Greek legend left the screen."""
    study = invented_report.study(codes=4, segments=40)
    address = replace(study, facts=replace(study.facts, output_language=language)).write(tmp_path).as_uri()
    page = opened(address)
    page.locator("#filters .more").evaluate("details => { details.open = true; }")
    for width in (1440, 1024, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CUT) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_typeface_has_the_name_of_a_participant() -> None:
    """The leak search found participant P052 on every page: a typeface that the style asked for."""
    assert re.findall(r'"[A-Za-z]+[-_ ]?\d+"', STYLE) == []


def test_of_one_group_no_total_is_shown_and_no_order_of_groups_asked(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened(invented_report.study(codes=4, groups=1, segments=20).write(tmp_path).as_uri())
    heads = page.locator("[data-domain=domain_0] thead th:visible")
    assert [text.split()[0] for text in heads.all_inner_texts()] == ["Code", "AA"]
    assert page.locator("#columns").count() == 0
    page.locator("#rows").select_option("groups")
    assert page.locator("[data-domain=domain_0] tfoot tr:visible").count() == 0


def test_figures_stand_in_the_order_of_their_numbers(built: Study, opened: Callable[..., Page]) -> None:
    page = opened((built.folder / "results/report/index.html").as_uri())
    captions = page.locator("#figures figcaption, #figures .linked li").all_inner_texts()
    assert [text.split()[1] for text in captions] == [f"{number}." for number in range(1, len(captions) + 1)]


# Pixels between the margins of A4, upright and on its side.
UPRIGHT, SIDE = 688, 1017


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize(
    ("codes", "groups", "rows", "room"),
    [
        (9, 9, "", UPRIGHT),
        (9, 9, "groups", UPRIGHT),
        (14, 9, "groups", SIDE),
        (4, 40, "", SIDE),
        (62, 5, "groups", SIDE),
    ],
)
def test_paper_has_room_for_every_column(
    opened: Callable[..., Page], tmp_path: Path, codes: int, groups: int, rows: str, room: int
) -> None:
    """Swapped, fourteen codes were cut at the edge of the sheet."""
    label = "Coordination of services and"
    study = invented_report.study(codes=codes, groups=groups, segments=4000, label=label, coded_twice=False)
    page = opened(f"{study.write(tmp_path).as_uri()}#rows={rows}", viewport={"width": room, "height": 900})
    page.emulate_media(media="print")
    matrix = page.locator(".matrix").first
    assert matrix.evaluate("table => table.getBoundingClientRect().width") <= room
    side = matrix.evaluate("table => getComputedStyle(table.closest('.domain')).page")
    assert side == ("auto" if room == UPRIGHT else "wide")
