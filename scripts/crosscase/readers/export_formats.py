"""Readers of raw exports: one module a tool, each with `recognise(look)` and `read(export)`.

`recognise` says how much a file looks like the tool's, and what gave it away. `read` yields every coding as
a `RawCoding` and notes in `export.seen` what else it sees. It raises ReadError, naming the file and never
quoting it, where the file cannot be understood.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

from crosscase.messages.errors import ReadError, missing_file, unreadable
from crosscase.readers import look
from crosscase.readers.raw import Export, RawCoding
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
_SAY = "Say under `format` in config/study.yaml what it is."


def _module(name: str) -> ModuleType:
    return import_module(f"{__package__}.{name}")


def recognise(path: str) -> tuple[str, str]:
    """The format that a file looks like most, and what gave it away.

    Raises ReadError where it looks like none, or like two as much. A tidy table looks like nothing:
    only its columns in study.yaml say what it is.
    """
    seen = look.at(path)
    recognisers = {name: module.recognise for name in FORMATS if hasattr(module := _module(name), "recognise")}
    likenesses = {name: recogniser(seen) for name, recogniser in recognisers.items()}
    highest = max(likeness.confidence for likeness in likenesses.values())
    best = [name for name, likeness in likenesses.items() if likeness.confidence == highest]
    if not highest:
        raise unreadable(path, "it looks like no tool's export that is known", _SAY)
    if len(best) > 1:
        raise unreadable(path, f"it looks as much like {' as like '.join(best)}", _SAY)
    return best[0], likenesses[best[0]].why


def settle(path: str, settings: ExportSettings) -> tuple[ExportSettings, str]:
    """The settings with the format that the file is read as, and why. Raises ReadError as `recognise`."""
    if not Path(path).is_file():
        raise ReadError(missing_file(path, "Correct the path in config/study.yaml, or put the file there."))
    if Path(path).stat().st_size == 0:
        raise unreadable(path, "the file is empty")
    if settings.format != AUTO:
        return settings, "config/study.yaml says so"
    name, why = recognise(path)
    return replace(settings, format=name), why


def read(export: Export) -> Iterator[RawCoding]:
    """Read an export with the reader of its format. Raises ReadError where it cannot be understood."""
    settings, _ = settle(export.path, export.settings)
    codings: Iterator[RawCoding] = _module(settings.format).read(replace(export, settings=settings))
    yield from islice(codings, export.limits.codings)
    if next(codings, None):
        what = f"it holds more than {export.limits.codings} codings"
        raise unreadable(export.path, what, "Raise limits.codings in config/study.yaml if that is right.")
