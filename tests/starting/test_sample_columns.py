"""Columns of the register that `crosscase check` proposes for the sample. All names are invented."""

from pathlib import Path

import pytest
import yaml

from crosscase.anonymisation import register
from crosscase.anonymisation.register import Person
from crosscase.starting import sample_columns
from crosscase.study import study_folder
from crosscase.study.facts import CONFIG
from tests.builders.small_study import small_study_here, write_csv

ROWS = [(f"X-{number}", "IE" if number % 2 else "EN") for number in range(6)]
PEOPLE = [
    Person(participant="X-1", group="IE", locator="row 2", name="Aoifnait Mockbride"),
    Person(participant="X-2", group="IE", locator="row 3", name="", interviewers=("Wilfrith Shamwell", "High Rise")),
]


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
        ("level", ["low", "high", "", "high", "low", ""], "categories: [low, high, not stated], missing: not stated}"),
        ("level", ["a: b", "no", "a: b", "no", "no", "no"], "categories: ['a: b', 'no']"),
        ("level", ["low"] * 6, ""),  # one value tells nothing
        ("level", ["a", "b", "c", "d", "e", "f"], ""),  # what each has alone may be who it is
        ("held by", ["Maria X", "Peter Y"] * 3, ""),  # names
        ("held by", ["Maria/Peter", "Peter/Maria"] * 3, ""),
        ("held by", ["Mockbride", "W. Shamwell"] * 3, ""),  # of the register
        ("held by", ["Brugglesworth", "high"] * 3, "categories: []} under `sample`, with its values as categories."),
        ("lives in", ["Finland", "Ireland"] * 3, "categories: [Finland, Ireland]"),
        ("role", ["teacher", "not stated"] * 3, ""),  # the study counts it
        ("Nicknames", ["low", "high"] * 3, ""),
        ("Land", ["IE", "EN"] * 3, ""),
    ],
)
def test_a_column_with_categories_is_proposed(heading: str, values: list[str], words: str) -> None:
    with small_study_here():
        group = [] if heading == "Land" else ["country"]
        head = ["participant", *group, heading]
        rows = [[*person[: len(group) + 1], value] for person, value in zip(ROWS, values, strict=True)]
        write_csv(Path("data/raw/participants.csv"), [head, *rows])
        found = [str(problem) for problem in sample_columns.propose(study_folder.study_here(), PEOPLE)]
    assert len(found) == bool(words)
    assert words in "".join(found)
    assert "Brugglesworth" not in "".join(found)


@pytest.mark.parametrize(
    "values",
    [["low", "Low", "high"], ["low", "", "high"], ["a: b", "no", "#1"], ["'", "{x}", "1.0"], ["5", "~", "x, y"]],
)
def test_what_is_proposed_can_be_written_into_study_yaml(values: list[str]) -> None:
    with small_study_here():
        rows = [
            [*row, role, value]
            for row, role, value in zip(ROWS, ["teacher", "not stated"] * 3, values * 2, strict=True)
        ]
        write_csv(Path("data/raw/participants.csv"), [["participant", "country", "role", "my_level"], *rows])
        (proposal,) = sample_columns.propose(study_folder.study_here(), PEOPLE)
        block = proposal.remedy.removeprefix("To count it, write ").rpartition(" under `sample`")[0]
        config = yaml.safe_load(Path(CONFIG).read_text(encoding="utf-8"))
        config["sample"] |= yaml.safe_load(f"{{{block}}}")
        Path(CONFIG).write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
        study = study_folder.study_here()
        people = register.of_study(study).people
    assert len(people) == len(ROWS)
