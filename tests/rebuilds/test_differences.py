"""The differences of two files: lines, from where they begin to differ, or sizes."""

import shutil
from pathlib import Path

import pytest

from crosscase.rebuilds import differences


def shown(folder: Path, one: bytes, other: bytes) -> list[str]:
    """What is said of two files with this content where diffoscope is not installed."""
    paths = (folder / "one", folder / "other")
    for path, content in zip(paths, (one, other), strict=True):
        path.write_bytes(content)
    return differences.between(*paths).splitlines()


@pytest.fixture
def no_diffoscope(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@pytest.mark.usefixtures("no_diffoscope")
def test_texts_are_compared_by_line(tmp_path: Path) -> None:
    assert shown(tmp_path, b"a\nb\nc\n", b"a\nB\nc\nd\n") == ["line 2:", "- b", "+ B", "line 4:", "- ", "+ d"]
    assert shown(tmp_path, b"a\n", b"a\r\n") == ["the lines are the same, but their line ends differ"]


@pytest.mark.usefixtures("no_diffoscope")
def test_a_long_line_is_shown_from_where_it_differs(tmp_path: Path) -> None:
    head, *lines = shown(tmp_path, b"x" * 9000 + b"1" + b"y" * 9000, b"x" * 9000 + b"2" + b"y" * 9000)
    assert head == "line 1, from character 8921:"
    assert [line[82] for line in lines] == ["1", "2"]
    assert max(map(len, lines)) < 200


@pytest.mark.usefixtures("no_diffoscope")
def test_of_other_files_the_sizes_are_said_and_who_says_more(tmp_path: Path) -> None:
    (line,) = shown(tmp_path, b"\xff\x00\x01", b"\xff\x00\x02\x03")
    assert line.startswith("3 and 4 bytes.")
    assert "diffoscope" in line


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


@pytest.mark.usefixtures("no_diffoscope")
def test_no_more_than_the_first_differences_are_shown(tmp_path: Path) -> None:
    lines = shown(tmp_path, b"a\n" * 99, b"b\n" * 99)
    assert len(lines) == differences.LINES + 1
    assert lines[-1] == f"… and {3 * 99 - differences.LINES} more lines"
