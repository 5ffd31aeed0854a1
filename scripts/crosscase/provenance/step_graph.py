"""The steps behind a file: the step that made it, the steps that made its inputs, and so on."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepFiles:
    """The paths that a step reads and writes."""

    inputs: Iterable[str]
    outputs: Iterable[str]


def makers(steps: Sequence[StepFiles]) -> dict[str, int]:
    """The number of the step that made each file, by its path."""
    return {path: number for number, step in enumerate(steps) for path in step.outputs}


def numbers_behind(targets: Iterable[str], steps: Sequence[StepFiles]) -> list[int]:
    """Numbers of the steps that made some files, directly or indirectly: the last steps first, each once."""
    made_by = makers(steps)
    found: dict[int, None] = {}
    waiting = deque(targets)
    while waiting:
        number = made_by.get(waiting.popleft())
        if number is not None and number not in found:
            found[number] = None
            waiting.extend(steps[number].inputs)
    return list(found)


def in_order(steps: Sequence[StepFiles]) -> list[int]:
    """Numbers of all steps, each after those whose outputs it reads, otherwise in the given order."""
    made_by: Mapping[str, int] = makers(steps)
    done: dict[int, None] = {}

    def visit(number: int) -> None:
        if number not in done:
            for path in steps[number].inputs:
                if path in made_by:
                    visit(made_by[path])
            done[number] = None

    for number in range(len(steps)):
        visit(number)
    return list(done)
