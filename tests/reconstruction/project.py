"""What the writers write: documents and the codings of their text, free of any tool's format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

CodePath = tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """One transcript: its name in the export, its text, and what the export says of it.

    ``text`` has LF line ends. ``group`` is a document group; ``variables`` are document variables.
    Raises ValueError if the text has a carriage return: how lines end is the writers' affair.
    """

    name: str
    text: str
    group: str | None = None
    variables: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Refuse carriage returns."""
        if "\r" in self.text:
            raise ValueError(f"{self.name}: the text has a carriage return")


@dataclass(frozen=True)
class Coding:
    """One code given by one coder to one span of one document.

    ``document`` is the document's name; ``code_path`` runs from the root to the code itself;
    ``start`` and ``end`` are Python code points into ``Document.text``, end exclusive.
    """

    document: str
    code_path: CodePath
    coder: str
    start: int
    end: int


@dataclass(frozen=True)
class Project:
    """Documents and codings as one team holds them; ``codebook`` lists codes even if never used."""

    name: str
    documents: tuple[Document, ...]
    codings: tuple[Coding, ...]
    codebook: tuple[CodePath, ...] = ()

    def document(self, name: str) -> Document:
        """Give the document of this name; raise KeyError if there is none."""
        for document in self.documents:
            if document.name == name:
                return document
        raise KeyError(name)

    def text_of(self, coding: Coding) -> str:
        """Give the text that a coding spans."""
        return self.document(coding.document).text[coding.start : coding.end]

    def code_paths(self) -> tuple[CodePath, ...]:
        """List every code once: the codebook's order first, then as the codings bring them."""
        return tuple(dict.fromkeys([*self.codebook, *(c.code_path for c in self.codings)]))

    def coders(self) -> tuple[str, ...]:
        """List every coder once, in alphabetical order."""
        return tuple(sorted({coding.coder for coding in self.codings}))
