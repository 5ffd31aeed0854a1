"""The digests of the files in a results folder, for comparing two builds.

There are three kinds of files, distinguished by their paths:

- volatile files, which describe one checkout or a stopped build, and are not compared;
- dependent files, which show the verdict of the last rebuild or are made from files that show it;
- the core, all others. The verdict is about the core, so that it cannot change its own subject.
"""

from collections.abc import Mapping
from hashlib import file_digest, sha256
from pathlib import Path

from crosscase.running.steps import NOTICE

RESULTS = "results"
LIST = "results.sha256"  # in the format of sha256sum, for `sha256sum --check`
VERDICT = "reproduced.json"
_VOLATILE = ("provenance/checkout.json", NOTICE.name, "report.html", "report.zip")  # the last two: Snakemake's report
# The archive is built only on request: one of two folders may have it.
_NOT_CORE = ("report/", "provenance/manifest.json", "provenance/crate", "leaks/", "archive/")


def digests(folder: str | Path) -> dict[str, str]:
    """SHA-256 of each file below a folder, by its path within it, sorted, without hidden and volatile files."""
    root = Path(folder)
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return {name: sha256_of(root / name) for name in names if not _is_left_out(name)}


def core(found: Mapping[str, str]) -> dict[str, str]:
    """The digests of the core, sorted by path."""
    return {name: found[name] for name in sorted(found) if not name.startswith(_NOT_CORE) and not _is_left_out(name)}


def core_sha256(found: Mapping[str, str]) -> str:
    """One digest of the core of a results folder, from the digests of its files."""
    return sha256(text(core(found)).encode()).hexdigest()


def text(found: Mapping[str, str]) -> str:
    """The digests as lines for `sha256sum --check` in the folder of the study."""
    return "".join(f"{digest}  {RESULTS}/{name}\n" for name, digest in sorted(found.items()))


def read(path: str | Path) -> dict[str, str]:
    """The digests of a list written by `text`, by their paths within the results folder."""
    lines = (line.split("  ", 1) for line in Path(path).read_text(encoding="utf-8").splitlines())
    return {name.removeprefix(f"{RESULTS}/"): digest for digest, name in lines}


def sha256_of(path: str | Path) -> str:
    """SHA-256 of one file."""
    with open(path, "rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _is_left_out(name: str) -> bool:
    return name in _VOLATILE or any(part.startswith(".") for part in name.split("/"))
