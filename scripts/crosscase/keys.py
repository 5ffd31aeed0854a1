"""The key of the pseudonyms: 32 random bytes, written as 64 hexadecimal digits in a file.

Whoever holds the key can find out whom a pseudonym means. It never leaves its file: not into
parameters, commands, logs or errors.
"""

import os
import secrets
import stat
from pathlib import Path

from crosscase.errors import Problem, StudyError

DEMONSTRATION = bytes.fromhex("c0ffee00" * 8)  # published, for synthetic studies only


def keep_private(folder: str) -> None:
    """Make a folder, or make it one, that its owner alone can enter."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    Path(folder).chmod(0o700)


def make_if_absent(path: str) -> None:
    """Make a key on first use, readable by its owner alone. Never replaces one that is there."""
    if Path(path).exists():
        return
    keep_private(str(Path(path).parent))
    unfinished = Path(path).parent / f".{Path(path).name}.{os.getpid()}.part"
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_hex(32) + "\n")
    unfinished.rename(path)  # half a key would be one that nobody can use and nobody dares to delete


def read(path: str, synthetic: bool) -> bytes:
    """The key. Raises StudyError where it is no key, the published one for real interviews, or open to others."""
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
    if key != DEMONSTRATION and Path(path).stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        what = "others than its owner can read or change it"
        raise StudyError(Problem(path, "", what, f"Take that away (chmod 600 {path}), and see who had it."))
    return key
