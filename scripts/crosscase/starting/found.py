"""What `crosscase new` found in an export, without any text of an interview."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crosscase.codebooks.listed import CodePath, ListedCode
from crosscase.messages.wording import counted
from crosscase.study.facts import ExportSettings

PROJECT = "data.qda"  # in the folder of a project of QualCoder


def stem(path: str) -> str:
    """The name of an export's file without its ending; that of the folder for a project of QualCoder."""
    file = Path(path)
    return file.absolute().parent.stem if file.name == PROJECT else file.stem


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document as the register calls it: by its name, or by its address if others have its name. Confidential."""

    name: str
    codings: int = 0
    groups: tuple[str, ...] = ()  # the document groups of the tool
    variables: Mapping[str, str] = field(default_factory=dict)  # those with one value in the whole document


@dataclass(frozen=True, slots=True)
class FoundExport:
    """An export, what is in it, and how study.yaml should describe it."""

    name: str  # the key in study.yaml
    source: str  # the file that the user gave
    settings: ExportSettings  # with the path of the copy
    tool: str
    documents: list[FoundDocument]
    codes: list[ListedCode]  # in the order of the tool, then of their first use
    counts: Counter[CodePath]  # codings by path
    language: str = ""  # ISO 639, if the passages tell it

    @property
    def codings(self) -> int:
        """The number of codings in the export."""
        return self.counts.total()


def describe(export: FoundExport) -> str:
    """An export in a line, without the name of a document or a code."""
    used = sum(count > 0 for count in export.counts.values())
    counts = (
        counted(len(export.documents), "document"),
        counted(used, "code"),
        counted(export.codings, "coding"),
    )
    return f"{export.name}: read as {export.settings.format}; {', '.join(counts)}"
