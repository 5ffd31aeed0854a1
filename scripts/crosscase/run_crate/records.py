"""The steps of a run: a list of jobs from Snakemake's records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that a job read or wrote. A confidential file has an alias instead of a path."""

    path: str
    sha256: str | None  # None: not published


@dataclass(frozen=True, slots=True)
class Step:
    """A job: one run of a rule."""

    rule: str
    doc: str  # the rule's docstring
    script: str
    outputs: list[FileRecord]
    inputs: list[FileRecord]
    parameters: dict[str, Any]
    code: list[FileRecord]  # the script and what it imports


@dataclass(frozen=True, slots=True)
class Run:
    """All jobs behind the results, and their software."""

    steps: list[Step]
    version: str  # of the workflow
    python: str
    libraries: dict[str, str]  # version by name


def read(entries: Iterable[Mapping[str, Any]], version: str, python: str, libraries: Mapping[str, str]) -> Run:
    """A run from the plain mappings of a JSON file. Raises KeyError or TypeError if they have another form."""
    steps = sorted(map(_step, entries), key=lambda step: (step.rule, [file.path for file in step.outputs]))
    return Run(steps, version, python, dict(sorted(libraries.items())))


def in_order(steps: Iterable[Step]) -> list[str]:
    """The rules in an order in which they can run: each after the rules whose outputs it reads, otherwise by name."""
    jobs = list(steps)
    made_by = {output.path: job.rule for job in jobs for output in job.outputs}
    needs: dict[str, set[str]] = {job.rule: set() for job in jobs}
    for job in jobs:
        needs[job.rule] |= {made_by[file.path] for file in job.inputs if file.path in made_by} - {job.rule}
    ordered: list[str] = []
    while len(ordered) < len(needs):
        ready = [rule for rule, before in needs.items() if rule not in ordered and before <= set(ordered)]
        # A circle cannot have been run. If records contain one, its rules come in the order of names.
        ordered.append(min(ready or needs.keys() - set(ordered)))
    return ordered


def _step(entry: Mapping[str, Any]) -> Step:
    files = {name: [FileRecord(**file) for file in entry[name]] for name in ("outputs", "inputs", "code")}
    return Step(entry["rule"], entry["doc"], entry["script"], parameters=dict(entry["parameters"]), **files)
