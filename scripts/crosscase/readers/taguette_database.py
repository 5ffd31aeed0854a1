"""Taguette: the project database (SQLite).

The text of a highlight is its snippet. Its offsets are UTF-8 bytes in the text of the document's
HTML and are not converted. Only the log of commands shows the coder. A hierarchy of
tags is a convention of the team: the separator is in `study.yaml`; without one a tag is one name.
"""

import json
import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby, pairwise
from operator import itemgetter

from crosscase.readers import sqlite_files
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import GONE, Export, RawCoding
from crosscase.readers.sqlite_files import number, text
from crosscase.storage.text_form import nfc

TABLES = ("projects", "documents", "tags", "highlights", "highlight_tags", "commands")
_HIGHLIGHTS = "SELECT id, document_id, snippet, start_offset, end_offset FROM highlights ORDER BY id"
_TAGS_OF_NOTHING = "SELECT count(*) FROM highlight_tags WHERE highlight_id NOT IN (SELECT id FROM highlights)"
_TAGS_OF = "SELECT highlight_id, tag_id FROM highlight_tags ORDER BY highlight_id, tag_id"


def recognise(look: Look) -> Likeness:
    """The database has Taguette's tables."""
    alike = look.has_tables("highlights", "highlight_tags", "tags", "documents", "projects")
    return Likeness(1.0, "it has the tables of a Taguette database") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of all projects of a database: one for each tag of each highlight."""
    notes = export.notes
    notes.tool = "Taguette"
    with sqlite_files.opened(export.path, "a Taguette database", export.limits, *TABLES) as database:
        coders = _Coders(database)
        tags = {
            number(key): split_levels((text(name),), export.settings.separator)
            for key, name in database.execute("SELECT id, path FROM tags")
        }
        documents = {
            number(key): (text(name), number(project))
            for key, name, project in database.execute("SELECT id, name, project_id FROM documents")
        }
        notes.documents.update(name for name, _ in documents.values())
        notes.code_paths.update(tags.values())
        if gone := number(database.execute(_TAGS_OF_NOTHING).fetchone()[0]):
            notes.passed_over[GONE] = gone
        # Two tables are read in parallel, each in its own order: nothing is sorted or kept in memory.
        pairs = groupby(database.execute(_TAGS_OF), key=itemgetter(0))
        next_highlight, its_tags = next(pairs, (None, iter(())))
        for highlight, document, snippet, start, end in database.execute(_HIGHLIGHTS):
            while next_highlight is not None and number(next_highlight) < number(highlight):  # a deleted highlight
                next_highlight, its_tags = next(pairs, (None, iter(())))
            if next_highlight != highlight:
                notes.passed_over["highlight without a tag"] += 1
                continue
            for _, tag in its_tags:
                if document not in documents or tag not in tags:
                    notes.passed_over[GONE] += 1
                    continue
                name, project = documents[document]
                yield RawCoding(
                    locator=f"project {project}, highlight {number(highlight)}, tag {number(tag)}",
                    document=name,
                    code_path=tags[tag],
                    text=_text_of_html(text(snippet)),
                    start=number(start),
                    end=number(end),
                    coder=coders.coder_of(highlight),
                    distinguished_by=number(highlight),
                    document_id=str(document),
                )
            next_highlight, its_tags = next(pairs, (None, iter(())))


class _Coders:
    """The coder of each highlight. The log of commands is kept as numbers, ten bytes for each highlight."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._names: dict[str, int] = {}
        self._highlights, self._who = array("q"), array("L")
        try:
            for highlight, login in _made(database):
                self._highlights.append(highlight)
                self._who.append(self._names.setdefault(login, len(self._names)))
        except OverflowError:  # a number too large for a highlight
            raise sqlite3.DataError from None
        if any(later < earlier for earlier, later in pairwise(self._highlights)):
            order = sorted(range(len(self._highlights)), key=self._highlights.__getitem__)
            self._highlights = array("q", (self._highlights[place] for place in order))
            self._who = array("L", (self._who[place] for place in order))
        self._logins = list(self._names)

    def coder_of(self, highlight: int) -> str | None:
        """The login of the coder who made a highlight, from the last such command; None if there is none."""
        place = bisect_right(self._highlights, highlight) - 1
        return self._logins[self._who[place]] if place >= 0 and self._highlights[place] == highlight else None


def _made(database: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    for login, payload in database.execute("SELECT user_login, payload FROM commands ORDER BY id"):
        try:
            command = json.loads(text(payload))
        except (ValueError, RecursionError):
            raise sqlite3.DataError from None
        if isinstance(command, dict) and command.get("type") == "highlight_add":
            yield number(command.get("highlight_id")), text(login)


class _Text(HTMLParser):
    """Collects the text of a piece of HTML; the end of a paragraph ends a line."""

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
