"""The page of a study in a real browser: headless Chromium, from a file, without a network."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.builders import invented_report, invented_steps
from tests.builders.invented_report import HOSTILE
from tests.builders.opened_pages import choose, focused, fragment, invented_study, open_all, shown_codes
from tests.builders.plain_runs import repeats
from tests.builders.printed_words import others, words_of, words_of_language
from tests.builders.projects import Study

CELL = "domain_0/domain_0%20code%2F1/AA"
STATES = (
    "",
    f"#cell={CELL}",
    "#rows=groups&show=participants",
    f"#cell={CELL.removesuffix('AA')}&show=share",
    "#cell=domain_1//AB&rows=groups&upper=below&folded=domain_0%2520code%252F0",
    "#cell=domain_1//AA&show=participants&group=AA",
    "#cell=domain_0/domain_0%20code%2F0/AB&upper=below&show=segments&sort=total&columns=likeness",
    "#show=rarefied&search=time&state=present",
    "#cell=domain_1/domain_1%20code%2F1/AD",  # not coded
    "#group=nobody",
)


def test_a_page_in_german_has_no_english_word(opened: Callable[..., Page], tmp_path: Path) -> None:
    study = invented_report.study(codes=4, segments=60, label="Qqkode")
    facts = replace(study.facts, output_language="de")
    page = opened(replace(study, facts=facts).write(tmp_path).as_uri())
    steps = study.made.steps
    own = words_of(facts, study.rows.codebook, list(steps["exports"]), [row["rule"] for row in steps["steps"]])
    said = words_of(
        [(segment.text, segment.segment_id) for segment in study.segments],
        [row["path"] for row in steps["steps"][0]["code"]],
    )
    files = words_of([file["path"] for row in steps["steps"] for file in (*row["outputs"], *row["inputs"])])
    names = words_of("SHA Python crosscase pyarrow cell")
    seen: set[str] = set()
    for state in ("present", "absent", "not_coded"):
        page.locator(f"td.{state} a").first.click()
        open_all(page)
        page.locator("#trace pre, #trace [lang=en]").evaluate_all("all => all.forEach((one) => one.remove())")
        seen |= words_of(page.locator("#trace").inner_text())
    choose(page, "group", "AA")
    seen |= words_of(page.locator("#shown").inner_text())
    assert {"genannt", "schritte", "gezeigt", "nachweis"} <= seen
    assert not others(seen, own, said, files, names, words_of_language("de"))


def test_a_long_name_does_not_widen_the_page(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(invented_report.study(codes=4, segments=20, label="qualitative_" * 8).write(tmp_path).as_uri())
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_bundled_page_opens_and_shows_what_is_behind_a_mark(built: Study, opened: Callable[..., Page]) -> None:
    page = opened((built.folder / "results/report/index.html").as_uri())
    assert page.locator(".matrix td a").count() == 31 * 9
    mark = page.locator("[data-domain=barriers] td.present a").first
    participants = int(mark.locator("small").text_content() or 0)
    mark.click()
    trace = page.locator("#trace")
    assert f"{participants} of " in trace.locator(".value").inner_text()
    assert trace.locator("h4").count() == participants
    assert trace.locator("li .place code").count() > participants
    trace.locator("summary", has_text="How this cell was made").click()
    trace.locator("summary", has_text="import_segments").click()
    trace.get_by_text(
        "scripts/crosscase/coding/mentions.py"
    ).wait_for()  # the browser tells of an opened step a moment later


def test_a_trace_shows_every_coding_with_its_words_in_their_language(
    invented: str, opened: Callable[..., Page]
) -> None:
    page = opened(f"{invented}#cell=domain_0/domain_0%20code%2F3/AA")
    here = [s for s in invented_study().segments if (s.code, s.group) == ("domain_0 code/3", "AA")]
    silent = {person.participant for person in invented_study().participants if not person.consent_to_quote}
    trace = page.locator("#trace")
    for segment in here:
        assert trace.get_by_text(segment.segment_id).count() == 1
        place = trace.locator("p.place", has_text=segment.segment_id)
        assert place.count() == 1
        assert segment.coder is None or segment.coder in place.inner_text()
    quotes = {s.text for s in here if s.text and s.participant not in silent}
    assert set(trace.locator("blockquote").all_inner_texts()) == quotes
    assert {quote.get_attribute("lang") for quote in trace.locator("blockquote").all()} == {"cs"}
    assert trace.locator(".withheld", has_text="withheld").count() > 0
    assert trace.locator(".withheld", has_text="without words").count() > 0
    open_all(page)
    for digest in (invented_steps.digest("AA"), invented_steps.digest("results/tables/domain_0.csv")):
        assert digest in trace.inner_text()
    assert "same bytes for 7 files" in trace.inner_text()


def test_words_that_are_withheld_say_the_true_reason(invented: str, opened: Callable[..., Page]) -> None:
    silent = {person.participant for person in invented_study().participants if not person.consent_to_quote}
    wordless = [s for s in invented_study().segments if not s.text]
    consent = "the participant did not consent"
    sentences = {
        None: "Coded without words",
        "others": "somebody else who speaks here",
        "review": "review of this document",
    }
    for reason, said in sentences.items():
        for is_silent in (False, True):
            one = next(s for s in wordless if s.left_out == reason and (s.participant in silent) is is_silent)
            page = opened(f"{invented}#cell={one.domain}/{quote(one.code, safe='')}/{one.group}")
            passage = page.locator("#trace li", has=page.get_by_text(one.segment_id))
            assert (consent if is_silent and reason else said) in passage.locator(".withheld").inner_text()


def test_the_three_states_say_why(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    for state, sentence in (("present", "of 9"), ("absent", "none of 9"), ("not_coded", "No time. Code")):
        page.locator(f"td.{state} a").first.click()
        assert sentence in page.locator("#trace .value").inner_text()
    names = [page.locator(f"td.{state} a").first.get_attribute("aria-label") for state in ("absent", "not_coded")]
    assert names == ["Code 5, Code 2: absent, 0 of 9 participants", "Code 1, Code 3: not coded"]


def test_the_keyboard_alone_suffices(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    page.locator(".how summary").focus()
    page.keyboard.press("Tab")
    first = focused(page)
    assert first == f"cell={CELL}"
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home", "ArrowRight"):
        page.keyboard.press(key)
    assert focused(page).split("/")[1:] == ["domain_0%20code%2F2", "AA"]
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    asked = focused(page)
    page.keyboard.press("Enter")
    assert focused(page) == "trace-title"
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('trace').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.locator("#trace").is_hidden()
    assert focused(page) == asked
    page.keyboard.press("Tab")  # a table is one stop
    assert "domain_0" not in focused(page)
    page.keyboard.press("Shift+Tab")
    assert focused(page) == asked


def test_filters_narrow_what_is_shown_and_search_finds_definitions(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    assert len(shown_codes(page)) == 18
    choose(page, "domain", "domain_1")
    assert len(shown_codes(page)) == 9
    page.locator("#group").select_option("AD")
    assert page.locator(".matrix td.not_coded:visible").count() == 8
    assert page.locator(".matrix td.present:visible").count() == 0
    page.locator("#state").select_option("absent")
    assert shown_codes(page) == []
    assert page.locator("#shown").inner_text() == "0 of 16 codes are shown in Code 3."
    page.get_by_role("button", name="Show all").click()
    assert len(shown_codes(page)) == 18
    page.locator("#code").select_option("domain_0 code/4")
    assert shown_codes(page) == ["Code 4"]
    page.get_by_role("button", name="Show all").click()
    page.locator("#search").fill("ACKOLI")  # the definition has ačkoli
    assert shown_codes(page) == ["Code 7", "Code 7"]
    assert page.locator(".codes > div:visible").count() == 2
    page.locator(".how summary").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "cell=domain_0/domain_0%20code%2F7/AA"


def test_an_address_leads_back_to_what_was_shown(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(invented)
    choose(page, "group", "AA")
    page.locator(f'[id="cell={CELL}"]').click()
    page.locator("td.absent a:visible").first.click()
    assert "group=AA" in fragment(page)
    page.go_back()
    assert page.locator("#trace-title").inner_text() == "Code 1"
    assert fragment(page) == f"cell={CELL}&group=AA"
    other = opened(page.url)
    assert other.locator("#trace-title").inner_text() == "Code 1"
    assert focused(other) == "trace-title"
    assert other.locator("#group").input_value() == "AA"
    page.go_back()
    assert page.locator("#trace").is_hidden()
    page.go_back()
    assert page.locator("#group").input_value() == ""
    page.go_forward()
    page.go_forward()
    assert page.locator("#trace-title").inner_text() == "Code 1"


def test_an_address_of_no_cell_is_reported(invented: str, opened: Callable[..., Page]) -> None:
    page = None
    for address in ("domain_0/gone/AA", "%E0%A4%A"):
        page = opened(f"{invented}#cell={address}", page)
        assert "The study has no cell" in page.locator("#shown").inner_text()
        assert page.locator("#trace").is_hidden()


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize(
    ("scheme", "width"),  # 720: a window of 1440 pixels at 200 per cent; the colours are the same at every width
    [("light", 1440), ("light", 720), ("light", 320), ("dark", 1440), ("dark", 320)],
)
def test_axe_finds_no_violation(invented: str, opened: Callable[..., Page], scheme: str, width: int) -> None:
    how = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "bypass_csp": True}
    page = None
    states = STATES[: 3 if width == 720 else None]  # 720 is laid out as 320, with more room
    for address in states[1 : repeats(2, len(states))] + states[: repeats(0, 1)]:
        page = opened(invented + address, page, **how)
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        open_all(page)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{address}: {results.generate_report()}"


@pytest.mark.exhaustive
@pytest.mark.parametrize("rows", ["", "groups"])
def test_axe_finds_no_violation_in_the_bundled_page(built: Study, opened: Callable[..., Page], rows: str) -> None:
    page = opened((built.folder / "results/report/index.html").as_uri(), bypass_csp=True)
    page.locator("td.present a").first.click()
    open_all(page)
    page.locator("#rows").select_option(rows)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_without_script_the_page_is_read_and_its_cells_are_found(invented: str, opened: Callable[..., Page]) -> None:
    page = opened(f"{invented}#cell={CELL}", java_script_enabled=False)
    assert page.locator(".matrix td a:visible").count() == 2 * 8 * 4
    assert page.get_by_text("What is said of").first.is_visible()
    page.locator("#issues summary").click()
    assert page.locator("#issues td").first.is_visible()
    assert page.locator("#filters").is_hidden()
    assert page.get_by_text("Without JavaScript the marks below only link").is_visible()
    assert page.locator("td a:target").get_attribute("aria-label") == "Code 1, Code 0: present, 5 of 9 participants"


def test_hostile_words_stay_words(tmp_path: Path, opened: Callable[..., Page]) -> None:
    page = opened(invented_report.study(label=HOSTILE).write(tmp_path).as_uri())
    page.locator("td.present a").first.click()
    open_all(page)
    assert page.locator("img[src=x]").count() == 0
    assert (
        page.evaluate("document.scripts.length") == 3 + 2 * 4 - 1
    )  # data, two scripts, and each domain's and country's part
    assert page.locator("#trace-title").inner_text().startswith("</script><img src=x onerror=alert(1)>")
    assert "</script><img src=x onerror=alert(1)>" in page.locator("#trace blockquote").first.inner_text()


def test_the_policy_lets_nothing_else_run_or_leave(invented: str, browser: Browser) -> None:
    """That nothing left in the other tests is worth something only if the browser would have refused it."""
    page = browser.new_page()
    page.goto(invented)
    refused = page.evaluate(
        "async () => {"
        "const script = document.createElement('script'); let refused = 0;"
        "try { script.textContent = 'window.ran = true'; document.body.append(script); } catch { refused += 1; }"
        "try { document.body.innerHTML = '<b>'; } catch { refused += 1; }"
        "try { await fetch('http://127.0.0.1:9/'); } catch { refused += 1; }"
        "const image = new Image();"
        "await new Promise((done) => { image.onerror = done; image.src = 'http://127.0.0.1:9/'; });"
        "return [refused, window.ran === undefined]; }"
    )
    assert refused == [3, True]
    page.close()


def test_print_has_everything_and_says_on_each_sheet_that_it_is_synthetic(
    invented: str, opened: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened(f"{invented}#cell={CELL}")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "page.pdf").pages
    sheets = [" ".join(normalize("NFKC", page.extract_text()).split()) for page in pages]  # some fonts have ligatures
    assert [sheet for sheet in sheets if "Synthetic: Code" not in sheet] == []
    text = " ".join(sheets)
    for words in ("Table 2. Code 1", "Participants and segments", "Printed numbers", "What is said of"):
        assert words in text
    assert "Show all" not in text
