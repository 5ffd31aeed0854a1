"""Columns of the register that `crosscase check` proposes for the sample. All names are invented."""

from pathlib import Path

import pytest

from crosscase.starting import sample_columns
from crosscase.study import study_folder
from tests.builders.small_study import small_study_here, write_csv

PEOPLE = [(f"X-{number}", "IE" if number % 2 else "EN") for number in range(6)]


@pytest.mark.parametrize(
    ("heading", "values", "words"),
    [
        (
            "level",
            ["low", "high", "low", "high", "high", "low"],
            "write level: {title: level, categories: [low, high]}",
        ),
        ("Level", ["low", "high"] * 3, "write level: {title: Level, categories: [low, high]} under `sample`."),
        ("Art der Schule", ["eins", "zwei"] * 3, "Call the column `art_der_schule` in the register."),
        ("level", ["low", "Low", "high", "high", "low", "high"], "categories: [low, high]"),
        ("level", ["low", "high", "", "high", "low", ""], "categories: [low, high, not stated]}"),
        ("level", ["low", "high", "", "high", "low", ""], "Write `not stated` where it is empty."),
        ("level", ["a: b", "no", "a: b", "no", "no", "no"], "categories: ['a: b', 'no']"),
        ("level", ["low"] * 6, ""),  # one value tells nothing
        ("level", ["a", "b", "c", "d", "e", "f"], ""),  # what each has alone may be who it is
        ("held by", ["Maria X", "Peter Y"] * 3, ""),  # names
        ("role", ["teacher", "not stated"] * 3, ""),  # the study counts it
        ("Nicknames", ["low", "high"] * 3, ""),
        ("Land", ["IE", "EN"] * 3, ""),
    ],
)
def test_a_column_with_categories_is_proposed(heading: str, values: list[str], words: str) -> None:
    with small_study_here():
        group = [] if heading == "Land" else ["country"]
        head = ["participant", *group, heading]
        rows = [[*person[: len(group) + 1], value] for person, value in zip(PEOPLE, values, strict=True)]
        write_csv(Path("data/raw/participants.csv"), [head, *rows])
        found = [str(problem) for problem in sample_columns.propose(study_folder.study_here())]
    assert len(found) == bool(words)
    assert words in "".join(found)
