"""Coded passages that look like a codebook. All are invented."""

from pathlib import Path

import pytest

from crosscase.messages.errors import ReadError
from crosscase.starting import recognition
from crosscase.study.facts import ExportSettings
from tests.builders.plain_codebooks import book


@pytest.mark.parametrize(
    "lines",
    [
        ["Code,Description", "Time,We have none.", "Time,There is none.", "Trust,I trust her.", "Trust,They do."],
        ["Code,Description", *(f"Code {n},x" for n in range(30)), "Code 1,We do.", "Code 2,I do.", "Code 3,They do."],
        ["Theme,Code,Quote", "Barriers,Time,We have none.", "Barriers,Time,There is none.", "Helps,Trust,I do."],
        ["Source,Code,Definition", "Talk 1,Time,none", "Talk 2,Time,none", "Talk 2,Trust,belief"],
    ],
)
def test_coded_passages_are_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(ReadError, match="seems to hold coded passages"):
        book(tmp_path / "c.csv", *lines)


@pytest.mark.parametrize(
    "headings", ["Speaker,Code,Description", "Code,Explanation,Transcript", "Code,Coded text,Comment"]
)
def test_a_table_of_speech_is_no_codebook(tmp_path: Path, headings: str) -> None:
    with pytest.raises(ReadError, match="not recognised"):
        book(tmp_path / "c.csv", headings, "A,B,C")


@pytest.mark.parametrize(
    "lines",
    [
        ["Code,Description", "Time,none", "Time,too little", "Trust,a", "Money,b"],  # one code was listed twice
        ["Theme,Code,Quote", "Barriers,Time,We have none.", ",,There is none.", "Helps,Trust,I do."],  # two examples
        ["Code,Definition,Sources,References", "Time,none,3,4", "Trust,belief,5,6"],  # how often
    ],
)
def test_a_codebook_may_have_examples_and_numbers(tmp_path: Path, lines: list[str]) -> None:
    assert book(tmp_path / "c.csv", *lines).codes


def test_a_new_study_reads_coded_passages_as_an_export(tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_text("Source,Code,Comment\nTalk 1,Time,none\nTalk 2,Time,none\nTalk 2,Trust,a\n", encoding="utf-8")
    assert recognition.codebook(str(path)) is None
    assert isinstance(recognition._with_headings(str(path), "", None), ExportSettings)
