"""The key of the pseudonyms: made once, refused where others can read it. All is invented."""

import random
import re
import shlex
import stat
import subprocess
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from crosscase.anonymisation import keys
from crosscase.anonymisation.key_patterns import is_pattern
from crosscase.messages.errors import StudyError
from tests.builders.commands import crosscase
from tests.builders.plain_runs import repeats
from tests.builders.projects import Study


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "restricted" / "pseudonym.key"
    keys.make_if_absent(str(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    made = path.read_text()
    keys.make_if_absent(str(path))
    assert path.read_text() == made
    assert len(keys.read(str(path), synthetic=False)) == 32


@pytest.mark.parametrize("content", ["", "c0ffee", "z" * 64, "0" * 63, "ž"])
def test_what_is_no_key_is_refused_without_quoting_it(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StudyError, match="cannot be read as a key") as error:
        keys.read(str(path), synthetic=True)
    assert not content or content not in str(error.value)


PATTERNS = {
    "zeros": bytes(32),
    "one byte": bytes.fromhex("ab" * 32),
    "figures": bytes.fromhex("0123456789abcdef" * 4),
    "up": bytes(range(32)),
    "down": bytes(range(250, 218, -1)),
    "by threes": bytes(number * 3 % 256 for number in range(80, 112)),
    "in two bytes": b"".join(number.to_bytes(2) for number in range(250, 266)),
    "in four bytes": b"".join(number.to_bytes(4, "little") for number in range(0x10FE2C3A, 0x10FE2C42)),
    "up and down": bytes.fromhex("0123456789abcdeffedcba9876543210" * 2),
    "turned figures": bytes.fromhex("".join("0123456789abcdef"[n:] + "0123456789abcdef"[:n] for n in range(4))),
    "twice": bytes.fromhex("9f1c04e7b25a8836d1407bce52f3a619" * 2),
    "a piece of five figures and a half": bytes.fromhex(("9f1c04e7b25" * 6)[:64]),
    "backwards": bytes.fromhex("9f1c04e7b25a8836d1407bce52f3a619")
    + bytes.fromhex("9f1c04e7b25a8836d1407bce52f3a619")[::-1],
    "text": b"this is my secret key for study!",
    "lines": b"Quenby Lane nine,\nScarthorpe W\r\n",
    "accents": "Žluťoučký kůň úpěl ďábe!".encode()[:32],
    "filled up": b"Brindlewick-7 Quay,Mouth".ljust(32, b"\0"),
    "two bytes each": "Brindlewick-Quay".encode("utf-16-le"),
}


@pytest.mark.parametrize("key", PATTERNS.values(), ids=PATTERNS)
def test_a_key_that_repeats_itself_counts_or_is_text_is_refused(tmp_path: Path, key: bytes) -> None:
    assert len(key) == 32
    path = tmp_path / "key"
    path.write_text(key.hex())
    path.chmod(0o600)
    with pytest.raises(StudyError, match="it repeats itself, counts, or is text") as error:
        keys.read(str(path), synthetic=True)
    assert key.hex() not in str(error.value)


def test_a_random_key_is_no_pattern() -> None:
    drawn = random.Random(20)
    assert not any(is_pattern(drawn.randbytes(32)) for _ in range(repeats(2000, 10**5)))


@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o757])
@pytest.mark.parametrize("place", [".", "data", "data/deep"])
@pytest.mark.parametrize("is_link", [False, True])
def test_a_key_whose_folder_others_can_exchange_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int, place: str, is_link: bool
) -> None:
    """Whoever could write in `data` could put another `data/restricted` there."""
    study = tmp_path / "study"
    (study / "data/deep").mkdir(parents=True)
    monkeypatch.chdir(study)
    folder = Path("data/deep/restricted")
    if is_link:
        (tmp_path / "elsewhere").mkdir()
        folder.symlink_to(tmp_path / "elsewhere")
    key = str(folder / "a.key")
    keys.make_if_absent(key)
    Path(place).chmod(mode)
    with pytest.raises(StudyError, match=r"another folder in its place.*`chmod go-w ") as error:
        keys.read(key, synthetic=False)
    (command,) = re.findall("`(chmod [^`]+)`", str(error.value))
    subprocess.run(shlex.split(command), check=True)
    assert len(keys.read(key, synthetic=False)) == 32


def test_the_folders_above_a_key_elsewhere_are_not_the_studys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = tmp_path / "shared" / "study"
    study.mkdir(parents=True)
    monkeypatch.chdir(study)
    keys.make_if_absent("../../keys/a.key")
    (tmp_path / "shared").chmod(0o1777)
    assert len(keys.read("../../keys/a.key", synthetic=False)) == 32


@pytest.mark.parametrize(
    ("group", "members", "is_refused"), [("ann", [], False), ("ann", ["bo"], True), ("team", [], True)]
)
def test_a_folder_above_is_open_to_no_group_but_the_owners_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group: str, members: list[str], is_refused: bool
) -> None:
    """Where each user has a group of the same name, every new folder is open to it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pwd.getpwuid", lambda _: SimpleNamespace(pw_name="ann"))
    monkeypatch.setattr("grp.getgrgid", lambda _: SimpleNamespace(gr_name=group, gr_mem=members))
    keys.make_if_absent("data/restricted/pseudonym.key")
    Path("data").chmod(0o775)
    with pytest.raises(StudyError, match="can write in") if is_refused else nullcontext():
        keys.read("data/restricted/pseudonym.key", synthetic=False)


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o1777, 0o702])
def test_a_key_that_others_can_replace_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "open" / "study.key"
    keys.make_if_absent(str(path))
    path.parent.chmod(mode)
    with pytest.raises(StudyError, match=r"can replace it.*chmod go-w"):
        keys.read(str(path), synthetic=False)
    path.parent.chmod(0o755)
    assert len(keys.read(str(path), synthetic=False)) == 32


@pytest.mark.parametrize(("before", "after"), [(None, 0o700), (0o755, 0o750), (0o777, 0o770), (0o700, 0o700)])
def test_a_folder_is_kept_from_all_others(tmp_path: Path, before: int | None, after: int) -> None:
    folder = tmp_path / "processed"
    if before is not None:
        folder.mkdir()
        folder.chmod(before)
    keys.keep_from_others(str(folder))
    assert stat.S_IMODE(folder.stat().st_mode) == after


def test_a_study_that_was_never_built_has_no_key_to_restore(tmp_path: Path) -> None:
    """A withdrawal or a rotation before the first build asked to restore the key."""
    with pytest.raises(StudyError, match=r"the study has no key here\. The first build makes one\."):
        keys.read(str(tmp_path / "key"), synthetic=False)


def test_a_folder_in_the_place_of_the_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="cannot be read as a key"):
        keys.read(str(tmp_path), synthetic=True)


def test_the_demonstration_key_is_for_synthetic_studies_only(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(keys.DEMONSTRATION.hex())
    assert keys.read(str(path), synthetic=True) == keys.DEMONSTRATION
    with pytest.raises(StudyError, match="public demonstration key"):
        keys.read(str(path), synthetic=False)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o602])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "pseudonym.key"
    keys.make_if_absent(str(path))
    path.chmod(mode)
    with pytest.raises(StudyError, match="users other than its owner can read or change it"):
        keys.read(str(path), synthetic=False)
    path.chmod(0o400)
    assert len(keys.read(str(path), synthetic=False)) == 32


def test_a_build_with_nothing_to_do_refuses_a_key_that_others_can_reach(small_study: Study) -> None:
    """Only the step that reads the key looked; without new exports nobody was told."""
    small_study.replace("config/study.yaml", "synthetic: true", "synthetic: false")
    small_study.replace("config/study.yaml", "key_file: config/fixed.key\n", "")
    run = crosscase("build", "--dry-run", where=small_study.folder)  # it makes the key
    assert run.returncode == 0, run.stderr
    key = small_study.folder / "data/restricted/pseudonym.key"
    for exposed, mode in ((key, 0o644), (key.parent, 0o777))[: repeats(1, 2)]:
        before = exposed.stat().st_mode
        exposed.chmod(mode)
        run = small_study.snakemake("--dry-run")
        exposed.chmod(before)
        assert run.returncode == 1
        assert "users other than its owner can re" in run.stdout


@pytest.mark.parametrize("is_committed", [False, True])
@pytest.mark.parametrize(
    "place",
    [
        "config/study.key",
        "data/restricted/pseudonym.key",
        "my keys/the key.key",
        "config/#k[1]*.key",
        "../another/a.key",  # in a repository of its own
        "keys/-key",
        "data/linked/a.key",  # a link to a folder of another repository
        "data/restricted/replacements/log.csv",
    ],
)
def test_what_is_said_of_a_key_that_git_keeps_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, is_committed: bool
) -> None:
    for folder in ("study", "another"):
        (tmp_path / folder).mkdir()
        subprocess.run(["git", "init", "--quiet"], check=True, cwd=tmp_path / folder)
    monkeypatch.chdir(tmp_path / "study")
    keys_file = Path(place)
    if "linked" in place:
        Path("data").mkdir()
        keys_file.parent.symlink_to(tmp_path / "another")
    keys_file.parent.mkdir(parents=True, exist_ok=True)
    keys_file.write_text("not yet")
    if is_committed:
        subprocess.run(["git", "--literal-pathspecs", "add", "--", keys_file.name], check=True, cwd=keys_file.parent)
    with pytest.raises(StudyError) as error:
        keys.refuse_published(place)
    line, *commands = re.findall("`([^`]+)`", str(error.value))
    (file,) = re.findall(r"` to (.*?\.gitignore)\. If", str(error.value))
    Path(file).write_text(f"{line}\n")
    if is_committed:
        subprocess.run(
            shlex.split(next(one for one in commands if one.startswith("git"))), check=True, capture_output=True
        )
    keys.refuse_published(place)
