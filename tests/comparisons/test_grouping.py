"""The groups of further comparisons: nobody is left out, no group is small, and order does not matter."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.comparisons import grouping
from crosscase.sample import counts
from crosscase.storage.schemas import Participant
from crosscase.study.facts import Study
from tests.builders import regrouped
from tests.builders.plain_runs import repeats
from tests.builders.regrouped import COLUMNS, registers, sizes_of

Register = tuple[Study, list[Participant], list[int]]
FEWER = settings(max_examples=repeats(12, 30), deadline=None)


def sizes(people: Sequence[Participant], columns: Sequence[str], study: Study) -> dict[str, int]:
    return sizes_of(grouping.group(people, columns, study))


def of_kinds(*numbers: int) -> list[Participant]:
    """So many participants of one school with each category of the first variable."""
    kinds = [kind for kind, number in enumerate(numbers) for _ in range(number)]
    study = regrouped.study(categories=(len(numbers), 1))
    return regrouped.people(study, [(person, 0, (kind, 0)) for person, kind in enumerate(kinds)])


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((5, 4, 3, 6), {"kind 0": 5, "kind 1": 4, "kind 2": 3, "kind 3": 6}),
        ((5, 4, 2, 6), {"kind 0": 5, "kind 1": 4, "others": 8}),  # one of a broader category is small
        ((5, 4, 1, 1), {"kind 0": 5, "kind 1 / others": 6}),  # the broader one is small, too, and so is alone
        ((2, 1, 3, 3), {"kind 0 / kind 1": 3, "kind 2": 3, "kind 3": 3}),
        ((1, 9, 0, 4), {"kind 0 / kind 3": 5, "kind 1": 9}),  # nobody has a category: it is no group
        ((1, 0, 0, 1), {"kind 0 / others": 2}),  # the study itself is smaller than k
    ],
)
def test_categories_with_few_participants_are_counted_together(
    numbers: Sequence[int], expected: dict[str, int]
) -> None:
    found = sizes(of_kinds(*numbers), ["v0"], regrouped.study(categories=(4, 1)))
    assert {name.replace("v0 ", ""): number for name, number in found.items()} == expected


def test_a_variable_with_very_many_categories_is_taken_by_its_broader_ones() -> None:
    study = regrouped.study(categories=(60, 1))
    people = regrouped.people(study, [(person, 0, (person % 60, 0)) for person in range(240)])
    assert len(sizes(people, ["v0"], study)) == 31


def test_heads_of_columns_are_names_if_all_are_short() -> None:
    study = regrouped.study(categories=(2, 1))
    people = of_kinds(5, 5)
    assert [group.name for group in grouping.group(people, ["v0"], study).groups] == ["v0 kind 0", "v0 kind 1"]
    longer = "a kind with a longer name"
    study.sample[0].categories[0] = longer
    renamed = [replace(person, variables=[longer, "v1 kind 0"]) for person in people[:5]]
    groups = grouping.group([*renamed, *people[5:]], ["v0"], study).groups
    assert [(group.name, group.code) for group in groups] == [("1", longer), ("2", "v0 kind 1")]


def test_a_pair_shows_what_the_published_table_by_group_shows() -> None:
    """What that table hides is counted together within its group."""
    study = regrouped.study(4, (4, 1))
    random = Random(3)
    people = regrouped.people(study, [(n, random.randrange(4), (random.randrange(4), 0)) for n in range(60)])
    cells = counts.describe_by_group(people, study.groups, study.sample[:1], study.k)
    names = {group.code: group.name for group in study.groups}
    shown = {f"{names[cell.group]} × {cell.category}": cell.participants for cell in cells if cell.participants}
    found = sizes(people, ["country", "v0"], study)
    assert any(name not in shown for name in found)
    assert {name: number for name, number in found.items() if name in shown} == {
        name: number for name, number in shown.items() if name in found
    }
    alone = {name for name in found if " / " not in name and " × " in name}
    assert alone <= shown.keys()


@FEWER
@given(registers(), COLUMNS)
def test_nobody_is_left_out_and_no_group_is_small(register: Register, columns: list[str]) -> None:
    study, people, _ = register
    found = grouping.group(people, columns, study)
    assert found.of.keys() == {(person.participant, person.group) for person in people}
    assert set(found.of.values()) == {group.code for group in found.groups}
    assert len({group.name for group in found.groups}) == len(found.groups)
    # The study's own groups are in the main tables, however small they are.
    own = {group.name for group in study.groups} if columns[0] == "country" else set()
    for group in found.groups:
        assert sizes_of(found)[group.code] >= study.k or len(found.groups) == 1 or group.code in own, group


@FEWER
@given(registers(), COLUMNS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(register: Register, columns: list[str], random: Random) -> None:
    study, people, _ = register
    shuffled = [*people, people[0]]  # the anonymisation of every export writes the whole register
    random.shuffle(shuffled)
    assert grouping.group(shuffled, columns, study) == grouping.group(people, columns, study)


@pytest.mark.parametrize("number", [1, 40, 60])
def test_any_number_of_groups(number: int) -> None:
    study = regrouped.study(number, (2, 1))
    people = regrouped.people(study, [(n, n % number, (n // number % 2, 0)) for n in range(12 * number)])
    assert len(sizes(people, ["country", "v0"], study)) >= number
    assert sum(sizes(people, ["country", "v0"], study).values()) == 12 * number


def test_who_was_interviewed_twice_counts_once_in_a_group() -> None:
    study = regrouped.study(2, (2, 1))
    rows = [(n, wave, (n % 2, 0)) for n in range(10) for wave in (0, 1)]
    found = grouping.group(regrouped.people(study, rows), ["v0"], study)
    assert sorted(sizes_of(found).values()) == [5, 5]
    assert found.in_several == 0
    both = grouping.group(regrouped.people(study, rows), ["country", "v0"], study)
    assert both.in_several == 10
