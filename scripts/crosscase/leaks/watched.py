"""The identifiers that results must not contain, from the lists that `anonymise_export` writes for this scan."""

import csv
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from crosscase.anonymisation.identifiers import DECIDED, KEPT, UNDETERMINED
from crosscase.anonymisation.parts_of_people import PART
from crosscase.storage.csv_injection import restored
from crosscase.storage.text_form import nfc

NAMES = frozenset({"PERSON", "PLACE", "ORGANISATION", "CODER", "DOCUMENT", DECIDED})
CALLED = frozenset({"CODER", "DOCUMENT", "PARTICIPANT"})  # what a team calls as it likes, by any signs
_SUFFIX = re.compile(r"(?<=\w)\.[A-Za-z]\w{1,4}$")
_FOUND = NAMES - {"CODER"}  # kinds that may be replaced without being listed


@dataclass(frozen=True, slots=True)
class Watched:
    """An identifier. `languages` decline it; `listed`: the team has listed it, or decided so in the whole study."""

    kind: str
    words: str
    languages: tuple[str, ...] = ()
    listed: bool = True


class Listed(NamedTuple):
    """A row of the list that `anonymise_export` writes of an export."""

    export: str
    kind: str
    words: str
    languages: frozenset[str]  # none: somebody did not list the words, but they were replaced


def without_suffix(watched: Watched) -> str:
    """The words of an identifier; of a document those before its suffix."""
    return _SUFFIX.sub("", watched.words) if watched.kind == "DOCUMENT" else watched.words


def rows(paths: Iterable[str]) -> Iterator[Listed]:
    """All rows of the given lists."""
    for path in paths:
        with open(path, encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                words = nfc(restored(row["words"])).strip()
                yield Listed(Path(path).stem, row["type"], words, frozenset(row["languages"].split()))


def read(paths: Iterable[str]) -> tuple[list[Watched], set[str]]:
    """All identifiers of the given lists, each once and sorted, and the words that review decided to keep."""
    languages: dict[tuple[str, str], set[str]] = {}
    for row in rows(paths):
        languages.setdefault((row.kind, row.words), set()).update(row.languages)
    kept = {words for kind, words in languages if kind == KEPT}
    watched = [
        Watched(kind_of(kind), words, tuple(sorted(spoken - {UNDETERMINED})), _is_listed(kind, spoken))
        for (kind, words), spoken in sorted(languages.items())
        if kind != KEPT
    ]
    return watched, kept


def kind_of(kind: str) -> str:
    """The kind of identifier of a row of this type."""
    return "PERSON" if kind == PART else kind


def _is_listed(kind: str, languages: Collection[str]) -> bool:
    """Whether a row is a listed name, and no part of one that counts like words that were replaced."""
    return kind != PART and (bool(languages) or kind not in _FOUND)
