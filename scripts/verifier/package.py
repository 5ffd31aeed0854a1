"""A package as a folder or a zip: opened without unpacking, and refused if it is dangerous."""

import csv
import io
import json
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

METADATA = "ro-crate-metadata.json"
MOST_FILES, MOST_BYTES, MOST_PACKED = 50_000, 2 * 2**30, 200
Row = dict[str, str]


class Refused(Exception):
    """The package is not one, or is dangerous to read."""


class Package:
    """The files of a folder or a zip, read without unpacking."""

    def __init__(self, path: Path) -> None:
        self._zip = None if path.is_dir() else _opened(path)
        self._folder = path
        self.sizes = dict(_members(self._zip) if self._zip else _files(path))
        if len(self.sizes) > MOST_FILES or sum(self.sizes.values()) > MOST_BYTES:
            raise Refused(f"it contains more than {MOST_FILES} files or {MOST_BYTES >> 30} GB")

    def read(self, name: str) -> bytes:
        """The content of a file."""
        if name not in self.sizes:
            raise ValueError(f"{name} is missing")
        if self._zip is None:
            return (self._folder / name).read_bytes()
        try:
            with self._zip.open(name) as stream:
                return stream.read(self.sizes[name] + 1)  # not more than its stated size
        except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, zlib.error) as error:
            raise ValueError(f"{name} is damaged") from error

    def text(self, name: str) -> str:
        """The content of a file that is text."""
        try:
            return self.read(name).decode("utf-8")
        except UnicodeDecodeError:
            raise ValueError(f"{name} is not UTF-8") from None

    def json(self, name: str) -> Any:
        """The content of a JSON file."""
        try:
            return json.loads(self.read(name))
        except (ValueError, RecursionError):
            raise ValueError(f"{name} cannot be read as JSON") from None

    def rows(self, name: str) -> list[Row]:
        """The rows of a CSV file by the names of its columns."""
        head, *rows = self.table(name) or [[]]
        if any(len(row) != len(head) for row in rows):
            raise ValueError(f"{name} has rows of different lengths")
        return [dict(zip(head, row, strict=True)) for row in rows]

    def table(self, name: str) -> list[list[str]]:
        """The rows of a CSV file, its heading first."""
        try:
            return list(csv.reader(io.StringIO(self.text(name), newline=""), strict=True))
        except csv.Error:
            raise ValueError(f"{name} cannot be read as CSV") from None

    @cached_property
    def study(self) -> Any:
        """The facts of the study."""
        return self.json("data/study.json")

    @cached_property
    def described(self) -> dict[str, dict[str, Any]]:
        """The description of each file in the crate, by path."""
        try:
            graph = self.json(METADATA)["@graph"]
            kinds = {unquote(entity["@id"]): (entity, entity["@type"]) for entity in graph}
        except (AttributeError, KeyError, TypeError):
            raise ValueError(f"{METADATA} does not describe a package") from None
        return {name: entity for name, (entity, kind) in kinds.items() if kind == "File" or "File" in [*kind]}


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError:
        raise Refused("it does not exist; a build makes a package if the study has a CITATION.cff") from None
    except (OSError, ValueError, zipfile.BadZipFile):
        raise Refused("it is neither a folder nor a readable zip file") from None


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, int]]:
    names = Counter(info.orig_filename for info in archive.infolist())
    for info in archive.infolist():
        name, mode = info.orig_filename, info.external_attr >> 16
        parts = name.removesuffix("/").split("/")
        if set(parts) & {"", ".", ".."} or re.search(r"[\\:\0]", name):
            raise Refused(f"a file in it has a path outside of it: {name!r}")
        if names[name] > 1:
            raise Refused(f"two files in it have the same name: {name!r}")
        if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_IFMT(mode) == 0):
            raise Refused(f"a file in it is a link or a device: {name!r}")
        if info.flag_bits & 1:
            raise Refused(f"a file in it is locked with a password: {name!r}")
        if info.file_size > 2**20 + MOST_PACKED * info.compress_size:
            raise Refused(f"a file in it is compressed more than any table can be: {name!r}")
        if not info.is_dir():
            yield name, info.file_size


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    for path in sorted(folder.rglob("*")):
        name, mode = path.relative_to(folder).as_posix(), path.lstat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise Refused(f"a file in it is a link or a device: {name!r}")
        if stat.S_ISREG(mode):
            yield name, path.lstat().st_size
