"""What a plain run of the tests leaves out, because it takes long and seldom finds more than what is left.

Where CROSSCASE_EXHAUSTIVE is set, as .ci/run does, everything runs.
"""

import os
from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet


def repeats(plain: int, exhaustive: int) -> int:
    """The number of examples of a test that draws them."""
    return exhaustive if os.environ.get("CROSSCASE_EXHAUSTIVE") else plain


def mostly_exhaustive(cases: Iterable[str], plain: Iterable[str]) -> list[str | ParameterSet]:
    """The cases of a test, of which a plain run takes those in `plain` alone."""
    always = set(plain)
    return [case if case in always else pytest.param(case, marks=pytest.mark.exhaustive) for case in cases]
