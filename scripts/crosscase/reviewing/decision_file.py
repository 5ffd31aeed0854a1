"""The file of decisions as a person's command reads and writes it. Every change is on the disk at once, and whole.

What the file already has, such as columns and notes of the team, stays as it is.
"""

from collections.abc import Mapping
from pathlib import Path

from crosscase.anonymisation import decision_rows
from crosscase.anonymisation.decision_rows import BETWEEN_PLACES, COLUMNS, Where
from crosscase.anonymisation.document_names import without_ending
from crosscase.languages.vocabulary import shape
from crosscase.messages.errors import Problem, StudyError
from crosscase.reviewing.word_groups import Item, Waiting
from crosscase.storage import files

Key = tuple[str, ...]


class DecisionFile:
    """The decisions of a study, in the order in which they were made. Raises StudyError if the file is no CSV file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._header = list(COLUMNS)
        self._rows: list[dict[str, str]] = []
        if Path(path).exists():
            _refuse_workbook(path)
            sheet = decision_rows.read_list(path)
            self._header = [*sheet.header, *(column for column in COLUMNS if column not in sheet.header)]
            self._rows = [decision_rows.understood(record.fields) for record in sheet.records]

    def add(self, fields: Mapping[str, str]) -> None:
        """Add a decided row, and write the file. A row with the same words, place and document is replaced."""
        key = _key(fields)
        self._rows = [row for row in self._rows if not key or _key(row) != key]
        self._rows.append(dict(fields))
        self._write()

    def take_back(self, fields: Mapping[str, str]) -> None:
        """Remove a row that was added, and write the file."""
        self._rows.remove(dict(fields))
        self._write()

    def _write(self) -> None:
        rows = ([row.get(column, "") for column in self._header] for row in self._rows)
        files.write_csv(self.path, self._header, rows, mode=0o600)

    def has(self, row: Mapping[str, str]) -> bool:
        """Whether it decides the same about the same words as a row of another list."""
        return _decided(row) in map(_decided, self._rows)

    def undecided(self, item: Item) -> Item | None:
        """What is left of an item when the decisions are applied; None if nothing is."""
        decided = {_key(row) for row in self._rows if decision_rows.is_made(row)}
        left = [row for waiting in item.rows if (row := _without(waiting, decided))]
        return Item(item.where, tuple(left)) if left else None


def _without(row: Waiting, decided: set[Key]) -> Waiting | None:
    """A row of the queue without the places that were decided; None if none is left."""
    fields = {"words": row.words, "document": row.document}
    if {_key({**fields, "where": where}) for where in (Where.EVERYWHERE, Where.DOCUMENT)} & decided:
        return None
    places = [place for place in row.places if _key({**fields, "where": Where.ONCE, "places": place}) not in decided]
    gone = len(row.places) - len(places)
    if not gone:
        return row
    if row.times <= gone:
        return None
    return Waiting(row.words, row.export, row.document, row.reason, row.times - gone, tuple(places) or row.places[:1])


def _key(fields: Mapping[str, str]) -> Key:
    """What a row decides, as `anonymisation.reviews` identifies it; empty if the row has an id alone."""
    words, document = shape(fields.get("words", "")), without_ending(fields.get("document", ""))
    where = fields.get("where") or Where.DOCUMENT
    if not words:
        return ()
    if where == Where.ONCE:
        return (where, words, document, fields.get("places", "").split(BETWEEN_PLACES)[0])
    return (where, words) if where == Where.EVERYWHERE else (where, words, document)


def _decided(row: Mapping[str, str]) -> tuple[Key, str, str]:
    return _key(row) or (row["id"],), row["decision"].strip(), row["instead"].strip()


def _refuse_workbook(path: str) -> None:
    with open(path, "rb") as stream:
        head = stream.read(4)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1")):
        remedy = "Save it as CSV, name that file under `decisions` in config/study.yaml, or go on in the spreadsheet."
        raise StudyError(Problem(path, "", "it is no CSV file, so `crosscase review` cannot write it", remedy))
