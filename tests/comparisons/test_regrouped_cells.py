"""The cells of further comparisons: they add up to the study's, and those of the study's own groups are the study's."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.coding import cells
from crosscase.comparisons import grouping
from crosscase.storage.schemas import Cell, Participant, State
from crosscase.study import slices
from crosscase.study.facts import SampleVariable, Study
from tests.builders import regrouped
from tests.builders.plain_runs import repeats
from tests.builders.regrouped import COLUMNS, ENTRIES, cells_by, cells_of, mentions_of, registers

Register = tuple[Study, list[Participant], list[int]]
FEWER = settings(max_examples=repeats(10, 25), deadline=None)  # an aggregation takes some milliseconds


def main_cells(study: Study, people: list[Participant], raised: list[int]) -> list[Cell]:
    """The study's own cells, of the groups with participants."""
    return cells.aggregate(
        mentions_of(people, raised, study),
        [(person.participant, person.group) for person in people],
        ENTRIES,
        [group for group in study.groups if any(person.group == group.code for person in people)],
        study.not_coded,
        study.coded,
    )


def sums(found: list[Cell], what: str) -> Counter[str]:
    return Counter({code: sum(getattr(c, what) or 0 for c in found if c.code == code) for code in ("time", "trust")})


@FEWER
@given(registers(in_several=False), COLUMNS)
def test_the_groups_add_up_to_the_study(register: Register, columns: list[str]) -> None:
    study, people, raised = register
    found, main = cells_by(study, people, columns, raised), main_cells(study, people, raised)
    for what in ("participants", "segments", "interviewed"):
        assert sums(found, what) == sums(main, what)


@FEWER
@given(registers(), COLUMNS)
def test_segments_add_up_also_where_participants_are_in_several_groups(register: Register, columns: list[str]) -> None:
    study, people, raised = register
    assert sums(cells_by(study, people, columns, raised), "segments") == sums(
        main_cells(study, people, raised), "segments"
    )


@FEWER
@given(registers())
def test_a_comparison_by_the_groups_of_the_study_gives_its_own_cells(register: Register) -> None:
    """By the column of the group, and by a variable that says the same."""
    study, people, raised = register
    names = {group.code: group.name for group in study.groups}
    main = [(c.code, names[c.group], c.state, c.participants, c.interviewed) for c in main_cells(study, people, raised)]
    same = SampleVariable("same", "Same", [group.name for group in study.groups])
    with_same = slices.replaced(study, sample=[same], k=1)
    copied = [replace(person, variables=[names[person.group]]) for person in people]
    for rows, columns in ((people, ["country"]), (copied, ["same"])):
        of = study if rows is people else with_same
        found = cells_by(of, rows, columns, raised)
        assert [(c.code, c.group, c.state, c.participants, c.interviewed) for c in found] == main


@FEWER
@given(registers(), COLUMNS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(register: Register, columns: list[str], random: Random) -> None:
    study, people, raised = register
    mentions = list(mentions_of(people, raised, study))
    grouped = grouping.group(people, columns, study)
    before = cells_of(study, grouped, mentions)
    random.shuffle(mentions)
    assert cells_of(study, grouped, mentions) == before


@pytest.mark.parametrize(
    ("groups", "raised", "state"),
    [
        ((0,), 0, State.ABSENT),  # the study declares that S0 was coded
        ((2,), 0, State.NOT_CODED),  # and that S2 was not
        ((1,), 0, State.UNKNOWN),  # of S1 it says nothing
        ((1, 2), 0, State.UNKNOWN),
        ((0, 1, 2), 0, State.ABSENT),
        ((1, 2), 4, State.PRESENT),  # bit 2: trust, in the domain `helps`
    ],
)
def test_a_group_was_coded_if_the_material_of_one_of_its_participants_was(
    groups: tuple[int, ...], raised: int, state: State
) -> None:
    study = regrouped.study(3, (1, 1))
    people = regrouped.people(study, [(n, group, (0, 0)) for n, group in enumerate(groups)])
    (cell,) = (c for c in cells_by(study, people, ["v0"], [raised] * len(people)) if c.code == "trust")
    assert cell.state == state
