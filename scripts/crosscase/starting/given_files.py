"""The files that `crosscase new` is given, those of folders among them, and where the copy of each export goes.

A folder is walked. What is in it need not be an export: lock files, notes and pictures are left out, each in a line. A
file that is named itself must be one. Keys and copies are called after the tool and a number, never after the file: its
name may be that of a person, and study.yaml is public. A file that is called like a country keeps the country's code.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from crosscase.messages.errors import Problem, UsageError
from crosscase.messages.wording import counted
from crosscase.starting import countries
from crosscase.starting.found import PROJECT, stem
from crosscase.starting.left_out import LeftOut
from crosscase.starting.unchanged_files import digest_of
from crosscase.storage.text_form import fold

FOLDER = "data/raw/exports"
_MOST_FILES = 2000  # in a folder
_LETTERS_OF_CODE = 3
_EMPTY = sha256().hexdigest()
_ENDING = re.compile(r"\.[a-z0-9]{1,9}")
_OF_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
_TOOLS = {"tidy": "table", "refi_qda": "refi"}  # other formats are called after the tool


@dataclass(frozen=True, slots=True)
class Given:
    """The files to read, each with the given folder in which it lies (empty: named itself), and those left out."""

    files: dict[str, str]
    left_out: list[LeftOut]


def find(paths: Sequence[str], study: Path) -> Given:
    """All files of the paths. The folder of the new study is no part of a folder around it.

    Raises UsageError if a folder has no file, or far more than a study has exports.
    """
    files: dict[str, str] = {}
    left_out = []
    for path in paths:
        place = Path(path).expanduser()
        if not place.is_dir():
            files[str(place)] = ""
            continue
        inside = list(_walk(place, study))
        if not inside:
            raise UsageError(Problem(path, "", "no file is in it", "Name the exports."))
        if len(inside) > _MOST_FILES:
            what = f"it has {counted(len(inside), 'file')}"
            raise UsageError(Problem(path, "", what, "Name the exports, or a folder that has them alone."))
        for file in inside:
            if _is_of_system(Path(file).name):
                left_out.append(LeftOut(file, ", which is no export", str(place)))
            else:
                files.setdefault(file, str(place))
    kept, copies = _without_copies(files)
    return Given(kept, left_out + copies)


def _without_copies(files: Mapping[str, str]) -> tuple[dict[str, str], list[LeftOut]]:
    """The files without those that are the same, byte by byte, as one before, and these."""
    first: dict[str, str] = {}
    kept, same = {}, []
    for file, folder in files.items():
        digest = digest_of(file)
        if digest != _EMPTY and digest in first:
            same.append(LeftOut(file, ", which is the same file as ", folder, first[digest]))
        else:
            kept[file] = folder
            first |= {digest: file} if digest else {}
    return kept, same


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
