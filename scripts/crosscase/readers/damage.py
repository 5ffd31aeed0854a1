"""What is broken in a file that no reader can read. A damaged export is no file of another kind."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

from crosscase.messages.errors import BeyondLimits, ReadError
from crosscase.readers import sqlite_files
from crosscase.spreadsheets import other_kinds, spreadsheet
from crosscase.spreadsheets.spreadsheet import PLAIN
from crosscase.storage.bounded_reading import DATABASE, ZIP

_LOOKED_AT = 2**20  # bytes
_TABLES = frozenset({".csv", ".tsv", ".tab", ".txt"})
_OTHER_ARCHIVES = frozenset({".docx", ".odt", ".pptx", ".zip"})  # seldom an export
_LOST = "its end is lost"
_LOCKED = 1  # flag of a file in an archive


def found(path: str) -> str:
    """What is damaged in a file that could not be read; empty if it is a whole file of another kind."""
    file = Path(path)
    with file.open("rb") as stream:
        beginning = stream.read(_LOOKED_AT)
    if not beginning:
        return "the file is empty"
    if beginning.startswith(ZIP):
        return "" if file.suffix.casefold() in _OTHER_ARCHIVES else _of_archive(path)
    if beginning.startswith(DATABASE):
        return _of_database(file, beginning)
    if file.suffix.casefold() in _TABLES and other_kinds.has_nuls(beginning):
        return "it contains bytes that no text has"
    return ""


def _of_archive(path: str) -> str:
    if not zipfile.is_zipfile(path):
        return _LOST
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return "its list of contents is damaged"
    is_workbook = any(member.filename in other_kinds.WORKBOOK for member in members)
    is_locked = any(member.flag_bits & _LOCKED for member in members)
    return "a part of it is damaged" if is_workbook and not is_locked and _has_no_headings(path) else ""


def _has_no_headings(path: str) -> bool:
    """Whether not even the first row of a workbook can be read."""
    try:
        spreadsheet.headings(path, PLAIN)
    except BeyondLimits:
        return False
    except ReadError:
        return True
    return False


def _of_database(file: Path, beginning: bytes) -> str:
    size, pages = int.from_bytes(beginning[16:18]), int.from_bytes(beginning[28:32])
    size = 2**16 if size == 1 else size  # as SQLite writes its largest page
    if size * pages > file.stat().st_size:
        return _LOST
    try:
        with closing(sqlite3.connect(sqlite_files.uri(str(file)), uri=True)) as database:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return "it is a database (SQLite) with a damaged part"
    return ""
