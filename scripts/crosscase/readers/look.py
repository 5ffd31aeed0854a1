"""A first look at an export: enough to tell which tool wrote it, without reading it whole.

A look sees the kind of file by its first bytes, never by its name, and what gives a tool away: the
headings of a table, the tables of a database, the names in an archive, the first lines of a text.
"""

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass

from crosscase.messages.errors import ReadError
from crosscase.readers import sqlite_files
from crosscase.spreadsheets import spreadsheet
from crosscase.storage import zip_files
from crosscase.storage.limits import DEFAULT
from crosscase.storage.text_form import fold

_HEAD = 4096  # bytes of a text that are looked at
_WORKBOOK = ("xl/workbook.xml", "content.xml", "xl/workbook.bin")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a file looks like a tool's, from 0 to 1, and what gave it away."""

    confidence: float = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look shows; everything that the kind of file does not have is empty."""

    headings: frozenset[str] = frozenset()  # of a table, folded
    tables: frozenset[str] = frozenset()  # of a database
    members: tuple[str, ...] = ()  # of an archive that is no workbook
    head: str = ""  # of a text

    def has_headings(self, *sets: Collection[str]) -> bool:
        """Whether of each set of headings (one meaning in several languages) at least one is there."""
        return all(any(fold(name) in self.headings for name in names) for names in sets)

    def has_tables(self, *names: str) -> bool:
        """Whether the database has all of these tables."""
        return self.tables.issuperset(names)

    def has_line(self, pattern: str) -> bool:
        """Whether a line of the text's head begins like this."""
        return re.search(pattern, self.head, re.MULTILINE) is not None


def at(path: str) -> Look:
    """Look at a file. What cannot be read shows nothing; reading it will say why."""
    with open(path, "rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(b"SQLite format 3\0"):
        return Look(tables=_tables(path))
    if head.startswith(b"PK"):
        names = _members(path)
        return Look(headings=_headings(path)) if set(_WORKBOOK) & set(names) else Look(members=names)
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "ignore")
    return Look(headings=_headings(path), head=text)


def _tables(path: str) -> frozenset[str]:
    with (
        suppress(sqlite3.DatabaseError, UnicodeError),
        closing(sqlite3.connect(sqlite_files.uri(path), uri=True)) as database,
    ):
        return frozenset(name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
    return frozenset()


def _members(path: str) -> tuple[str, ...]:
    with suppress(ReadError), zip_files.opened(path, "an archive", DEFAULT) as archive:
        return tuple(archive.names)
    return ()


def _headings(path: str) -> frozenset[str]:
    with suppress(ReadError):
        return frozenset(map(fold, spreadsheet.headings(path)))
    return frozenset()
