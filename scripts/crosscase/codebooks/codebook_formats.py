"""The formats of codebooks: other tools' and codebook.csv, read into one form.

Each format is a module with `recognise(look)` and `read(source)`, which yields a `ListedCode` for each code.
"""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from crosscase.codebooks import plain_passages
from crosscase.codebooks.listed import ListedCode, ListedCodebook, Source, complete
from crosscase.messages.errors import ReadError, missing_file, system_problem, unreadable
from crosscase.messages.wording import agree, counted, first_place, joined
from crosscase.readers import look
from crosscase.spreadsheets import other_kinds, spreadsheet
from crosscase.storage import bounded_reading
from crosscase.study.facts import Study

FORMATS = {  # module of this package, and the name of the format
    "atlasti": "ATLAS.ti",
    "maxqda": "MAXQDA",
    "nvivo": "NVivo",
    "plain_table": "plain table",
    "qualcoder": "QualCoder",
    "refi": "REFI-QDA",
    "rqda": "RQDA",
    "study_csv": "codebook.csv",
    "taguette": "Taguette",
    "taguette_database": "Taguette",
    "coded_segments": "coded segments",
}
_OWN = "A table of your own needs headings such as Code and Definition in its first row."


def _module(name: str) -> ModuleType:
    return import_module(f"{__package__}.{name}")


def source(path: str, separator: str | None, study: Study | None) -> Source:
    """A codebook as a source, with the settings of the study, if there is one."""
    return Source(path, separator, study.limits, study.domains) if study else Source(path, separator)


def recognise(path: str) -> str:
    """The format of a codebook. Raises ReadError if it is not recognised, or if the file does not exist."""
    if not Path(path).is_file():
        raise ReadError(missing_file(path, "Correct the path, or put the file there."))
    if Path(path).stat().st_size == 0:
        raise unreadable(path, "the file is empty")
    seen = look.at(path)
    likenesses = {name: _module(name).recognise(seen).confidence for name in FORMATS}
    best = max(likenesses, key=likenesses.__getitem__)
    if not likenesses[best]:
        raise _refused(path, seen)
    return best


def _refused(path: str, seen: look.Look) -> ReadError:
    """The error for a file that is no codebook of any format: what is damaged in it, or of which kind it is."""
    kind = other_kinds.advice(path, other_kinds.CODEBOOK, seen.members)
    try:
        if not (seen.headings or seen.tables or seen.members):
            spreadsheet.headings(path)
    except ReadError as error:
        first = error.problems[0]
        again = kind or "Export or save it again; config/README.md lists the formats."
        return unreadable(path, first.what, first.remedy if first.holds_for_all else again)
    if not kind and len(seen.headings) > 1 and plain_passages.are_beside(seen.headings):
        kind = f"It has a column of passages, or of what they are from. {plain_passages.REMEDY}"
    return unreadable(path, "the format was not recognised", kind or f"config/README.md lists the formats. {_OWN}")


def read(source: Source) -> ListedCodebook:
    """Read a codebook of any format, within the bounds of `bounded_reading`. Raises ReadError if it cannot be read."""
    try:
        return bounded_reading.call(source.path, source.limits, _read, source)
    except OSError as error:
        raise ReadError(system_problem(error, source.path)) from None


def _read(source: Source) -> ListedCodebook:
    name = recognise(source.path)
    if name != "refi" and spreadsheet.may_be_workbook(source.path):
        _check_sheets(source)
    codes, repeated = complete([_tidied(source, code) for code in _module(name).read(source)])
    if not codes:
        raise unreadable(source.path, "it has no codes")
    nameless = [code.locator for code in codes if not all(code.path)]
    if nameless:
        what = f"{counted(len(nameless), 'code')} without a name, or below a level without a name"
        raise unreadable(source.path, what, "Name them in the tool, and export it again.", first_place(nameless))
    return ListedCodebook(source.path, FORMATS[name], codes, repeated, source.remarks)


def _check_sheets(source: Source) -> None:
    """Raise ReadError if a workbook has more sheets like the first, which alone is read."""
    if alike := spreadsheet.sheets_alike(source.path, source.limits):
        sheets = f"{agree(len(alike), 'sheet', 'sheets')} {joined(str(look.number) for look in alike)}"
        what = f"its first sheet alone is read, but {sheets} {agree(len(alike), 'has', 'have')} the same headings"
        raise unreadable(source.path, what, "Put all codes into the first sheet.")


def _tidied(source: Source, code: ListedCode) -> ListedCode:
    """A code without superfluous white space."""
    if len(code.path) > source.limits.code_levels:
        what = f"it is more than {counted(source.limits.code_levels, 'level')} deep"
        remedy = "Raise limits.code_levels in config/study.yaml if this is correct."
        raise unreadable(source.path, what, remedy, code.locator)
    path = tuple(" ".join(level.split()) for level in code.path)
    definition = "\n".join(line.rstrip() for line in code.definition.splitlines()).strip()
    return replace(code, path=path, definition=definition)
