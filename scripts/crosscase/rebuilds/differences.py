"""The differences between two files that should be the same, in a few lines.

`diffoscope` compares tables, archives and pictures, and is used if it is installed. Otherwise texts are compared by
line, and only the sizes of other files are given.
"""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from crosscase.messages.wording import counted

LINES = 12  # shown for each pair of files
_WIDTH = 160  # characters shown of a line
_SECONDS = 60  # for diffoscope
_ADVICE = "Install diffoscope to see what differs in it."


def between(one: Path, other: Path) -> str:
    """The differences between two files; either may be missing."""
    for path, present in ((one, other), (other, one)):
        if not path.exists():
            return f"only {present} exists\n"
    lines = _by_diffoscope(one, other) or list(_by_line(one.read_bytes(), other.read_bytes()))
    more = len(lines) - LINES
    return "\n".join([*lines[:LINES], *([f"… and {counted(more, 'more line')}"] if more > 0 else []), ""])


def _by_diffoscope(one: Path, other: Path) -> list[str]:
    if not (program := shutil.which("diffoscope")):
        return []
    command = [program, "--no-progress", "--text=-", "--max-text-report-size=20000", str(one), str(other)]
    try:
        # Without a shell; the files are our own.
        run = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return []
    return run.stdout.splitlines() if run.returncode == 1 else []  # 1: they differ, and it says how


def _by_line(one: bytes, other: bytes) -> Iterator[str]:
    try:
        first, second = one.decode().splitlines(), other.decode().splitlines()
    except UnicodeDecodeError:
        yield f"{len(one)} and {counted(len(other), 'byte')}. {_ADVICE}"
        return
    if first == second:
        yield "the lines are the same, but their line ends differ"
    for number, (old, new) in enumerate(zip_longest(first, second, fillvalue=""), 1):
        if old != new:
            start = max(0, _first_difference(old, new) - _WIDTH // 2)
            yield f"line {number}" + (f", from character {start + 1}:" if start else ":")
            yield from (f"{sign} {text[start : start + _WIDTH]}" for sign, text in (("-", old), ("+", new)))


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
