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
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from verifier.pages import plain

if TYPE_CHECKING:
    from verifier.words import Words

METADATA = "ro-crate-metadata.json"
MOST_FILES, MOST_BYTES, MOST_PACKED = 50_000, 2 * 2**30, 200
_HEADER, _DESCRIPTOR, _END = 30, 24, 22  # bytes: before each file, behind it at the most, at the end
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
        """The rows of a CSV file, its heading first, without the signs that keep spreadsheets from running a text."""
        try:
            text = self.text(name).removeprefix("\ufeff")  # a study may have it in its tables, for Excel
            return [[*map(plain, row)] for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
        except csv.Error:
            raise ValueError(f"{name} cannot be read as CSV") from None

    @cached_property
    def study(self) -> Any:
        """The facts of the study."""
        return self.json("data/study.json")

    @property
    def compare(self) -> dict[str, str]:
        """The study's words for what it compares: `one`, `many`, and `id`, which is part of names of files."""
        words: dict[str, str] = self.study.get("compare", {"one": "country", "many": "countries", "id": "country"})
        return words

    @cached_property
    def words(self) -> "Words":
        """The words that its tables print."""
        from verifier.words import Words

        return Words(self)

    @property
    def sample_by(self) -> str:
        """The name of the table of the sample by group."""
        return f"sample_by_{self.compare['id']}"

    @cached_property
    def described(self) -> dict[str, dict[str, Any]]:
        """The description of each file in the crate, by path."""
        found: dict[str, dict[str, Any]] = {}
        for entity in self.graph:
            if "File" in _kinds(entity):
                name = unquote(entity["@id"])
                if name in found or not all(isinstance(entity.get(key), str) for key in ("sha256", "contentSize")):
                    raise ValueError(f"{METADATA}: the description of {name} has no digest and size, or is one of two")
                found[name] = entity
        return found

    @cached_property
    def graph(self) -> list[dict[str, Any]]:
        """The entities of the description, each with an identifier of its own and a kind."""
        content = self.json(METADATA)
        graph = content.get("@graph") if isinstance(content, dict) else None
        if not isinstance(graph, list) or not all(map(_is_entity, graph)):
            raise ValueError(f"{METADATA} does not describe a package")
        for name, times in Counter(entity["@id"] for entity in graph).items():
            if times > 1:
                raise ValueError(f"{METADATA} describes {name} {times} times")
        return graph


def _kinds(entity: dict[str, Any]) -> list[str]:
    kind = entity["@type"]
    return [kind] if isinstance(kind, str) else kind


def _is_entity(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("@id"), str):
        return False
    kind = value.get("@type")
    return isinstance(kind, str) or (isinstance(kind, list) and all(isinstance(name, str) for name in kind))


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
        _require_nothing_beside(archive, path)
        return archive
    except FileNotFoundError:
        raise Refused("it does not exist; a build makes a package if the study has a CITATION.cff") from None
    except (OSError, ValueError, zipfile.BadZipFile):
        raise Refused("it is neither a folder nor a readable zip file") from None


def _require_nothing_beside(archive: zipfile.ZipFile, path: Path) -> None:
    """Raise Refused if bytes lie before, between or behind the files and their list: another program may read those."""
    end = 0
    with path.open("rb") as stream:
        for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
            stream.seek(info.header_offset)
            header = stream.read(_HEADER)
            if not 0 <= info.header_offset - end <= _DESCRIPTOR or header[:4] != b"PK\3\4":
                raise Refused("it has bytes that belong to no file in it")
            names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
            end = info.header_offset + _HEADER + names + info.compress_size
        stream.seek(-_END, io.SEEK_END)
        last = stream.read()
    start = archive.start_dir
    if not 0 <= start - end <= _DESCRIPTOR or last[:4] != b"PK\5\6" or last[-2:] != b"\0\0":
        raise Refused("it has bytes that belong to no file in it")


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
        if not info.filename.endswith("/"):  # is_dir() fails for an empty name
            yield name, info.file_size


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    for path in sorted(folder.rglob("*")):
        name, mode = path.relative_to(folder).as_posix(), path.lstat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise Refused(f"a file in it is a link or a device: {name!r}")
        if stat.S_ISREG(mode):
            yield name, path.lstat().st_size
