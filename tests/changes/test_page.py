"""The page of changes: one file that runs nothing and asks for nothing, in the language of the study."""

import re
from dataclasses import replace

import pytest

from crosscase.changes import comparison, page
from crosscase.changes.compared import Build
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, State
from crosscase.study.facts import Compare, Domain, Group, Study

KEYS = [key for key in labels.shipped("en") if key.startswith(("diff_", "why_"))]


def build(language: str, *people: str) -> Build:
    """An invented build of a study with one code and one group, in which these people raised the code."""
    study = Study(
        id="s",
        title="Ein <erfundenes> Thema",
        synthetic=False,
        synthetic_note="",
        codebook="",
        register="",
        groups=[Group("A", "Ada & Co")],
        domains=[Domain("d", "Bereich <1>")],
        sample=[],
        exports={},
        compare=Compare("Schule", "Schulen"),
        output_language=language,
    )
    codings = [CellCoding("d", "c", "A", who, "x", f"id{who}", f"D{who}", 1, 2, None, 1) for who in people]
    state = State.PRESENT if people else State.ABSENT
    cells = [Cell("d", "c", "A", state, len(people), 3, len(people))]
    entry = CodebookEntry("c", "d", "Zeit & <Geld>", "", "", ["Zeit & <Geld>"], True, [])
    return Build(cells, codings, frozenset(["P1", "P2", "P3"]), [entry], study, "1", {"x": "1"})


def rendered(language: str = "en") -> str:
    other = build(language, "P1", "P2")
    new = replace(other, codebook=[replace(other.codebook[0], definition="neu")], export_digests={"x": "2", "y": "3"})
    return page.render(comparison.compare(build(language), new))


def test_the_page_runs_nothing_and_asks_for_nothing() -> None:
    text = rendered()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy[1]
    assert not re.search(r"<script|<link|<img|<iframe|<form|@import|https?:|url\(| style=| on\w+=", text)


def test_words_of_the_study_are_never_html() -> None:
    text = rendered()
    assert "Zeit &amp; &lt;Geld&gt;" in text
    assert "<erfundenes>" not in text
    assert "Ada &amp; Co" in text


@pytest.mark.parametrize("language", labels.languages())
def test_no_word_of_another_language_is_on_the_page(language: str) -> None:
    text = rendered(language)
    assert f'<html lang="{language}">' in text
    own = labels.shipped(language)
    for key in ("diff_title", "diff_states", "why_came_file", "diff_file_other", "diff_code_definition", "diff_new"):
        assert own[key] in text.replace("&#39;", "'"), key
    if language != "en":
        english = {labels.shipped("en")[key] for key in KEYS} - set(map(str, own.values()))
        shown = re.sub(r"<style>.*</style>", "", text, flags=re.DOTALL)
        assert [words for words in english if len(words) > 4 and words in shown] == []


def test_the_page_of_builds_that_are_the_same_says_so() -> None:
    text = page.render(comparison.compare(build("en", "P1"), build("en", "P1")))
    assert labels.shipped("en")["diff_nothing"] in text


def test_every_coding_behind_a_cell_is_on_the_page() -> None:
    text = rendered()
    assert "new in the export: P1, document DP1, span 1 to 2, export x, no coder in the export" in text
    assert text.count("<li>new in the export") == 2


def test_each_printed_page_of_a_synthetic_study_says_so() -> None:
    new = build("en", "P1")
    assert new.study
    new = replace(new, study=replace(new.study, synthetic=True, synthetic_note="Invented: no finding."))
    text = page.render(comparison.compare(build("en"), new))
    signs = "".join(f"\\{ord(sign):x} " for sign in "Invented: no finding.")
    assert f'@bottom-left {{ content: "{signs}"' in text
