"""The explanation of one cell as plain text for the terminal."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from crosscase.explain.explanations import CellExplanation
from crosscase.messages.wording import counted
from crosscase.provenance.step_record import Head, RecordedStep
from crosscase.storage.schemas import CellCoding

_LONGEST = 100  # characters of a parameter; steps.json has the whole value
_NAME = 14  # columns of the name of a fact
_NONE = "(confidential)"


def text(
    explanation: CellExplanation,
    steps: Sequence[RecordedStep],
    head: Head,
    proof: Mapping[str, str],
    places: Mapping[str, str],
) -> str:
    """The explanation of a cell, with SHA-256 of all files.

    `head` is the head of steps.json, `proof` has the facts of the section "Proof", `places` the
    places of codings in the raw files, by id, as far as they are known. `steps` are those behind the
    cell, the last one first; the first of them made the files that show it.
    """
    digests = {output["path"]: output["sha256"] for output in steps[0]["outputs"]}
    sections = {
        explanation.title: [_fact(*fact) for fact in explanation.facts],
        "Participants": explanation.participants,
        f"Codings (codebook {head['codebook_sha256']})": list(_codings(explanation.codings, head["exports"], places)),
        "Shown in": [f"{digests[path]}  {path}" for path in explanation.files],
        "Made by (last step first, without files of exports that do not contribute)": list(_made(steps)),
        "Made with": list(_software(head)),
        "Proof": [_fact(*fact) for fact in proof.items()],
    }
    lines = [line for title, body in sections.items() if body for line in ("", title, *(f"  {line}" for line in body))]
    return "\n".join([*lines[1:], ""])


def _fact(name: str, value: str) -> str:
    return f"{name:<{_NAME}}  {value}"


def _codings(codings: Sequence[CellCoding], exports: Mapping[str, str], places: Mapping[str, str]) -> Iterator[str]:
    rows = sorted(codings, key=lambda row: (row.export, row.group, row.participant, row.code, row.passage))
    for export, found in groupby(rows, key=lambda row: row.export):
        yield f"export {export}, {exports[export]}"
        for row in found:
            span = "place not stated" if row.start is None else f"{row.start} to {row.end} in the tool's units"
            coder = f"coder {row.coder}" if row.coder else "coder not stated"
            place = f", at {places[row.segment_id]}" if row.segment_id in places else ""
            who = f"{row.participant}, segment {row.passage}: {row.code}"
            yield f"  {who}, {span}, document {row.document}, {coder}, id {row.segment_id}{place}"


def _made(steps: Sequence[RecordedStep]) -> Iterator[str]:
    """The steps by rule: what the jobs of a rule share is printed once, then the files of each job."""
    rules: dict[tuple[str, str], list[RecordedStep]] = {}
    for step in steps:
        rules.setdefault((step["rule"], json.dumps(step["code"])), []).append(step)
    for (rule, _), jobs in rules.items():
        code = {item["path"]: item["sha256"] for item in jobs[0]["code"]}
        digest_of_all = sha256("".join(f"{digest}  {path}\n" for path, digest in code.items()).encode()).hexdigest()
        yield f"{rule}: {jobs[0]['doc']}"
        yield f"  script      {code[jobs[0]['script']]}  {jobs[0]['script']}"
        yield f"  code        {digest_of_all}  the script and the modules that it uses, {counted(len(code), 'file')}"
        for number, job in enumerate(jobs):
            if not number or job["parameters"] != jobs[0]["parameters"]:
                yield from _parameters(job)
            for kind, listed in (("input", job["inputs"]), ("output", job["outputs"])):
                for item in listed:
                    yield f"  {kind:<10}  {item['sha256'] or _NONE:<64}  {item['path']}"


def _parameters(job: RecordedStep) -> Iterator[str]:
    for name, value in job["parameters"].items():
        line = f"{name} = {json.dumps(value, ensure_ascii=False)}"
        yield f"  parameter   {line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}"


def _software(head: Head) -> Iterator[str]:
    yield _fact("crosscase", f"{head['crosscase']}, code {head['code_sha256']}")
    yield _fact("lock", head["lock_sha256"])
    yield _fact("Python", head["python"])
    yield _fact("libraries", ", ".join(f"{name} {version}" for name, version in head["libraries"].items()))
