"""The matrices on the page of a study under other rules for marks."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from crosscase.analysis import rules
from crosscase.analysis.rules import RuleCell
from crosscase.storage.schemas import State
from crosscase.study.facts import MarkRule
from tests.builders import invented_report
from tests.builders.invented_report import InventedStudy
from tests.builders.opened_pages import READ, choose, fragment, invented_study, open_all

OFTEN = {"often": MarkRule(unit="segments", at_least=4), "below": MarkRule(at_least=3, parents="any")}
# The state of each cell, and whether its mark is fragile.
STATES = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody td > a")].map((a) =>
    [a.id.slice(5).split("/").map(decodeURIComponent).join("|"), a.parentElement.className.replace(" shaded", "")]))"""
TOTALS = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody tr:not(.holder)")].map((row) =>
    [row.dataset.code, row.lastElementChild.textContent]))"""


def key(row: RuleCell) -> str:
    return f"{row.domain}|{row.code}|{row.group}"


def expected(study: InventedStudy, ruled: list[RuleCell], name: str) -> dict[str, str]:
    """The class of each cell of the matrices under a rule."""
    shown = {(cell.code, cell.group) for cell in study.rows.cells}
    return {
        key(row): f"{row.state}{' fragile' if row.is_fragile else ''}"
        for row in ruled
        if row.rule == name and (row.code, row.group) in shown
    }


def test_marks_and_totals_are_those_of_the_analysis_under_each_rule(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    study = invented_report.study(codes=7, segments=260, further_rules=OFTEN)
    ruled = study.rows.ruled
    totals = {(row.rule, row.code): row for row in rules.totals(ruled, study.rows.cells)}
    page = opened(study.write(tmp_path).as_uri())
    plain, marks, again = page.evaluate(STATES), page.evaluate(READ), None
    assert plain == expected(study, ruled, rules.STUDY)
    for name in ("at_least_2", "share_10", "share_25", "often", "below"):
        page.locator("#rule").select_option(name)
        assert f"rule={name}" in fragment(page)
        assert page.evaluate(STATES) == expected(study, ruled, name)
        for code, text in page.evaluate(TOTALS).items():
            row = totals[name, code]
            assert text == (str(row.total) if row.total == row.most else f"{row.total}–{row.most}")
        foot = page.locator("[data-domain=domain_0] tfoot td").all_inner_texts()[:-1]
        present = Counter(
            place.split("|")[2]
            for place, look in expected(study, ruled, name).items()
            if place.startswith("domain_0") and look.startswith("present")
        )
        assert foot == [str(present[group.code]) for group in study.facts.groups]
        again = opened(page.url, again)
        assert again.evaluate(STATES) == page.evaluate(STATES)
    assert page.evaluate(STATES) != plain
    page.locator("#rule").select_option("")
    assert (page.evaluate(STATES), page.evaluate(READ)) == (plain, marks)


def test_a_rule_and_the_codes_below_act_together(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=7, segments=260, further_rules=OFTEN)
    above = {(row.rule, key(row)): row for row in study.rows.upper_ruled}
    page = opened(study.write(tmp_path).as_uri() + "#upper=below")
    for name in ("at_least_2", "below", "often", ""):
        page.locator("#rule").select_option(name)
        found = page.evaluate(STATES)
        for (rule, place), row in above.items():
            if rule == (name or rules.STUDY):
                assert found[place] == f"{row.state}{' fragile' if row.is_fragile else ''}"


def test_the_rule_is_in_words_where_marks_are_explained_and_in_what_is_taken_away(
    invented: str, opened: Callable[..., Page]
) -> None:
    page = opened(invented)
    options = page.locator("#rule option").all_inner_texts()
    assert options[:2] == ["at least 1 participant (rule of the tables)", "at least 2 participants"]
    page.locator("#rule").select_option("at_least_2")
    legend = page.locator(".legend").inner_text()
    assert "at least 2 participants" in legend and "leaving out one participant may undo the mark" in legend
    article = page.locator("#matrices .domain").first
    with page.expect_download() as download:
        article.locator(".save").click()
    assert download.value.suggested_filename == "domain_0_at_least_2.csv"
    saved = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(saved, newline="")) if len(row) > 2}
    ruled = [row for row in invented_study().rows.ruled if row.rule == "at_least_2" and row.domain == "domain_0"]
    labels = {entry.code: entry.label for entry in invented_study().rows.codebook}
    for code in {row.code for row in ruled}:
        signs = ["x" if row.state == State.PRESENT else "" for row in ruled if row.code == code]
        assert rows[labels[code]][:-1] == signs
    page.emulate_media(media="print")
    assert page.locator(".view").inner_text() == "Rule of the marks: at least 2 participants."


def test_an_open_cell_follows_the_rule(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(segments=40)
    address, ruled = study.write(tmp_path).as_uri(), study.rows.ruled
    one = next(row for row in ruled if row.rule == "at_least_2" and row.participants == 1)
    two = next(row for row in ruled if row.rule == "at_least_2" and row.participants == 2)
    page = trace = None
    for row, said in ((one, "Absent: raised by 1 of 9"), (two, "Present: 2 of 9")):
        page = opened(f"{address}#cell={row.domain}/{quote(row.code, safe='')}/{row.group}", page)
        trace = page.locator("#trace")
        assert trace.locator(".value").inner_text().startswith("Present")
        page.locator("#rule").select_option("at_least_2")
        assert trace.locator(".value").inner_text().startswith(said)
        open_all(page)
        assert "at least 2 participants" in trace.inner_text() or "less than that" in trace.inner_text()
    assert trace is not None and "Leaving out one participant may undo the mark." in trace.inner_text()


def test_what_is_opened_says_by_which_rule_and_how_its_intervals_are_worked_out(
    invented: str, opened: Callable[..., Page]
) -> None:
    page = None
    for place in ("domain_0%20code%2F1/", "/AA", "domain_0%20code%2F1/AA"):
        page = opened(f"{invented}#cell=domain_0/{place}&rule=share_25", page)
        said = page.locator("#trace").inner_text()
        assert "at least 25% of those interviewed" in said or "coded, and less than that" in said
        assert "95% CI: Wilson. Such numbers describe these interviews" in said


def test_the_order_by_total_and_the_filter_by_state_follow_the_rule(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(f"{invented}#rule=share_25&sort=total")
    found = page.locator("[data-domain=domain_0] .matrix tbody tr:not(.holder) td.number").all_inner_texts()[1:]
    assert list(map(int, found)) == sorted(map(int, found), reverse=True)
    choose(page, "state", "absent")
    codes = {row.code for row in invented_study().rows.ruled if row.rule == "share_25" and row.state == State.ABSENT}
    shown = page.locator(".matrix tbody tr:visible:not(.holder)").evaluate_all(
        "all => all.map((row) => row.dataset.code)"
    )
    assert set(shown) == codes


def test_fragile_is_by_the_rule_of_the_study(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=60, rule=MarkRule(at_least=2))
    undone = {key(row) for row in study.rows.ruled if row.rule == rules.STUDY and row.is_fragile}
    page = opened(study.write(tmp_path).as_uri())
    found = {place for place, look in page.evaluate(STATES).items() if look.endswith("fragile")}
    assert found == undone != set()
    assert f"Marks that leaving out one participant may undo: {len(undone)}." in page.locator(".lead").inner_text()
    assert page.locator("#rule option[value=at_least_2]").count() == 0
