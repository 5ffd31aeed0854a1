"""The safe harbour: valid, the same bytes each time, read back as the same mentions. All is invented."""

import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding.codebook import Codebook
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.messages.errors import StudyError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.readers.refi_offsets import Rule
from crosscase.refi_archive import passages, project, readme
from crosscase.refi_archive.passages import WITHHELD, WITHHELD_FOR_OTHERS, WITHHELD_IN_REVIEW, WORDLESS
from crosscase.storage.schemas import ReviewCount, Segment
from crosscase.storage.shared_columns import LeftOut
from crosscase.study.facts import ExportSettings
from tests.builders import counted_mentions
from tests.builders.invented_archives import (
    DOMAINS,
    ENTRIES,
    PEOPLE,
    PLACES,
    STUDY,
    Q,
    inner,
    packed,
    read_back,
    segment,
)

STANDARD = str(Rule(utf16=False, crlf=1, bom_counted=False, end_inclusive=False))
WORDS = st.one_of(st.none(), st.text("ab č😀\u0301\r\n\x00\x0b\ufeff\u2028\ufffe\"',<&[]-…", max_size=12))


@st.composite
def studies(draw: st.DrawFn) -> list[Segment]:
    """Valid segments: documents of one person each, with passages that share places, coders and codes.

    What is in D-1 may stand in D-3 again: a file that is two exports of the study.
    """
    found = []
    for number in range(draw(st.integers(0, 12))):
        document = draw(st.sampled_from(list(PLACES)))
        domain, code = draw(st.sampled_from([("barriers", "money"), ("impacts", "hope")]))
        coder = draw(st.sampled_from(["C-1", "C-2", None]))
        start = draw(st.sampled_from([None, 0, 5]))
        found.append(placed(f"s{number}", document, domain, code, coder, start, draw(WORDS)))
    if draw(st.booleans()):
        found += [replace(s, export="y", document="D-3") for s in found if s.document == "D-1"]
    return list({(s.document, s.segment_id): s for s in found}.values())


def placed(
    segment_id: str, document: str, domain: str, code: str, coder: str | None, start: int | None, words: str | None
) -> Segment:
    export, person = PLACES[document]
    who = (document, person.participant, person.group, domain, code, coder)
    return Segment(segment_id, export, *who, start, start, words)


@given(studies())
def test_what_is_archived_is_read_back_as_the_same_mentions(
    tmp_path_factory: pytest.TempPathFactory, segments: list[Segment]
) -> None:
    path = tmp_path_factory.mktemp("archive") / "s.qdpx"
    path.write_bytes(packed(segments))
    assert read_back(path, Codebook(ENTRIES, DOMAINS), segments) == counted_mentions.count(segments)


@given(studies())
def test_every_coding_comes_back_with_its_coder_and_its_words(
    tmp_path_factory: pytest.TempPathFactory, segments: list[Segment]
) -> None:
    path = tmp_path_factory.mktemp("archive") / "s.qdpx"
    path.write_bytes(packed(segments))
    export = Export(str(path), ExportSettings(str(path), "refi_qda"))
    found = Counter((c.document, c.code_path[-1], c.coder, c.text) for c in export_formats.read(export))
    labels = {entry.code: entry.label for entry in ENTRIES}
    assert found == Counter((s.document, labels[s.code], s.coder, kept(s)) for s in segments)
    assert {counting.rule for counting in export.notes.countings} <= {STANDARD}
    if all(
        segment.text is None or segment.text == segment.text.strip() for segment in segments
    ):  # a blank edge lowers it
        assert {(counting.rule, counting.score) for counting in export.notes.countings} <= {(STANDARD, 1.0)}


def kept(segment: Segment) -> str:
    if not segment.text or segment.text.isspace():
        return WORDLESS
    return passages.plain(segment.text) if segment.participant == "P-1" else WITHHELD


@given(studies())
def test_no_two_things_share_a_guid_and_all_references_lead_somewhere(segments: list[Segment]) -> None:
    project = inner(packed(segments))
    guids = [element.get("guid") for element in project.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))
    references = ("targetGUID", "creatingUser")
    assert {e.get(name) for e in project.iter() for name in references if e.get(name)} <= set(guids)


@given(studies())
def test_the_order_of_the_exports_changes_no_byte(segments: list[Segment]) -> None:
    assert packed(segments) == packed(reversed(segments), reversed(PEOPLE))


def test_two_coders_of_a_passage_have_a_selection_each() -> None:
    """Else QualCoder, which asks the selection for its coder, would refuse the second."""
    both = [placed(f"s{n}", "D-1", "barriers", "money", coder, 0, "said") for n, coder in enumerate(["C-1", "C-2"])]
    project = inner(packed(both))
    first, second = project.iter(f"{Q}PlainTextSelection")
    users = {user.get("guid"): user.get("name") for user in project.iter(f"{Q}User")}
    assert [users[s.get("creatingUser")] for s in (first, second)] == ["C-1", "C-2"]
    assert {(s.get("startPosition"), s.get("endPosition"), s.get("name")) for s in (first, second)} == {
        (first.get("startPosition"), first.get("endPosition"), "said")
    }


def test_participants_and_domains_that_were_never_coded_are_listed() -> None:
    project = inner(packed([segment("said")]))
    assert [case.get("name") for case in project.iter(f"{Q}Case")] == ["P-1", "P-2"]
    assert [variable.get("name") for variable in project.iter(f"{Q}Variable")] == ["country"]
    czech, greek = project.iter(f"{Q}Set")
    assert len(czech.findall(f"{Q}MemberSource")) == 1
    assert greek.findtext(f"{Q}Description") == "Never coded for: Impacts, & <more>. No time."
    assert greek.find(f"{Q}MemberSource") is None


def test_the_page_beside_the_archive_says_what_is_in_it() -> None:
    segments = [segment("said"), segment("kept back", "D-2", 1), segment(None)]
    quoting = QuotationRule(PEOPLE, [])
    page = readme.write(STUDY, segments, PEOPLE, quoting)
    assert page.startswith("# A study: the coding\n\n**Synthetic.**\n\n- `s.qdpx`")
    assert "3 valid codings in 2 documents of 2 participants; 1 of the codings with their words." in page
    assert "Greece was never coded for: Impacts, & <more>. No time." in page
    real = readme.write(replace(STUDY, synthetic_note="", not_coded=[]), segments, PEOPLE, quoting)
    assert "**" not in real


@pytest.mark.parametrize(
    ("words", "person", "kept"),
    [("said", 0, "said"), ("said", 1, WITHHELD), (None, 0, WORDLESS), ("a\r\nb\rc", 0, "a\nb\nc")],
)
def test_words_are_kept_only_where_they_may_be_quoted(words: str | None, person: int, kept: str) -> None:
    text, (passage,) = passages.arrange([segment(words, person=person)], "Opening.", QuotationRule(PEOPLE, []))
    assert text == f"Opening.\n\n{kept}\n"
    assert text[passage.start : passage.end] == kept


@pytest.mark.parametrize(
    ("left_out", "said"), [(LeftOut.OTHERS, WITHHELD_FOR_OTHERS), (LeftOut.REVIEW, WITHHELD_IN_REVIEW)]
)
def test_words_that_are_left_out_are_no_picture(left_out: LeftOut, said: str) -> None:
    """They were said to be "a picture, a recording or a whole document"."""
    there = [segment(None), replace(segment(None), segment_id="s2", left_out=left_out)]
    text, found = passages.arrange(there, "Opening.", QuotationRule(PEOPLE, []))
    assert text == f"Opening.\n\n{WORDLESS}\n\n{said}\n"
    assert [[coding.segment_id for coding in passage.codings] for passage in found] == [["s1"], ["s2"]]


def test_nobody_is_quoted_while_review_has_left_something_open() -> None:
    open_rows = QuotationRule(PEOPLE, [ReviewCount("x", 0, 4), ReviewCount("y", 1, 0)])
    text, _ = passages.arrange([segment("said")], "Opening.", open_rows)
    assert text == f"Opening.\n\n{WITHHELD}\n"
    with pytest.raises(StudyError, match="archive: it was not built, because 1 word that may identify somebody waits"):
        open_rows.require_review("archive", "queue")


def test_each_text_says_that_it_is_synthetic_and_nothing_else_is_in_the_archive(tmp_path: Path) -> None:
    (tmp_path / "s.qdpx").write_bytes(packed([segment("said")]))
    with zipfile.ZipFile(tmp_path / "s.qdpx") as archive:
        assert [name.partition("/")[0] for name in archive.namelist()] == ["project.qde", "sources"]
        (text,) = (archive.read(name).decode() for name in archive.namelist() if name.endswith(".txt"))
    assert text.startswith(f"{project.DESCRIPTION} Synthetic.\n\nsaid")
