"""What a plain run leaves out: never the last case of a test, nor a case that somebody asks for."""

from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest

from tests.builders import plain_runs

LANGUAGES, WIDTHS = range(11), range(4)


@dataclass(eq=False)
class Case:
    """A case of a test as pytest collects it, as far as a plain run looks at it."""

    nodeid: str
    indices: dict[str, int]
    markers: dict[str, Any] = field(default_factory=dict)

    @property
    def callspec(self) -> "Case":
        return self

    def get_closest_marker(self, name: str) -> Any:
        return self.markers.get(name)


def cases(number: int, exhaustive: int = 0) -> list[Any]:
    """Cases of every language and width, of which the first are in CI alone."""
    few = pytest.mark.plain_cases(number).mark
    found = [
        Case(f"test[{language}-{width}]", {"language": language, "width": width}, {"plain_cases": few})
        for language, width in product(LANGUAGES, WIDTHS)
    ]
    for case in found[:exhaustive]:
        case.markers["exhaustive"] = pytest.mark.exhaustive.mark
    return found


@pytest.mark.parametrize("number", [1, 4, 11, 12, 44])
def test_so_many_cases_have_as_many_parameters_as_can_be(number: int) -> None:
    items = cases(number)
    left_out = plain_runs.leave_out(items)
    assert len(items) == number
    assert len(items) + len(left_out) == len(LANGUAGES) * len(WIDTHS)
    assert len({item.indices["language"] for item in items}) == min(number, len(LANGUAGES))
    assert len({item.indices["width"] for item in items}) == min(number, len(WIDTHS))


def test_what_ci_alone_takes_is_no_case_of_a_plain_run() -> None:
    items = cases(1, exhaustive=43)
    left_out = plain_runs.leave_out(items)
    assert not left_out


def test_what_is_asked_for_alone_is_taken() -> None:
    items = cases(1)[-1:]
    assert plain_runs.leave_out(items) == []
    assert len(items) == 1


def test_tests_without_the_marker_keep_their_cases() -> None:
    items = cases(1)
    for item in items:
        item.markers.clear()
    assert plain_runs.leave_out(items) == []
