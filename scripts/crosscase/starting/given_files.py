"""The files that `crosscase new` is given, those of folders among them, and where the copy of each export goes.

A folder is walked. What is in it need not be an export: lock files, notes and pictures are left out, each in a line. A
file that is named itself must be one. Keys and copies are called after the tool and a number, never after the file: its
name may be that of a person, and study.yaml is public. A file that is called like a country keeps the country's code.
"""

import os
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from crosscase.messages.errors import Problem, UsageError
from crosscase.messages.wording import counted
from crosscase.starting import countries
from crosscase.starting.found import PROJECT, stem
from crosscase.storage.text_form import fold

FOLDER = "data/raw/exports"
_MOST_FILES = 2000  # in a folder
_LETTERS_OF_CODE = 3
_ENDING = re.compile(r"\.[a-z0-9]{1,9}")
_WORD = re.compile(r"[^\W_]+")
_OF_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
_TOOLS = {"tidy": "table", "refi_qda": "refi"}  # other formats are called after the tool


@dataclass(frozen=True, slots=True)
class Given:
    """The files to read, those of them that lie in a folder, and the files that are left out."""

    files: list[str]
    of_folders: frozenset[str]
    left_out: list[str]  # each with the reason


def find(paths: Sequence[str], study: Path) -> Given:
    """All files of the paths. The folder of the new study is no part of a folder around it.

    Raises UsageError if a folder has no file, or far more than a study has exports.
    """
    files: dict[str, None] = {}
    of_folders, left_out = set(), []
    for path in paths:
        place = Path(path).expanduser()
        if not place.is_dir():
            files[str(place)] = None
            continue
        inside = list(_walk(place, study))
        if not inside:
            raise UsageError(Problem(path, "", "no file is in it", "Name the exports."))
        if len(inside) > _MOST_FILES:
            what = f"it has {counted(len(inside), 'file')}"
            raise UsageError(Problem(path, "", what, "Name the exports, or a folder that has them alone."))
        left_out += [file for file in inside if _is_of_system(Path(file).name)]
        files |= dict.fromkeys(file for file in inside if not _is_of_system(Path(file).name))
        of_folders |= set(inside)
    left_out = [f"{file}, which is no export" for file in left_out]
    kept, copies = _without_copies(files)
    return Given(kept, frozenset(of_folders), left_out + copies)


def _without_copies(files: Iterable[str]) -> tuple[list[str], list[str]]:
    """The files without those that are the same, byte by byte, as one before, and a sentence on each of these."""
    first: dict[str, str] = {}
    kept, same = [], []
    for file in files:
        digest = _digest(file)
        if digest in first:
            same.append(f"{file}, which is the same file as {first[digest]}")
        else:
            kept.append(file)
            first |= {digest: file} if digest else {}
    return kept, same


def _digest(file: str) -> str:
    """The digest of a file that has content; empty if it cannot be read."""
    try:
        with open(file, "rb") as stream:
            return file_digest(stream, "sha256").hexdigest() if Path(file).stat().st_size else ""
    except OSError:
        return ""


def _walk(folder: Path, study: Path) -> Iterator[str]:
    """The files below a folder, of a project of QualCoder its database alone."""
    if (folder / PROJECT).is_file():
        yield str(folder / PROJECT)
        return
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith((".", "__MACOSX")) and Path(place, name).resolve() != study.resolve()
        )
        projects = [name for name in folders if Path(place, name, PROJECT).is_file()]
        folders[:] = [name for name in folders if name not in projects]
        yield from sorted(
            [*(str(Path(place, name, PROJECT)) for name in projects), *(str(Path(place, n)) for n in names)]
        )


def _is_of_system(name: str) -> bool:
    """Whether a system or a program made the file beside others: a lock, a list of pictures."""
    return name.startswith((".", "~$")) or name.casefold() in _OF_SYSTEM


def keys(formats: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The key of each export in study.yaml, by its file and sheet; `formats` gives the format of each."""
    codes = {given: _code_of_country(given[0]) for given in formats}
    shared = Counter(codes.values())
    numbers: Counter[str] = Counter()
    found = {}
    for given, format in formats.items():
        tool = _TOOLS.get(format, format.partition("_")[0])
        numbers[tool] += not (codes[given] and shared[codes[given]] == 1)
        found[given] = codes[given] if codes[given] and shared[codes[given]] == 1 else f"{tool}_{numbers[tool]}"
    return found


def _code_of_country(path: str) -> str:
    called = fold(stem(path))
    iso = countries.iso_of(called)
    return called if iso and called.isascii() and len(called) < _LETTERS_OF_CODE else iso.lower()


def copies(exports: Mapping[tuple[str, str], str], study: Path) -> dict[str, str]:
    """Where the copy of each file goes, called like its first export. One that lies in its place stays there."""
    found: dict[str, str] = {}
    for (path, _), name in exports.items():
        place = Path(path)
        ending = ending_of(path)
        own = f"{FOLDER}/{place.name}"
        in_place = os.path.realpath(path) == os.path.realpath(study / own)
        found.setdefault(path, own if in_place else f"{FOLDER}/{name}{ending}")
    return found


def ending_of(path: str) -> str:
    """The ending of a file's name with its dot, if it is a usual one."""
    ending = Path(path).suffix.casefold()
    return ending if _ENDING.fullmatch(ending) else ""


def may_be_shown(path: str, documents: Collection[str]) -> bool:
    """Whether the name of a file holds no document's name, which may be that of a person."""
    words = f" {_words(stem(path))} "
    return not any(f" {name} " in words for name in map(_words, documents) if name)


def _words(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))
