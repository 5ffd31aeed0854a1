"""The input and output of a reader: the codings as the raw export has them, and other observations."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from crosscase.spreadsheets.spreadsheet import Form
from crosscase.storage.limits import DEFAULT, Limits
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings

NO_VARIABLES: Mapping[str, str] = {}
GONE = "coding of a deleted document or code"


class RawCoding(NamedTuple):
    """One code on one passage, in the terms of the tool. Confidential: it contains names."""

    locator: str  # place in the export: sheet and row, identifier in the database, GUID
    document: str
    code_path: tuple[str, ...]  # from the root of the code tree to the code
    text: str | None = None  # None: the coding has no text (a picture, a whole document)
    start: int | None = None  # place in the document as the tool counts: characters, bytes, paragraphs
    end: int | None = None
    coder: str | None = None
    distinguished_by: object = None  # what else distinguishes codings in the tool: a date, a number, a whole row
    document_groups: tuple[str, ...] = ()
    variables: Mapping[str, str] = NO_VARIABLES  # of the document or of its case
    document_id: str = ""  # what distinguishes the document from others of its name: its folder, number or GUID
    cases: tuple[str, ...] = ()  # that the passage belongs to
    whole_document: str = ""  # if `document` is one participant's part of it
    place: str = ""  # of a passage that is not counted in the document: page and area, time, part of a recording
    day: str = ""  # on which it was made, `days.day_of`
    words_of_others: bool = False  # whether it had words that are left out because of somebody else


def value_of(variables: Mapping[str, str], name: str) -> str:
    """The value of a variable, whatever the case and spaces of its name; empty if it has none."""
    wanted = fold(name)
    return variables.get(name) or next((value for key, value in variables.items() if fold(key) == wanted), "")


@dataclass(frozen=True, slots=True)
class Counting:
    """The way in which the offsets of one document count, if it had to be detected."""

    document: str
    rule: str
    score: float  # share of the ends of its selections that are at a word boundary, 0 to 1
    selections: int


class UnreadColumn(NamedTuple):
    """A column of a table that was not read: how many of its values were looked at, and how many of them are codes."""

    values: int
    codes: int

    @property
    def has_codes(self) -> bool:
        """Whether at least half of the values are codes of the codebook."""
        return 0 < self.values <= 2 * self.codes


@dataclass(slots=True)
class ReaderNotes:
    """Observations of a reader besides the codings; complete when it has read to the end. Confidential."""

    tool: str = ""  # and its version, if the file says
    encoding: str = ""  # of a text that is not Unicode, and the reason for it
    documents: set[str] = field(default_factory=set)  # coded or not
    code_paths: set[tuple[str, ...]] = field(default_factory=set)  # used or not
    variables: set[str] = field(default_factory=set)
    countings: list[Counting] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)  # kinds of elements that were not read
    unread_sheets: list[str] = field(default_factory=list)  # that look like the one that was read
    hidden_sheet: bool = False  # whether the sheet that was read is hidden, and another is not
    without_code: list[str] = field(default_factory=list)  # places of rows that look like codings
    error_values: list[str] = field(default_factory=list)  # places of cells in which a spreadsheet found an error
    unread: dict[str, "UnreadColumn"] = field(default_factory=dict)  # by heading

    def take(self, others: "ReaderNotes") -> None:
        """Take over the notes of a reader in another process."""
        for noted in fields(self):
            setattr(self, noted.name, getattr(others, noted.name))


@dataclass(frozen=True, slots=True)
class Export:
    """The input of a reader: the file, the settings of the study, and the notes for its observations."""

    path: str
    settings: ExportSettings
    code_paths: Collection[tuple[str, ...]] = ()  # of the codebook, for tools that put several codes in a cell
    limits: Limits = DEFAULT
    notes: ReaderNotes = field(default_factory=ReaderNotes)

    @property
    def form(self) -> Form:
        """The form of a table, as the study states it."""
        return form_of(self.settings)


def form_of(settings: ExportSettings) -> Form:
    """The form of a table, as the settings of an export state it."""
    return Form(settings.encoding, settings.sheet, settings.header_row)
