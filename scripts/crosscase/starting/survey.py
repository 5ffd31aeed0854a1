"""Reads the exports that `crosscase new` is given, and the codebooks among them. No text stays in memory.

1. The format is recognised from the file. A plain table is described by its headings, `tidy_columns`.
2. Codes come from the tool's list, with their definitions, where the format has one, then from the codings.
3. A separator of levels is found by comparing exports. ATLAS.ti's cells are read last, with the codes of all others,
   which tell the commas between codes from those within their names.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscase.anonymisation.document_names import DocumentNames
from crosscase.codebooks import codebook_formats
from crosscase.codebooks.listed import CodePath, ListedCode, ListedCodebook, Source, complete, key
from crosscase.codebooks.slugs import Ids
from crosscase.messages.errors import Problem, ReadError, StudyError, UsageError, missing_file, stop_on
from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding
from crosscase.spreadsheets import spreadsheet
from crosscase.starting import levels_in_names, tidy_columns
from crosscase.starting.found import PROJECT, FoundDocument, FoundExport, stem
from crosscase.starting.spoken_language import language_of, words_of
from crosscase.study.facts import ExportSettings

FOLDER = "data/raw/exports"
_WITH_A_LIST = ("qualcoder_database", "refi_qda", "rqda", "taguette_database")  # codes with definitions
_BY_CODEBOOK = "atlasti"  # its cells are split by known names
_TIDY = "If it is a plain table with a row for each coding, call its columns `document`, `code` and `text` in a copy."


@dataclass(frozen=True, slots=True)
class Survey:
    """What the given files hold."""

    exports: list[FoundExport]
    codebooks: list[ListedCodebook]


def read(paths: Sequence[str], by: str) -> Survey:
    """Read all files; `by` is the word for what the study compares, or empty.

    Raises StudyError with a problem for each file that cannot be read.
    """
    problems: list[Problem] = []
    files = list(dict.fromkeys(file for path in paths for file in _files(path)))
    names, copies = _names(files), _copies(files)
    if not files:
        raise UsageError(Problem(", ".join(paths), "", "no file is in it", "Name the exports."))
    settled: dict[str, ExportSettings] = {}
    codebooks: list[ListedCodebook] = []
    for path in files:
        try:
            found = _settings(path, by)
            if isinstance(found, ListedCodebook):
                codebooks.append(found)
            else:
                settled[path] = found
        except StudyError as error:
            problems += error.problems
    known = {key(code.path) for book in codebooks for code in book.codes}
    exports: list[FoundExport] = []
    for path in sorted(settled, key=lambda path: settled[path].format == _BY_CODEBOOK):
        try:
            settings = replace(settled[path], file=copies[path])
            exports.append(read_export(path, settings, names[path], _all_paths(exports, codebooks)))
        except StudyError as error:
            problems += error.problems
    stop_on(problems)
    return Survey(sorted(_with_levels(exports, known), key=lambda export: files.index(export.source)), codebooks)


def _files(path: str) -> list[str]:
    """The file of a path; of a folder all files in it, and of a project of QualCoder its database."""
    place = Path(path).expanduser()
    if (place / PROJECT).is_file():
        return [str(place / PROJECT)]
    if place.is_dir():
        return sorted(file for inner in place.iterdir() if not inner.name.startswith(".") for file in _in_folder(inner))
    return [str(place)]


def _in_folder(path: Path) -> list[str]:
    return [str(path)] if path.is_file() else [str(path / PROJECT)] if (path / PROJECT).is_file() else []


def _names(files: Sequence[str]) -> dict[str, str]:
    """The key of each export in study.yaml, made of the name of its file."""
    ids = Ids("export")
    return {path: ids.make(stem(path)) for path in files}


def _copies(files: Sequence[str]) -> dict[str, str]:
    """Where the copy of each export goes; files of one name get that of their key before theirs."""
    names = _names(files)
    shared = Counter(Path(path).name.casefold() for path in files)
    copies = {}
    for path in files:
        name = Path(path).name.translate(str.maketrans("{}", "()"))
        copies[path] = f"{FOLDER}/{name}" if shared[name.casefold()] <= 1 else f"{FOLDER}/{names[path]}-{name}"
    return copies


def _settings(path: str, by: str) -> ExportSettings | ListedCodebook:
    """How an export is read, or the codebook that is in the file."""
    if not Path(path).is_file():
        raise ReadError(missing_file(path, "Correct the path."))
    settings = ExportSettings(path, export_formats.AUTO)
    try:
        return export_formats.settle(path, settings)[0]
    except ReadError as error:
        if not Path(path).stat().st_size:
            raise
        if book := _codebook(path):
            return book
        if columns := tidy_columns.guess(_headings(path), by):
            return ExportSettings(path, "tidy", columns=columns)
        problem = error.problems[0]
        raise ReadError(Problem(path, "", problem.what, f"Export it again from its tool. {_TIDY}")) from None


def _headings(path: str) -> list[str]:
    try:
        return spreadsheet.headings(path)
    except StudyError:
        return []


def _codebook(path: str, separator: str | None = None) -> ListedCodebook | None:
    try:
        return codebook_formats.read(Source(path, separator))
    except StudyError:
        return None


def _all_paths(exports: Sequence[FoundExport], codebooks: Sequence[ListedCodebook]) -> frozenset[CodePath]:
    """All paths that are known so far, from the root and from the level below it."""
    codes = [
        *(code for export in exports for code in export.codes),
        *(code for book in codebooks for code in book.codes),
    ]
    return frozenset(path for code in codes for path in (code.path, code.path[1:]) if path)


@dataclass(slots=True)
class _Document:
    """A document while its codings are read."""

    codings: int = 0
    groups: dict[str, None] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    varying: set[str] = field(default_factory=set)  # variables with several values: they are those of a coding

    def add(self, coding: RawCoding) -> None:
        self.codings += 1
        self.groups.update(dict.fromkeys(coding.document_groups))
        for name, value in coding.variables.items():
            if name not in self.varying and self.variables.setdefault(name, value) != value:
                self.varying.add(name)
                del self.variables[name]


def read_export(path: str, settings: ExportSettings, name: str, known: Collection[CodePath]) -> FoundExport:
    """Read an export twice: documents may share a name, which only all codings show."""
    names = DocumentNames()
    documents: dict[str, _Document] = {}
    words: Counter[str] = Counter()
    counts: Counter[CodePath] = Counter()

    def source() -> Export:
        return Export(path, settings, known)

    for coding in names.note(export_formats.read(source())):
        words.update(words_of(coding.text or ""))
        counts[coding.code_path] += 1
    again = source()
    for coding in names.with_addresses(export_formats.read(again)):
        documents.setdefault(coding.document, _Document()).add(coding)
    uncoded = {title for title in again.notes.documents if title and not names.several_have(title)} - documents.keys()
    found = [FoundDocument(d, item.codings, tuple(item.groups), item.variables) for d, item in documents.items()]
    found += map(FoundDocument, sorted(uncoded))
    listed = _codebook(path) if settings.format in _WITH_A_LIST else None
    codes = list(_codes(listed.codes if listed else [], [*counts, *sorted(again.notes.code_paths)]))
    return FoundExport(name, path, settings, again.notes.tool, found, codes, counts, language_of(words))


def _codes(listed: Sequence[ListedCode], paths: Sequence[CodePath]) -> Iterator[ListedCode]:
    """The codes that the tool lists, then those of codings. A path without a name in it is none."""
    seen = {key(code.path) for code in listed}
    yield from listed
    for number, path in enumerate(dict.fromkeys(paths), 1):
        if all(level.strip() for level in path) and path and key(path) not in seen:
            seen.add(key(path))
            yield ListedCode(tuple(" ".join(level.split()) for level in path), "", None, f"used code {number}")


def _with_levels(exports: Sequence[FoundExport], of_codebooks: Collection[CodePath]) -> Iterator[FoundExport]:
    """The exports; names of codes are split where that gives the codes of others."""
    for export in exports:
        others = [code for other in exports if other is not export for code in other.codes if len(code.path) > 1]
        known = {key(code.path) for code in others} | set(of_codebooks)
        separator = levels_in_names.guess([code.path for code in export.codes if code.listed], known)
        yield _split(export, separator) if separator else export


def _split(export: FoundExport, separator: str) -> FoundExport:
    counts: Counter[CodePath] = Counter()
    for path, count in export.counts.items():
        counts[tuple(level.strip() for name in path for level in name.split(separator))] += count
    codes = [
        replace(code, path=tuple(level.strip() for level in code.path[0].split(separator))) for code in export.codes
    ]
    settings = replace(export.settings, separator=separator)
    return replace(export, settings=settings, codes=complete(codes)[0], counts=counts)
