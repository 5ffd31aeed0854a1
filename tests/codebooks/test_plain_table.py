"""Codebooks that a team keeps as a table of its own. All of them are invented."""

from pathlib import Path

import pytest

from crosscase.codebooks import codebook_formats
from crosscase.codebooks.listed import CodePath
from crosscase.messages.errors import ReadError
from crosscase.readers import look
from crosscase.starting import recognition
from crosscase.study.facts import ExportSettings
from tests.builders.plain_codebooks import codes


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Code,Description", "Time,too little"], [(("Time",), "too little")]),
        (["Kategorie;Bedeutung;Ankerbeispiel", "Zeit;zu wenig;„nie“"], [(("Zeit",), "zu wenig")]),
        (["Nr,Code,Name,Definition", "1,T,Time,too little"], [(("Time",), "too little")]),
        (
            ["Code name,Parent,Definition", "Time,,all", "Of staff,Time,some", "On Mondays,Of staff,few"],
            [(("Time",), "all"), (("Time", "Of staff"), "some"), (("Time", "Of staff", "On Mondays"), "few")],
        ),
        (
            ["Theme,Sub-theme,Code,Example", "Barriers,Time,Too little,x", ",,None at all,x", ",Money,,x", "Helps,,,x"],
            [
                (("Barriers",), ""),
                (("Barriers", "Time"), ""),
                (("Barriers", "Time", "Too little"), ""),
                (("Barriers", "Time", "None at all"), ""),
                (("Barriers", "Money"), ""),
                (("Helps",), ""),
            ],
        ),
        (
            ["Oberkategorie,Unterkategorie,Definition", "Zeit,zu wenig,nie", ",keine,nirgends"],
            [(("Zeit",), ""), (("Zeit", "zu wenig"), "nie"), (("Zeit", "keine"), "nirgends")],
        ),
        (["Code,Parent,Definition", "A,B,", "B,A,"], [(("B",), ""), (("B", "A"), ""), (("A",), ""), (("A", "B"), "")]),
    ],
)
def test_a_plain_table_is_read(tmp_path: Path, lines: list[str], found: list[tuple[CodePath, str]]) -> None:
    assert codes(tmp_path / "c.csv", *lines) == found


def test_names_may_have_levels(tmp_path: Path) -> None:
    found = codes(tmp_path / "c.csv", "Code,Definition", "Time / Of staff,few", separator="/")
    assert [path for path, _ in found] == [("Time",), ("Time", "Of staff")]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 cut off", b'Code,Definition\n"Time,too little\n', b"\xff\x00\x9d\x01"]
)
def test_a_damaged_file_is_not_said_to_lack_headings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "c.csv").write_bytes(content)
    with pytest.raises(ReadError) as refused:
        codebook_formats.recognise(str(tmp_path / "c.csv"))
    assert "headings" not in str(refused.value) and "again" in str(refused.value)


@pytest.mark.parametrize("headings", ["Document,Code,Comment", "Participant;Theme;Description", "Code", "Name"])
def test_other_tables_are_no_codebook(tmp_path: Path, headings: str) -> None:
    path = tmp_path / "c.csv"
    path.write_text(f"{headings}\nA,B,C\n", encoding="utf-8")
    assert not codebook_formats._module("plain_table").recognise(look.at(str(path))).confidence
    with pytest.raises(ReadError, match="not recognised"):
        codebook_formats.recognise(str(path))


def test_a_new_study_takes_it_for_a_codebook_and_coded_passages_for_an_export(tmp_path: Path) -> None:
    (tmp_path / "book.csv").write_text("Theme,Code,Definition\nBarriers,Time,too little\n", encoding="utf-8")
    (tmp_path / "coded.csv").write_text("Interview,Theme,Quote\nTalk 1,Time,There was none.\n", encoding="utf-8")
    assert recognition.codebook(str(tmp_path / "book.csv"))
    assert recognition.codebook(str(tmp_path / "coded.csv")) is None
    assert isinstance(recognition._with_headings(str(tmp_path / "coded.csv"), "", None), ExportSettings)
