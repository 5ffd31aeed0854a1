"""The matrices on the page of a study: what the cells show, their order, folds, and what can be taken away."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from crosscase.analysis import similarity, upper_codes
from crosscase.coding import cell_codings
from crosscase.study.facts import MarkRule
from tests.builders import counted_mentions, invented_report
from tests.builders.opened_pages import INVENTED, choose, fragment, shown_codes

CELLS = {(cell.domain, cell.code, cell.group): cell for cell in INVENTED.rows.cells}
WORTH = {(row.domain, row.code, row.group): row for row in INVENTED.rows.worth}
MARKS = {"present": "x", "absent": "", "not_coded": "n.c."}
READ = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody td > a")].map((a) =>
    [a.id.slice(5).split("/").map(decodeURIComponent).join("|"),
    [...a.childNodes].filter((part) => part.nodeName !== "SMALL").map((part) => part.textContent).join("")]))"""
SMALL = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody td > a:has(small)")].map((a) =>
    [a.id.slice(5).split("/").map(decodeURIComponent).join("|"), a.querySelector("small").textContent]))"""
COLUMNS = """() => [...document.querySelectorAll(".matrix tbody td > a")].every((a) => {
    const head = a.closest("table").tHead.rows[0].cells[a.parentElement.cellIndex].querySelector("a");
    return head.id.split("/")[2] === a.id.split("/")[2] && head.id.split("/")[0] === a.id.split("/")[0]; })"""


def test_the_cells_show_the_numbers_that_the_analysis_has(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    marks = page.evaluate(READ)
    for show in ("participants", "share", "segments", "rarefied", ""):
        page.locator("#show").select_option(show)
        found = {tuple(key.split("|")): text for key, text in page.evaluate(READ).items()}
        assert found.keys() == CELLS.keys()
        for key, text in found.items():
            cell, worth = CELLS[key], WORTH[key]
            if cell.participants is None:
                assert text == "n.c."
                continue
            assert worth.share is not None and worth.rarefied is not None
            expected = {
                "participants": str(cell.participants),
                "share": f"{100 * worth.share:.0f}%",
                "segments": str(cell.segments),
                "rarefied": f"{100 * worth.rarefied:.0f}%",
                "": "x" if cell.participants else "",
            }[show]
            assert text == expected
        small = page.evaluate(SMALL)
        if show == "participants":
            assert small == {key: f"/{CELLS[tuple(key.split('|'))].interviewed}" for key in small} != {}
        assert f"show={show}" in fragment(page) or not show
    assert page.evaluate(READ) == marks


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


def test_a_row_and_a_column_open_and_lead_to_their_neighbours(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    row = page.locator("[data-domain=domain_0] .matrix tbody th a", has_text="Code 3")
    row.click()
    trace = page.locator("#trace")
    present = sum(CELLS["domain_0", "domain_0 code/3", group.code].participants != 0 for group in INVENTED.facts.groups)
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
    raised = sum(bool(cell.participants) for key, cell in CELLS.items() if (key[0], key[2]) == ("domain_1", "AB"))
    assert f"Present in Code 1: {raised} of 8 codes." in trace.inner_text()


def test_a_mark_says_what_it_is_worth(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=30)
    address = study.write(tmp_path).as_uri()
    fragile = next(row for row in study.rows.worth if row.fragile)
    other = next(row for row in study.rows.worth if row.participants is not None and row.participants > 1)
    for row, is_fragile in ((fragile, True), (other, False)):
        page = opened(f"{address}#cell={row.domain}/{quote(row.code, safe='')}/{row.group}")
        worth = page.locator("#trace .worth").inner_text()
        assert row.share is not None and row.low is not None and row.high is not None
        assert f"Share: {row.share:.0%} (95% interval: {row.low:.0%} to {row.high:.0%})." in worth
        assert ("rests on one participant" in worth) == is_fragile
        assert ("fragile" in str(page.locator("td:has(a[aria-current])").get_attribute("class"))) == is_fragile


def test_what_is_shown_can_be_saved_and_copied(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=60, label='=1+1, "x"')
    page = opened(study.write(tmp_path).as_uri(), permissions=["clipboard-read", "clipboard-write"])
    page.locator("#show").select_option("participants")
    page.locator("#sort").select_option("total")
    article = page.locator("#matrices .domain").first
    with page.expect_download() as download:
        article.locator(".save").click()
    assert download.value.suggested_filename == "domain_0_participants.csv"
    saved = Path(download.value.path()).read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(saved.decode("utf-8-sig"), newline="")))
    labels = [row[0] for row in rows]
    assert labels[1:-1] and all(label.startswith("'=1+1") for label in labels[1:-1])
    shown = article.locator(".matrix tbody tr:not(.holder)").first.locator("td").all_inner_texts()
    assert [text.partition("/")[0].strip() for text in shown] in [row[1:] for row in rows]
    article.locator(".copy").click()
    assert "Copied" in page.locator("#shown").inner_text()
    copied = page.evaluate(
        "async () => { const [item] = await navigator.clipboard.read();"
        "return (await item.getType('text/html')).text(); }"
    )
    assert copied.count("<tr") == len(rows)


def test_the_totals_go_with_what_the_cells_show(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    matrix = page.locator("[data-domain=domain_1] .matrix")
    row = matrix.locator("tbody tr", has=page.get_by_text("Code 3", exact=True))
    cells = [cell for key, cell in CELLS.items() if key[1] == "domain_1 code/3" and cell.participants is not None]
    raised, asked = sum(cell.participants or 0 for cell in cells), sum(cell.interviewed for cell in cells)
    chances = [WORTH["domain_1", "domain_1 code/3", cell.group].rarefied or 0 for cell in cells]
    present = str(sum(bool(cell.participants) for cell in cells))
    expected = {
        "": ("Total", present),
        "participants": ("All countries", f"{raised}/{asked}"),
        "share": ("All countries", f"{raised / asked:.0%}"),
        "segments": ("All countries", str(sum(cell.segments or 0 for cell in cells))),
        "rarefied": ("Total", f"{sum(chances):.1f}"),
    }
    for show in [*expected, ""]:
        page.locator("#show").select_option(show)
        assert (matrix.locator("thead th").last.inner_text(), row.locator("td").last.inner_text()) == expected[show]
    of_group = [cell for key, cell in CELLS.items() if (key[0], key[2]) == ("domain_1", "AB")]
    foot = matrix.locator("tfoot tr > *")
    assert foot.nth(2).inner_text() == str(sum(bool(cell.participants) for cell in of_group))
    page.locator("#show").select_option("segments")
    assert foot.nth(0).inner_text() == "Segments"
    assert foot.nth(2).inner_text() == str(sum(cell.segments or 0 for cell in of_group))
    page.locator("#show").select_option("")
    choose(page, "code", "domain_1 code/3")
    assert foot.nth(0).inner_text() == "Codes present"
    assert foot.all_inner_texts()[1:4] == ["1" if cell.participants else "0" for cell in cells]
    assert foot.nth(4).inner_text() == "–"  # not coded


def test_nobody_is_counted_twice_in_a_total_of_all_groups(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=60)
    page = opened(replace(study, rows=replace(study.rows, in_several=1)).write(tmp_path).as_uri())
    page.locator("#show").select_option("participants")
    heads = page.locator(".matrix thead th:last-child").all_inner_texts()
    assert set(heads) == {"Total"}


def test_a_row_and_a_column_say_how_sure_each_cell_is_and_what_was_said(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    study = invented_report.study(codes=9, segments=60)
    address = study.write(tmp_path).as_uri()
    worth = [row for row in study.rows.worth if row.domain == "domain_0"]
    code = next(row.code for row in worth if row.fragile)
    row = [one for one in worth if one.code == code]
    column = [one for one in worth if one.group == "AB"]
    for place, cells in ((f"{quote(code, safe='')}/", row), ("/AB", column)):
        trace = opened(f"{address}#cell=domain_0/{place}").locator("#trace")
        fragile = sum(cell.fragile for cell in cells)
        value = trace.locator(".value").inner_text()
        assert (f"Marks that rest on a single participant: {fragile}." in value) == bool(fragile)
        lines = trace.locator(".cells tbody tr").all()
        assert len(lines) == len(cells)
        for line, cell in zip(lines, cells, strict=True):
            share = f"{cell.share:.0%} ({cell.low:.0%}–{cell.high:.0%})"
            assert f"{cell.participants} of {cell.interviewed}" in line.inner_text()
            assert share in line.inner_text()
            assert ("fragile" in line.inner_text()) == cell.fragile
        said = trace.locator("details")
        assert said.count() == sum(bool(cell.participants) for cell in cells)
        said.first.locator("summary").click()
        said.first.locator("li").first.wait_for()


def test_a_code_that_two_coders_judged_says_how_far_they_agree(invented: str, opened: Callable[..., Page]) -> None:
    said = opened(invented).locator(".agreement").first.inner_text()
    for group in ("", "AA"):
        page = opened(f"{invented}#cell=domain_0/domain_0%20code%2F1/{group}")
        assert said.startswith("Agreement of coders: ")
        assert said in page.locator("#trace").inner_text()


def test_filters_act_on_groups_and_figures_and_paper_says_what_is_chosen(
    invented: str, opened: Callable[..., Page]
) -> None:
    page = opened(invented)
    assert page.locator(".view").inner_text() == ""
    choose(page, "domain", "domain_1")
    page.locator("#group").select_option("AB")
    page.locator("#show").select_option("share")
    assert page.locator("figure:visible").count() == 2  # that of the domain, and the counts of all
    assert page.locator("#groups tbody tr:visible th").all_inner_texts() == ["Code 1 (AB)"]
    assert page.locator(".view").is_hidden()
    page.emulate_media(media="print")
    words = "Cells show: share of interviewed; Domain: Code 1; Country: Code 1 (AB)."
    assert page.locator(".view").inner_text() == words


def test_a_view_says_what_its_colours_mean(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    most = max(cell.segments or 0 for cell in CELLS.values())
    for show, last in (("share", "100%"), ("segments", str(most)), ("rarefied", "100%")):
        page.locator("#show").select_option(show)
        assert page.locator("#scale .swatch").last.inner_text() == last
        assert page.locator(".legend .fragile").is_hidden()
    page.locator("#show").select_option("")
    assert page.locator("#scale").is_hidden()
    assert page.locator(".legend .fragile").is_visible()


@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
def test_no_width_needs_a_scroll_sideways(invented: str, opened: Callable[..., Page], width: int) -> None:
    for address in ("", "#show=share&group=AA", "#cell=domain_0/domain_0%20code%2F1/AA"):
        page = opened(invented + address, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_chosen_cell_stays_in_view_when_the_panel_opens_and_closes(
    invented: str, opened: Callable[..., Page]
) -> None:
    seen = "link => { const { top, bottom, left } = link.getBoundingClientRect(); return [top, bottom, left]; }"
    for width in (390, 1024, 1440):
        page = opened(invented, viewport={"width": width, "height": 700})
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


def test_under_another_rule_the_marks_come_back_and_nothing_is_said_of_at_least_one(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    study = invented_report.study(codes=4, segments=30)
    below = {"present": "absent"}
    cells = [replace(cell, state=below[cell.state]) if cell.participants == 1 else cell for cell in study.rows.cells]
    worth = [replace(row, state=below[row.state]) if row.participants == 1 else row for row in study.rows.worth]
    facts = replace(study.facts, rule=MarkRule(at_least=2))
    address = replace(study, facts=facts, rows=replace(study.rows, cells=cells, worth=worth)).write(tmp_path).as_uri()
    page = opened(address)
    marks = page.evaluate(READ)
    assert marks == {f"{c.domain}|{c.code}|{c.group}": MARKS[c.state] for c in cells}
    page.locator("#show").select_option("share")
    page.locator("#show").select_option("")
    assert page.evaluate(READ) == marks
    assert page.locator("#show option").count() == 4
    lead = page.locator(".lead").inner_text()
    assert "at least 2 participants" in lead
    assert "single participant" not in lead
    assert "chance" not in str(page.locator(".how .asks").first.text_content())
    page.locator("td.present a").first.click()
    assert "Chance of the mark" not in page.locator("#trace").inner_text()
    page.locator(".matrix tbody th a").first.click()
    assert "Expected total" not in page.locator("#trace").inner_text()


def test_an_address_with_words_that_no_view_has_shows_the_study(invented: str, opened: Callable[..., Page]) -> None:
    for words in ("show=toString", "sort=constructor", "columns=toString", "folded=%25E0"):
        page = opened(f"{invented}#{words}&group=AA")
        said = page.locator("#shown").inner_text()
        assert (f"does not have what the address asks for: {words}." in said) != words.startswith("folded")
        assert page.locator("#shown").inner_text().endswith("are shown in Code 0.")


def test_an_address_of_nothing_on_the_page_says_so(invented: str, opened: Callable[..., Page]) -> None:
    for address in ("group=ZZ", "colour=red", "state=gone", "codebook/domain_0/gone"):
        page = opened(f"{invented}#{address}")
        assert f"does not have what the address asks for: {address}." in page.locator("#shown").inner_text()
        assert page.locator("#filters select").evaluate_all("all => all.every((one) => one.selectedIndex === 0)")
    for address in ("", "#", "#trust", "#codebook/domain_0/domain_0%20code%2F1"):
        assert "asks for" not in opened(invented + address).locator("#shown").inner_text()


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
    page = opened(replace(study, rows=replace(study.rows, codebook=nested, upper=upper)).write(tmp_path).as_uri())
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
    shares = [WORTH["domain_0", code, "AC"].share or 0 for code in codes]
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
