"""The steps that made the results, from Snakemake's records, without the names of confidential files.

1. The jobs behind the results are looked up (`snakemake_records`), also those of earlier builds.
2. Raw files have aliases ("export cz"). Only exports have a digest, published by `anonymise_export`: the digest of a
   short list of names would confirm a guess of its content.
3. The input that lists the code of a job is replaced by the files in it, named by their paths in the pipeline.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crosscase.coding.observations import ObservationKind
from crosscase.messages.errors import Problem, StudyError
from crosscase.provenance.result_digests import sha256_of
from crosscase.provenance.snakemake_records import Job, MissingRecords, behind, named
from crosscase.provenance.step_record import RecordedFile, RecordedStep
from crosscase.running import code_lists
from crosscase.running.job_records import METADATA
from crosscase.storage.schemas import Observation
from crosscase.storage.text_form import fold

MADE = ("data/processed", "results")
SLICE = "study"  # the parameter in which a rule hands over facts of the study
# No step but `anonymise_export` opens these files, not even for a digest.
_CLOSED = ("data/raw/", "data/restricted/")


def jobs_behind(results: Iterable[str], jobs: Iterable[Job]) -> list[Job]:
    """The jobs that made some results. Raises StudyError if Snakemake has no record of one."""
    try:
        return behind(results, jobs, MADE)
    except MissingRecords as error:
        what = f"Snakemake has no record of how {error.paths[0]} was made"
        remedy = "Delete data/processed and results, and build again."
        raise StudyError(Problem(str(METADATA), "", what, remedy)) from None


def export_digests(observations: Iterable[Observation]) -> dict[str, str]:
    """SHA-256 of each raw export, by its name in the study, from the observations of `anonymise_export`."""
    return {row.export: row.name for row in observations if row.kind == ObservationKind.DIGEST}


def spellings(observations: Iterable[Observation]) -> dict[str, str]:
    """What is recorded in place of a spelling of study.yaml that may name somebody, as rules may hand it over."""
    rows = [row for row in observations if row.kind == ObservationKind.SPELLING]
    return {written: row.detail for row in rows for written in (row.name, fold(row.name))}


def describe(
    jobs: Iterable[Job],
    rules: Mapping[str, Mapping[str, Any]],
    confidential: Mapping[str, str],
    exports: Mapping[str, str],
) -> list[RecordedStep]:
    """A step for each job, sorted by rule and outputs.

    `rules` gives for each rule `doc`, `script` and `parameters` (the possible values of each name), `confidential` the
    alias of a file by its path, and what stands for other texts, `exports` the digest of an export by its alias.
    """
    return [_Describer(confidential, exports).step(job, rules[job.rule]) for job in jobs]


class _Describer:
    """Describes jobs without the names of confidential files."""

    def __init__(self, confidential: Mapping[str, str], exports: Mapping[str, str]) -> None:
        self._confidential = confidential
        self._exports = exports

    def step(self, job: Job, rule: Mapping[str, Any]) -> RecordedStep:
        lists = [path for path in job.inputs if path.startswith(code_lists.FOLDER)]
        code = {file: digest for path in lists for file, digest in code_lists.read(path).items()}
        inputs = {path: digest for path, digest in job.inputs.items() if path not in lists}
        outputs = {path: None if path.startswith(_CLOSED) else sha256_of(path) for path in job.outputs}
        return {
            "rule": job.rule,
            "doc": rule["doc"],
            "script": rule["script"],
            "outputs": _file_records(outputs),
            "inputs": _file_records(dict(self._input(path, digest) for path, digest in inputs.items())),
            "parameters": self._renamed(_spread(named(job.parameters, rule["parameters"]))),
            "code": _file_records(code),
            "environment_sha256": job.environment_sha256,
        }

    def _input(self, path: str, digest: str | None) -> tuple[str, str | None]:
        """The path or alias of an input, and its digest."""
        if path in self._confidential:
            name = self._confidential[path]
            return name, self._exports.get(name)
        if path.startswith(_CLOSED):
            return Path(path).parent.as_posix(), None
        return path, digest or sha256_of(path)

    def _renamed(self, value: Any) -> Any:
        """A parameter, with aliases in place of confidential paths."""
        if isinstance(value, dict):
            return {self._renamed(str(key)): self._renamed(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return list(map(self._renamed, value))
        return self._confidential.get(value, value) if isinstance(value, str) else value


def _spread(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters by name, each fact of the slice of the study among them, see `study.slices`."""
    others = {name: value for name, value in parameters.items() if name != SLICE}
    return dict(sorted({**parameters.get(SLICE, {}), **others}.items()))


def _file_records(digests: Mapping[str, str | None]) -> list[RecordedFile]:
    return [{"path": path, "sha256": digest} for path, digest in sorted(digests.items())]
