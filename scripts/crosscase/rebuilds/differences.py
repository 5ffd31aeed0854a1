"""The differences between two files that should be the same, in a few lines.

`diffoscope` describes them best and is used if it is installed. Otherwise tables are compared by row, archives by
member, texts by line, and other files by byte.
"""

import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from crosscase.messages.wording import counted

LINES = 12  # shown for each file
_WIDTH = 160  # characters shown of a line
_SECONDS = 60  # for diffoscope


def between(one: Path, other: Path) -> str:
    """The differences between two files; either may be missing."""
    for path, existing in ((one, other), (other, one)):
        if not path.exists():
            return f"only {existing} exists\n"
    return _first(_by_diffoscope(one, other) or list(by_kind(one.read_bytes(), other.read_bytes())))


def by_kind(one: bytes, other: bytes) -> Iterator[str]:
    """The differences between the contents of two files, in the form that fits their kind."""
    if one[:4] == other[:4] == b"PAR1":
        yield from _rows(one, other)
    elif zipfile.is_zipfile(BytesIO(one)) and zipfile.is_zipfile(BytesIO(other)):
        yield from _members(one, other)
    else:
        try:
            yield from _lines(one.decode(), other.decode())
        except UnicodeDecodeError:
            yield from _bytes(one, other)


def _by_diffoscope(one: Path, other: Path) -> list[str]:
    if not (program := shutil.which("diffoscope")):
        return []
    command = [program, "--no-progress", "--text=-", "--max-text-report-size=20000", str(one), str(other)]
    try:
        # Without a shell; the files are our own.
        run = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return []
    return run.stdout.splitlines() if run.returncode == 1 else []  # 1: the files differ


def _rows(one: bytes, other: bytes) -> Iterator[str]:
    first, second = (pq.read_table(BytesIO(content)) for content in (one, other))
    if first.equals(second, check_metadata=True):
        yield "the rows are the same, but are stored differently"
    else:
        yield from _pairs("column", map(str, first.schema), map(str, second.schema))
        yield from _pairs("row", _each(first), _each(second))


def _each(table: pa.Table) -> Iterator[str]:
    return (str(row) for batch in table.to_batches() for row in batch.to_pylist())


def _members(one: bytes, other: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(one)) as first, zipfile.ZipFile(BytesIO(other)) as second:
        both = set(first.namelist()) & set(second.namelist())
        unmatched = [name for name in (*first.namelist(), *second.namelist()) if name not in both]
        changed = [name for name in sorted(both) if first.read(name) != second.read(name)]
        for name in unmatched:
            yield f"member {name}: only in one of them"
        for name in changed:
            yield f"member {name}:"
            yield from by_kind(first.read(name), second.read(name))
        if not unmatched and not changed:
            yield "the members are the same; their order, dates or packing differ"


def _lines(one: str, other: str) -> Iterator[str]:
    first, second = one.splitlines(), other.splitlines()
    if first == second:
        yield "the lines are the same, but their line ends differ"
    yield from _pairs("line", first, second)


def _pairs(what: str, first: Iterable[str], second: Iterable[str]) -> Iterator[str]:
    """The unequal elements of two sequences, from the first different character on."""
    for number, (one, other) in enumerate(zip_longest(first, second, fillvalue=""), 1):
        if one != other:
            start = max(0, _shared(one, other) - _WIDTH // 2)
            yield f"{what} {number}" + (f", from character {start + 1}:" if start else ":")
            yield from (f"{sign} {text[start : start + _WIDTH]}" for sign, text in (("-", one), ("+", other)))


def _bytes(one: bytes, other: bytes) -> Iterator[str]:
    place = _shared(one, other)
    yield f"{len(one)} and {counted(len(other), 'byte')}, the same up to byte {place}"
    yield from (f"{sign} {part[place : place + 32].hex(' ')}" for sign, part in (("-", one), ("+", other)))


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    """The length of the common beginning of two sequences."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _first(lines: list[str]) -> str:
    more = len(lines) - LINES
    return "\n".join([*lines[:LINES], *([f"… and {counted(more, 'more line')}"] if more > 0 else []), ""])
