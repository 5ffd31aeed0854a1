"""Nothing on the page of a study moves while it loads, whatever its address asks for."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.builders.plain_runs import mostly_exhaustive, repeats
from tests.builders.projects import Study

STATES = (
    "",
    "#rows=groups",
    "#rows=groups&show=share&cell=barriers/funding_uncertainty_or_reduction/CZ",
    "#cell=barriers//CZ&sort=total&columns=likeness",
    "#search=fund&group=CZ",
    "#rule=at_least_2&state=absent",
)
SHIFTS = """async () => {
    const found = [];
    const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    await new Promise((done) => setTimeout(done, 300));
    return found.flatMap((shift) => shift.sources.map((source) => source.node && source.node.nodeName)); }"""


@pytest.mark.parametrize("width", mostly_exhaustive(["1440", "1024", "390", "320"], ["390"]))
def test_nothing_moves_while_the_page_loads(built: Study, opened: Callable[..., Page], width: str) -> None:
    """The filters came with the script, behind the figures in the file, and pushed the matrices down."""
    address = (built.folder / "results/report/index.html").as_uri()
    moved, page = {}, opened(address, viewport={"width": int(width), "height": 900})  # a new width moves what is there
    states = STATES[:: repeats(2, 1)]
    for state in states:
        page = opened(address + state, page)
        page.wait_for_selector(":root.ready")
        moved[state] = page.evaluate(SHIFTS)
    assert moved == {state: [] for state in states}


# A slow computer shows a page while it is still read. The policy allows no script to write, so it is left out.
WRITTEN = """async (pieces) => {
    document.open();
    for (const piece of pieces) {
        document.write(piece);
        await new Promise((done) => setTimeout(done, 60));
    }
    document.close(); }"""


def test_nothing_moves_in_a_page_that_comes_slowly(built: Study, opened: Callable[..., Page], tmp_path: Path) -> None:
    """Later rows of a table made its columns wider."""
    html = re.sub("<meta http-equiv[^>]*>", "", built.text("results/report/index.html"))
    ends = [match.end() for match in re.finditer("</tr>", html[: html.index("</table>")])][:8]
    (tmp_path / "index.html").write_text("")
    page = opened((tmp_path / "index.html").as_uri(), viewport={"width": 1440, "height": 900})
    page.evaluate(WRITTEN, [html[start:end] for start, end in zip([0, *ends], [*ends, None], strict=True)])
    page.wait_for_selector(":root.ready")
    assert page.locator(".matrix").first.is_visible()
    assert page.evaluate(SHIFTS) == []


def test_labels_of_a_level_stand_below_each_other_and_right_of_those_above(
    invented: str, opened: Callable[..., Page]
) -> None:
    """A code that folds began further right than the codes below it."""
    page = opened(invented)
    left = "all => all.map((label) => Math.round(label.getBoundingClientRect().left))"
    found = {
        level: set(page.locator(f".tree tbody .level-{level} > :not(button)").evaluate_all(left)) for level in (0, 1)
    }
    assert all(len(places) == 1 for places in found.values())
    assert found[0].pop() < found[1].pop()


def test_a_page_whose_script_never_ends_is_shown(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    page.evaluate("document.documentElement.classList.add('waiting')")
    page.wait_for_timeout(100)
    assert page.locator("h1").is_hidden()
    clock = page.context.new_cdp_session(page)
    clock.send("Animation.enable")
    clock.send("Animation.setPlaybackRate", {"playbackRate": 20})  # the five seconds after which it is shown
    page.locator("h1").wait_for(timeout=8000)
    clock.detach()
