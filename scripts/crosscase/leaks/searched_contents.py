"""The search of many files, each content once, in several processes.

A content is searched in the first file that has it. A part of a file, such as a picture in a page or a file in an
archive, is not searched again if a smaller file has the same content. That file's outcome decides: if an identifier
is in it, the larger file is searched once more, with everything in it. Names are not shared: each is searched.

A large page is searched in shares, one a process: it may be most of what there is to search.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from crosscase.leaks.contents import WHOLE, Place, Share, Unsearchable
from crosscase.messages.errors import Problem, StudyError
from crosscase.storage.limits import MB

_UNREADABLE = "it cannot be read"
_BATCH = 32_768  # bytes of small files that a process gets at once
_LARGE_PAGE = 8 * MB  # bytes


class Found(NamedTuple):
    """What is in a content: kinds of identifier, and the digests of the parts that other files have."""

    kinds: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    unproven: frozenset[str] = frozenset()  # columns with values that the pipeline does not make
    unsearchable: str = ""  # why it cannot be searched

    @property
    def is_clean(self) -> bool:
        """Whether it was searched and nothing was found."""
        return not (self.kinds or self.unproven or self.unsearchable)

    def and_in(self, other: "Found") -> "Found":
        """What is in two shares of one content."""
        return Found(
            self.kinds | other.kinds,
            self.elsewhere | other.elsewhere,
            self.unproven | other.unproven,
            self.unsearchable or other.unsearchable,
        )


# Searches one content in its place; the sizes of other files in bytes are given by digest. Raises Unsearchable.
SearchContent = Callable[[bytes, Mapping[str, int], Place, Share], Found]


class _File(NamedTuple):
    path: Path
    digest: str
    size: int
    place: Place
    share: Share = WHOLE


def search_files(search: SearchContent, places: Mapping[Path, Place], processes: int) -> dict[Path, Found]:
    """What is in each file, in order. The number of processes changes nothing in it."""
    files = {path: _look_at(path, place) for path, place in places.items()}
    contents = {file.digest: file for file in reversed(files.values()) if file}
    sizes = {digest: file.size for digest, file in contents.items()}
    found = _search(search, contents.values(), sizes, processes)
    if any(not content.is_clean for content in found.values()):
        clean = {digest: sizes[digest] for digest, one in found.items() if one.is_clean and not one.elsewhere}
        again = [contents[digest] for digest, one in found.items() if not clean.keys() >= one.elsewhere]
        found |= _search(search, again, clean, processes)
    return {path: found[file.digest] if file else Found(unsearchable=_UNREADABLE) for path, file in files.items()}


def _look_at(path: Path, place: Place) -> _File | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return _File(path, sha256(data).hexdigest(), len(data), place)


def _search(
    search: SearchContent, files: Iterable[_File], elsewhere: Mapping[str, int], processes: int
) -> dict[str, Found]:
    processes = processes if _can_fork() else 1
    shares = [share for file in files for share in _shares(file, processes)]
    batches = list(_batches(sorted(shares, key=lambda file: (-file.size, file.path, file.share))))
    if processes < 2 or len(batches) < 2:
        return _joined((file.digest, _found(search, file, elsewhere)) for batch in batches for file in batch)
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(processes, context, _begin, (search, elsewhere)) as pool:
            return _joined(chain.from_iterable(pool.map(_search_batch, batches)))
    except BrokenProcessPool:
        what = "a process of the search for identifiers was ended from outside, maybe for lack of memory"
        raise StudyError(Problem("results", "", what, "Build again, with --cores 1.")) from None


def _joined(shares: Iterable[tuple[str, Found]]) -> dict[str, Found]:
    """What is in each content, by digest, from what is in its shares."""
    found: dict[str, Found] = {}
    for digest, in_share in shares:
        found[digest] = found.get(digest, Found()).and_in(in_share)
    return found


def _shares(file: _File, processes: int) -> list[_File]:
    """A file in shares that can be searched at once."""
    if processes < 2 or file.size < _LARGE_PAGE or file.path.suffix != ".html":
        return [file]
    size = file.size // processes
    return [file._replace(share=Share(number, processes), size=size) for number in range(processes)]


def _can_fork() -> bool:
    """Whether a process can be copied. Elsewhere, new ones would take longer to begin than the search."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def _batches(files: Iterable[_File]) -> Iterator[list[_File]]:
    """The files in lists that take about as long, or longer with one file."""
    batch: list[_File] = []
    for file in files:
        if batch and sum(one.size for one in batch) + file.size > _BATCH:
            yield batch
            batch = []
        batch.append(file)
    if batch:
        yield batch


_of_process: list[tuple[SearchContent, Mapping[str, int]]] = []  # what a process searches with


def _begin(search: SearchContent, elsewhere: Mapping[str, int]) -> None:
    _of_process.append((search, elsewhere))


def _search_batch(batch: list[_File]) -> list[tuple[str, Found]]:
    search, elsewhere = _of_process[-1]
    return [(file.digest, _found(search, file, elsewhere)) for file in batch]


def _found(search: SearchContent, file: _File, elsewhere: Mapping[str, int]) -> Found:
    try:
        return search(file.path.read_bytes(), elsewhere, file.place, file.share)
    except OSError:
        return Found(unsearchable=_UNREADABLE)
    except Unsearchable as error:
        return Found(unsearchable=str(error))
