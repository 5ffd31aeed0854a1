"""The formats of raw exports: one module for each tool, with `recognise(look)` and `read(export)`.

`recognise` returns how likely a file is an export of the tool, and why. `read` yields every coding as
a `RawCoding` and records other observations in `export.notes`. It raises ReadError, which names the file and never
quotes it, if the file cannot be read. Both run where memory and time are bounded, see `storage.bounded_reading`.
"""

from collections.abc import Generator, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

from crosscase.messages.errors import BeyondLimits, Problem, ReadError, missing_file, unreadable
from crosscase.messages.wording import counted, joined
from crosscase.readers import look
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding, ReaderNotes, form_of
from crosscase.spreadsheets import other_kinds, spreadsheet
from crosscase.spreadsheets.spreadsheet import PLAIN, Form
from crosscase.storage import bounded_reading
from crosscase.storage.limits import DEFAULT, Limits
from crosscase.study.facts import ExportSettings

AUTO = "auto"
FORMATS = (  # each a module of this package
    "atlasti",
    "dedoose",
    "maxqda",
    "nvivo_matrix",
    "nvivo_report",
    "qualcoder_csv",
    "qualcoder_database",
    "refi_qda",
    "requal_csv",
    "rqda",
    "taguette_csv",
    "taguette_database",
    "tidy",
)
_CHUNK, _CHARACTERS = 500, 2**18  # codings, and characters of text, that are sent at once
_NAME_FORMAT = "Name the format under `format` in config/study.yaml."
_PLAIN = "It looks like a plain table: write `format: tidy` and name its `columns`, or correct the path."
_OPEN_OR_NAME = f"Open the file in its tool and export it again. {_NAME_FORMAT}"


def _module(name: str) -> ModuleType:
    return import_module(f"{__package__}.{name}")


def recognise(path: str, form: Form = PLAIN, limits: Limits = DEFAULT) -> tuple[str, str]:
    """The most likely format of a file, and the reason. `form` says where a table has its headings.

    Raises ReadError if no format is likely, or two are equally likely. A tidy table cannot be recognised:
    study.yaml must describe its columns.
    """
    return bounded_reading.call(path, limits, _recognise, path, form)


def _likenesses(seen: Look) -> dict[str, Likeness]:
    recognisers = {name: module.recognise for name in FORMATS if hasattr(module := _module(name), "recognise")}
    return {name: recogniser(seen) for name, recogniser in recognisers.items()}


def _recognise(path: str, form: Form) -> tuple[str, str]:
    seen = look.at(path, form)
    likenesses = _likenesses(seen)
    highest = max(likeness.confidence for likeness in likenesses.values())
    best = [name for name, likeness in likenesses.items() if likeness.confidence == highest]
    if not highest and seen.error:
        raise seen.error
    if not highest:
        what, kind = "the format was not recognised, or the file is damaged", _other_kind(path, seen)
        raise unreadable(path, what, kind or _OPEN_OR_NAME, holds_for_all=kind not in ("", _PLAIN))
    if len(best) > 1:
        raise unreadable(path, f"the format is ambiguous: {joined(best, last='or')}", _NAME_FORMAT)
    return best[0], likenesses[best[0]].why


def settle(path: str, settings: ExportSettings, limits: Limits = DEFAULT) -> tuple[ExportSettings, str]:
    """The settings with the format of the file, and the reason for it. Raises ReadError as `recognise` does."""
    if not Path(path).is_file():
        raise ReadError(missing_file(path, "Correct the path in config/study.yaml, or put the file there."))
    if Path(path).stat().st_size == 0:
        raise unreadable(path, "the file is empty")
    if settings.sheet is not None and not spreadsheet.may_be_workbook(path):
        what = "`sheet` is given in config/study.yaml, but the file is not a workbook"
        raise unreadable(path, what, "Remove `sheet`, or correct the path.")
    if settings.format != AUTO:
        return settings, "as stated in config/study.yaml"
    name, why = recognise(path, form_of(settings), limits)
    return replace(settings, format=name), why


def read(export: Export) -> Iterator[RawCoding]:
    """Read an export with the reader of its format. Raises ReadError if it cannot be read."""
    settings, _ = settle(export.path, export.settings, export.limits)
    export = replace(export, settings=settings)
    chunks = bounded_reading.iterate(export.path, export.limits, _read, export)
    while True:
        try:
            yield from map(RawCoding._make, next(chunks))
        except StopIteration as end:
            export.notes.take(end.value)
            return
        except ReadError as error:
            raise _explained(export, error) from None


def _explained(export: Export, error: ReadError) -> ReadError:
    """The error with what the file seems to be, if that is not what the study says."""
    if isinstance(error, BeyondLimits):
        return error
    stated = export.settings.format
    try:
        sure, other = bounded_reading.call(export.path, export.limits, _seems, export.path, export.form)
    except ReadError as other:
        return other if other.problems[0].holds_for_all else error
    said = f"It looks like the format {sure}: write `format: {sure}` in config/study.yaml." if sure else other
    if sure == stated or not said or (said == _PLAIN and error.problems[0].place):  # in a row of a table
        return error
    return ReadError(replace(problem, remedy=said) for problem in error.problems)


def _seems(path: str, form: Form) -> tuple[str, str]:
    """The format that a file surely has, or else a sentence on what it is.

    Raises ReadError if it is a workbook that nobody can read as it is, as one with a password.
    """
    seen = look.at(path, form)
    if seen.error and seen.error.problems[0].holds_for_all:
        raise seen.error
    sure = next((name for name, likeness in _likenesses(seen).items() if likeness.confidence == 1), "")
    return sure, _other_kind(path, seen)


def _other_kind(path: str, seen: Look) -> str:
    """A sentence on a file that is of no format which can be recognised, or nothing."""
    return _PLAIN if len(seen.headings) > 1 else other_kinds.advice(path, other_kinds.EXPORT, seen.members)


def _read(export: Export) -> Generator[list[tuple[object, ...]], None, ReaderNotes]:
    """Yield the codings in chunks of plain tuples, which another process gets in half of the time."""
    codings: Iterator[RawCoding] = _module(export.settings.format).read(export)
    chunk: list[tuple[object, ...]] = []
    characters = 0
    for coding in islice(codings, export.limits.codings):
        if len(coding.code_path) > export.limits.code_levels:
            what = f"a code is more than {counted(export.limits.code_levels, 'level')} deep"
            remedy = "Correct `separator`, or raise limits.code_levels in config/study.yaml."
            raise unreadable(export.path, what, remedy, coding.locator)
        chunk.append(tuple(coding))
        characters += len(coding.text or "")
        if len(chunk) == _CHUNK or characters > _CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    yield chunk
    if next(codings, None):
        what = f"it has more than {counted(export.limits.codings, 'coding')}"
        remedy = "Raise limits.codings in config/study.yaml if this is correct."
        raise BeyondLimits(Problem(export.path, "", what, remedy))
    return export.notes
