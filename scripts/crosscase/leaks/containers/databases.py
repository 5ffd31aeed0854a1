"""SQLite databases, the files of several tools: all names and cells, opened in memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from crosscase.leaks.containers import BETWEEN
from crosscase.storage.limits import Limits

WHAT = "an SQLite database"
_MAGIC = b"SQLite format 3\0"
_VERSIONS = slice(18, 20)  # in the header; 2 means that a journal is beside the file
_ROWS = 4096


def fits(data: bytes) -> bool:
    """By its magic bytes."""
    return data.startswith(_MAGIC)


def parts(data: bytes, _: Limits) -> Iterator[str | bytes]:
    """The definitions, and each table in batches of rows."""
    content = bytearray(data)
    content[_VERSIONS] = b"\1\1"
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(bytes(content))
        database.text_factory = lambda text: text.decode("utf-8", "replace")
        tables = database.execute("SELECT name, sql, type FROM sqlite_master").fetchall()
        yield "\n".join(definition or name for name, definition, _ in tables)
        for name, definition, kind in tables:
            if kind == "table" and definition:
                quoted = name.replace('"', '""')
                yield from _cells(database.execute(f'SELECT * FROM "{quoted}"'))  # noqa: S608 (quoted)


def _cells(rows: sqlite3.Cursor) -> Iterator[str | bytes]:
    while some := rows.fetchmany(_ROWS):
        cells = [cell for row in some for cell in row if cell is not None]
        yield BETWEEN.join(str(cell) for cell in cells if not isinstance(cell, bytes))
        yield from (cell for cell in cells if isinstance(cell, bytes))
