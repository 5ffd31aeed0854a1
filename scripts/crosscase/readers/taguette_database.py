"""Taguette: the project database (SQLite).

The text of a highlight is its snippet. Its offsets are UTF-8 bytes in the text of the document's
HTML and are passed on as they are. Who coded stands only in the log of commands. A hierarchy of
tags is a convention of the team's: the separator is in `study.yaml`, without one a tag is one name.
"""

import json
import sqlite3
from collections.abc import Iterator
from html.parser import HTMLParser

from crosscase.normal import nfc
from crosscase.readers import sqlite_files
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding
from crosscase.readers.sqlite_files import number, text

_TABLES = ("projects", "documents", "tags", "highlights", "highlight_tags", "commands")
_CODINGS = """
    SELECT projects.id, highlights.id, tags.id, documents.name, tags.path, highlights.snippet,
           highlights.start_offset, highlights.end_offset
    FROM highlight_tags
    JOIN highlights ON highlights.id = highlight_tags.highlight_id
    JOIN documents ON documents.id = highlights.document_id
    JOIN projects ON projects.id = documents.project_id
    JOIN tags ON tags.id = highlight_tags.tag_id
    ORDER BY projects.id, highlights.id, tags.id
"""


def tag_path(tag: str, separator: str | None) -> tuple[str, ...]:
    """Levels of a tag's name."""
    return tuple(tag.split(separator)) if separator else (tag,)


def recognise(look: Look) -> Likeness:
    """The database has Taguette's tables."""
    alike = look.has_tables("highlights", "highlight_tags", "tags", "documents", "projects")
    return Likeness(1.0, "it has the tables of a Taguette database") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of all projects of a database: one for each tag of each highlight."""
    with sqlite_files.opened(export.path, "a Taguette database", *_TABLES) as database:
        coders = dict(_coders(database))
        for project, highlight, tag, document, name, snippet, start, end in database.execute(_CODINGS):
            yield RawCoding(
                locator=f"project {number(project)}, highlight {number(highlight)}, tag {number(tag)}",
                document=text(document),
                code_path=tag_path(text(name), export.settings.separator),
                text=_text_of_html(text(snippet)),
                start=number(start),
                end=number(end),
                coder=coders.get(highlight),
            )


def _coders(database: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    for login, payload in database.execute("SELECT user_login, payload FROM commands ORDER BY id"):
        try:
            command = json.loads(text(payload))
        except (ValueError, RecursionError):
            raise sqlite3.DataError from None
        if isinstance(command, dict) and command.get("type") == "highlight_add":
            yield number(command.get("highlight_id")), text(login)


class _Text(HTMLParser):
    """Collects the words of a piece of HTML; a paragraph ends a line."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "div", "li"):
            self.words.append("\n")


def _text_of_html(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return nfc("".join(parser.words).strip())
