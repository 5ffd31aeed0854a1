"""What an export holds: its documents, codes and codings, and what in it is not counted. No text stays in memory."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from crosscase.anonymisation.document_names import DocumentNames
from crosscase.codebooks.listed import CodePath, ListedCode, key
from crosscase.messages.errors import unreadable
from crosscase.messages.wording import counted
from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding, ReaderNotes
from crosscase.starting import codes_held_back, names_with_commas, recognition
from crosscase.starting.codes_held_back import is_heading
from crosscase.starting.found import FoundDocument, FoundExport, Remark
from crosscase.starting.spoken_language import language_of, words_of
from crosscase.starting.words_for_groups import means
from crosscase.storage.limits import DEFAULT, Limits
from crosscase.study.facts import ExportSettings

_WITH_A_LIST = ("qualcoder_database", "refi_qda", "rqda", "taguette_database")  # codes with definitions
_BY_NAMES, _COUNT = "atlasti", "Number of Codes"  # its cells are split by known names


@dataclass(slots=True)
class _Document:
    """A document while its codings are read."""

    codings: int = 0
    is_shared: bool = False
    groups: dict[str, None] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    varying: set[str] = field(default_factory=set)  # variables with several values: they are those of a coding

    def add(self, coding: RawCoding, is_counted: bool) -> None:
        self.codings += is_counted
        self.groups.update(dict.fromkeys(coding.document_groups))
        for name, value in coding.variables.items():
            if name not in self.varying and self.variables.setdefault(name, value) != value:
                self.varying.add(name)
                del self.variables[name]


def read_new(path: str, settings: ExportSettings, name: str, known: Collection[CodePath], by: str) -> FoundExport:
    """Read an export of which no codebook is known; `known` are the paths of codes that other files have.

    `by` is the word for what the study compares. Raises ReadError if the export cannot be read, or has no coding.
    """
    known, remarks = names_of_cells(path, settings, known)
    export = read(path, _with_column_of_groups(path, settings, by), name, known, by)
    if not (export.documents or export.codes):
        what = "it has headings, but no row below them" if settings.columns else "it has no coding"
        raise unreadable(path, what, "Export it again with the codings, or leave it out.")
    return replace(export, settings=settings, remarks=remarks + export.remarks)


def names_of_cells(
    path: str, settings: ExportSettings, known: Collection[CodePath]
) -> tuple[Collection[CodePath], tuple[Remark, ...]]:
    """The known names, with those of a table whose cells join names with commas, and what a person should check."""
    if settings.format != _BY_NAMES:
        return known, ()
    codings = export_formats.read(Export(path, settings, known))
    found = names_with_commas.find(codings, known, recognition.has_heading(path, settings, _COUNT))
    return {*known, *found.names}, found.remarks


def read(
    path: str,
    settings: ExportSettings,
    name: str,
    known: Collection[CodePath],
    by: str = "",
    limits: Limits = DEFAULT,
) -> FoundExport:
    """Read an export twice: documents may share a name, which only all codings show.

    Codes that the pipeline holds back are left out with their codings, but not the documents. `known` are the paths of
    codes that are known. Raises ReadError if the export cannot be read.
    """
    names, is_held_back = DocumentNames(), codes_held_back.of(settings)
    words: Counter[str] = Counter()
    counts: Counter[CodePath] = Counter()
    for coding in names.note(export_formats.read(Export(path, settings, known, limits))):
        if is_held_back(coding.code_path):
            continue
        words.update(words_of(coding.text or ""))
        counts[coding.code_path] += 1
    again = Export(path, settings, known, limits)
    documents: dict[str, _Document] = {}
    for coding in names.with_addresses(export_formats.read(again)):
        document = documents.setdefault(coding.document, _Document(is_shared=names.is_shared(coding.document)))
        document.add(coding, not is_held_back(coding.code_path))
    remarks = tuple(_remarks(again.notes, documents, by, settings))
    listed = recognition.codebook(path, settings.separator) if settings.format in _WITH_A_LIST else None
    every = _codes(listed.codes if listed else [], [*counts, *sorted(again.notes.code_paths)])
    codes = [c for c in every if counts[c.path] or not (is_held_back(c.path) or is_heading(settings, c.path))]
    all_documents = list(_documents(documents, again.notes, names))
    return FoundExport(
        name, path, settings, again.notes.tool, all_documents, codes, counts, language_of(words), remarks
    )


def _with_column_of_groups(path: str, settings: ExportSettings, by: str) -> ExportSettings:
    """The settings, with which a table is read so that each coding has the column of what is compared."""
    column = recognition.column_of_groups(path, settings, by)
    is_read = column in settings.columns.values() or settings.group_from is not None
    return settings if is_read or not column else replace(settings, group_from={"variable": column})


def _documents(documents: dict[str, _Document], notes: ReaderNotes, names: DocumentNames) -> Iterator[FoundDocument]:
    """The documents with codings, then those without. What has no name is no document."""
    for name, found in documents.items():
        if name.strip():
            yield FoundDocument(name, found.codings, tuple(found.groups), found.variables, found.is_shared)
    uncoded = {title for title in notes.documents if title.strip() and not names.several_have(title)}
    yield from map(FoundDocument, sorted(uncoded - documents.keys()))


def _remarks(
    notes: ReaderNotes, documents: dict[str, _Document], by: str, settings: ExportSettings
) -> Iterator[Remark]:
    """What of an export is not counted, and what a table does not have."""
    if not any(found.codings for found in documents.values()):
        yield Remark("no coding of it is counted", "Export it again with the codings, or leave it out.")
    if nameless := sum(found.codings for name, found in documents.items() if not name.strip()):
        what = f"{counted(nameless, 'coding has', 'codings have')} no document: not counted"
        yield Remark(what, "Give each the name of its document in the tool or the table.")
    if notes.unread_sheets and settings.sheet is None:
        what = counted(len(notes.unread_sheets), "other sheet has", "other sheets have")
        yield Remark(f"{what} the same headings: not read", "Give each sheet an export of its own, with `sheet`.")
    if notes.without_code:
        what = counted(len(notes.without_code), "row has a text but no code", "rows have a text but no code")
        yield Remark(f"{what}: not counted", "Code them in the tool if they belong to the study.")
    if notes.error_values:
        cells = counted(len(notes.error_values), "cell of codes has", "cells of codes have")
        yield Remark(f"{cells} an error value of the spreadsheet: not counted", "Correct them and export again.")
    several = sum(any(means(name, by) for name in found.varying) for found in documents.values()) if by else 0
    if several:
        what = f"{counted(several, 'document has', 'documents have')} several values in the column of the {by}"
        yield Remark(what, "Choose the right one in the register, or correct the table.")
    if settings.columns and "text" not in settings.columns:
        yield Remark("no column was taken for the texts", "If there is one, name it: `columns: {text: …}`.")


def _codes(listed: Sequence[ListedCode], paths: Sequence[CodePath]) -> Iterator[ListedCode]:
    """The codes that the tool lists, then those of codings. A path without a name in it is none."""
    seen = {key(code.path) for code in listed}
    yield from listed
    for number, path in enumerate(dict.fromkeys(paths), 1):
        if all(level.strip() for level in path) and path and key(path) not in seen:
            seen.add(key(path))
            yield ListedCode(tuple(" ".join(level.split()) for level in path), "", None, f"used code {number}")
