"""Where results are read from: a study's folder, its folder of results, or a package as a folder or a zip."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from crosscase.messages.errors import Problem, ReadError, StudyError, missing_file
from crosscase.packages import contents
from crosscase.storage import zip_files
from crosscase.storage.limits import DEFAULT
from crosscase.study.facts import CONFIG

RESULTS = "results"
CELLS = f"{RESULTS}/cells/cells.parquet"  # every built study and every package has it
BUILD = "Build the study first: crosscase build."
_EITHER = "Give the folder of a built study or of its results, or a package (crate.zip)."
ASK = "Ask for the package again."


class Source(Protocol):
    """Files by the paths that they have in the folder of a study."""

    name: str  # what was opened, for errors
    is_whole: bool  # whether it has more than the results: who was interviewed, and the codebook

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        ...

    def names(self, folder: str) -> list[str]:
        """The paths of the Parquet files in a folder, sorted."""
        ...

    def read(self, path: str) -> bytes:
        """The content of a file. Raises StudyError where there is none, or where it is not safe to read."""
        ...

    def missing(self, path: str) -> StudyError:
        """The error for a file that is not there."""
        ...

    def path_of(self, path: str) -> str:
        """Where the file lies, as a person finds it."""
        ...


class Folder:
    """A folder on the disk: that of a study, or a folder of results alone (no `root`), which may have another name."""

    def __init__(self, root: Path | None, results: Path) -> None:
        self.name = str(results)
        self.is_whole = root is not None
        self._root = root
        self._results = results

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return self._place(path).is_file()

    def names(self, folder: str) -> list[str]:
        """The paths of the Parquet files in a folder, sorted."""
        return sorted(f"{folder}/{path.name}" for path in self._place(folder).glob("*.parquet"))

    def read(self, path: str) -> bytes:
        """The content of a file. Raises StudyError where there is none."""
        if not self.has(path):
            raise self.missing(path)
        return self._place(path).read_bytes()

    def missing(self, path: str) -> StudyError:
        """The error for a file that is not there, also for one that a folder of results cannot have."""
        if self._root is None and not path.startswith(f"{RESULTS}/"):
            what = f"a folder of results alone does not hold {path}"
            return StudyError(Problem(self.name, "", what, "Give the folder of the study, or its package (crate.zip)."))
        return StudyError(missing_file(self.path_of(path), BUILD))

    def path_of(self, path: str) -> str:
        """Where the file lies."""
        return str(self._place(path))

    def _place(self, path: str) -> Path:
        inside = path.removeprefix(f"{RESULTS}/")
        return (self._root or self._results) / path if inside == path else self._results / inside


class Zip:
    """A package as a zip, read member by member without unpacking it."""

    is_whole = True

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        with self._opened() as archive:
            self._names = sorted(archive.names)

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self._names

    def names(self, folder: str) -> list[str]:
        """The paths of the Parquet files in a folder, sorted."""
        return [name for name in self._names if name.startswith(f"{folder}/") and name.endswith(".parquet")]

    def read(self, path: str) -> bytes:
        """The content of a file. Raises StudyError where there is none, or where it is not safe to read."""
        if not self.has(path):
            raise self.missing(path)
        with self._opened() as archive:
            return archive.read(path)

    def missing(self, path: str) -> StudyError:
        """The error for a file that is not there."""
        return StudyError(missing_file(path, ASK, named_in=self.name))

    def path_of(self, path: str) -> str:
        """The zip, and the file in it."""
        return f"{self.name}, {path}"

    @contextmanager
    def _opened(self) -> Iterator[zip_files.Archive]:
        try:
            with zip_files.opened(self.name, "a package of crosscase", DEFAULT) as archive:
                yield archive
        except ReadError as error:
            raise StudyError(replace(problem, remedy=ASK) for problem in error.problems) from None


def find(path: str | Path) -> Source:
    """What lies at a path. Raises StudyError where it is neither a built study nor a package."""
    place = Path(path)
    if not place.exists():
        remedy = BUILD if place.name == RESULTS else f"Correct the path. {_EITHER}"
        raise StudyError(Problem(str(path), "", "the file or folder does not exist", remedy))
    source: Source = Zip(place) if place.is_file() else _folder(place)
    if not source.has(CELLS) or (place.is_file() and not is_package(source)):
        what = "it is neither the results of a built study nor a package of crosscase"
        raise StudyError(Problem(str(path), "", what, f"{BUILD} {_EITHER}"))
    return source


def is_package(source: Source) -> bool:
    """Whether it was shared as a package, without the words of interviews."""
    return source.has(contents.STUDY)


def _folder(place: Path) -> Folder:
    """A folder of results belongs to the study around it only where that study builds into it."""
    results = place / RESULTS
    if results.is_dir():
        return Folder(place, results)
    around = place.absolute().parent
    return Folder(around if place.absolute() == around / RESULTS and (around / CONFIG).is_file() else None, place)
