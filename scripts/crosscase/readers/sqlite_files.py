"""SQLite databases of tools: opened without changing anything; damage is a ReadError that names the file.

1. A file is opened read-only and immutable: SQLite then neither looks for journals nor writes
   any file beside it. Changes that a tool has left in a journal would be missed, so such a file is an error.
   SQLite sorts in memory and not in a temporary file.
2. SQLite checks its pages; the size of the last one is checked here. The tables that the tool always has
   must exist. A view of that name is not accepted: it could run anything. Nor is a column that SQLite computes.
3. Every value is read through `text` or `number`, so that a value of another type is an error, too.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from crosscase.messages.errors import damaged, unreadable
from crosscase.storage.limits import MB, Limits
from crosscase.storage.text_form import nfc


@contextmanager
def opened(path: str, kind: str, limits: Limits, *tables: str) -> Iterator[sqlite3.Connection]:
    """Open a database for reading. `kind` is for messages: "a Taguette database".

    Raises ReadError, naming the file, for any error of the database while it is open.
    """
    for ending in ("-wal", "-journal"):
        journal = Path(f"{path}{ending}")
        if journal.exists() and journal.stat().st_size:
            what = f"it has unsaved changes in the file {journal.name}"
            raise unreadable(path, what, "Open and close the project in its tool, then copy it again.")
    try:
        with closing(sqlite3.connect(uri(path), uri=True)) as database:
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(limits.unpacked_mb * MB, 2**31 - 1))
            for pragma in ("trusted_schema = OFF", "query_only = ON", "temp_store = MEMORY"):
                database.execute(f"PRAGMA {pragma}")
            (size,) = database.execute("PRAGMA page_size").fetchone()
            if database.execute("PRAGMA quick_check").fetchone() != ("ok",) or Path(path).stat().st_size % size:
                raise sqlite3.DatabaseError
            if not all(columns(database, table) for table in tables) or _is_computed(database):
                raise sqlite3.DatabaseError
            yield database
    except (sqlite3.Error, UnicodeDecodeError):  # a damaged file can put its bytes into SQLite's message
        raise damaged(path, kind, "Copy the project's database again.") from None


def uri(path: str) -> str:
    """The address by which SQLite opens a database without changing anything."""
    return f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"


def columns(database: sqlite3.Connection, table: str) -> frozenset[str]:
    """The columns of a table; none if the table does not exist."""
    query = """
        SELECT columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name = ?
    """
    return frozenset(name for (name,) in database.execute(query, (table,)))


def _is_computed(database: sqlite3.Connection) -> bool:
    """Whether a table has a column that SQLite computes: no tool has one, and it may be of any size."""
    query = """
        SELECT count(*) FROM sqlite_master AS tables, pragma_table_xinfo(tables.name) AS columns
        WHERE tables.type = 'table' AND columns.hidden IN (2, 3)
    """
    return bool(database.execute(query).fetchone()[0])


def text(value: object) -> str:
    """A text in NFC. Raises sqlite3.DataError for other types, as `number` does."""
    if not isinstance(value, str):
        raise sqlite3.DataError
    return nfc(value)


def number(value: object) -> int:
    """A whole number, also if the tool stores it as a real number."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, int):
        raise sqlite3.DataError
    return value


def text_or_none(value: object) -> str | None:
    """A text in NFC, or None for NULL."""
    return None if value is None else text(value)


def number_or_none(value: object) -> int | None:
    """A whole number, or None for NULL."""
    return None if value is None else number(value)
