"""The key of the pseudonyms: 32 random bytes, written as 64 hexadecimal digits in a file.

Whoever holds the key can find out whom a pseudonym means. It never leaves its file: not into
parameters, commands, logs or errors. `key_changes` gives a study another one, or destroys it.

Read while Snakemake parses the workflow, so nothing heavy is imported here.
"""

import os
import secrets
import stat
import subprocess
from pathlib import Path

from crosscase.messages.errors import Problem, StudyError

DEMONSTRATION = bytes.fromhex("c0ffee00" * 8)  # published, for synthetic studies only
NOTE = Path("data/restricted/KEY-DESTROYED.md")
_HANDED_ON = ("results", "docs", "logs", "data/processed")


def stop_after_destruction() -> None:
    """Raise StudyError where the study's key was destroyed: a new one would mix old pseudonyms with new ones."""
    if NOTE.exists():
        what = "the key of the pseudonyms was destroyed, so that nothing can be built as it was"
        raise StudyError(Problem(str(NOTE), "", what, "The note says what is true now, and how to go on."))


def keep_private(folder: str) -> None:
    """Make a folder, or make it one, that its owner alone can enter."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    Path(folder).chmod(0o700)


def make_if_absent(path: str) -> None:
    """Make a key on first use, readable by its owner alone. Never replaces one that is there."""
    if Path(path).exists():
        return
    keep_private(str(Path(path).parent))
    refuse_published(path)
    unfinished = Path(path).parent / f".{Path(path).name}.{os.getpid()}.part"
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(new())
    unfinished.rename(path)  # half a key would be one that nobody can use and nobody dares to delete


def new() -> bytes:
    """The content of the file of a new key."""
    return secrets.token_hex(32).encode() + b"\n"


def refuse_published(path: str) -> None:
    """Raise StudyError where a key or a log of replacements lies in a place that others get to see."""
    place = Path(path).resolve()
    for folder in _HANDED_ON:
        if place.is_relative_to(Path(folder).resolve()):
            remedy = "Move it to data/restricted, and see who had it."
            raise StudyError(Problem(path, "", f"it lies in {folder}/, which is handed on", remedy))
    try:
        # Not a repository, and no git: 128. Ignored: 0.
        command = ["git", "check-ignore", "--quiet", "--", str(place)]
        beside = next(folder for folder in place.parents if folder.exists())
        kept_by_git = subprocess.run(command, cwd=beside, capture_output=True, check=False).returncode == 1  # noqa: S603
    except OSError:
        kept_by_git = False
    if kept_by_git:
        what = "git keeps it, or would with the next commit"
        remedy = "Put the line `data/` into .gitignore; if it was ever committed, it is known (`make rotate-key`)."
        raise StudyError(Problem(path, "", what, remedy))


def read(path: str, synthetic: bool) -> bytes:
    """The key.

    Raises StudyError where it is no key, the published one for real interviews, or open to others.
    """
    try:
        key = bytes.fromhex(Path(path).read_text(encoding="ascii"))
    except (OSError, ValueError):
        key = b""
    if len(key) != 32:
        remedy = "Put the study's key back; without it the pseudonyms cannot be made again."
        raise StudyError(Problem(path, "", "it cannot be read as a key of 64 hexadecimal digits", remedy))
    if key == DEMONSTRATION and not synthetic:
        what = "it is the published demonstration key, but the study is not synthetic"
        raise StudyError(Problem(path, "", what, "Take `key_file` out of config/study.yaml: a key is then made."))
    if key == DEMONSTRATION:
        return key
    for place in (path, "data/restricted/replacements"):
        refuse_published(place)
    if Path(path).stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        what = "others than its owner can read or change it"
        raise StudyError(Problem(path, "", what, f"Take that away (chmod 600 {path}), and see who had it."))
    return key
