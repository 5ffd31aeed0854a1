"""Which exports are added to a study, and which of them are newer ones of an export that the study has.

An export is newer than another one of its format if they share codings: a third of those of the smaller one. Equal
names of documents alone say nothing, since every team may have an "Interview 1"; then a person must say which it is.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscase.codebooks.listed import CodePath, ListedCodebook, key
from crosscase.coding.codebook import Codebook
from crosscase.messages.errors import Problem, StudyError, UsageError, stop_on
from crosscase.messages.suggestions import did_you_mean
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.starting import codes_held_back, contents, given_files, levels_in_names, recognition
from crosscase.starting.found import FoundExport
from crosscase.starting.given_files import Given
from crosscase.starting.questions import Ask
from crosscase.storage import yaml_files
from crosscase.storage.text_form import fold
from crosscase.study.facts import CONFIG, ExportSettings, Study

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


@dataclass(frozen=True, slots=True)
class Further:
    """An export that is added, or that replaces a `former` one under its key."""

    found: FoundExport
    now: Codings
    former: Codings | None = None

    @property
    def name(self) -> str:
        """The key in study.yaml."""
        return self.found.name


def read(given: Given, readings: "Readings", wishes: Wishes, ask: Ask) -> list[Further]:
    """Read the exports. Raises StudyError if one cannot be read, or it cannot be said which one it replaces."""
    study = readings.study
    parts = list(_parts(given, study))
    if wishes.replaces and (wishes.replaces not in study.exports or len(parts) > 1):
        near = did_you_mean(wishes.replaces, study.exports)
        known = f"Exports: {', '.join(study.exports)}. Give one new export for it."
        raise UsageError(
            Problem("--replaces", "", f"{wishes.replaces!r} is not one export of the study", near or known)
        )
    keys = _free_keys(given_files.keys({(s.file, s.sheet or ""): s.format for s in parts}), study.exports)
    problems: list[Problem] = []
    versions: list[Problem] = []
    found: list[Further] = []
    for settings in parts:
        try:
            name, settled = readings.replaced(settings, wishes, ask)
            former_of = name or keys[settings.file, settings.sheet or ""]
            further = readings.further(former_of, settled)
        except UsageError:
            raise
        except StudyError as error:
            problems += error.problems
        else:
            versions += _versions(further, found, is_sure=wishes.is_further)
            found.append(further)
    if versions:
        raise UsageError(versions)
    stop_on(problems)
    return found


def _versions(export: Further, others: Sequence[Further], is_sure: bool) -> Iterator[Problem]:
    """A problem if one of the exports before is another version of this one: both would count.

    `is_sure`: a person said that all are further ones.
    """
    for other in others:
        is_same = export.former is not None and export.name == other.name
        are_new = not (is_sure or export.former or other.former)
        if is_same or (are_new and export.now.is_version_of(other.now)):
            same_file = export.found.source == other.found.source
            what = "two sheets of it are" if same_file else f"it and {other.found.source} are"
            remedy = "Give the newest one alone." if export.former else "Give the newest one alone, or add --further."
            yield Problem(export.found.source, "", f"{what} exports of one source", remedy)


def _parts(given: Given, study: Study) -> Iterator[ExportSettings]:
    """What is in the given files. Raises UsageError for codebooks, and for exports that the study has."""
    own = {Path(export.file).resolve() for export in study.exports.values()}
    left_out = yaml_files.read_mapping(CONFIG).get("leave_out", [])
    problems: list[Problem] = []
    parts = []
    for path in given.files:
        if Path(path).resolve() in own:
            what = "this file is an export of the study already"
            problems.append(Problem(path, "", what, "Run `crosscase build`, which reads it again."))
            continue
        try:
            for part in recognition.recognise(path, study.compare.one).parts:
                if isinstance(part, ListedCodebook):
                    problems.append(Problem(path, "", "it is a codebook", f"Run `crosscase codebook import {path}`."))
                else:
                    parts.append(replace(part, leave_out=left_out))
        except StudyError as error:
            problems += error.problems
    if problems:
        raise UsageError(problems)
    yield from parts


def _free_keys(keys: Mapping[tuple[str, str], str], taken: Collection[str]) -> dict[tuple[str, str], str]:
    """The keys, with other numbers where the study has an export of that key."""
    used, free = set(taken), {}
    for part, wanted in keys.items():
        stem = wanted.rstrip("0123456789").rstrip("_")
        name, number = wanted, 1
        while name in used:
            number += 1
            name = f"{stem}_{number}"
        used.add(name)
        free[part] = name
    return free


class Readings:
    """Reads exports, each once."""

    def __init__(self, study: Study, book: Codebook | None) -> None:
        self.study, self._paths = study, book.paths if book else frozenset()
        self._known = {key(path) for path in self._paths}
        self._read: dict[str, Codings] = {}  # by all that decides how a file is read
        self._copies: dict[str, str] = {}  # by the file that was given

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
                now, before = self._codings(self._as_former(name, settings)), self._former(name)
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

    def further(self, name: str, settings: ExportSettings) -> Further:
        """The export under its key, with the path of its copy."""
        path = settings.file
        found = contents.read(path, settings, name, self._paths, self.study.compare.one)
        former = self._former(name) if name in self.study.exports else None
        if not former and not settings.separator:
            separator = levels_in_names.guess([code.path for code in found.codes if code.listed], self._known)
            settings = replace(settings, separator=separator)
            found = contents.read(path, settings, name, self._paths, self.study.compare.one)
        found = replace(found, settings=replace(settings, file=self._copy(path, name)))
        return Further(found, self._codings(settings), former)

    def codes_of_all(self) -> frozenset[CodePath]:
        """The folded paths of codes in the exports that the study has, as far as they can be read."""
        found: set[CodePath] = set()
        for name in self.study.exports:
            with suppress(StudyError):
                found |= self._former(name).codes
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

    def _former(self, name: str) -> Codings:
        export = self.study.exports[name]
        return self._codings(export) if Path(export.file).is_file() else NOTHING

    def _codings(self, settings: ExportSettings) -> Codings:
        part = repr(replace(settings, group=None))
        if part not in self._read:
            codings: Counter[int] = Counter()
            documents: dict[str, None] = {}
            codes: dict[CodePath, None] = {}
            is_held_back = codes_held_back.of(settings)
            for coding in export_formats.read(Export(settings.file, settings, self._paths)):
                path, document = key(coding.code_path), fold(coding.document)
                codings[hash((document, path, coding.start, coding.end, fold(coding.text or "")))] += 1
                documents[document] = None
                if not is_held_back(coding.code_path):
                    codes[path] = None
            self._read[part] = Codings(codings, frozenset(documents), frozenset(codes))
        return self._read[part]

    def _copy(self, path: str, name: str) -> str:
        """Where the copy of a file goes: once for all of its sheets, and where no file is yet."""
        if path not in self._copies:
            ending = given_files.ending_of(path)
            number, place = 1, f"{given_files.FOLDER}/{name}{ending}"
            while Path(place).exists() or place in self._copies.values():
                number += 1
                place = f"{given_files.FOLDER}/{name}_{number}{ending}"
            self._copies[path] = place
        return self._copies[path]
