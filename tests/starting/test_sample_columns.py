"""Columns of the register that `crosscase check` proposes for the sample. All names are invented."""

import re
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
            "indented by 2 spaces: `level: {title: level, categories: [low, high]}`.",
        ),
        ("Level", ["low", "high"] * 3, ": `level: {title: Level, categories: [low, high]}`."),
        ("Art der Schule", ["eins", "zwei"] * 3, "Call the column `art_der_schule` in the register."),
        ("level", ["low", "Low", "high", "high", "low", "high"], "categories: [low, high]"),
        ("level", ["low", "high", "", "high", "low", ""], "categories: [low, high, not stated], missing: not stated}"),
        ("level", ["a: b", "no", "a: b", "no", "no", "no"], "categories: ['a: b', 'no']"),
        ("level", ["low"] * 6, ""),  # one value tells nothing
        ("level", ["a", "b", "c", "d", "e", "f"], ""),  # what each has alone may be who it is
        ("held by", ["Maria X", "Peter Y"] * 3, ""),  # names
        ("held by", ["Maria/Peter", "Peter/Maria"] * 3, ""),
        ("held by", ["Mockbride", "W. Shamwell"] * 3, ""),  # of the register
        ("held by", ["Brugglesworth", "high"] * 3, "categories: []}`, with its values as categories."),
        ("held by", ["Will", "Mark Young"] * 3, ""),  # ordinary words, and names
        ("age", ["under 30", "50 and over"] * 3, "categories: [under 30, 50 and over]"),
        ("age", ["Under 30", "Over 50"] * 3, "categories: [Under 30, Over 50]"),
        ("lives in", ["Finland", "Ireland"] * 3, "categories: [Finland, Ireland]"),
        ("Возраст", ["18-30", "31-50"] * 3, ": `variable_1: {title: Возраст, categories: [18-30, 31-50]}`. Call the"),
        ("Ηλικία", ["νέος", "ώριμος"] * 3, "Call the column `variable_1` in the register."),
        ("Вік (age)", ["18-30", "31-50"] * 3, "Call the column `age` in the register."),
        ("#", ["1", "2"] * 3, ""),
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


def test_columns_of_one_id_are_proposed_with_two() -> None:
    heads = ("Возраст", "Образование", "Level", "level!")
    with small_study_here():
        rows = [[*person, *[("low", "high")[number % 2]] * len(heads)] for number, person in enumerate(ROWS)]
        write_csv(Path("data/raw/participants.csv"), [["participant", "country", *heads], *rows])
        found = "".join(map(str, sample_columns.propose(study_folder.study_here(), PEOPLE)))
    assert re.findall(r"`(\w+): {title: ([^,]+),", found) == [
        ("variable_1", "Возраст"),
        ("variable_2", "Образование"),
        ("level", "Level"),
        ("level_2", "level!"),
    ]


@pytest.mark.parametrize(
    "values",
    [
        ["low", "Low", "high"],
        ["low", "", "high"],
        ["low", "x", "not stated"],
        ["low", "x", "Not stated", "low", "x", ""],
        ["a: b", "no", "#1"],
        ["'", "{x}", "1.0"],
        ["5", "~", "x, y"],
    ],
)
def test_what_is_proposed_can_be_written_into_study_yaml(values: list[str]) -> None:
    with small_study_here():
        rows = [
            [*row, role, value]
            for row, role, value in zip(ROWS, ["teacher", "not stated"] * 3, values * (6 // len(values)), strict=True)
        ]
        write_csv(Path("data/raw/participants.csv"), [["participant", "country", "role", "my_level"], *rows])
        (proposal,) = sample_columns.propose(study_folder.study_here(), PEOPLE)
        follow(proposal.remedy)
        study = study_folder.study_here()
        people = register.of_study(study).people
    assert len(people) == len(ROWS)


def follow(remedy: str) -> None:
    """Change study.yaml to the letter of what a proposal says."""
    said, block = re.fullmatch(r"To count it, (.*?): `(.*)`\.", remedy).groups()  # type: ignore[union-attr]
    lines = Path(CONFIG).read_text(encoding="utf-8").splitlines()
    if match := re.search(r"write before the last brace of `sample` \(line (\d+)\), behind a comma", said):
        number = int(match[1]) - 1
        before, brace, behind = lines[number].rpartition("}")
        lines[number] = f"{before}, {block}{brace}{behind}"
    else:
        if "write a line `sample:`" in said:
            lines.append("sample:")
            number = len(lines)
        else:
            number = int(re.search(r"\(line (\d+)\)", said)[1])  # type: ignore[index]
        if "take `{}` behind `sample:` away" in said:
            assert lines[number - 1].split("#")[0].split() == ["sample:", "{}"]
            lines[number - 1] = lines[number - 1].replace("{}", "")
        lines.insert(number, " " * int(re.search(r"indented by (\d+) spaces?", said)[1]) + block)  # type: ignore[index]
    Path(CONFIG).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    "sample",
    [
        "",
        "sample: {}",
        "sample: {}  # none yet",
        "sample:\n    role: {title: Role, categories: [teacher, not stated]}",
        "sample: {role: {title: Role, categories: [teacher, not stated]}}",
        "sample: {role: {title: Role,\n   categories: [teacher, not stated]}}",
        "# sample:\n#   role: {title: Role, categories: [Teacher, Parent]}",
    ],
)
def test_what_is_proposed_fits_study_yaml_as_it_is_written(sample: str) -> None:
    """`crosscase new` wrote `sample: {}`, below which a block is no YAML."""
    with small_study_here():
        rows = [[*row, "teacher", *pair] for row, pair in zip(ROWS, [("low", "a"), ("high", "b")] * 3, strict=True)]
        head = ["participant", "country", "role", "level", "age"]
        write_csv(Path("data/raw/participants.csv"), [head, *rows])
        config = yaml.safe_load(Path(CONFIG).read_text(encoding="utf-8"))
        config.pop("sample")
        for key in ("published", "also_by"):
            config.pop(key, None)
        Path(CONFIG).write_text(f"{yaml.safe_dump(config, sort_keys=False)}{sample}\n", encoding="utf-8")
        for _ in ("level", "age"):
            proposals = list(sample_columns.propose(study_folder.study_here(), PEOPLE))
            follow(next(p.remedy for p in proposals if "“role”" not in p.what))
        left = [problem.what for problem in sample_columns.propose(study_folder.study_here(), PEOPLE)]
        counted = {variable.id for variable in study_folder.study_here().sample}
    assert counted == {"level", "age"} | ({"role"} if sample.startswith("sample:") and "role" in sample else set())
    assert not left
