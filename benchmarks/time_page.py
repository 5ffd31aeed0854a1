"""Time the reviewer's page of a large invented study in headless Chromium, from a file, as a reader meets it.

    .venv/bin/python -m benchmarks.time_page --runs 10

Each run opens the page in a browser of its own. Every time is taken inside the browser, and ends when the frame that
shows the answer has been made: from the start of the navigation until the page answers, from a click until the trace
of a cell is shown (each time another cell), from the choice of a filter until the tables are narrowed, from an arrow
key until the next cell has the focus.
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from crosscase.coding import matrices
from crosscase.heatmaps import drawings, figure_files
from crosscase.report import html
from crosscase.study import result_names
from tests.builders import invented_report
from tests.builders.projects import BROWSER_ARGUMENTS

DOMAINS, CODES, GROUPS, SEGMENTS = 10, 31, 40, 200_000  # of the 31 codes of a domain the first only holds others
CELLS = 20  # traced in each run
_FRAME = "const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));"
_OPENED = f"async () => {{ {_FRAME} await frame(); return performance.now(); }}"
_TIMED = (
    f"async ([id, key, value]) => {{ {_FRAME}"
    "const element = document.getElementById(id); element.scrollIntoView({block: 'center'}); await frame();"
    "const begin = performance.now();"
    "if (key === 'click') element.click();"
    "else if (key === 'press') { element.focus();"
    "  element.dispatchEvent(new KeyboardEvent('keydown', {key: value, bubbles: true})); }"
    "else { element.value = value; element.dispatchEvent(new Event('input', {bubbles: true})); }"
    "await frame(); return performance.now() - begin; }"
)
FILTERS = {
    "search": ("search", "time", ""),
    "filter by group": ("group", "AB", ""),
    "filter by state": ("state", "absent", ""),
    "show shares": ("show", "share", ""),
    "choose a rule of the marks": ("rule", "at_least_2", ""),
    "order codes by total": ("sort", "total", ""),
    "order groups by similarity": ("columns", "likeness", ""),
    "swap rows and columns": ("rows", "groups", ""),
    "filter by domain": ("domain", "domain_3", ""),
}


def write_large(folder: Path) -> Path:
    """The page of a large study with its figures, as the pipeline would write it."""
    study = invented_report.study(DOMAINS, CODES, GROUPS, SEGMENTS)
    facts, figures = study.facts, folder / "figures"
    built = [matrices.build(study.rows.cells, study.rows.codebook, facts.groups, domain) for domain in facts.domains]
    names = result_names.figures(facts)
    for name, plan in zip(names, drawings.all_figures(built, facts), strict=True):
        figure_files.save(plan.draw(), *(str(figures / f"{name}.{kind}") for kind in ("svg", "pdf", "png")))
    return study.write(folder / "report", {name: html.figure(figures / f"{name}.svg") for name in names})


def measured(page: Page, path: Path) -> Iterator[tuple[str, float]]:
    """Names and milliseconds of what is timed in one run."""
    page.goto("data:text/html,<p>")
    yield "open an empty page", page.evaluate(_OPENED)
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector(":root.ready")
    yield "open, until the page answers", page.evaluate(_OPENED)
    yield "of that, until the first words are seen", page.evaluate("performance.getEntriesByType('paint')[0].startTime")
    cells = page.evaluate("[...document.querySelectorAll('td.present > a')].map((link) => link.id)")
    for cell in cells[:: len(cells) // CELLS]:
        yield "show a trace", page.evaluate(_TIMED, [cell, "click", ""])
    yield "move by an arrow key", page.evaluate(_TIMED, [cells[1], "press", "ArrowRight"])
    for name, (field, *values) in FILTERS.items():
        for value in values:
            yield name, page.evaluate(_TIMED, [field, "choose", value])


def format_row(name: str, times: Sequence[float]) -> str:
    """Minimum, median and maximum of some times, in a row."""
    return f"| {name} | {min(times):.0f} | {statistics.median(times):.0f} | {max(times):.0f} | {len(times)} |"


def main(runs: int) -> None:
    """Measure and print."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        path = write_large(Path(scratch))
        size = f"{path.stat().st_size / 1e6:.1f} MB"
        print(f"{DOMAINS * (CODES - 1)} codes, {GROUPS} countries, {SEGMENTS:,} segments: {size}\n")
        print("| milliseconds | min | median | max | times |\n| --- | --- | --- | --- | --- |")
        for _ in range(runs):
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=BROWSER_ARGUMENTS)
            for name, milliseconds in measured(browser.new_page(viewport={"width": 1440, "height": 900}), path):
                times.setdefault(name, []).append(milliseconds)
            browser.close()
    for name, taken in times.items():
        print(format_row(name, taken))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    main(parser.parse_args().runs)
