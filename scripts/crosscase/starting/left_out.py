"""Files that were given, or lie in a given folder, and that are not read: a line for each, without names of people.

One that is a damaged export is a point that is still open, too.

A transcript often lies beside the exports and is called like a participant. Such a file goes by its folder and ending.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crosscase.detectors.words import WORD
from crosscase.messages.errors import Problem
from crosscase.messages.wording import counted
from crosscase.starting.group_sources import may_be_people
from crosscase.storage.text_form import fold

_CALLED = "called like a document or a person"
_REMEDY = "If it is an export, copy it again or export it again from its tool, and add it with `crosscase add`."
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not read, and why; `other` is a second file that the reason names last."""

    path: str
    why: str
    folder: str = ""  # the given folder in which it lies; empty for a file that was named itself
    other: str = ""
    damage: str = ""  # what is broken in a file that may be an export


def lines(items: Iterable[LeftOut], documents: Collection[str]) -> Iterator[str]:
    """A line for each file; those in a folder that may be called like a person or a document are only counted."""
    hidden: Counter[tuple[str, str]] = Counter()
    for item in items:
        if item.folder and not _all_may_be_shown(item, documents):
            hidden[item.folder, f"{item.why}another" if item.other else item.why] += 1
        else:
            yield f"left out: {item.path}{item.why}{item.other}"
    for (folder, why), number in hidden.items():
        yield f"left out: {counted(number, 'file')} below {folder}, {_CALLED}{why}"


def damaged(items: Iterable[LeftOut], documents: Collection[str]) -> Iterator[Problem]:
    """A point for each damaged file; one that may be called like a person goes by its folder, ending and size."""
    for item in items:
        if item.damage:
            file, size = Path(item.path), f"{Path(item.path).stat().st_size:,} bytes"
            is_shown = not item.folder or _all_may_be_shown(item, documents)
            place = item.path if is_shown else f"a file below {item.folder}, {_CALLED} ({file.suffix}, {size})"
            yield Problem(place, "", f"it is left out: {item.damage}", _REMEDY)


def may_be_shown(name: str, documents: Collection[str]) -> bool:
    """Whether the name of a file or folder holds no document's name, nor what may be the name of a person."""
    words, letters = f" {_words(name)} ", _LETTERS.findall(name)
    has_document = any(f" {document} " in words for document in map(_words, documents) if document)
    return not has_document and not (letters and may_be_people(letters, ""))


def _all_may_be_shown(item: LeftOut, documents: Collection[str]) -> bool:
    paths = [Path(path.removeprefix(item.folder)) for path in (item.path, item.other)]
    return all(may_be_shown(part, documents) for path in paths for part in (*path.parent.parts, path.stem))


def _words(name: str) -> str:
    return " ".join(WORD.findall(fold(name)))
