"""Results of a built study, and their digests."""

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from crosscase.provenance import result_digests
from tests.builders.projects import Study


def rows(study: Study, path: str) -> list[dict[str, str]]:
    with (study.folder / path).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def digests(study: Study, *folders: str) -> dict[str, str]:
    """Digest of every file below some folders but those that tell of the pipeline's folder as it is now."""
    return {
        f"{folder}/{name}": digest
        for folder in folders
        for name, digest in result_digests.digests(study.folder / folder).items()
    }


def not_of_the_team(study: Study) -> str:
    """A pattern for what does not follow a folder of data/restricted: files there are called after their export."""
    return "".join(f"(?<!{path.name}/)" for path in (study.folder / "data/restricted").iterdir() if path.is_dir())


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words. It looks at their common beginnings once, and so is fast with hundreds."""
    rest = set(words)
    if len(rest) == 1:
        return re.escape(rest.pop())
    by_first: dict[str, set[str]] = {}
    for word in rest - {""}:
        by_first.setdefault(word[0], set()).add(word[1:])
    branches = (re.escape(first) + any_of(tails) for first, tails in sorted(by_first.items()))
    return f"(?:{'|'.join(branches)}){'?' if '' in rest else ''}"


def published_text(study: Study) -> dict[str, str]:
    """All that a build leaves outside data/raw and data/restricted, as text, by the first file that holds it."""
    files: dict[str, str] = {}
    folders = ("data/processed", "results", "logs", ".snakemake/metadata", ".snakemake/log", ".snakemake/scripts")
    for folder in folders:
        for path in sorted((study.folder / folder).rglob("*")):
            if path.suffix == ".parquet":
                files.setdefault(repr(pq.read_table(path).to_pylist()), str(path))
            elif path.suffix == ".zip":
                for name, text in _packed(path):
                    files.setdefault(text, f"{path}: {name}")
            elif path.is_file():
                files.setdefault(path.read_bytes().decode("utf-8", "replace"), str(path))
    return {path: text for text, path in files.items()}


def _packed(path: Path) -> Iterator[tuple[str, str]]:
    """The files in an archive, and what it says about each beside its content."""
    with zipfile.ZipFile(path) as archive:
        yield "its own comment", repr(archive.comment)
        for info in archive.infolist():
            yield info.filename, archive.read(info).decode("utf-8", "replace")
            yield f"{info.filename}, described", f"{info.filename} {info.comment!r} {info.extra!r}"
