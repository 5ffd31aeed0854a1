"""What holds of every reader: one face, whatever the tool. All names are invented."""

import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.readers import export_formats, maxqda_headings
from crosscase.readers.raw import Export, RawCoding
from crosscase.storage import reading_process
from crosscase.study.facts import ExportSettings
from tests.builders.export_files import FILES, STUDY, write

SURE = {name for name in FILES if name not in ("tidy", "nvivo_report")}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader must not use the network")

    monkeypatch.setattr(socket, "socket", refuse)
    with reading_process.within_bounds():  # not in another process, where this would not hold
        yield


def read(path: Path, how: ExportSettings) -> tuple[list[RawCoding], Export]:
    export = Export(str(path), how, STUDY.code_paths())
    return list(export_formats.read(export)), export


def test_every_format_is_here() -> None:
    assert set(FILES) == set(export_formats.FORMATS)


@pytest.mark.parametrize("tool", sorted(SURE))
def test_a_file_is_recognised_for_what_it_is(tmp_path: Path, tool: str) -> None:
    path, _ = write(tool, tmp_path)
    assert export_formats.recognise(str(path))[0] == tool


@pytest.mark.parametrize("tool", FILES)
@pytest.mark.usefixtures("no_network")
def test_a_reader_reads_and_changes_nothing(tmp_path: Path, tool: str) -> None:
    path, how = write(tool, tmp_path)
    before = hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns
    codings, _ = read(path, how)
    assert len(codings) == len({coding.locator for coding in codings}) == 3
    assert {(c.document, c.code_path[-1]) for c in codings} == {
        ("a.txt", "Time"),
        ("a.txt", "Money"),
        ("b.txt", "Hope"),
    }
    assert codings == read(path, how)[0]
    assert before == (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
    assert [file.name for file in tmp_path.iterdir()] == ["export"]


@pytest.mark.parametrize("tool", FILES)
def test_a_reader_notes_other_observations(tmp_path: Path, tool: str) -> None:
    path, how = write(tool, tmp_path)
    _, export = read(path, how)
    expected, notes = FILES[tool][2], export.notes
    assert notes.tool or tool in ("tidy", "refi_qda")
    if "documents" in expected:
        assert notes.documents == {"a.txt", "b.txt", "c.txt"}
    if "codes" in expected:
        assert {code[-1] for code in notes.code_paths} == {"Time", "Money", "Hope", "Fear"}
    if "variables" in expected:
        assert "Land" in notes.variables


def test_the_version_of_the_tool_is_noted_if_the_file_has_it(tmp_path: Path) -> None:
    tools = {}
    for tool in ("qualcoder_database", "rqda", "refi_qda"):
        path, how = write(tool, tmp_path)
        tools[tool] = read(path, how)[1].notes.tool
    assert (tools["qualcoder_database"], tools["rqda"]) == ("QualCoder 4.0", "RQDA 0.2.2")


@pytest.mark.parametrize("language", maxqda_headings.DOCUMENT)
def test_maxqda_is_read_in_nine_languages(tmp_path: Path, language: str) -> None:
    h = maxqda_headings
    parts = (h.DOCUMENT, h.CODE, h.SEGMENT, h.GROUP, h.CODER, h.BEGINNING, h.END)
    for number in range(2):  # the usual names, then the other ones where there are any
        header = [part[language][min(number, len(part[language]) - 1)] for part in parts]
        rows = [header, ["a.txt", "Barriers > Time", "yes", "Italia", "JN", "1", "2"]]
        path = tmp_path / "export"
        path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")
        assert export_formats.recognise(str(path))[0] == "maxqda"
        (coding,), _ = read(path, ExportSettings("", "maxqda"))
        assert coding[1:7] == ("a.txt", ("Barriers", "Time"), "yes", 1, 2, "JN")
        assert coding.document_groups == ("Italia",)


def test_maxqda_says_the_same_with_a_column_for_each_other_code(tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_text("Document name,Code,Segment,Code: A > B,Code: C\na.txt,A > B,yes,1,\n", encoding="utf-8")
    assert export_formats.recognise(str(path))[0] == "maxqda"
    (coding,), _ = read(path, ExportSettings("", "maxqda"))
    assert coding.code_path == ("A", "B")
