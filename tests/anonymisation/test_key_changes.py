"""A new key, and the end of one: nothing is lost and nothing mixed up, wherever it is interrupted."""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosscase.anonymisation import key_changes, keys
from crosscase.messages.errors import StudyError
from crosscase.running import locks
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study

KEY = "data/restricted/pseudonym.key"
LOGS = {"cz.csv": "PERSON,Invented Person,[PERSON_1]\n", "no.csv": "PERSON,Another Person,[PERSON_2]\n"}
CHANGES = (
    *((Path, name) for name in ("mkdir", "chmod", "rename", "replace", "unlink")),
    *((os, name) for name in ("fsync", "unlink", "rmdir")),
)


def fill(folder: Path) -> str:
    """A study's restricted folder as a build leaves it; its key."""
    keys.make_if_absent(str(folder / KEY))
    (folder / "data/restricted/replacements").mkdir()
    for name, text in LOGS.items():
        path = folder / "data/restricted/replacements" / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
    return (folder / KEY).read_text()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Killed(BaseException):
    pass


def killed(run: Callable[[], object], number: int) -> bool:
    """Run until the given change of a file, and whether it came to that."""
    left = number

    def counting(change: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                raise Killed
            return change(*arguments, **options)

        return counted

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in CHANGES:
            patch.setattr(owner, name, counting(getattr(owner, name)))
        try:
            run()
        except Killed:
            return True
    return False


def held(folder: Path) -> str:
    """All that lies in the restricted folder."""
    return "".join(path.read_text(encoding="latin-1") for path in folder.rglob("*") if path.is_file())


def test_what_is_said_of_a_destroyed_key_holds_for_every_study(folder: Path) -> None:
    fill(folder)
    key_changes.destroy(KEY)
    said = keys.NOTE.read_text(encoding="utf-8")
    assert "can identify a person without them" in " ".join(said.split())
    assert "countr" not in said and "position" not in said


def test_a_rotation_keeps_the_old_key_and_its_logs_apart(folder: Path) -> None:
    old = fill(folder)
    message = key_changes.rotate(KEY, synthetic=False)
    second = (folder / KEY).read_text()
    retired = folder / "data/restricted/retired"
    assert second != old == (retired / "1/pseudonym.key").read_text()
    assert {path.name: path.read_text() for path in (retired / "1/replacements").iterdir()} == LOGS
    assert not (folder / "data/restricted/replacements").exists()
    for path in [folder / "data/restricted", *(folder / "data/restricted").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    key_changes.rotate(KEY, synthetic=False)
    assert (retired / "1/pseudonym.key").read_text() == old
    assert (retired / "2/pseudonym.key").read_text() == second
    assert "data/restricted/retired/1" in message
    assert old.strip() not in message
    assert second.strip() not in message


def test_a_rotation_may_be_interrupted_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = 0
    while number := number + 1:
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        old = fill(folder)
        if not killed(lambda: key_changes.rotate(KEY, synthetic=False), number):
            break
        for _ in range(2):
            assert old in held(folder)
            assert all(text in held(folder) for text in LOGS.values())
            assert len(keys.read(KEY, synthetic=False)) == 32
            key_changes.rotate(KEY, synthetic=False)
    assert number > 8


def test_a_destruction_leaves_nothing_but_the_note(folder: Path) -> None:
    secrets = [fill(folder).strip()]
    key_changes.rotate(KEY, synthetic=False)
    secrets.append((folder / KEY).read_text().strip())
    (folder / "data/restricted/.pseudonym.key.7.part").write_text("half a key")
    for name in ("review", "identifiers", "notes", "reliability"):  # the draw leads from pseudonyms to people
        (folder / "data/restricted" / name).mkdir()
        (folder / "data/restricted" / name / "cz.csv").write_text("Invented Name")
    (folder / "data/restricted/leaks.csv").write_text("Invented Name")
    (folder / "data/restricted/erasures").mkdir()
    for name in ("1.md", "pending.json"):  # the record of a withdrawal, and one that is not complete
        (folder / "data/restricted/erasures" / name).write_text("Nobody")
    message = key_changes.announcement(KEY) + key_changes.destroy(KEY)
    assert [path.name for path in (folder / "data/restricted/erasures").iterdir()] == ["1.md"]
    assert sorted(path.name for path in (folder / "data/restricted").iterdir()) == [
        *("KEY-DESTROYED.md", "erasures", "notes")
    ]
    note = (folder / keys.NOTE).read_text()
    assert "Still in `data/restricted`: erasures, notes." in note
    assert "not anonymous" in note
    assert not any(secret in message + note for secret in secrets)
    with pytest.raises(StudyError, match="the key of the pseudonyms was destroyed"):
        keys.stop_after_destruction()
    with pytest.raises(StudyError, match="has no key"):
        key_changes.announcement(KEY)


def test_a_destruction_that_was_interrupted_stops_builds_and_can_be_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = 0
    while number := number + 1:
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        fill(folder)
        key_changes.rotate(KEY, synthetic=False)
        (folder / "data/restricted/replacements").mkdir()
        before = held(folder)
        if not killed(lambda: key_changes.destroy(KEY), number):
            break
        note = (folder / keys.NOTE).read_text() if (folder / keys.NOTE).exists() else ""
        assert note or held(folder) == before
        if "was destroyed" not in note:
            assert not note or "is not complete" in note
            key_changes.announcement(KEY)
            key_changes.destroy(KEY)
        assert [path.name for path in (folder / "data/restricted").iterdir()] == ["KEY-DESTROYED.md"]
    assert number > 12


def test_what_is_destroyed_is_written_over_first(folder: Path) -> None:
    """Also where the key's name is a link, or another name of the same file."""
    old = fill(folder)
    (folder / "stick").mkdir()
    (folder / KEY).rename(folder / "stick/key")
    (folder / KEY).symlink_to(folder / "stick/key")
    (folder / "copy").hardlink_to(folder / "stick/key")
    key_changes.destroy(KEY)
    assert not (folder / "stick/key").exists()
    assert not (folder / KEY).is_symlink()
    assert (folder / "copy").read_bytes() != old.encode()


def test_the_demonstration_key_is_neither_changed_nor_destroyed(folder: Path) -> None:
    Path("demo.key").write_text(keys.DEMONSTRATION.hex() + "\n")
    with pytest.raises(StudyError, match="public demonstration key"):
        key_changes.rotate("demo.key", synthetic=True)
    with pytest.raises(StudyError, match="public demonstration key"):
        key_changes.announcement("demo.key")
    assert {path.name for path in folder.iterdir()} == {".snakemake", "demo.key"}


def test_no_key_is_changed_under_a_build(folder: Path) -> None:
    fill(folder)
    with locks.alone(folder / ".snakemake/build.lock", ""):
        with pytest.raises(StudyError, match="a build is at work in this folder"):
            key_changes.rotate(KEY, synthetic=False)
        with pytest.raises(StudyError, match="a build is at work in this folder"):
            key_changes.announcement(KEY)


@pytest.mark.parametrize("name", ["results/k.key", "docs/k.key", "data/processed/deep/k.key", "results/../docs/k.key"])
def test_a_key_in_a_folder_that_is_handed_on_is_refused(folder: Path, name: str) -> None:
    Path("results").mkdir()
    with pytest.raises(StudyError, match="which is shared with others"):
        keys.make_if_absent(name)
    assert not Path(name).exists()


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments], check=True)


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


@needs_git
def test_a_key_that_git_keeps_or_would_keep_is_refused(folder: Path) -> None:
    git("init", "--quiet")
    with pytest.raises(StudyError, match="git tracks it, or would"):
        keys.make_if_absent(KEY)
    assert not Path(KEY).exists()
    Path(".gitignore").write_text("data/restricted/\n")
    keys.make_if_absent(KEY)
    assert len(keys.read(KEY, synthetic=False)) == 32
    git("add", "--force", KEY)
    with pytest.raises(StudyError, match="git tracks it, or would"):
        keys.read(KEY, synthetic=False)
    Path("demo.key").write_text(keys.DEMONSTRATION.hex())
    git("add", "demo.key")
    assert keys.read("demo.key", synthetic=True) == keys.DEMONSTRATION


@needs_git
def test_logs_that_git_would_keep_are_refused_though_the_key_lies_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.make_if_absent("safe/key")
    (folder / "study").mkdir()
    monkeypatch.chdir("study")
    git("init", "--quiet")
    with pytest.raises(StudyError, match="data/restricted/replacements: git tracks it, or would"):
        keys.read(str(folder / "safe/key"), synthetic=False)


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("typed", ["", "\n", "isotis\n", "y\n", "ISOTIS-SERVICES\n"])
def test_nothing_is_destroyed_unless_the_id_is_typed(folder: Path, typed: str) -> None:
    own_study(folder)
    before = held(folder)
    run = crosscase("key", "destroy", "--study", folder, where=folder.parent, typed=typed)
    assert run.returncode == 1
    assert "Nothing was done." in run.stderr
    assert held(folder) == before


@pytest.mark.parametrize("typed", ["", "yes\n"])
def test_no_key_moves_away_before_somebody_agrees(folder: Path, typed: str) -> None:
    """It was changed at once, and every pseudonym with it."""
    own_study(folder)
    before = held(folder)
    run = crosscase("key", "rotate", "--study", folder, where=folder.parent, typed=typed)  # not at a terminal
    assert run.returncode == 1
    assert "The old key and its logs of replacements move to data/restricted/retired/1" in run.stdout
    assert run.stderr == "Nothing was changed. Add --yes to change it, or run the command in a terminal.\n"
    assert held(folder) == before


def own_study(folder: Path) -> str:
    """The bundled study as one of real interviews, with a key of its own."""
    (folder / "config").mkdir()
    text = (ROOT / "config/study.yaml").read_text(encoding="utf-8")
    text = text.replace("synthetic: true", "synthetic: false").replace("key_file: config/demonstration.key\n", "")
    (folder / "config/study.yaml").write_text(text, encoding="utf-8")
    return fill(folder)


def test_the_commands_tell_no_secret_and_no_build_follows_a_destruction(folder: Path) -> None:
    old = own_study(folder)
    rotated = crosscase("key", "rotate", "--study", folder, "--yes", where=folder.parent)
    second = (folder / KEY).read_text()
    destroyed = crosscase("key", "destroy", "--study", folder, where=folder.parent, typed="isotis-services\n")
    output = rotated.stdout + rotated.stderr + destroyed.stdout + destroyed.stderr
    assert (rotated.returncode, destroyed.returncode) == (0, 0), output
    assert not any(secret.strip() in output for secret in (old, second, "Invented Person"))
    run = Study(folder, ROOT / "Snakefile").snakemake("--dry-run")
    assert run.returncode != 0
    assert "data/restricted/KEY-DESTROYED.md: the key of the pseudonyms was destroyed" in run.stdout
    assert not (folder / KEY).exists()
    again = crosscase("key", "rotate", where=folder)
    assert again.returncode == 1
    assert "the key of the pseudonyms was destroyed" in again.stderr
    with pytest.raises(StudyError, match="the key of the pseudonyms was destroyed"):
        keys.read(KEY, synthetic=False)  # as a withdrawal does; it said that the key should be restored
