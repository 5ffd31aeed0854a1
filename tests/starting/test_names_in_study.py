"""Names of the register that stand in the published files of a study. All names are invented."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscase.anonymisation.register import Person
from crosscase.coding import codebook
from crosscase.starting import names_in_study
from crosscase.storage.schemas import CodebookEntry
from crosscase.study import study_folder
from crosscase.study.facts import CONFIG
from tests.builders.small_study import small_study_here

PEOPLE = [
    Person(participant="X-1", group="IE", locator="row 2", name="Li Wei"),
    Person(participant="X-2", group="IE", locator="row 3", name="Aoifnait de la Mockbride", nicknames=("Bo Xu",)),
    Person(participant="X-3", group="IE", locator="row 4", name="J. North", interviewers=("Edburga Pretendham",)),
]


def changed(place: str, value: object) -> Path:
    """Write a value at a place of study.yaml, such as `exports.ie.sheet` or `countries.0.also`."""
    path = Path(CONFIG)
    config: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    inner, *keys = config, *place.split(".")
    for key in keys[:-1]:
        inner = inner[int(key)] if isinstance(inner, list) else inner.setdefault(key, {})
    inner[keys[-1]] = value
    path.write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("place", "value", "whole", "parts"),
    [
        ("title", "What Li Wei said", ["title"], []),
        ("title", "WEI, Li", ["title"], []),
        ("title", "The north of de la Cruz, and i wei", [], ["title"]),
        ("title", "It was in North, and Li was there", [], []),
        ("title", "Xu", [], []),
        ("synthetic_note", "After Bo Xu.", ["synthetic_note"], []),
        ("countries.0.also", ["Eire", "Mockbride"], [], ["countries.IE.also.1"]),
        ("countries.0.name", "Ireland", [], []),
        ("domains.1.also", ["Edburga Pretendham"], ["domains.helps.also.0"], []),
        (
            "not_coded",
            [{"group": "EN", "domain": "helps", "reason": "Edburga Pretendham was ill."}],
            ["not_coded.0.reason"],
            [],
        ),
        ("exports.ie.leave_out", ["Li Wei*"], ["exports.ie.leave_out.0"], []),
        ("exports.en.file", "data/raw/exports/aoifnait_mockbride.csv", ["exports.en.file"], []),
        ("exports.ie.columns.text", "bo xu", ["exports.ie.columns.text"], []),
        ("sample.li_wei", {"title": "Role", "categories": ["a"]}, ["sample.li_wei"], []),
        ("sample.role.broader", {"Li-Wei": ["teacher"]}, ["sample.role.broader.Li-Wei"], []),
    ],
)
def test_names_are_found_wherever_they_stand(place: str, value: object, whole: list[str], parts: list[str]) -> None:
    with small_study_here():
        study = study_folder.study_here()
        changed(place, value)
        errors, notes = names_in_study.find(study, PEOPLE)
    assert ([problem.place for problem in errors], [problem.place for problem in notes]) == (whole, parts)
    assert "Wei" not in " ".join(problem.what + problem.remedy for problem in (*errors, *notes))


def test_a_value_that_the_schema_lists_is_no_name() -> None:
    wilson = Person(participant="X-1", group="IE", locator="row 2", name="Tidyna Wilson")
    with small_study_here():
        study = study_folder.study_here()
        changed("analysis.interval", "wilson")
        assert names_in_study.find(study, [wilson]) == ([], [])


def test_the_words_of_a_study_are_published_as_well() -> None:
    with small_study_here():
        study = study_folder.study_here()
        Path("config/labels.yaml").write_text("note_source: Edburga Pretendham counted.\n", encoding="utf-8")
        (problem,), notes = names_in_study.find(study, PEOPLE)
    assert (problem.file, problem.place, notes) == ("config/labels.yaml", "note_source", [])


@pytest.mark.parametrize(
    ("label", "whole", "parts"),
    [
        ("What Li Wei said", "a listed name stands", ""),
        ("Trust in Mockbride", "", "a word here is also a listed"),
        ("IE 21", "called like this", ""),
        ("ie_21 too", "called like this", ""),
        ("IE 20", "called like this", ""),
        ("North wind", "", ""),
        ("Interview 12", "", ""),
    ],
)
def test_names_and_ids_in_the_codebook_are_found_before_a_build(label: str, whole: str, parts: str) -> None:
    documents = ("IE-20.docx", "Interview 12.docx")
    people = [*PEOPLE, Person(participant="IE-21", group="IE", locator="row 5", name="", documents=documents)]
    with small_study_here():
        path = Path("config/codebook.csv")
        path.write_text(f"{path.read_text(encoding='utf-8')}helps,new,{label},,,9,yes,\n", encoding="utf-8")
        study = study_folder.study_here()
        entries = codebook.read(study.codebook, study.domains)
        found = names_in_study.find(study, people, entries)
        last = f"line {len(path.read_text(encoding='utf-8').splitlines())}"
    for problems, what in zip(found, (whole, parts), strict=True):
        assert [what in problem.what and problem.place == last for problem in problems] == ([True] if what else [])


def test_an_alias_is_nothing_to_rename() -> None:
    entry = CodebookEntry("time", "d", "Time", "", "", ["Time"], True, ["What Li Wei said", "X-1"])
    with small_study_here():
        assert names_in_study.find(study_folder.study_here(), PEOPLE, [entry]) == ([], [])


ROWS = (
    Person(participant="Gatwold-07", group="IE", locator="row 2", name="", documents=("Interview 12.docx",)),
    Person(participant="Kestrelow", group="IE", locator="row 3", name="", documents=("Talk 1", "Vorrisk talk.docx")),
    Person(participant="House", group="EN", locator="row 4", name="", documents=("4711",), towns=("Zellbrook", "Eire")),
    Person(participant="X-9", group="EN", locator="row 5", name="", employers=("Bridge House", "Brackwater Trust")),
)


@pytest.mark.parametrize(
    ("label", "whole", "parts"),
    [
        ("As Gatwold 07 said", "called like this", ""),
        ("gatwold", "", ""),
        ("As kestrelow said", "", "called like this"),
        ("House moved", "", ""),
        ("The Vorrisk talk", "", "called like this"),
        ("Vorrisk", "", ""),
        ("Interview 12, Talk 1", "", ""),
        ("4711", "", ""),
        ("Life in Zellbrook", "", "a word here is also a listed"),
        ("Eire", "", ""),  # what is compared is published on purpose
        ("In Bridge House", "", "a listed name stands"),
        ("the bridge house", "", ""),
        ("Brackwater Trust rules", "", "a listed name stands"),
        ("Brackwater", "", "a word here is also a listed"),
        ("Trust in rules", "", ""),
        ("Trust in Quorndale Vimmerby", "a listed name stands", ""),
        ("Vimmerby", "", "a word here is also a listed"),
        ("At nettlewick", "", "a word here is also a listed"),
    ],
)
def test_ids_and_all_listed_names_are_found_in_the_codebook(label: str, whole: str, parts: str) -> None:
    with small_study_here():
        Path("data/raw/identifiers.csv").write_text("type,value\nperson,Quorndale Vimmerby\nplace,Nettlewick\n")
        changed("countries.0.also", ["Eire"])
        changed("identifiers", "data/raw/identifiers.csv")
        study = study_folder.study_here()
        entry = CodebookEntry("new", "helps", label, "", "", [], True, [])
        found = names_in_study.find(study, ROWS, [entry])
    for problems, what in zip(found, (whole, parts), strict=True):
        assert [what in problem.what for problem in problems] == ([True] if what else [])


def test_a_place_in_study_yaml_is_a_note() -> None:
    with small_study_here():
        changed("title", "Schools of Zellbrook")
        errors, notes = names_in_study.find(study_folder.study_here(), ROWS)
    assert (errors, [problem.place for problem in notes]) == ([], ["title"])
