"""What Snakemake has recorded of the jobs behind some files. Knows nothing of any study.

Snakemake 9 keeps in `.snakemake/metadata` one JSON file an output file of a job. Its name is the output's
path in URL-safe Base64; one that is too long for a file is cut, and all parts but the last are folders that
begin with `@`. A record stays until its output is made anew, so those of earlier builds are there, too; those
of files that nothing is made of any longer as well, which is why jobs are looked up from what is wanted.

A record holds neither its job nor the names of the parameters. The outputs of a job are known by their equal
rule, logs, inputs and parameters: Snakemake sees to it that the logs of two jobs of one rule differ.
"""

import ast
import json
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

METADATA = Path(".snakemake/metadata")


@dataclass(frozen=True, slots=True)
class Job:
    """A job that was run, as far as its records tell. Paths are as in the workflow."""

    rule: str
    outputs: tuple[str, ...]  # that are there; sorted
    inputs: Mapping[str, str | None]  # path and SHA-256 when the job ended, where Snakemake took one; sorted
    parameters: tuple[str, ...]  # as Python writes them, sorted, without their names
    environment_sha256: str | None  # of the file of the rule's conda environment


class MissingRecords(Exception):
    """Files that should have been made by jobs, of which there are no records."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = sorted(paths)
        super().__init__(", ".join(self.paths))


def read(folder: Path = METADATA) -> list[Job]:
    """All jobs on record whose outputs are there, sorted by rule and outputs. Run in the workflow's folder."""
    outputs: dict[tuple[object, ...], list[str]] = {}
    records: dict[tuple[object, ...], dict[str, Any]] = {}
    for path in folder.rglob("*"):
        if path.is_file() and Path(output := _decoded(path.relative_to(folder))).exists():
            try:
                record = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                continue  # cut off by a kill: Snakemake passes over it and makes the output again
            job = (record["rule"], *(tuple(record[key] or ()) for key in ("log", "input", "params")))
            outputs.setdefault(job, []).append(output)
            records[job] = record
    jobs = [_job(sorted(found), records[job]) for job, found in outputs.items()]
    return sorted(jobs, key=lambda job: (job.rule, job.outputs))


def behind(targets: Iterable[str], jobs: Iterable[Job], made_below: Collection[str]) -> list[Job]:
    """The jobs that made some files, and all that these were made of, in the order of `jobs`.

    Raises MissingRecords for a target, or an input below one of the folders `made_below`, that no job made.
    """
    jobs = list(jobs)
    maker = {output: job for job in jobs for output in job.outputs}
    seen: set[str] = set()
    waiting = list(targets)
    missing = {path for path in waiting if path not in maker}
    while waiting:
        path = waiting.pop()
        if path in maker and path not in seen:
            seen.update(maker[path].outputs)
            waiting += maker[path].inputs
        elif path not in maker and path.startswith(tuple(f"{folder}/" for folder in made_below)):
            missing.add(path)
    if missing:
        raise MissingRecords(missing)
    return [job for job in jobs if seen.intersection(job.outputs)]


def named(values: Iterable[str], names: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """The parameters of a job by name, from the values that each name can have, as Python writes them.

    What no name can have stands under "unnamed": the rule has changed since.
    """
    left = list(values)
    found: dict[str, Any] = {}
    for name, possible in sorted(names.items(), key=lambda item: len(item[1])):
        value = next((value for value in left if value in possible), None)
        if value is not None:
            left.remove(value)
            found[name] = _evaluated(value)
    return dict(sorted(found.items())) | ({"unnamed": list(map(_evaluated, left))} if left else {})


def _decoded(path: Path) -> str:
    return urlsafe_b64decode("".join(part.removeprefix("@") for part in path.parts)).decode()


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
    """A digest from how Snakemake writes it; None where it took another one, or none since the file is too large."""
    algorithm, _, digest = (checksum or "").rpartition(":")
    return digest if algorithm in ("", "sha256") and digest else None


def _evaluated(value: str) -> Any:
    try:
        return ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return value
