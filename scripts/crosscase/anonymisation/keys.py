"""The key of the pseudonyms: 32 random bytes, written as 64 hexadecimal digits in a file.

Whoever holds the key can find out which person a pseudonym stands for. The key never leaves its file: it is not in
parameters, commands, logs or errors. `key_changes` replaces or destroys it.

Snakemake imports this module while it parses the workflow, so nothing heavy is imported here.
"""

import grp
import os
import pwd
import re
import secrets
import shlex
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

from crosscase.anonymisation import key_patterns
from crosscase.messages.errors import Problem, StudyError
from crosscase.storage import unfinished

DEMONSTRATION = bytes.fromhex("c0ffee00" * 8)  # public, for synthetic studies only
NOTE = Path("data/restricted/KEY-DESTROYED.md")
_IN_PATTERN = re.compile(r"[\\\[\]*?!# ]")  # signs with a meaning in a .gitignore
_SHARED = ("results", "docs", "logs", "data/processed")


def stop_after_destruction() -> None:
    """Raise StudyError if the study's key was destroyed: a new key would mix old and new pseudonyms."""
    if NOTE.exists():
        what = "the key of the pseudonyms was destroyed, so the study cannot be built again"
        raise StudyError(Problem(str(NOTE), "", what, "Read the note: it says what this means and how to continue."))


def keep_private(folder: str) -> None:
    """Make a folder if it is absent, and let only its owner open it."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    Path(folder).chmod(0o700)


def keep_from_others(folder: str) -> None:
    """Make a folder if it is absent, closed to all but its owner and, where somebody opened it to them, its group."""
    path = Path(folder)
    if not path.exists():
        keep_private(folder)
    path.chmod(path.stat().st_mode & ~stat.S_IRWXO)


def make_if_absent(path: str) -> None:
    """Make a key on first use, readable only by its owner. An existing key is never replaced."""
    if Path(path).exists():
        return
    keep_private(str(Path(path).parent))
    refuse_published(path)
    neighbour = unfinished.neighbour(Path(path))
    with open(os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(new())
    neighbour.rename(path)  # an interruption never leaves half a key


def new() -> bytes:
    """The content of a new key file."""
    return secrets.token_hex(32).encode() + b"\n"


def refuse_published(path: str) -> None:
    """Raise StudyError if a key or a log of replacements is in a folder that others will see."""
    place = Path(path).resolve()
    for folder in _SHARED:
        if place.is_relative_to(Path(folder).resolve()):
            remedy = "Move it to data/restricted, and find out who has seen it."
            raise StudyError(Problem(path, "", f"it is in {folder}/, which is shared with others", remedy))
    try:
        # Exit code 0: ignored; 1: not ignored; 128: not in a repository.
        command = ["git", "check-ignore", "--quiet", "--", str(place)]
        beside = next(folder for folder in place.parents if folder.exists())
        kept_by_git = subprocess.run(command, cwd=beside, capture_output=True, check=False).returncode == 1  # noqa: S603
    except OSError:
        kept_by_git = False
    if kept_by_git:
        what = "git tracks it, or would track it with the next commit"
        in_data = place.is_relative_to(Path("data").resolve())  # also through a link
        line = "data/" if in_data else _IN_PATTERN.sub(r"\\\g<0>", place.name)
        where = ".gitignore" if in_data else os.path.relpath(place.parent / ".gitignore")
        untrack = shlex.join(["git", "-C", os.path.relpath(place.parent), "rm", "-r", "--cached", "--", place.name])
        remedy = f"Add the line `{line}` to {where}. If it was ever committed, run `{untrack}` and"
        remedy += " `crosscase key rotate`."
        raise StudyError(Problem(path, "", what, remedy))


def refuse_exposed(path: str) -> None:
    """Raise StudyError if others can read or replace the key, or if git would keep it or the log of replacements.

    Every build looks, also one in which no step needs the key. Of a key that is absent, cannot be read or is the public
    one the step that reads it says more.
    """
    if _content(path) in (b"", DEMONSTRATION):
        return
    for place in (path, "data/restricted/replacements"):
        refuse_published(place)
    if Path(path).stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        what = "users other than its owner can read or change it"
        raise StudyError(Problem(path, "", what, f"Run `chmod 600 {shlex.quote(path)}`, and find out who has seen it."))
    folder = Path(path).resolve().parent
    if folder.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        what = "users other than its owner can replace it, since they can write in its folder"
        raise StudyError(
            Problem(path, "", what, f"Run `chmod go-w {shlex.quote(str(folder))}`, or move it to data/restricted.")
        )
    for above in filter(_others_can_write, _folders_above(path)):
        what = f"users other than its owner can put another folder in its place, since they can write in {above}"
        raise StudyError(Problem(path, "", what, f"Run `chmod go-w {shlex.quote(str(above))}`."))


def _folders_above(path: str) -> Iterator[Path]:
    """The folders above that of a key, up to the study's; of a key elsewhere none."""
    study = Path.cwd()
    for place in (Path(os.path.normpath(study / path)), Path(path).resolve()):  # a link can be replaced, too
        if place.is_relative_to(study):
            yield from (folder for folder in place.parents if folder.is_relative_to(study))


def _others_can_write(folder: Path) -> bool:
    """Whether users other than its owner can write in a folder.

    ASSUME: a group that is called like the owner is the owner's alone. Where people have such groups, every new folder
    is open to them.
    """
    status = folder.stat()
    by_group = status.st_mode & stat.S_IWGRP and not _is_own_group(status)
    return bool(status.st_mode & stat.S_IWOTH or by_group)


def _is_own_group(status: os.stat_result) -> bool:
    """Whether the group of a file is its owner's alone."""
    try:
        owner, group = pwd.getpwuid(status.st_uid).pw_name, grp.getgrgid(status.st_gid)
    except KeyError:
        return False
    return group.gr_name == owner and set(group.gr_mem) <= {owner}


def read(path: str, synthetic: bool) -> bytes:
    """Read the key, 32 bytes.

    Raises StudyError if it was destroyed or is not a random key, if others can read or replace it, or if a study of
    real interviews uses the public one.
    """
    stop_after_destruction()
    if not Path(path).exists():
        remedy = (
            "The first build makes one. If the study was built before, restore its key: no other gives its pseudonyms."
        )
        raise StudyError(Problem(path, "", "the study has no key here", remedy))
    key = _content(path)
    if len(key) != 32:
        remedy = "Restore the study's key; the same pseudonyms cannot be made without it."
        raise StudyError(Problem(path, "", "it cannot be read as a key of 64 hexadecimal digits", remedy))
    if key == DEMONSTRATION and not synthetic:
        what = "it is the public demonstration key, but the study is not synthetic"
        remedy = "Remove `key_file` from config/study.yaml; the next build makes a key."
        raise StudyError(Problem(path, "", what, remedy))
    if key == DEMONSTRATION:
        return key
    if key_patterns.is_pattern(key):
        remedy = "Remove it, and `key_file` from config/study.yaml; the next build makes a key. All pseudonyms change."
        raise StudyError(Problem(path, "", "it repeats itself, counts, or is text, and is no random key", remedy))
    refuse_exposed(path)
    return key


def _content(path: str) -> bytes:
    """The bytes of a key; none if it cannot be read."""
    try:
        return bytes.fromhex(Path(path).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return b""
