"""The reviewer's page before a browser sees it: what is in it, and what must not be."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding import cell_codings
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.html import rendering
from crosscase.report import segment_parts, view_steps, view_trust
from crosscase.storage import files
from crosscase.storage.schemas import Cell, CellCoding, Participant, ReviewCount, Segment
from crosscase.storage.shared_columns import LeftOut
from crosscase.study.own_labels import labels_of
from tests.builders import invented_report
from tests.builders.invented_report import HOSTILE
from tests.builders.projects import Study

PEOPLE = [Participant("P-1", "CZ", [], True), Participant("P-2", "EL", [], False)]
WORDS = st.one_of(st.none(), st.sampled_from(["", "said", "</script>", HOSTILE, "a\r\n\x00b"]))


@st.composite
def segments(draw: st.DrawFn) -> list[Segment]:
    """Segments that share documents, passages, coders and codes; two exports may share an id."""
    found = {}
    for number in range(draw(st.integers(0, 15))):
        person, export = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(["x", "y"]))
        domain, code = draw(st.sampled_from([("barriers", "time"), ("barriers", "money"), ("impacts", "hope")]))
        coder, start = draw(st.sampled_from(["C-1", "C-2", None])), draw(st.sampled_from([None, 0, 5]))
        who = (f"D-{person.participant}", person.participant, person.group, domain, code, coder)
        name = f"s{number // 2}"
        found[export, name] = Segment(name, export, *who, start, start, draw(WORDS))
    return list(found.values())


def unpacked(domain: str, group: str, part: dict[str, Any]) -> list[tuple[CellCoding, str | None]]:
    """The codings of a part and their words, read as the page's script does, without its passage numbers."""
    rows = []
    for code, (begin, end) in part["codes"].items():
        for row in range(begin, end):
            codings, passages = part["codings"], part["passages"]
            at = codings["passage"][row]
            segment = CellCoding(
                domain=domain,
                code=code,
                group=group,
                participant=part["participants"][passages["participant"][at]],
                export=part["exports"][codings["export"][row]],
                segment_id=codings["id"][row],
                document=part["documents"][passages["document"][at]],
                start=passages["start"][at],
                end=passages["end"][at],
                coder=None if codings["coder"][row] < 0 else part["coders"][codings["coder"][row]],
                passage=0,
            )
            rows.append((segment, passages["words"][at]))
            assert passages["why"][at] is None
    return rows


@given(segments())
def test_every_coding_is_in_the_page_once_and_words_only_where_they_may_be(found: list[Segment]) -> None:
    traced = cell_codings.list_codings(found)
    packed = json.loads(json.dumps(list(segment_parts.pack(traced, found, QuotationRule(PEOPLE, [])))))
    rows = [row for part in packed for row in unpacked(*part)]
    assert sorted(map(repr, (row for row, _ in rows))) == sorted(repr(replace(row, passage=0)) for row in traced)
    said = {(segment.export, segment.segment_id): segment.text or "" for segment in found}
    for row, words in rows:
        withheld = row.participant == "P-2" and said[row.export, row.segment_id]
        assert words == (None if withheld else said[row.export, row.segment_id])


@pytest.mark.parametrize("left_out", LeftOut)
@pytest.mark.parametrize(("participant", "undecided"), [("P-1", 0), ("P-1", 1), ("P-2", 0)])
def test_words_that_are_withheld_are_no_coding_without_words(left_out: str, participant: str, undecided: int) -> None:
    """The reason is that of who reads the page: without consent or review nothing else is told."""
    said = Segment("S", "de", "D", participant, "DE", "d", "c", None, None, None, None, left_out=left_out)
    traced = cell_codings.list_codings([said])
    ((_, _, part),) = segment_parts.pack(traced, [said], QuotationRule(PEOPLE, [ReviewCount("de", undecided, 0)]))
    passages: Any = part["passages"]
    assert passages["words"] == [None]
    assert passages["why"] == [None if undecided or participant == "P-2" else left_out]


@given(segments())
def test_the_passages_of_a_cell_are_its_segments(found: list[Segment]) -> None:
    traced = cell_codings.list_codings(found)
    for domain, group, part in segment_parts.pack(traced, found, QuotationRule(PEOPLE, [])):
        rows: Any = part
        for code, (begin, end) in rows["codes"].items():
            counted = {
                (row.export, row.participant, row.passage)
                for row in traced
                if (row.domain, row.group, row.code) == (domain, group, code)
            }
            assert len(set(rows["codings"]["passage"][begin:end])) == len(counted)


@given(st.dictionaries(st.text(), st.lists(st.text() | st.none())))
def test_no_word_can_leave_its_data(value: object) -> None:
    text = str(rendering.inert_json(value))
    assert "<" not in text
    assert json.loads(text) == value


@pytest.mark.parametrize(
    ("verdict", "core", "sentence"),
    [
        ("same", "core", "gave the same bytes for 7 files."),
        ("different", "core", "did not give the same bytes"),
        ("same", "other", "have not been rebuilt independently"),
    ],
)
def test_a_verdict_stands_only_for_the_results_that_it_is_about(verdict: str, core: str, sentence: str) -> None:
    study = invented_report.study(2, 2, 2, 5)
    found = {"verdict": verdict, "files": 7, "core_sha256": core, "varied": ["time zone"]}
    words = labels_of(study.facts)
    assert sentence in view_trust.build(replace(study.made, rebuilt=found), words).rebuild.sentence
    assert not view_trust.build(replace(study.made, rebuilt=None), words).rebuild.known


def test_the_steps_behind_a_table_are_all_that_led_to_it_and_no_others() -> None:
    steps = view_steps.ordered(invented_report.study(2, 2, 3, 5).made.steps["steps"])
    behind = [steps[number] for number in view_steps.behind(steps, "results/tables/domain_1.csv")]
    assert [step["rule"] for step in behind] == [*["anonymise_export"] * 3, *["import_segments"] * 3, "render_tables"]
    assert view_steps.behind(steps, "results/tables/none.csv") == []
    packed: Any = view_steps.packed(steps, ["aa", "ab", "ac"])
    assert [step["export"] for step in packed["steps"]][:2] == ["aa", "ab"]
    assert [packed["files"][number][0] for number in packed["steps"][0]["inputs"]] == ["export aa"]


class Elements(HTMLParser):
    """Counts what must not be: elements and attributes that a hostile word would have made."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = dict(attributes)
        self.found += [tag, *(name for name in names if name.startswith("on") or name == "style")]
        self.links += [names[name] or "" for name in ("href", "src") if name in names]


def test_hostile_words_make_no_elements_and_no_handlers(tmp_path: Path) -> None:
    parsed = {}
    for label in ("Code", HOSTILE):
        parsed[label] = Elements()
        parsed[label].feed(invented_report.study(label=label).write(tmp_path).read_text(encoding="utf-8"))
    assert parsed[HOSTILE].found == parsed["Code"].found
    assert not [name for name in parsed["Code"].found if name.startswith("on") or name in ("style=", "link", "iframe")]
    assert all(re.match(r"#|\.\./|data:image/svg\+xml", link) for link in parsed[HOSTILE].links)


def test_the_order_of_the_exports_changes_no_byte(tmp_path: Path) -> None:
    study = invented_report.study()
    first = study.write(tmp_path / "a").read_bytes()
    assert replace(study, segments=study.segments[::-1]).write(tmp_path / "b").read_bytes() == first


def test_while_a_review_is_open_nobody_is_quoted(tmp_path: Path) -> None:
    study = invented_report.study()
    said = [segment.text for segment in study.segments if segment.text]
    assert any(text in study.write(tmp_path).read_text(encoding="utf-8") for text in said)
    page = replace(study, reviews=[ReviewCount("aa", 1, 5)]).write(tmp_path).read_text(encoding="utf-8")
    assert not any(text in page for text in said)


def test_the_bundled_page_has_every_cell_and_no_words_without_consent(built: Study) -> None:
    page = built.text("results/report/index.html")
    rows = files.read_rows(built.folder / "results/cells/cells.parquet", Cell)
    cells = [f'id="cell={cell.domain}/{cell.code}/{cell.group}"' for cell in rows]
    assert len(cells) == 31 * 9
    assert [cell for cell in cells if page.count(cell) != 1] == []
    assert "Synthetic reconstruction, not the interviews" in page
    folder = built.folder / "data/processed"
    people = files.read_all(sorted(folder.glob("participants/*.parquet")), Participant)
    quoting = QuotationRule(people, [])
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for segment in files.read_all(sorted(folder.glob("segments/*.parquet")), Segment):
        said[quoting.allows(segment)].add(json.dumps(segment.text, ensure_ascii=False)[1:-1])
    others = "\0".join(said[True])
    withheld = {text for text in said[False] - said[True] if text not in others}
    assert len(withheld) > 50
    assert [text for text in withheld if text in page] == []
    found = (text for text in sorted(said[True]) if text in page)
    assert len([*islice(found, 51)]) > 50


def test_the_links_of_the_bundled_page_lead_to_files(built: Study) -> None:
    page = built.folder / "results/report/index.html"
    links = set(re.findall(r'href="(\.\./[^"]+)"', page.read_text(encoding="utf-8")))
    assert len(links) > 40
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(("domains", "codes", "groups"), [(1, 4, 1), (1, 2, 1), (1, 2, 2), (2, 2, 1), (1, 3, 2)])
def test_a_study_of_little_can_be_invented(domains: int, codes: int, groups: int) -> None:
    """A gap or a code that nobody raised never takes all places: no coding would be left to draw."""
    study = invented_report.study(domains=domains, codes=codes, groups=groups, segments=8)
    assert len(study.segments) >= 8
    assert len(study.facts.not_coded) == (0 if domains == groups == 1 else 1)
