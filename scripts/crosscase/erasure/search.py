"""The files in which a trace of a person is left; packed files are opened as the leak search opens them.

The files of the pipeline itself, which a package contains, need no search.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from crosscase.erasure.traces import Traces
from crosscase.leaks import contents, public_texts
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import fold

_IDS = "ids"  # the field of `Traces`
UNSEARCHABLE = "it could not be searched"


@dataclass(frozen=True, slots=True)
class Place:
    """A searched folder or file: how many files it has, and what is left in which of them, by path."""

    name: str
    files: int
    left: dict[str, str]


def search(
    place: str, traces: Traces, limits: Limits, without: tuple[Path, ...] = (), kept: Collection[str] = ()
) -> Place:
    """Search a file, or all files below a folder but those `without`, in their names and their contents.

    `kept`: folded words that may stand there, also if a name is in them.
    """
    root, known = Path(place), contents.Known(limits=limits, clean=public_texts.digests_of_pipeline())
    found = [root] if root.is_file() else sorted(path for path in root.rglob("*") if not path.is_dir())
    searched = [path for path in found if not any(path == other or path.is_relative_to(other) for other in without)]
    left = {str(path): what for path in searched if (what := _left(path, traces, known, kept))}
    return Place(place, len(searched), left)


def _left(path: Path, traces: Traces, known: contents.Known, kept: Collection[str]) -> str:
    """The kinds of trace in a file, in words; empty if there is none."""
    kinds: dict[str, set[str]] = {}
    try:
        for words in (path.name, *_texts(path, known)):
            folded = fold(words)
            for one in kept:
                folded = folded.replace(one, "")
            for kind, its_traces in asdict(traces).items():
                found = (one for one in its_traces if fold(one) in folded and (kind != _IDS or _is_whole(one, folded)))
                kinds.setdefault(kind, set()).update(found)
    except (OSError, contents.Unsearchable):
        return UNSEARCHABLE
    return ", ".join(f"{len(found)} of the {kind}" for kind, found in kinds.items() if found)


def _is_whole(id_: str, folded: str) -> bool:
    """Whether a text has an id, and not only a longer one with the same beginning or end."""
    return re.search(rf"(?<![^\W_]){re.escape(fold(id_))}(?![^\W_])", folded) is not None


def _texts(path: Path, known: contents.Known) -> Iterator[str]:
    for text in contents.texts(path.read_bytes(), known):
        yield text.words
