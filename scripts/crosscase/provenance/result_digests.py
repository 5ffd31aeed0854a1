"""The digests of the files in a results folder, for comparing two builds.

1. Two builds are compared in all results except those that the manifest calls volatile: they describe one checkout.
2. The list `results.sha256` and the verdict of a rebuild are about what readers read: tables, figures, cells, checks.
   These are the results that `steps.json` records. Later files (page, manifest, package) contain digests of the code
   or show the verdict. Neither an edited comment nor the verdict therefore changes the subject of the verdict.
"""

import json
from collections.abc import Mapping
from hashlib import file_digest, sha256
from pathlib import Path

from crosscase.messages.errors import StudyError, missing_file
from crosscase.provenance import step_record
from crosscase.provenance.step_record import StepRecord

RESULTS = "results"
LIST = "results.sha256"  # in the format of sha256sum, for `sha256sum --check`
VERDICT = "reproduced.json"
_MANIFEST = "provenance/manifest.json"
_STEPS = step_record.STEPS.removeprefix(f"{RESULTS}/")


def digests(folder: str | Path) -> dict[str, str]:
    """SHA-256 of each file below a results folder, by its path within it, sorted, without hidden and volatile files."""
    root = Path(folder)
    manifest = root / _MANIFEST
    volatile = json.loads(manifest.read_text(encoding="utf-8"))["volatile"] if manifest.exists() else []
    left_out = {name.removeprefix(f"{RESULTS}/") for name in volatile}
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return {name: sha256_of(root / name) for name in names if name not in left_out and not _hidden(name)}


def of_readers(folder: str | Path) -> dict[str, str]:
    """SHA-256 of each result that readers read, computed from the files, sorted by path within a results folder.

    Raises StudyError if there is no record of the steps. A recorded file that does not exist is left out.
    """
    root = Path(folder)
    if not (root / _STEPS).exists():
        raise StudyError(missing_file(str(root / _STEPS), "Build the study first."))
    names = recorded(step_record.read(root / _STEPS))
    return {name: sha256_of(root / name) for name in names if (root / name).is_file()}


def recorded(record: StepRecord) -> dict[str, str]:
    """SHA-256 of each result that readers read, from the record of the steps, sorted by path within results."""
    outputs = (output for step in record["steps"] for output in step["outputs"])
    found = {output["path"]: output["sha256"] or "" for output in outputs}
    return {path.removeprefix(f"{RESULTS}/"): found[path] for path in sorted(found) if path.startswith(f"{RESULTS}/")}


def together(found: Mapping[str, str]) -> str:
    """One digest of many files, from their digests."""
    return sha256(text(found).encode()).hexdigest()


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


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))
