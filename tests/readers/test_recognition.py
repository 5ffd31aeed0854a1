"""The content of a file shows the tool that wrote it; an ambiguous file is an error, not a guess."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from crosscase.messages.errors import StudyError
from crosscase.readers import export_formats, look
from crosscase.storage import reading_process
from crosscase.study.facts import ExportSettings
from tests.builders.projects import ROOT
from tests.builders.round_trips import read

EXPORTS = yaml.safe_load((ROOT / "config/study.yaml").read_text(encoding="utf-8"))["exports"]
KNOWN = {name: export for name, export in EXPORTS.items() if export["format"] != "tidy"}


@pytest.mark.parametrize("name", KNOWN)
def test_the_bundled_exports_are_recognised_whatever_their_name(tmp_path: Path, name: str) -> None:
    unnamed = tmp_path / "export"
    unnamed.write_bytes((ROOT / KNOWN[name]["file"]).read_bytes())
    assert export_formats.recognise(str(unnamed))[0] == KNOWN[name]["format"]


def test_a_recognised_export_is_read_as_if_its_format_were_given(tmp_path: Path) -> None:
    path = ROOT / EXPORTS["pl"]["file"]
    assert read(path, ExportSettings("", "auto")) == read(path, ExportSettings("", "maxqda"))


@pytest.mark.parametrize(
    "content", [b"a,b\n1,2\n", b"\x89PNG\r\n", b"SQLite format 3\0cut", b"PK\x03\x04", b"just words"]
)
def test_an_unrecognised_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "export"
    path.write_bytes(content)
    with pytest.raises(StudyError, match="the format was not recognised"):
        export_formats.recognise(str(path))


def test_a_tie_is_refused_and_both_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from crosscase.readers import taguette_csv

    monkeypatch.setattr(taguette_csv, "recognise", lambda _: look.Likeness(1.0, "a guess"))
    with (
        reading_process.within_bounds(),
        pytest.raises(StudyError, match="the format is ambiguous: maxqda or taguette_csv"),
    ):
        export_formats.recognise(str(ROOT / EXPORTS["cz"]["file"]))


@pytest.mark.parametrize(
    ("name", "tool"),
    [
        ("maxqda/test.xls", "maxqda"),
        ("qualitative-coding/demo.qdpx", "refi_qda"),
        ("refi-standard/TestProject.qdpx", "refi_qda"),
        ("refi-standard/Project.qde", "refi_qda"),
        ("taguette/SERDIF_P2_ThematicAnalysis.sqlite3", "taguette_database"),
        ("taguette/all_tags_20220303.csv", "taguette_csv"),
    ],
)
def test_real_exports_are_recognised(sample: Callable[[str], Path], name: str, tool: str) -> None:
    assert export_formats.recognise(str(sample(name)))[0] == tool
