"""What a reader is given and what it yields: the codings as they stand in the raw export, and what else it saw."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from crosscase.spreadsheets.spreadsheet import Form
from crosscase.storage.limits import DEFAULT, Limits
from crosscase.study.facts import ExportSettings

NO_VARIABLES: Mapping[str, str] = {}
GONE = "coding of a document or code that is not there any more"


class RawCoding(NamedTuple):
    """One code on one passage, in the words of the tool. Confidential: it holds names."""

    locator: str  # place in the export: sheet and row, identifier in the database, GUID
    document: str
    code_path: tuple[str, ...]  # from the root of the code tree to the code
    text: str | None = None  # None: the coding has no words (a picture, a whole document)
    start: int | None = None  # place in the document as the tool counts: characters, bytes, paragraphs
    end: int | None = None
    coder: str | None = None
    told_apart_by: object = None  # what else the tool tells codings apart by: a date, a number, a whole row
    document_groups: tuple[str, ...] = ()
    variables: Mapping[str, str] = NO_VARIABLES  # of the document or of its case


@dataclass(frozen=True, slots=True)
class Counting:
    """How the offsets of one document count, as far as that had to be found out."""

    document: str
    rule: str
    score: float  # share of the ends of its selections that lie at the edge of a word, 0 to 1
    selections: int


@dataclass(slots=True)
class Seen:
    """What a reader sees besides the codings; complete when it has read to the end. Confidential."""

    tool: str = ""  # and its version, if the file says
    encoding: str = ""  # of a text that is not Unicode, and why it was taken
    documents: set[str] = field(default_factory=set)  # coded or not
    code_paths: set[tuple[str, ...]] = field(default_factory=set)  # used or not
    variables: set[str] = field(default_factory=set)
    countings: list[Counting] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)  # kinds of things that were not understood


@dataclass(frozen=True, slots=True)
class Export:
    """What a reader is given: the file, how the study says it is to be read, and where to note what it sees."""

    path: str
    settings: ExportSettings
    code_paths: Collection[tuple[str, ...]] = ()  # of the codebook, for tools that put many codes in a cell
    limits: Limits = DEFAULT
    seen: Seen = field(default_factory=Seen)

    @property
    def form(self) -> Form:
        """The form of a table, as the study says."""
        return Form(self.settings.encoding, self.settings.sheet, self.settings.header_row)
