"""What `crosscase new` found in an export, without any text of an interview."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from crosscase.codebooks.listed import CodePath, ListedCode
from crosscase.messages.wording import counted
from crosscase.starting import tidy_columns
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings

_ROLES = {"document_group": "group"}
PROJECT = "data.qda"  # in the folder of a project of QualCoder


def stem(path: str) -> str:
    """The name of an export's file without its ending; that of the folder for a project of QualCoder."""
    return _path_of(path).stem


class Remark(NamedTuple):
    """Something in an export that is not counted, or was decided for the user, and what to do about it."""

    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document as the register calls it: by its name, or by its address if others have its name. Confidential."""

    name: str
    codings: int = 0
    groups: tuple[str, ...] = ()  # the document groups of the tool
    variables: Mapping[str, str] = field(default_factory=dict)  # those with one value in the whole document
    is_shared: bool = False  # it goes by its address: others have its name


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
    remarks: tuple[Remark, ...] = ()

    @property
    def codings(self) -> int:
        """The number of codings in the export."""
        return self.counts.total()


def paths_apart(exports: Sequence[FoundExport]) -> dict[str, tuple[str, ...]]:
    """The name of each export's file, by its key, after as many of its folders as tell it from the others' files."""
    whole = {export.name: _path_of(export.source).parts for export in exports}
    found = {}
    for name, parts in whole.items():
        others, number = set(whole.values()) - {parts}, 1
        while number < len(parts) and any(other[-number:] == parts[-number:] for other in others):
            number += 1
        found[name] = parts[-number:]
    return found


def _path_of(source: str) -> Path:
    """The whole path of an export's file; that of the folder for a project of QualCoder."""
    file = Path(source).absolute()
    return file.parent if file.name == PROJECT else file


def describe(export: FoundExport, file: str = "") -> str:
    """An export in a line, without the name of a document or a code; `file` is the name of the file that was given."""
    used = sum(count > 0 for count in export.counts.values())
    counts = (
        counted(len(export.documents), "document"),
        counted(used, "code"),
        counted(export.codings, "coding"),
    )
    called = f"{export.name} ({file})" if file else export.name
    return f"{called}: read as {export.settings.format}; {', '.join(counts)}{_columns(export.settings)}"


def _columns(settings: ExportSettings) -> str:
    """Which column of a plain table was taken for what, but for those that are called so."""
    shown = [f"headings in row {settings.header_row}"] if settings.header_row > 1 else []
    for role, named in settings.columns.items():
        for name in [named] if isinstance(named, str) else named:
            if fold(name) not in (role, f"{role}s"):
                by_length = role == "text" and not tidy_columns.is_known(role, name)
                what = _ROLES.get(role, role)
                shown.append(f"“{name}” is the {what}{' (the longest values)' if by_length else ''}")
    return f"; {', '.join(shown)}" if shown else ""
