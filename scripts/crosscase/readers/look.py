"""A first look at an export: enough to recognise the tool that wrote it, without reading all of it.

The first bytes of a file, never its name, show its kind. What identifies a tool are the headings of a table,
the tables of a database, the names in an archive, or the first lines of a text.
"""

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass

from crosscase.messages.errors import ReadError
from crosscase.readers import sqlite_files
from crosscase.spreadsheets import other_kinds, spreadsheet
from crosscase.spreadsheets.spreadsheet import PLAIN, Form
from crosscase.storage.bounded_reading import DATABASE, OLE, ZIP
from crosscase.storage.text_form import fold

_HEAD = 4096  # number of bytes of a text that are examined


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely a file is an export of a tool, from 0 to 1, and the reason."""

    confidence: float = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The result of a first look. Fields that do not apply to the kind of file are empty."""

    headings: frozenset[str] = frozenset()  # of a table, folded
    tables: frozenset[str] = frozenset()  # of a database
    members: tuple[str, ...] = ()  # of an archive that is not a workbook
    head: str = ""  # of a text
    error: ReadError | None = None  # why a workbook shows no headings

    def has_headings(self, *sets: Collection[str]) -> bool:
        """Whether the table has at least one heading of each set (a set is one meaning in several languages)."""
        return all(any(fold(name) in self.headings for name in names) for names in sets)

    def has_tables(self, *names: str) -> bool:
        """Whether the database has all of these tables."""
        return self.tables.issuperset(names)

    def has_line(self, pattern: str) -> bool:
        """Whether a line at the beginning of the text matches a pattern."""
        return re.search(pattern, self.head, re.MULTILINE) is not None


def at(path: str, form: Form = PLAIN) -> Look:
    """Look at a file. The look at an unreadable file is empty; reading it will give the reason.

    `form` says where a table has its headings, if the study states it.
    """
    with open(path, "rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(DATABASE):
        return Look(tables=_tables(path))
    if head.startswith(ZIP):
        names = other_kinds.names_in_archive(path)
        if not set(other_kinds.WORKBOOK) & set(names):
            return Look(members=names)
    if head.startswith((ZIP, OLE)):
        try:
            return Look(headings=_headings_of(path, form))
        except ReadError as error:
            return Look(error=error)
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "ignore")
    return Look(headings=_headings(path, form), head=text)


def _tables(path: str) -> frozenset[str]:
    with (
        suppress(sqlite3.DatabaseError, UnicodeError),
        closing(sqlite3.connect(sqlite_files.uri(path), uri=True)) as database,
    ):
        return frozenset(name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
    return frozenset()


def _headings(path: str, form: Form) -> frozenset[str]:
    with suppress(ReadError):
        return _headings_of(path, form)
    return frozenset()


def _headings_of(path: str, form: Form) -> frozenset[str]:
    return frozenset(map(fold, spreadsheet.headings(path, form)))
