"""SQLite databases of tools: opened without changing anything, refused by name where they are damaged.

1. A file is opened for reading, as one that nobody else writes: SQLite then neither looks for journals nor
   puts any file beside it. Changes that a tool has left in a journal would be missed, so such a file is refused.
   What SQLite sorts, it sorts in memory and not in a file of its own.
2. SQLite checks its pages; that the last one is whole, it does not. The tables that the tool always has
   must be there. A view of that name is none: it could run anything.
3. Every value is taken through `text` or `number`, so that what is of another type is refused, too.
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

    Raises ReadError, naming the file, for whatever goes wrong with the database in the meantime.
    """
    for ending in ("-wal", "-journal"):
        journal = Path(f"{path}{ending}")
        if journal.exists() and journal.stat().st_size:
            what = f"it has changes that are not in it yet but beside it ({journal.name})"
            raise unreadable(path, what, "Open and close the project in its tool, then copy it again.")
    try:
        with closing(sqlite3.connect(uri(path), uri=True)) as database:
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(limits.unpacked_mb * MB, 2**31 - 1))
            for pragma in ("trusted_schema = OFF", "query_only = ON", "temp_store = MEMORY"):
                database.execute(f"PRAGMA {pragma}")
            (size,) = database.execute("PRAGMA page_size").fetchone()
            if database.execute("PRAGMA quick_check").fetchone() != ("ok",) or Path(path).stat().st_size % size:
                raise sqlite3.DatabaseError
            if not all(columns(database, table) for table in tables):
                raise sqlite3.DatabaseError
            yield database
    except (sqlite3.Error, UnicodeDecodeError):  # a damaged file can put its bytes into SQLite's message
        raise damaged(path, kind, "Copy the project's database again.") from None


def uri(path: str) -> str:
    """The address by which SQLite opens a database without changing anything."""
    return f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"


def columns(database: sqlite3.Connection, table: str) -> frozenset[str]:
    """The columns of a table; none where there is no such table."""
    query = """
        SELECT columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name = ?
    """
    return frozenset(name for (name,) in database.execute(query, (table,)))


def text(value: object) -> str:
    """A text in NFC. Raises sqlite3.DataError for anything else, as `number` does."""
    if not isinstance(value, str):
        raise sqlite3.DataError
    return nfc(value)


def number(value: object) -> int:
    """A whole number, also where the tool keeps it as a real one."""
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
