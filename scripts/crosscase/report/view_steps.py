"""The steps of a build, from `provenance/steps.json`, for the reviewer's page.

A file that many steps share is stored once and referred to by its number. The steps behind a file are the step that
made it, the steps that made its inputs, and so on, in an order in which they can run.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from crosscase.provenance import step_graph, step_record
from crosscase.provenance.step_graph import StepFiles
from crosscase.provenance.step_record import RecordedFile, RecordedStep

_BY_EXPORT = "data/processed"  # the folder whose subfolders have a file for each export


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list of steps."""

    rule: str
    doc: str
    jobs: int
    script: str
    digest: str  # of the script


def rules(steps: Iterable[RecordedStep]) -> list[RuleLine]:
    """The rules of the steps, in the order of the steps, each with its script."""
    found: dict[str, RuleLine] = {}
    for step in steps:
        jobs = found[step["rule"]].jobs if step["rule"] in found else 0
        digest = next((file["sha256"] for file in step["code"] if file["path"] == step["script"]), "")
        found[step["rule"]] = RuleLine(step["rule"], step["doc"], jobs + 1, step["script"], digest or "")
    return list(found.values())


def ordered(steps: Sequence[RecordedStep]) -> list[RecordedStep]:
    """The steps, each after those whose outputs it reads, otherwise in the given order."""
    return [steps[number] for number in step_graph.in_order(_files(steps))]


def behind(steps: Sequence[RecordedStep], path: str) -> list[int]:
    """Numbers of the steps that made a file, directly or indirectly, sorted; empty if no step made it."""
    return sorted(step_graph.numbers_behind([path], _files(steps)))


def _files(steps: Iterable[RecordedStep]) -> list[StepFiles]:
    return [StepFiles(step_record.paths(step["inputs"]), step_record.paths(step["outputs"])) for step in steps]


def outputs(steps: Iterable[RecordedStep], folder: str) -> dict[str, str | None]:
    """The digest of each file below a folder that a step made, sorted by path."""
    files = (file for step in steps for file in step["outputs"])
    return dict(sorted((file["path"], file["sha256"]) for file in files if file["path"].startswith(f"{folder}/")))


def packed(steps: Sequence[RecordedStep], exports: Collection[str]) -> dict[str, object]:
    """The steps with numbers instead of files; steps of one export name it."""
    numbers: dict[tuple[str, str | None], int] = {}

    def numbered(files: Iterable[RecordedFile]) -> list[int]:
        return [numbers.setdefault((file["path"], file["sha256"]), len(numbers)) for file in files]

    packed_steps = [
        {
            **{key: step[key] for key in ("rule", "doc", "script", "parameters")},
            **{key: numbered(step[key]) for key in ("inputs", "outputs", "code")},
            "export": next(_export_of(step, exports), None),
        }
        for step in steps
    ]
    return {"files": list(numbers), "steps": packed_steps}


def _export_of(step: RecordedStep, exports: Collection[str]) -> Iterator[str]:
    """The export of a step that works on one export, if any."""
    for file in step["outputs"]:
        path = PurePath(file["path"])
        if str(path.parent.parent) == _BY_EXPORT and path.stem in exports:
            yield path.stem
