"""What the exports of a study and further ones hold, each read once, and which of them are versions of one export."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscase.codebooks.listed import CodePath, key
from crosscase.coding.codebook import Codebook
from crosscase.messages.errors import Problem, StudyError, UsageError, unreadable
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.starting import codes_held_back, contents, levels_in_names
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
    documents: frozenset[str] = frozenset()  # folded
    codes: frozenset[CodePath] = frozenset()  # folded

    @property
    def count(self) -> int:
        """The number of codings."""
        return self.codings.total()

    def shared(self, other: "Codings") -> int:
        """The number of codings that are in both."""
        return (self.codings & other.codings).total()

    def is_version_of(self, other: "Codings") -> bool:
        """Whether so many codings are in both that one is a newer export of the other."""
        return self.shared(other) * _SHARE >= max(1, min(self.count, other.count))


NOTHING = Codings()


class Readings:
    """Reads exports, each once."""

    def __init__(self, study: Study, book: Codebook | None) -> None:
        self.study, self._paths = study, book.paths if book else frozenset()
        self._known = {key(path) for path in self._paths}
        self._read: dict[str, Codings] = {}  # by all that decides how a file is read

    def replaced(self, settings: ExportSettings, wishes: Wishes, ask: Ask) -> tuple[str, ExportSettings]:
        """The key of the export that is replaced, empty if there is none, and how the file is read."""
        if wishes.is_further:
            return "", settings
        if wishes.replaces:
            return wishes.replaces, self._as_former(wishes.replaces, settings)
        alike: dict[str, str] = {}  # the reason by the key
        for name, export in self.study.exports.items():
            if not Path(export.file).is_file() or self._format_of(export) != settings.format:
                continue
            try:
                now, before = self.codings(self._as_former(name, settings)), self.former(name) or NOTHING
            except StudyError:
                continue
            if now.is_version_of(before):
                return name, self._as_former(name, settings)
            if 2 * len(now.documents & before.documents) > min(len(now.documents), len(before.documents)):
                alike[name] = "documents with the same names, but other codings"
        for name, why in alike.items():
            answer = ask(f"Is {settings.file} a newer export of {name}? It has {why}. yes or no", "")
            if answer[:1].casefold() == "y":
                return name, self._as_former(name, settings)
            if answer[:1].casefold() != "n":
                what = f"it has {why} than the export {name}"
                remedy = f"Add --replaces {name} if it is a newer export of it, or --further if it is another one."
                raise UsageError(Problem(settings.file, "", what, remedy))
        return "", settings

    def found(self, name: str, settings: ExportSettings, is_newer: bool) -> FoundExport:
        """What is in an export, under its key. Raises ReadError if it has no coding."""
        path, by = settings.file, self.study.compare.one
        found = contents.read_new(path, settings, name, self._paths, by)
        if not is_newer and not settings.separator:
            separator = levels_in_names.guess([code.path for code in found.codes if code.listed], self._known)
            if separator:
                found = contents.read_new(path, replace(settings, separator=separator), name, self._paths, by)
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
        """How the file is read in the place of an export: as study.yaml describes that."""
        former = self.study.exports[name]
        return replace(former, file=settings.file, sheet=settings.sheet, header_row=settings.header_row)

    def _format_of(self, export: ExportSettings) -> str:
        try:
            return export_formats.settle(export.file, export)[0].format
        except StudyError:
            return ""

    def codings(self, settings: ExportSettings) -> Codings:
        """What an export holds. Raises ReadError if it cannot be read."""
        part = repr(replace(settings, group=None))
        if part not in self._read:
            codings: Counter[int] = Counter()
            documents: dict[str, None] = {}
            codes: dict[CodePath, None] = {}
            is_held_back = codes_held_back.of(settings)
            known, _ = contents.names_of_cells(settings.file, settings, self._paths)
            for coding in export_formats.read(Export(settings.file, settings, known)):
                path, document = key(coding.code_path), fold(coding.document)
                codings[hash((document, path, coding.start, coding.end, fold(coding.text or "")))] += 1
                documents[document] = None
                if not is_held_back(coding.code_path):
                    codes[path] = None
            self._read[part] = Codings(codings, frozenset(documents), frozenset(codes))
        return self._read[part]
