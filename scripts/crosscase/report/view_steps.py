"""The steps of a build, from `provenance/steps.json`, for the reviewer's page.

A file that many steps share is stored once and referred to by its number. The steps behind a file are the step that
made it, the steps that made its inputs, and so on, in an order in which they can run.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

Step = Mapping[str, Any]  # as in steps.json
_BY_EXPORT = "data/processed"  # the folder whose subfolders have a file for each export


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list of steps."""

    rule: str
    doc: str
    jobs: int
    script: str
    digest: str  # of the script


def rules(steps: Iterable[Step]) -> list[RuleLine]:
    """The rules of the steps, in the order of the steps, each with its script."""
    found: dict[str, RuleLine] = {}
    for step in steps:
        jobs = found[step["rule"]].jobs if step["rule"] in found else 0
        digest = next((file["sha256"] for file in step["code"] if file["path"] == step["script"]), "")
        found[step["rule"]] = RuleLine(step["rule"], step["doc"], jobs + 1, step["script"], digest)
    return list(found.values())


def ordered(steps: Sequence[Step]) -> list[Step]:
    """The steps, each after those whose outputs it reads, otherwise in the given order."""
    makers = {file["path"]: step for step in steps for file in step["outputs"]}
    done: dict[int, Step] = {}

    def visit(step: Step) -> None:
        if id(step) not in done:
            for file in step["inputs"]:
                if file["path"] in makers:
                    visit(makers[file["path"]])
            done[id(step)] = step

    for step in steps:
        visit(step)
    return list(done.values())


def behind(steps: Sequence[Step], path: str) -> list[int]:
    """The sorted numbers of the steps that made a file, directly or indirectly; empty if no step made it."""
    makers = {file["path"]: number for number, step in enumerate(steps) for file in step["outputs"]}
    found: set[int] = set()
    waiting = [path]
    while waiting:
        number = makers.get(waiting.pop())
        if number is not None and number not in found:
            found.add(number)
            waiting += [file["path"] for file in steps[number]["inputs"]]
    return sorted(found)


def outputs(steps: Iterable[Step], folder: str) -> dict[str, str]:
    """The digest of each file below a folder that a step made, sorted by path."""
    files = (file for step in steps for file in step["outputs"])
    return dict(sorted((file["path"], file["sha256"]) for file in files if file["path"].startswith(f"{folder}/")))


def packed(steps: Sequence[Step], exports: Collection[str]) -> dict[str, object]:
    """The steps with numbers instead of files; steps of one export name it."""
    numbers: dict[tuple[str, str], int] = {}

    def numbered(files: Iterable[Mapping[str, str]]) -> list[int]:
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


def _export_of(step: Step, exports: Collection[str]) -> Iterator[str]:
    """The export of a step that works on one export, if any."""
    for file in step["outputs"]:
        path = PurePath(file["path"])
        if str(path.parent.parent) == _BY_EXPORT and path.stem in exports:
            yield path.stem
