"""What a person may have meant: the nearest word, and the nearest file. All names are invented."""

import unicodedata
from pathlib import Path

import pytest

from crosscase.messages import suggestions


@pytest.mark.parametrize(
    ("word", "meant"),
    [("biuld", "build"), ("BUILD", "build"), ("chek", "check"), ("nonsense", ""), ("", "")],
)
def test_the_nearest_word_is_found_whatever_its_case(word: str, meant: str) -> None:
    assert suggestions.nearest(word, ["build", "check", "trace"]) == meant
    assert suggestions.did_you_mean(word, ["build", "check"]) == (f"Did you mean {meant!r}?" if meant else "")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("data/raw/exports/north.csv", 'Did you mean "data/raw/exports/north.xlsx"?'),
        ("data/raw/exports/NORTH.xlsx", 'Did you mean "data/raw/exports/north.xlsx"?'),
        ("data/raw/exports/nroth.xlsx", 'Did you mean "data/raw/exports/north.xlsx"?'),
        ("data\\raw\\exports\\north.xlsx", 'Did you mean "data/raw/exports/north.xlsx"?'),
        ("'data/raw/exports/north.xlsx'", 'Did you mean "data/raw/exports/north.xlsx"?'),
        ("data/raw/exports/nor th.xlsx", 'Did you mean "data/raw/exports/north.xlsx"?'),
        ("data/raw/exports/ likely .csv", 'Did you mean "data/raw/exports/likely .csv"?'),
        ("north.xlsx", 'Did you mean "data/raw/exports/north.xlsx"?'),
        ("data/raw/exports/lake.csv", "It is in iCloud and not on this computer: download it there."),
        (
            "data/raw/exports/s\u00fcd.csv",
            "A file of this name is there, but its accents are stored in another form: give",
        ),
        ("data/raw/exports/elsewhere.csv", ""),
        ("nowhere/else.csv", ""),
        ("", ""),
    ],
)
def test_the_file_that_is_probably_meant_is_named(
    path: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("data/raw/exports")
    folder.mkdir(parents=True)
    for name in (
        "north.xlsx",
        "~$elsewhere.csv",
        "likely .csv",
        "likely.xlsx",
        ".lake.csv.icloud",
        unicodedata.normalize("NFD", "s\u00fcd.csv"),
    ):
        (folder / name).touch()
    found = suggestions.about_missing_file(path)
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_locks_and_the_files_that_they_lock(tmp_path: Path) -> None:
    for lock in ("~$people.xlsx", ".~lock.people.xlsx#"):
        assert suggestions.locked_by(f"data/{lock}") == "data/people.xlsx"
        (tmp_path / lock).touch()
        assert suggestions.lock_of(tmp_path / "people.xlsx") == tmp_path / lock
        (tmp_path / lock).unlink()
    assert (suggestions.locked_by("data/people.xlsx"), suggestions.lock_of(tmp_path / "people.xlsx")) == ("", None)
