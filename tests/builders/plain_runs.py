"""What a plain run of the tests leaves out, because it takes long and seldom finds more than what is left.

Where CROSSCASE_EXHAUSTIVE is set, as .ci/run does, everything runs.
"""

import itertools
import os
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from _pytest.mark import ParameterSet


def repeats(plain: int, exhaustive: int) -> int:
    """The number of examples of a test that draws them."""
    return exhaustive if os.environ.get("CROSSCASE_EXHAUSTIVE") else plain


def covering(*choices: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All combinations of some choices; in a plain run as few as have each of them, in turn with others."""
    if os.environ.get("CROSSCASE_EXHAUSTIVE"):
        return list(itertools.product(*choices))
    return [tuple(of[turn % len(of)] for of in choices) for turn in range(max(map(len, choices)))]


def mostly_exhaustive(cases: Iterable[str], plain: Iterable[str]) -> list[str | ParameterSet]:
    """The cases of a test, of which a plain run takes those in `plain` alone."""
    always = set(plain)
    return [case if case in always else pytest.param(case, marks=pytest.mark.exhaustive) for case in cases]
