"""Reads the exports that `crosscase new` is given, and the codebooks among them. No text stays in memory.

1. The format is recognised from the file, `recognition`. Files of a folder that are no exports are left out.
2. Codes come from the tool's list, with their definitions, where the format has one, then from the codings.
3. A separator of levels is found by comparing exports. ATLAS.ti's cells are read last, with the codes of all others,
   which tell the commas between codes from those within their names; `names_with_commas` finds the rest.
"""

import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crosscase.codebooks.listed import CodePath, ListedCodebook, complete, key
from crosscase.messages.errors import BeyondLimits, Problem, ReadError, StudyError, UsageError, stop_on
from crosscase.messages.wording import counted, cut, joined
from crosscase.readers import damage
from crosscase.starting import contents, given_files, left_out, levels_in_names, recognition
from crosscase.starting.found import FoundExport
from crosscase.starting.left_out import LeftOut
from crosscase.study.facts import ExportSettings

_LAST = "atlasti"  # its cells are split by known names
_MAY_BE_ANY_DOCUMENT = "nvivo_report"
_NO_REPORT = "a document, and no report of NVivo"
_MOST_REASONS = 10
_Part = tuple[str, str]  # a file and one of its sheets, empty for the first


@dataclass(frozen=True, slots=True)
class Survey:
    """What the given files hold, a line for each that was left out, and a point for each of these that is damaged."""

    exports: list[FoundExport]
    codebooks: list[ListedCodebook]
    left_out: list[str]
    damaged: list[Problem]


def read(paths: Sequence[str], by: str, study: Path) -> Survey:
    """Read all files; `by` is the word for what the study compares, or empty. `study` is the folder of the new study.

    Raises StudyError with a problem for each file that cannot be read.
    """
    given = given_files.find(paths, study)
    sorting = Sorting(given.left_out)
    for path, folder in given.files.items():
        sorting.add(path, by, folder)
    stop_on(sorting.problems)
    _stop_without_exports(paths, sorting)
    names = given_files.keys({part: settings.format for part, settings in sorting.settings.items()})
    copies = given_files.copies(names, study)
    known = {key(code.path) for book in sorting.codebooks for code in book.codes}
    exports: dict[_Part, FoundExport] = {}
    problems: list[Problem] = []
    for part in sorted(sorting.settings, key=lambda part: sorting.settings[part].format == _LAST):
        try:
            settings = replace(sorting.settings[part], file=copies[part[0]])
            known_paths = _all_paths(exports.values(), sorting.codebooks)
            exports[part] = contents.read_new(part[0], settings, names[part], known_paths, by)
        except StudyError as error:
            problems += error.problems
    stop_on(problems)
    in_order = [exports[part] for part in sorting.settings]
    documents = {document.name for export in in_order for document in export.documents}
    lines = list(left_out.lines(sorting.left_out, documents))
    damaged = list(left_out.damaged(sorting.left_out, documents))
    return Survey(list(_with_levels(in_order, known)), sorting.codebooks, lines, damaged)


class Sorting:
    """The files, sorted by what is in them."""

    def __init__(self, left_out: Iterable[LeftOut]) -> None:
        self.left_out = list(left_out)
        self.problems: list[Problem] = []
        self.settings: dict[_Part, ExportSettings] = {}
        self.codebooks: list[ListedCodebook] = []

    def add(self, path: str, by: str, folder: str) -> None:
        """Look at a file. One of a given folder is left out if it is no export; one that was named is a problem."""
        try:
            found = recognition.recognise(path, by)
        except StudyError as error:
            broken = damage.found(path) if folder and not isinstance(error, BeyondLimits) else ""
            for problem in error.problems[: 1 if folder else None]:
                self.leave_out(replace(problem, file=path), folder, broken)
            return
        for part in found.parts:
            if folder and isinstance(part, ExportSettings) and _is_other_document(path, part, by):
                self.left_out.append(LeftOut(path, f": {_NO_REPORT}", folder))
            elif isinstance(part, ListedCodebook):
                self.codebooks.append(part)
            else:
                self.settings[path, part.sheet or ""] = part
        if found.other_sheets:
            what = counted(found.other_sheets, "other sheet of it that is", "other sheets of it that are")
            self.left_out.append(LeftOut(path, f": {what} no export", folder))

    def leave_out(self, problem: Problem, folder: str, broken: str = "") -> None:
        """Leave out a file of a given folder, with the reason; one that was named is a problem.

        `broken` is what is damaged in it.
        """
        if folder:
            self.left_out.append(LeftOut(problem.file, f": {broken or problem.what}", folder, damage=broken))
        else:
            self.problems.append(problem)


def _is_other_document(path: str, settings: ExportSettings, by: str) -> bool:
    """Whether a file that may be a report of NVivo, as any Word document may be, is none: a guide or a transcript."""
    if settings.format != _MAY_BE_ANY_DOCUMENT or not zipfile.is_zipfile(path):
        return False
    try:
        contents.read_new(path, settings, "report", frozenset(), by)
    except StudyError:
        return True
    return False


def _stop_without_exports(paths: Sequence[str], sorting: Sorting) -> None:
    """Raise UsageError if there are only codebooks, or only files that are no exports."""
    if sorting.settings:
        return
    if sorting.codebooks:
        books = joined([Path(book.path).name for book in sorting.codebooks], _MOST_REASONS)
        what = f"no export of codings is among the files: there are only codes in {books}"
        raise UsageError(Problem("", "", what, "Give the exports of the coded segments, too."))
    reasons = joined(
        [cut(line.removeprefix("left out: "), 200) for line in left_out.lines(sorting.left_out, ())], _MOST_REASONS
    )
    raise ReadError(Problem(", ".join(paths), "", f"no file in it is an export: {reasons}", "Name the exports."))


def _all_paths(exports: Collection[FoundExport], codebooks: Sequence[ListedCodebook]) -> frozenset[CodePath]:
    """All paths that are known so far, from the root and from the level below it, and other names."""
    codes = [
        *(code for export in exports for code in export.codes),
        *(code for book in codebooks for code in book.codes),
    ]
    also = {(name,) for code in codes for name in code.also}
    return frozenset(also | {path for code in codes for path in (code.path, code.path[1:]) if path})


def _with_levels(exports: Sequence[FoundExport], of_codebooks: Collection[CodePath]) -> Iterator[FoundExport]:
    """The exports; names of codes are split where that gives the codes of others."""
    for export in exports:
        others = [code for other in exports if other is not export for code in other.codes if len(code.path) > 1]
        known = {key(code.path) for code in others} | set(of_codebooks)
        separator = levels_in_names.guess([code.path for code in export.codes if code.listed], known)
        yield split(export, separator) if separator else export


def split(export: FoundExport, separator: str) -> FoundExport:
    """The export with the names of its codes split into levels."""
    counts: Counter[CodePath] = Counter()
    for path, count in export.counts.items():
        counts[tuple(level.strip() for name in path for level in name.split(separator))] += count
    codes = [
        replace(code, path=tuple(level.strip() for level in code.path[0].split(separator))) for code in export.codes
    ]
    settings = replace(export.settings, separator=separator)
    return replace(export, settings=settings, codes=complete(codes)[0], counts=counts)
