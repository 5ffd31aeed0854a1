"""The comparisons that a study may ask for, and what it is told where one cannot be made."""

import copy
from typing import Any

import pytest

from crosscase.messages.errors import StudyError
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, further_comparisons
from crosscase.study.facts import Study
from tests.builders.small_study import STUDY

AGES = [str(age) for age in range(20, 80)]
SAMPLE = {**STUDY["sample"], "place": {"title": "Place", "categories": ["town", "not stated"]}}  # type: ignore[dict-item]


def read(also_by: object, **keys: Any) -> Study:
    config = {**copy.deepcopy(STUDY), "sample": SAMPLE, "also_by": also_by, **keys}
    config = {key: value for key, value in config.items() if value is not None}
    return configuration.load(config, SCHEMA, files_exist=False)


@pytest.mark.parametrize(
    ("also_by", "expected"),
    [
        (["role"], [["role"]]),
        ([["role", "country"], "place"], [["country", "role"], ["place"]]),  # the group comes first
        ([["group", "role"]], [["country", "role"]]),  # the general word means the study's
        ([["place", "role"]], [["place", "role"]]),
    ],
)
def test_variables_and_pairs(also_by: object, expected: list[list[str]]) -> None:
    assert read(also_by).also_by == expected


@pytest.mark.parametrize(
    ("also_by", "keys", "message"),
    [
        (["rolle"], {}, "'rolle' is not a variable of `sample`. Did you mean 'role'?"),
        (
            ["employer"],
            {},
            "Variables of `sample`: role, place. Describe another column of the register under",
        ),
        (["role"], {"sample": None}, "'role' is not a variable of `sample`. Describe another column of the register"),
        ([["role", "role"]], {}, "a pair of a column with itself. Write the column alone, or two different columns."),
        (["country"], {}, "compare by 'country' already. Remove it, or write a pair: [country, role]."),
        ([["country", "country"]], {}, "a pair of a column with itself"),
        ([["country", "role", "place"]], {}, "[country, role, place] has 3 columns. Write pairs:"),
        (["role", "place", "role"], {}, "role is listed 2 times. Keep one of them."),
        ([["role", "country"], ["country", "role"]], {}, "[country, role] is listed 2 times"),
        ("role", {}, "'role' is not a list."),
        ([["role"]], {}, "A variable of `sample`, or a pair of columns in brackets."),
        ([], {}, "is empty"),
        (
            [["country", "age"]],
            {"sample": {"age": {"title": "Age", "categories": AGES}}},
            "'age' has 60 categories, more than the 40 that a table has columns for. Put several into one under "
            "`sample.age.broader`.",
        ),
        (
            [["age", "years"]],
            {"sample": {name: {"title": name, "categories": AGES[:30]} for name in ("age", "years")}},
            "[age, years] has 900 combinations, more than 600. Put several categories into one under "
            "`sample.age.broader` or `sample.years.broader`.",
        ),
    ],
)
def test_a_mistake_is_told_with_its_fix(also_by: object, keys: dict[str, Any], message: str) -> None:
    with pytest.raises(StudyError) as caught:
        read(also_by, **keys)
    (problem,) = caught.value.problems
    assert message in str(problem)
    assert str(problem).startswith("config/study.yaml, also_by")


def test_sixty_ages_in_broader_ones_are_no_mistake() -> None:
    broader = {"younger": AGES[:30], "older": AGES[30:]}
    assert read(["age"], sample={"age": {"title": "Age", "categories": AGES, "broader": broader}}).also_by == [["age"]]


def test_what_an_empty_cell_means_is_one_of_the_categories() -> None:
    sample = {"role": {"title": "Role", "categories": ["teacher", "not stated"], "missing": "not statde"}}
    with pytest.raises(
        StudyError, match=r"sample\.role\.missing: 'not statde' is not in the list .* Did you mean 'not"
    ):
        read(["role"], sample=sample)


def test_each_comparison_has_a_folder_of_its_own_outside_of_the_results() -> None:
    study = read(["role", ["country_role", "role"]], compare={"one": "country_role", "many": "many"})
    outputs = further_comparisons.outputs(study)
    paths = [path for kind in outputs.values() for path in kind]
    assert len(set(paths)) == len(paths)
    assert all(path.startswith("data/processed/also_by/") for path in paths)
