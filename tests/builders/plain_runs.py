"""What a plain run of the tests leaves out, because it takes long and seldom finds more than what is left.

Where CROSSCASE_EXHAUSTIVE is set, as .ci/run does, everything runs.
"""

import itertools
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast

import pytest
from _pytest.mark import ParameterSet

EXHAUSTIVE = bool(os.environ.get("CROSSCASE_EXHAUSTIVE"))


def repeats(plain: int, exhaustive: int) -> int:
    """The number of examples of a test that draws them."""
    return exhaustive if EXHAUSTIVE else plain


def covering(*choices: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All combinations of some choices; in a plain run as few as have each of them, in turn with others."""
    if EXHAUSTIVE:
        return list(itertools.product(*choices))
    return [tuple(of[turn % len(of)] for of in choices) for turn in range(max(map(len, choices)))]


def mostly_exhaustive(cases: Iterable[str], plain: Iterable[str]) -> list[str | ParameterSet]:
    """The cases of a test, of which a plain run takes those in `plain` alone."""
    always = set(plain)
    return [case if case in always else pytest.param(case, marks=pytest.mark.exhaustive) for case in cases]


def leave_out(items: list[pytest.Item]) -> list[pytest.Item]:
    """Take out what a test has of cases beyond the number in its marker `plain_cases`, and return it."""
    tests: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker("plain_cases") and not item.get_closest_marker("exhaustive"):
            tests[item.nodeid.partition("[")[0]].append(item)
    left_out = []
    for cases in tests.values():
        marker = cases[0].get_closest_marker("plain_cases")
        assert marker
        kept = spread(cases, marker.args[0])
        left_out += [case for case in cases if case not in kept]
    gone = set(left_out)
    items[:] = [item for item in items if item not in gone]
    return left_out


def spread(cases: Sequence[pytest.Item], number: int) -> list[pytest.Item]:
    """So many cases: each time one whose parameters were taken least until then, the next along the list if it can."""
    if len(cases) <= number:
        return list(cases)
    taken: Counter[tuple[str, int]] = Counter()
    left, kept = {place: tuple(_parameters(case)) for place, case in enumerate(cases)}, []
    for turn in range(number):
        stretch = range(turn * len(cases) // number, (turn + 1) * len(cases) // number)
        uses = {place: sum(map(taken.__getitem__, parameters)) for place, parameters in left.items()}
        chosen = min(left, key=lambda place: (uses[place], place not in stretch))
        taken.update(left.pop(chosen))
        kept.append(cases[chosen])
    return kept


def _parameters(case: pytest.Item) -> Iterable[tuple[str, int]]:
    return cast("pytest.Function", case).callspec.indices.items()
