"""Takes who withdrew out of the decisions on doubtful words, and out of the list of words that wait.

1. Rows about the person's own documents go, and those about the whole name, which is replaced without a decision.
2. In other rows the places go that are passages of the person, and the names in the places are replaced.

A decision to keep words stays: it says that they are no name (`stated_words` reports it). Every other row keeps its
form, and its decision remains valid.
"""

import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscase.anonymisation import decision_rows, study_texts
from crosscase.anonymisation.decision_rows import BETWEEN_PLACES, Choice, Where
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.pseudonyms import WITHOUT_NUMBER
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.withdrawn_words import WithdrawnWords
from crosscase.detectors.words import WORD, words_of
from crosscase.languages.vocabulary import shape
from crosscase.spreadsheets import table_edits
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.spreadsheets.table_edits import Edits
from crosscase.storage import files

_PLACES = "places"
_ROW = 5  # words; ASSUME: a place with as many in a row as a passage of the person is of this passage


@dataclass(frozen=True, slots=True)
class Gone:
    """Who withdrew: the rows of the register, the names, and the passages."""

    rows: Sequence[Person]
    names: WithdrawnWords
    passages: frozenset[tuple[str, ...]]  # every five words in a row, or all words of a shorter one

    @classmethod
    def of(cls, rows: Sequence[Person], names: WithdrawnWords, passages: Iterable[str]) -> "Gone":
        """Who withdrew, from whole passages."""
        return cls(rows, names, frozenset(row for passage in passages for row in _rows_of_words(passage)))

    def has_document(self, document: str, export: str) -> bool:
        """Whether a document of an export (of any, if it is empty) is the person's."""
        called = shape(without_ending(document))
        return bool(called) and any(
            called in {shape(without_ending(own)) for own in row.documents}
            for row in self.rows
            if not (row.export and export) or row.export == export
        )

    def has_said(self, place: str) -> bool:
        """Whether a place is of a passage of the person."""
        return not self.passages.isdisjoint(_rows_of_words(place))


def forget(decisions: str, gone: Gone) -> None:
    """Take the person out of both lists, where they are, and delete what a check has found in the study's own texts.

    Raises StudyError if a list must be changed and cannot be.
    """
    decision_rows.IN_STUDY.unlink(missing_ok=True)
    for path in (decisions, str(decision_rows.LIST)):
        if Path(path).exists() and (content := _edited(path, gone)):
            with files.replacing(path, stat.S_IMODE(Path(path).stat().st_mode)) as stream:
                stream.write(content)


def _edited(path: str, gone: Gone) -> bytes:
    """The new content of a list; nothing if it needs no change."""
    sheet = decision_rows.read_list(path)
    edits = Edits()
    column = sheet.header.index(_PLACES) if _PLACES in sheet.header else -1
    for record in sheet.records:
        row, places = table_edits.row_of(record.locator), record.fields.get(_PLACES, "")
        if _goes(record, gone):
            edits.removed.add(row)
        elif (shown := _shown(record, gone)) != places:
            edits.cells[row, column] = shown
    return table_edits.edited(path, edits) if edits.removed or edits.cells else b""


def _goes(record: Record, gone: Gone) -> bool:
    fields = record.fields
    if gone.has_document(fields.get("document", ""), fields.get("export", "")):
        return True
    words = fields.get("words", "")
    shown = gone.names.replaced(words)
    is_name = len(WORD.findall(words)) > 1 and shown in WITHOUT_NUMBER
    is_stated = study_texts.LISTED in fields.get("reason", "") and shown != words  # the withdrawal tells where
    return (is_name or is_stated) and decision_rows.understood(fields)["decision"] != Choice.KEEP


def _shown(record: Record, gone: Gone) -> str:
    """The places of a row without the person. A decision about one place of somebody else is found by this place."""
    is_once = decision_rows.understood(record.fields).get("where") == Where.ONCE
    places = record.fields.get(_PLACES, "").split(BETWEEN_PLACES)
    return BETWEEN_PLACES.join(gone.names.replaced(place) for place in places if is_once or not gone.has_said(place))


def _rows_of_words(text: str) -> set[tuple[str, ...]]:
    words = [word.shape for word in words_of(text)]
    return {tuple(words[first : first + _ROW]) for first in range(max(1, len(words) - _ROW + 1))} if words else set()
