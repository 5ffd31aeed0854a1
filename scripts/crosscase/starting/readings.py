"""What the exports of a study and further ones hold, each read once, and which of them are versions of one export."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscase.anonymisation.document_names import without_ending
from crosscase.codebooks.listed import CodePath, key
from crosscase.coding.codebook import Codebook
from crosscase.messages.errors import Problem, StudyError, UsageError, unreadable
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.starting import codes_held_back, contents, levels_in_names, survey
from crosscase.starting.found import FoundExport
from crosscase.starting.questions import Ask
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings, Study

_SHARE = 3  # a newer export has one in so many of the codings


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says about the exports."""

    replaces: str = ""  # the key of the export that the new one replaces
    is_further: bool = False  # no export is a newer one


@dataclass(frozen=True, slots=True)
class Codings:
    """The codings of an export without their words, its documents and codes. Confidential."""

    codings: Counter[int] = field(default_factory=Counter)
    passages: Counter[int] = field(default_factory=Counter)  # texts by document, which other formats have, too
    documents: frozenset[str] = frozenset()  # folded
    codes: frozenset[CodePath] = frozenset()  # folded

    @property
    def count(self) -> int:
        """The number of codings."""
        return self.codings.total()

    def shared(self, other: "Codings") -> int:
        """The number of codings that are in both; of two formats, which write their places otherwise, of passages."""
        return (self.codings & other.codings).total() or (self.passages & other.passages).total()

    def is_version_of(self, other: "Codings") -> bool:
        """Whether so many codings are in both that one is a newer export of the other."""
        return (self.codings & other.codings).total() * _SHARE >= max(1, min(self.count, other.count))

    def has_passages_of(self, other: "Codings") -> bool:
        """Whether so many passages are in both that one is an export of the other in another format."""
        fewest = min(self.passages.total(), other.passages.total())
        return 0 < fewest <= (self.passages & other.passages).total() * _SHARE

    def has_documents_of(self, other: "Codings") -> bool:
        """Whether most names of the documents of one are in both."""
        return 2 * len(self.documents & other.documents) > min(len(self.documents), len(other.documents))


NOTHING = Codings()


class Readings:
    """Reads exports, each once."""

    def __init__(self, study: Study, book: Codebook | None) -> None:
        self.study, self._paths = study, book.paths if book else frozenset()
        self._known = {key(path) for path in self._paths}
        self._read: dict[str, Codings] = {}  # by all that decides how a file is read
        self._formats: dict[tuple[str, str], str] = {}  # by file and sheet

    def replaced(self, settings: ExportSettings, wishes: Wishes, ask: Ask) -> tuple[str, ExportSettings]:
        """The key of the export that is replaced, empty if there is none, and how the file is read."""
        if wishes.is_further:
            return "", settings
        if wishes.replaces:
            return wishes.replaces, self._as_former(wishes.replaces, settings)
        alike: dict[str, str] = {}  # the reason by the key
        for name, export in self.study.exports.items():
            if not Path(export.file).is_file():
                continue
            is_same_format = self._format_of(export) == settings.format
            try:
                now = self.codings(self._as_former(name, settings) if is_same_format else settings)
                before = self.former(name) or NOTHING
            except StudyError:
                continue
            if is_same_format and now.is_version_of(before):
                return name, self._as_former(name, settings)
            if is_same_format and now.has_documents_of(before):
                alike[name] = f"documents with the same names, but other codings than the export {name}"
            elif not is_same_format and now.has_passages_of(before):
                alike[name] = f"the same passages as the export {name}, in another format"
        for name, why in alike.items():
            answer = ask(f"Is {settings.file} a newer export of {name}? It has {why}. yes or no", "")
            if answer[:1].casefold() == "y":
                return name, self._as_former(name, settings)
            if answer[:1].casefold() != "n":
                remedy = f"Add --replaces {name} if it is a newer export of it, or --further if it is another one."
                raise UsageError(Problem(settings.file, "", f"it has {why}", remedy))
        return "", settings

    def found(self, name: str, settings: ExportSettings, is_newer: bool) -> FoundExport:
        """What is in an export, under its key. Raises ReadError if it has no coding."""
        path, by = settings.file, self.study.compare.one
        found = contents.read_new(path, settings, name, self._paths, by)
        if not is_newer and not settings.separator:
            separator = levels_in_names.guess([code.path for code in found.codes if code.listed], self._known)
            found = survey.split(found, separator) if separator else found
        if not found.codings:
            raise unreadable(path, "it has no coding", "Export it again with the codings, or leave it out.")
        return found

    def former(self, name: str) -> Codings | None:
        """What an export of the study holds; None if the study has no such export, nothing if its file is missing."""
        if name not in self.study.exports:
            return None
        export = self.study.exports[name]
        return self.codings(export) if Path(export.file).is_file() else NOTHING

    def codes_of_all(self) -> frozenset[CodePath]:
        """The folded paths of codes in the exports that the study has, as far as they can be read."""
        found: set[CodePath] = set()
        for name in self.study.exports:
            with suppress(StudyError):
                found |= (self.former(name) or NOTHING).codes
        return frozenset(found)

    def _as_former(self, name: str, settings: ExportSettings) -> ExportSettings:
        """How the file is read in the place of an export: as study.yaml describes that, if the format is the same."""
        former = self.study.exports[name]
        if self._format_of(former) == settings.format:
            return replace(former, file=settings.file, sheet=settings.sheet, header_row=settings.header_row)
        kept = {key: getattr(former, key) for key in ("group", "group_from", "participant_from", "leave_out")}
        return replace(settings, **kept)

    def _format_of(self, export: ExportSettings) -> str:
        part = (export.file, export.sheet or "")
        if part not in self._formats:
            self._formats[part] = export.format
            with suppress(StudyError):
                self._formats[part] = export_formats.settle(export.file, export)[0].format
        return self._formats[part]

    def codings(self, settings: ExportSettings) -> Codings:
        """What an export holds. Raises ReadError if it cannot be read."""
        part = repr(replace(settings, group=None))
        if part not in self._read:
            codings: Counter[int] = Counter()
            passages: Counter[int] = Counter()
            documents: dict[str, None] = {}
            codes: dict[CodePath, None] = {}
            is_held_back = codes_held_back.of(settings)
            known, _ = contents.names_of_cells(settings.file, settings, self._paths)
            for coding in export_formats.read(Export(settings.file, settings, known)):
                path, document = key(coding.code_path), fold(coding.document)
                text = fold(coding.text or "")
                codings[hash((document, path, coding.start, coding.end, text))] += 1
                if text:
                    passages[hash((fold(without_ending(coding.document)), "".join(text.split())))] += 1
                documents[document] = None
                if not is_held_back(coding.code_path):
                    codes[path] = None
            self._read[part] = Codings(codings, passages, frozenset(documents), frozenset(codes))
        return self._read[part]
