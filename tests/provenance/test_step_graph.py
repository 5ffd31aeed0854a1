"""The steps behind a file, and an order in which they can run."""

from hypothesis import given
from hypothesis import strategies as st

from crosscase.provenance import step_graph
from crosscase.provenance.step_graph import StepFiles

STEPS = [
    StepFiles(["cells"], ["table", "figure"]),
    StepFiles(["raw a", "codebook"], ["a"]),
    StepFiles(["raw b", "codebook"], ["b"]),
    StepFiles(["a", "b"], ["cells"]),
    StepFiles(["list"], ["codebook"]),
    StepFiles(["a"], ["unused"]),
]


def test_the_last_steps_come_first_and_each_once() -> None:
    assert step_graph.numbers_behind(["table", "figure"], STEPS) == [0, 3, 1, 2, 4]
    assert step_graph.numbers_behind(["a"], STEPS) == [1, 4]
    assert step_graph.numbers_behind(["raw a", "nothing"], STEPS) == []


@given(st.permutations(STEPS))
def test_in_any_order_each_step_comes_after_those_whose_outputs_it_reads(steps: list[StepFiles]) -> None:
    order = step_graph.in_order(steps)
    assert sorted(order) == list(range(len(steps)))
    made_by = step_graph.makers(steps)
    for place, number in enumerate(order):
        for path in steps[number].inputs:
            assert path not in made_by or made_by[path] in order[:place]
