"""The matrices on the page of a study: the order of codes and groups, and codes above others."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from crosscase.analysis import rules, similarity, upper_codes
from crosscase.coding import cell_codings
from tests.builders import counted_mentions, invented_report
from tests.builders.opened_pages import COLUMNS, READ, choose, fragment, shown_codes, worth_of_cells


def test_codes_and_groups_in_other_orders_keep_what_they_say(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    marks = page.evaluate(READ)
    for sort in ("total", "label", "likeness", "in:AB", ""):
        for columns in ("total", "label", "likeness", ""):
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
    assert [head.split()[0] for head in heads] == ["Code", "AC"]  # the total of one column says nothing


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


def test_codes_above_others_are_counted_with_those_below_by_choice(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=5, segments=90)
    # Code 0 only groups others; code 1 below it can be given, and now has code 2 below it.
    nested = [
        replace(entry, parent=f"{entry.domain} code/1", path=["Code 0", "Code 1", "Code 2"])
        if entry.code.endswith("/2")
        else entry
        for entry in study.rows.codebook
    ]
    traced = cell_codings.list_codings(study.segments)
    mentions = list(counted_mentions.count(study.segments))
    upper = upper_codes.cells(study.rows.cells, nested, study.facts.rule, mentions, traced)
    ruled = upper_codes.under_rules(
        study.facts, mentions, traced, rules.Material.of(study.rows.cells, nested, mentions, ())
    )
    rows = replace(study.rows, codebook=nested, upper=upper, upper_ruled=ruled)
    page = opened(replace(study, rows=rows).write(tmp_path).as_uri())
    plain, said = page.evaluate(READ), page.locator("#shown").inner_text()
    page.locator("#show").select_option("participants")
    page.locator("#upper").select_option("below")
    assert "upper=below" in fragment(page)
    found = page.evaluate(READ)
    assert len(found) == len(plain) + 2 * 4
    for cell in upper:
        raised = "n.c." if cell.participants is None else str(cell.participants)
        assert found[f"{cell.domain}|{cell.code}|{cell.group}"] == raised
    assert page.evaluate(COLUMNS)
    page.locator("#columns").select_option("total")
    assert page.evaluate(COLUMNS)
    assert page.evaluate(READ) == found
    assert page.locator("#shown").inner_text() == said
    cell = next(one for one in upper if one.code == "domain_0 code/1" and one.participants)
    again = opened(f"{page.url}&cell={cell.domain}/{quote(cell.code, safe='')}/{cell.group}")
    trace = again.locator("#trace")
    assert f"{cell.participants} of 9" in trace.locator(".value").inner_text()
    assert "Counted with the codes below it." in trace.inner_text()
    assert trace.locator("h4").count() == cell.participants
    again.keyboard.press("Escape")
    for field in ("upper", "columns", "show"):
        again.locator(f"#{field}").select_option("")
    assert again.evaluate(READ) == plain
    assert again.locator(".holder").count() == 2
    fit = "foot => [...foot.rows[0].cells].map((cell) => cell.textContent)"
    before = again.locator("tfoot").first.evaluate(fit)
    again.locator("#upper").select_option("below")
    assert again.locator("tfoot").first.evaluate(fit) == before  # a heading is no code that is present


def codes_shown(page: Page) -> list[str]:
    rows = "rows => rows.map((row) => row.dataset.code)"
    return list(page.locator("[data-domain=domain_0] .matrix tbody tr").evaluate_all(rows))


def test_codes_stand_by_their_share_in_a_group_and_groups_by_name(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    page.locator("#sort").select_option("in:AC")
    page.locator("#columns").select_option("label")
    codes = [code for code in codes_shown(page) if code != "domain_0 code/0"]
    shares = [worth_of_cells()["domain_0", code, "AC"].share or 0 for code in codes]
    below = shares.pop(codes.index("domain_0 code/1"))  # it stands below code 0, which only groups it
    assert below > 0
    assert shares == sorted(shares, reverse=True) != [shares[0]] * len(shares)
    assert codes_shown(opened(page.url)) == codes_shown(page)


def test_codes_by_similarity_are_the_leaves_of_the_tree_by_average_linkage(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    study = invented_report.study(codes=12, groups=7, segments=110)
    page = opened(study.write(tmp_path).as_uri() + "#sort=likeness")
    states = {(cell.code, cell.group): cell.state == "present" for cell in study.rows.cells}
    # Code 1, below code 0, is in its place: code 0 is present where code 1 is.
    codes = [entry.code for entry in study.rows.codebook if entry.domain == "domain_0" and entry.codable]
    held = {code: {g.code for g in study.facts.groups if states[code, g.code]} for code in codes}
    apart = {
        (one, other): 1 - Fraction(len(held[one] & held[other]), len(held[one] | held[other]) or 1)
        for one, other in combinations(codes, 2)
    }
    assert all(held.values())
    heights = similarity.merged_at(codes, apart)
    clusters = {code: [code] for code in codes}
    for one, other in sorted(heights, key=lambda pair: (heights[pair], codes.index(pair[0]), codes.index(pair[1]))):
        if clusters[one] is not clusters[other]:
            first, second = sorted((clusters[one], clusters[other]), key=lambda cluster: codes.index(cluster[0]))
            first += second
            clusters |= dict.fromkeys(second, first)
    expected = clusters[codes[0]]
    assert expected != codes
    assert [code for code in codes_shown(page) if code != "domain_0 code/0"] == expected
