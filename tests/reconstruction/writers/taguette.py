"""Write a project as a Taguette database, or as Taguette's CSV of highlights.

1. A highlight is one span marked by one coder; several codes on it are several tags. A coding that
   its coder made twice becomes a second highlight, since Taguette tags a highlight once.
2. A document is HTML, one ``<p>`` for each line; offsets are UTF-8 bytes into the text of the HTML.
3. Who coded is told by the log of commands alone, as in Taguette; the CSV does not tell.
"""

import csv
import html
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.reconstruction.project import Coding, Document, Project
from tests.reconstruction.writers.taguette_schema import REVISION, SCHEMA

CREATED = "2020-01-01 12:00:00.000000"
ADMIN = "admin"


@dataclass(frozen=True)
class Highlight:
    """One highlight: its span in code points, who marked it and its tags, in order."""

    document: Document
    start: int
    end: int
    coder: str
    tags: tuple[str, ...]


def write_csv(project: Project, path: Path, path_separator: str = ".") -> None:
    """Write ``id,document,tag,content``: UTF-8 without mark, CRLF, a row per highlight and tag."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "document", "tag", "content"])
        for number, highlight in enumerate(_highlights(project, path_separator), start=1):
            content = highlight.document.text[highlight.start : highlight.end]
            for tag in highlight.tags:
                writer.writerow([number, highlight.document.name, tag, content])


def write_database(project: Project, path: Path, path_separator: str = ".") -> None:
    """Write the project as a Taguette database, replacing the file if there is one."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.executescript(SCHEMA)
        connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))
        _write_members(connection, project)
        documents = _write_documents(connection, project)
        tags = _write_tags(connection, project, path_separator)
        for highlight in _highlights(project, path_separator):
            _write_highlight(connection, highlight, documents[highlight.document.name], tags)
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def contents(text: str) -> str:
    """Give a text as Taguette's HTML: a paragraph for each line."""
    return "\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))


def _highlights(project: Project, path_separator: str) -> Iterator[Highlight]:
    grouped: dict[tuple[str, int, int, str, int], list[str]] = {}
    seen: Counter[Coding] = Counter()
    for coding in project.codings:
        key = (coding.document, coding.start, coding.end, coding.coder, seen[coding])
        seen[coding] += 1
        grouped.setdefault(key, []).append(path_separator.join(coding.code_path))
    for (document, start, end, coder, _), tags in grouped.items():
        yield Highlight(project.document(document), start, end, coder, tuple(tags))


def _log(connection: sqlite3.Connection, login: str, document: int | None, payload: dict[str, object]) -> None:
    connection.execute(
        "INSERT INTO commands (date, user_login, project_id, document_id, payload) VALUES (?, ?, 1, ?, ?)",
        (CREATED, login, document, json.dumps(payload, sort_keys=True)),
    )


def _write_members(connection: sqlite3.Connection, project: Project) -> None:
    connection.execute(
        "INSERT INTO projects (name, description, created) VALUES (?, '', ?)",
        (project.name, CREATED),
    )
    for login in dict.fromkeys([ADMIN, *project.coders()]):
        connection.execute("INSERT INTO users (login, created) VALUES (?, ?)", (login, CREATED))
        connection.execute("INSERT INTO project_members VALUES (1, ?, 'ADMIN')", (login,))


def _write_documents(connection: sqlite3.Connection, project: Project) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, document in enumerate(project.documents, start=1):
        numbers[document.name] = number
        connection.execute(
            "INSERT INTO documents VALUES (?, ?, '', ?, ?, 1, 'LEFT_TO_RIGHT', ?)",
            (number, document.name, document.name, CREATED, contents(document.text)),
        )
        payload: dict[str, object] = {"type": "document_add", "document_name": document.name}
        payload |= {"description": "", "text_direction": "LEFT_TO_RIGHT"}
        _log(connection, ADMIN, number, payload)
    return numbers


def _write_tags(connection: sqlite3.Connection, project: Project, path_separator: str) -> dict[str, int]:
    paths = dict.fromkeys(path_separator.join(path) for path in project.code_paths())
    numbers = {path: number for number, path in enumerate(paths, start=1)}
    for path, number in numbers.items():
        connection.execute("INSERT INTO tags VALUES (?, 1, ?, '')", (number, path))
        payload: dict[str, object] = {"type": "tag_add", "tag_id": number, "tag_path": path}
        _log(connection, ADMIN, None, payload | {"description": ""})
    return numbers


def _write_highlight(connection: sqlite3.Connection, highlight: Highlight, document: int, tags: dict[str, int]) -> None:
    text = highlight.document.text
    start = len(text[: highlight.start].encode())
    end = len(text[: highlight.end].encode())
    snippet = contents(text[highlight.start : highlight.end])
    number = connection.execute(
        "INSERT INTO highlights (document_id, start_offset, end_offset, snippet) VALUES (?, ?, ?, ?)",
        (document, start, end, snippet),
    ).lastrowid
    numbers = [tags[tag] for tag in highlight.tags]
    for tag in numbers:
        connection.execute("INSERT INTO highlight_tags VALUES (?, ?)", (number, tag))
    _log(
        connection,
        highlight.coder,
        document,
        {
            "type": "highlight_add",
            "highlight_id": number,
            "start_offset": start,
            "end_offset": end,
            "tags": numbers,
        },
    )
