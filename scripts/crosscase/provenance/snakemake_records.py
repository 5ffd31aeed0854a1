"""Snakemake's records of the jobs behind some files, independent of any study.

Snakemake 9 keeps one JSON file for each output file (`running.job_records` says where). A record stays until its output
is made again, so records of earlier builds exist, too, also those of files that no rule makes any more. Jobs are
therefore looked up from the files in question.

A record names neither its job nor its parameters. Outputs with the same rule, logs, inputs and parameters belong to one
job: Snakemake makes sure that the logs of two jobs of one rule differ.
"""

import ast
import json
from base64 import b64decode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from crosscase.provenance import step_graph
from crosscase.provenance.step_graph import StepFiles
from crosscase.running import job_records
from crosscase.running.job_records import METADATA


@dataclass(frozen=True, slots=True)
class Job:
    """A job that was run, from its records. Paths are as in the workflow."""

    rule: str
    outputs: tuple[str, ...]  # existing ones, sorted
    inputs: Mapping[str, str | None]  # path and SHA-256 at the end of the job, or None if Snakemake has none; sorted
    parameters: tuple[str, ...]  # in Python's notation, sorted, without names
    environment_sha256: str | None  # digest of the rule's conda environment file


class MissingRecords(Exception):
    """Files that jobs should have made, but without records."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = sorted(paths)
        super().__init__(", ".join(self.paths))


def read(folder: Path = METADATA) -> list[Job]:
    """All recorded jobs with existing outputs, sorted by rule and outputs. Must run in the workflow's folder."""
    outputs: dict[tuple[object, ...], list[str]] = {}
    records: dict[tuple[object, ...], dict[str, Any]] = {}
    for path in folder.rglob("*"):
        if path.is_file() and Path(output := job_records.output_of(path.relative_to(folder))).exists():
            try:
                record = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                continue  # cut off by a kill: Snakemake ignores it and makes the output again
            job = (record["rule"], *(tuple(record[key] or ()) for key in ("log", "input", "params")))
            outputs.setdefault(job, []).append(output)
            records[job] = record
    jobs = [_job(sorted(found), records[job]) for job, found in outputs.items()]
    return sorted(jobs, key=lambda job: (job.rule, job.outputs))


def behind(targets: Iterable[str], jobs: Iterable[Job], made_below: Collection[str]) -> list[Job]:
    """The jobs that made some files and, directly or indirectly, their inputs, in the order of `jobs`.

    Raises MissingRecords for a target, or an input below one of the folders `made_below`, that no job made.
    """
    jobs = list(jobs)
    wanted = list(targets)
    steps = [StepFiles(job.inputs, job.outputs) for job in jobs]
    behind = set(step_graph.numbers_behind(wanted, steps))
    folders = tuple(f"{folder}/" for folder in made_below)
    read = {path for number in behind for path in jobs[number].inputs if path.startswith(folders)}
    missing = {*wanted, *read} - step_graph.makers(steps).keys()
    if missing:
        raise MissingRecords(missing)
    return [job for number, job in enumerate(jobs) if number in behind]


def named(values: Iterable[str], names: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """The parameters of a job by name, from the possible values of each name in Python's notation.

    A value that no name can have gets the name "unnamed": the rule has changed since.
    """
    left = list(values)
    found: dict[str, Any] = {}
    for name, possible in sorted(names.items(), key=lambda item: len(item[1])):
        value = next((value for value in left if value in possible), None)
        if value is not None:
            left.remove(value)
            found[name] = _evaluated(value)
    return dict(sorted(found.items())) | ({"unnamed": list(map(_evaluated, left))} if left else {})


def _job(outputs: Iterable[str], record: Mapping[str, Any]) -> Job:
    checksums = record["input_checksums"] or {}
    inputs = {path: _sha256(checksums.get(path)) for path in sorted(record["input"] or ())}
    environment = record["conda_env"]
    return Job(
        rule=record["rule"],
        outputs=tuple(outputs),
        inputs=inputs,
        parameters=tuple(record["params"] or ()),
        environment_sha256=sha256(b64decode(environment)).hexdigest() if environment else None,
    )


def _sha256(checksum: str | None) -> str | None:
    """A digest from Snakemake's notation; None for another algorithm, or if the file was too large for a digest."""
    algorithm, _, digest = (checksum or "").rpartition(":")
    return digest if algorithm in ("", "sha256") and digest else None


def _evaluated(value: str) -> Any:
    try:
        return ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return value
