"""The record of the steps of an invented study (`invented_report`)."""

from collections.abc import Sequence
from hashlib import sha256

from crosscase.provenance.step_record import RecordedFile, RecordedStep, StepRecord
from crosscase.study.facts import Domain, Group


def digest(name: str) -> str:
    """A digest of a file that is not there."""
    return sha256(name.encode()).hexdigest()


def record_of(topics: Sequence[Domain], places: Sequence[Group], title: str) -> StepRecord:
    """Three steps for each export and one for each table, with modules as many as a real step has."""
    code = [_file(f"scripts/crosscase/module_{i}.py") for i in range(25)]
    steps = []
    for group in (place.code.lower() for place in places):
        for rule, of, into in (("anonymise_export", "", "anonymised"), ("import_segments", "anonymised", "mentions")):
            raw: RecordedFile = {"path": f"export {group}", "sha256": None}
            inputs = [_file(f"data/processed/{of}/{group}.parquet") if of else raw]
            steps.append(_step(rule, inputs, title, [f"data/processed/{into}/{group}.parquet"], code))
    counted = [_file(f"data/processed/mentions/{place.code.lower()}.parquet") for place in places]
    steps += [_step("render_tables", counted, title, [f"results/tables/{topic.id}.csv"], code) for topic in topics]
    return {
        "crosscase": "1",
        "code_sha256": digest("code"),
        "lock_sha256": digest("lock"),
        "codebook_sha256": digest("codebook"),
        "environment_sha256": digest("environment"),
        "python": "3.13.1",
        "libraries": {"pyarrow": "26"},
        "exports": {place.code.lower(): digest(place.code) for place in places},
        "steps": sorted(steps, key=lambda step: (step["rule"], str(step["outputs"]))),
    }


def _step(
    rule: str, inputs: list[RecordedFile], title: str, outputs: list[str], code: list[RecordedFile]
) -> RecordedStep:
    script = f"scripts/{rule}.py"
    return {
        "rule": rule,
        "doc": f"Do {rule}.",
        "script": script,
        "inputs": inputs,
        "outputs": [_file(path) for path in outputs],
        "code": [_file(script), *code],
        "parameters": {"titles": [title]},
        "environment_sha256": None,
    }


def _file(path: str) -> RecordedFile:
    return {"path": path, "sha256": digest(path)}
