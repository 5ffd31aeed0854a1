"""The list of a step's code changes when a digest in it changes, and only then."""

from hashlib import sha256
from pathlib import Path

import pytest

from crosscase.running import code_lists


@pytest.fixture(autouse=True)
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "study").mkdir()
    (tmp_path / "pipeline").mkdir()
    monkeypatch.chdir(tmp_path / "study")


def write(code: dict[str, str]) -> Path:
    """The list of a pipeline with these files."""
    code_lists._digest.cache_clear()
    pipeline = Path("../pipeline").absolute()
    for name, text in code.items():
        (pipeline / name).write_text(text, encoding="utf-8")
    return Path(code_lists.write("step", [pipeline / name for name in code], pipeline))


def test_a_list_names_each_file_of_the_pipeline_with_its_digest() -> None:
    path = write({"b.py": "2", "a.py": "1"})
    assert code_lists.read(str(path)) == {
        name: sha256(text).hexdigest() for name, text in (("a.py", b"1"), ("b.py", b"2"))
    }


def test_a_list_that_would_be_the_same_is_not_written_again() -> None:
    path = write({"a.py": "1", "b.py": "2"})
    path.chmod(0o400)
    before = path.stat().st_mtime_ns
    assert write({"b.py": "2", "a.py": "1"}).stat().st_mtime_ns == before


@pytest.mark.parametrize("code", [{"a.py": "3", "b.py": "2"}, {"a.py": "1"}, {"a.py": "1", "b.py": "2", "c.py": ""}])
def test_an_edited_removed_or_added_file_changes_the_list(code: dict[str, str]) -> None:
    before = write({"a.py": "1", "b.py": "2"}).read_bytes()
    assert write(code).read_bytes() != before


def test_a_list_that_was_cut_off_is_written_again() -> None:
    path = write({"a.py": "1", "b.py": "2"})
    whole = path.read_bytes()
    path.write_bytes(whole[:30])
    assert write({"a.py": "1", "b.py": "2"}).read_bytes() == whole
