"""The form of `results/provenance/steps.json`: the steps that made the results, their files and their software."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypedDict

STEPS = "results/provenance/steps.json"


class RecordedFile(TypedDict):
    """A file, or the alias of a confidential file, which has no digest unless it is an export."""

    path: str
    sha256: str | None


class RecordedStep(TypedDict):
    """One job of a rule."""

    rule: str
    doc: str  # the rule's docstring
    script: str
    outputs: list[RecordedFile]
    inputs: list[RecordedFile]
    parameters: dict[str, Any]  # any JSON values
    code: list[RecordedFile]  # the script and what it imports
    environment_sha256: str | None


class Software(TypedDict):
    """The software of a build."""

    crosscase: str  # version
    code_sha256: str
    lock_sha256: str
    environment_sha256: str
    python: str
    libraries: dict[str, str]  # version by name


class Head(Software):
    """The facts that all steps share."""

    codebook_sha256: str
    exports: dict[str, str]  # SHA-256 of each raw export, by its name in the study


class StepRecord(Head):
    """The whole record."""

    steps: list[RecordedStep]


def read(path: str | Path) -> StepRecord:
    """The record in a file. Raises OSError if it cannot be read."""
    record: StepRecord = json.loads(Path(path).read_text(encoding="utf-8"))
    return record


def paths(found: Iterable[RecordedFile]) -> list[str]:
    """The paths of some files."""
    return [file["path"] for file in found]
