"""The verifier refuses a hostile package, and says of a damaged one what is wrong."""

import stat
import zipfile
from pathlib import Path

import pytest

from tests.builders.changed_packages import Files, packed, verdict, verdict_on
from verifier.package import METADATA


def hostile(path: Path, name: str, content: bytes, mode: int) -> Path:
    """A zip with one file in it, of any name and kind."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("a")
        info.filename, info.external_attr, info.compress_type = name, mode << 16, zipfile.ZIP_DEFLATED
        archive.writestr(info, content)
    return path


@pytest.mark.parametrize(
    ("name", "mode", "content", "reason"),
    [
        ("../evil.txt", 0o100644, b"x", "has a path outside of it"),
        ("/etc/evil.txt", 0o100644, b"x", "has a path outside of it"),
        ("a/../../evil.txt", 0o100644, b"x", "has a path outside of it"),
        ("C:\\evil.txt", 0o100644, b"x", "has a path outside of it"),
        ("..\\evil.txt", 0o100644, b"x", "has a path outside of it"),
        ("link", stat.S_IFLNK | 0o777, b"/etc/passwd", "is a link or a device"),
        ("bomb", 0o100644, bytes(50_000_000), "compressed more than any table can be"),
        ("a.txt", 0o100644, b"x", f"{METADATA} is missing"),
        (METADATA, 0o100644, b"{", "cannot be read as JSON"),
        (METADATA, 0o100644, b"[1, 2]", "does not describe a package"),
        (METADATA, 0o100644, b'{"@graph": [7]}', "does not describe a package"),
        (METADATA, 0o100644, b"[" * 100_000, "cannot be read as JSON"),
    ],
)
def test_a_hostile_zip_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, mode: int, content: bytes, reason: str
) -> None:
    code, output = verdict_on(hostile(tmp_path / "crate.zip", name, content, mode), capsys)
    assert code == 2
    assert reason in output
    assert "REFUSED" in output


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_no_package_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.zip").write_text("no zip")
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.writestr("a", b"1")
        archive.writestr("a", b"2")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/link").symlink_to("/etc/passwd")
    for name, reason in (
        ("text.zip", "neither a folder nor a readable zip"),
        ("absent.zip", "it does not exist"),
        ("twice.zip", "two files in it have the same name"),
        ("folder", "is a link or a device"),
    ):
        code, output = verdict_on(tmp_path / name, capsys)
        assert (code, reason in output) == (2, True), output


def test_a_damaged_zip_is_reported(files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray(packed(files))
    content[content.index(b"# Codes") if b"# Codes" in content else 5000] ^= 0xFF
    code, output = verdict(content, tmp_path, capsys)
    assert code in (1, 2), output
