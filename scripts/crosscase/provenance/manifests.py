"""The manifest: every file of the results with its digest, size, media type and the rule that made it.

It lists files that may be shared. The archive contains words of interviews, so it is not listed.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypedDict

from crosscase.provenance.result_digests import sha256_of

# The table of the standard library depends on the machine.
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".tex": "application/x-tex",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Entry(TypedDict):
    """A file of the manifest."""

    path: str
    sha256: str
    bytes: int
    media_type: str
    rule: str


class Manifest(TypedDict):
    """The form of `results/provenance/manifest.json`."""

    files: list[Entry]
    held_back: list[str]  # paths of the files that stay with the study
    volatile: list[str]  # paths of files that are not among `files`, since they change without the results


def read(path: str | Path) -> Manifest:
    """The manifest in a file. Raises OSError if it cannot be read."""
    manifest: Manifest = json.loads(Path(path).read_text(encoding="utf-8"))
    return manifest


def describe(
    paths: Iterable[str], rules: Mapping[str, str], held_back: Iterable[str], volatile: Iterable[str]
) -> Manifest:
    """The manifest of some files, sorted. `rules` gives the rule of each path."""
    return {
        "files": [_entry(path, rules[path]) for path in sorted(paths)],
        "held_back": sorted(held_back),
        "volatile": sorted(volatile),
    }


def _entry(path: str, rule: str) -> Entry:
    return {
        "path": path,
        "sha256": sha256_of(path),
        "bytes": Path(path).stat().st_size,
        "media_type": MEDIA_TYPES.get(Path(path).suffix, "application/octet-stream"),
        "rule": rule,
    }
