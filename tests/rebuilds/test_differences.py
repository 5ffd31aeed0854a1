"""The differences of two files: rows, members, lines or bytes, from where they begin to differ."""

import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from crosscase.rebuilds import differences
from crosscase.storage import files
from crosscase.storage.schemas import Mention


def archive(members: Mapping[str, bytes], year: int = 1980) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        for name, content in members.items():
            zipped.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


def parquet(folder: Path, *segments: int) -> bytes:
    files.write_rows(folder / "t.parquet", Mention, [Mention("cz", "P", "CZ", "d", "c", n) for n in segments])
    return (folder / "t.parquet").read_bytes()


def described(one: bytes, other: bytes) -> list[str]:
    return list(differences.by_kind(one, other))


def test_lines_are_numbered() -> None:
    assert described(b"a\nb\nc\n", b"a\nB\nc\nd\n") == ["line 2:", "- b", "+ B", "line 4:", "- ", "+ d"]
    assert described(b"a\n", b"a\r\n") == ["the lines are the same, but their line ends differ"]


def test_a_long_line_is_shown_from_its_first_difference() -> None:
    head, *lines = described(b"x" * 9000 + b"1" + b"y" * 9000, b"x" * 9000 + b"2" + b"y" * 9000)
    assert head == "line 1, from character 8921:"
    assert [line[82] for line in lines] == ["1", "2"]
    assert max(map(len, lines)) < 200


def test_rows_of_tables_are_described(tmp_path: Path) -> None:
    lines = described(parquet(tmp_path, 1, 2), parquet(tmp_path, 1, 3, 4))
    assert [line.split(",")[0] for line in lines[::3]] == ["row 2", "row 3:"]
    assert ("'segments': 2" in lines[1], "'segments': 3" in lines[2]) == (True, True)


def test_members_of_archives_are_described() -> None:
    one = archive({"a.txt": b"1\n", "b.txt": b"2\n"})
    assert described(one, archive({"a.txt": b"1\n", "c.txt": b"2\n"})) == [
        "member b.txt: only in one of them",
        "member c.txt: only in one of them",
    ]
    assert described(one, archive({"a.txt": b"3\n", "b.txt": b"2\n"})) == ["member a.txt:", "line 1:", "- 1", "+ 3"]
    (packing,) = described(one, archive({"a.txt": b"1\n", "b.txt": b"2\n"}, 1999))
    assert "dates" in packing


def test_bytes_are_shown_by_place() -> None:
    assert described(b"\xff\x00\x01", b"\xff\x00\x02\x03") == [
        "3 and 4 bytes, the same up to byte 2",
        "- 01",
        "+ 02 03",
    ]


@pytest.mark.parametrize("installed", [True, False])
def test_files_are_compared_with_and_without_diffoscope(
    tmp_path: Path, installed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if installed and not shutil.which("diffoscope"):
        pytest.skip("diffoscope is not installed")
    if not installed:
        monkeypatch.setenv("PATH", "")
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("a,1\nb,1\n")
    assert differences.between(one, other) == f"only {one} exists\n"
    other.write_text("a,1\nb,2\n")
    lines = differences.between(one, other).splitlines()
    assert {"-b,1", "+b,2"} <= {line.replace(" ", "") for line in lines}


def test_no_more_than_the_first_differences_are_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for name in "ab":
        (tmp_path / name).write_text(f"{name}\n" * 99)
    lines = differences.between(tmp_path / "a", tmp_path / "b").splitlines()
    assert len(lines) == differences.LINES + 1
    assert lines[-1] == f"… and {3 * 99 - differences.LINES} more lines"
