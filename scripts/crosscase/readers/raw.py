"""What a reader yields: a coding as it stands in the raw export."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from crosscase.errors import Problem, StudyError
from crosscase.study import ExportSettings


@dataclass(frozen=True, slots=True)
class RawCoding:
    """One code on one passage, in the words of the tool. Confidential: it holds names."""

    locator: str  # place in the export: sheet and row, identifier in the database, GUID
    document: str
    code_path: tuple[str, ...]  # from the root of the code tree to the code
    text: str | None = None  # None: the coding has no words (a picture, a whole document)
    start: int | None = None  # place in the document as the tool counts: characters, bytes, paragraphs
    end: int | None = None
    coder: str | None = None
    told_apart_by: str | None = None  # what else the tool tells codings apart by: a date, a number
    document_groups: tuple[str, ...] = ()
    variables: dict[str, str] = field(default_factory=dict)  # of the document or of its case


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reader noticed about a document, short of an error."""

    check: str
    document: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Export:
    """What a reader is given: the file, how the study says it is to be read, and whom to tell."""

    path: str
    settings: ExportSettings
    remark: Callable[[Remark], None]
    code_paths: Collection[tuple[str, ...]] = ()  # of the codebook, for tools that put many codes in a cell


def unreadable(path: str, what: str, remedy: str = "Export it again from the tool.", place: str = "") -> StudyError:
    """The error for a file that is not what it should be. `what` must not quote the file."""
    return StudyError(Problem(path, place, what, remedy))
