"""Studies that compare other things than countries, built and counted again. All names are invented."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders.small_study import STUDY, small_study_here, write_csv
from tests.builders.steps_in_process import problems_of_analysis, problems_of_check, problems_of_tables
from tests.builders.unpacked_package import Unpacked
from verifier import counting, sample, sample_by_group, tables

SCHOOLS = ["Nord", "Gr. 7", "2019/20", "★", "Süd & West"]
TABLES = Path("results/tables")
Row = Sequence[str]


def compare(groups: Sequence[object], people: Sequence[Row], codings: Sequence[Row], **keys: object) -> None:
    """Make the small study one of these groups. `people`: participant, group and document; `codings` as in a table."""
    export = {"file": "data/raw/exports/x.csv", "format": "tidy", "columns": STUDY["exports"]["ie"]["columns"]}  # type: ignore[index]
    config: Mapping[str, Any] = {key: value for key, value in STUDY.items() if key != "countries"}
    config = {**config, "groups": groups, "exports": {"x": export}, "disclosure": {"k": 1}, **keys}
    Path("config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")
    rows = [(who, f"Name {who}", group, "teacher", document) for who, group, document in people]
    word = keys.get("compare", {"one": "group"})["one"]  # type: ignore[index]
    write_csv(Path("data/raw/participants.csv"), [("participant", "name", word, "role", "documents"), *rows])
    write_csv(Path("data/raw/exports/x.csv"), [("Interview", "Code", "Text"), *codings])


def one_each(groups: Sequence[str]) -> tuple[Sequence[Row], Sequence[Row]]:
    """A participant of each group, and a coding of each but the last."""
    people = [(f"P{number}", group, f"Talk {number}") for number, group in enumerate(groups)]
    return people, [(document, "Time", f"words {document}") for _, _, document in people[:-1] or people]


def differences() -> list[str]:
    """What the verifier finds."""
    package = Unpacked()
    count = counting.Count(package)
    of_domains = [problem for name in ("barriers", "helps") for problem in tables.domain(package, count, name)]
    of_sample = [*sample.sample(package, count), *sample_by_group.sample_by_group(package, count)]
    return [*counting.mentions(count), *counting.cells(package, count), *of_domains, *of_sample]


def test_a_study_of_schools_has_its_own_words_everywhere() -> None:
    with small_study_here():
        words = {"one": "Schule", "many": "Schulen"}
        compare(SCHOOLS, *one_each(SCHOOLS), compare=words, title="Eine Studie")
        assert problems_of_check() == []
        assert problems_of_tables() == []
        assert (TABLES / "sample_by_schule.csv").is_file()
        written = [
            path for path in sorted(Path("results").rglob("*.*")) if path.suffix in (".csv", ".html", ".tex", ".txt")
        ]
        texts = {path.name: path.read_text() for path in written}
        assert len(texts) > 15
        found = {name: re.findall(r"(?i).*countr.*", text) for name, text in texts.items()}
        assert {name: lines for name, lines in found.items() if lines} == {}
        assert texts["barriers_tidy.csv"].splitlines()[:2] == [
            "domain,code,label,Schule,state,participants,interviewed,segments",
            "barriers,time,Time,Nord,present,1,1,1",
        ]
        assert texts["barriers.csv"].splitlines()[0] == "label,Nord,Gr. 7,2019/20,★,Süd & West,Total"
        assert texts["sample.csv"].splitlines()[1] == "Schule,Nord,1,20.0"
        assert "number of Schulen marked x" in texts["barriers.html"]
        assert "at least one participant of the Schule raised it" in texts["barriers.tex"]
        assert "Participants by Schule (N = 5)" in texts["sample_by_schule.html"]
        assert differences() == []


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("number", [1, 2, 40, 60])
def test_a_study_may_have_one_group_or_many(number: int) -> None:
    with small_study_here():
        groups = [f"Gr. {n}" for n in range(1, number + 1)]
        compare(groups, *one_each(groups))
        assert problems_of_tables() == []
        assert len((TABLES / "barriers.csv").read_text().splitlines()[0].split(",")) == number + 2
        assert differences() == []


def test_a_participant_in_two_waves_counts_once_in_each() -> None:
    with small_study_here():
        people = [("P1", "W1", "Talk 1"), ("P1", "W2", "Talk 2"), ("P2", "W1", "Talk 3"), ("P3", "W2", "Talk 4")]
        said = [
            ("Talk 1", "Time", "never"), ("Talk 1", "Time", "never again"), ("Talk 2", "Time", "at last"),
            ("Talk 3", "Money", "none"), ("Talk 4", "Trust", "always"),
        ]  # fmt: skip
        compare(["W1", "W2"], people, said, compare={"one": "wave", "many": "waves"})
        assert problems_of_tables() == []
        assert (TABLES / "barriers.csv").read_text() == "label,W1,W2,Total\nTime,x,x,2\nMoney,x,,1\n"
        tidy = (TABLES / "barriers_tidy.csv").read_text().splitlines()
        assert tidy[1:3] == ["barriers,time,Time,W1,present,1,2,2", "barriers,time,Time,W2,present,1,2,1"]
        assert (TABLES / "sample.csv").read_text().splitlines()[1:3] == ["Wave,W1,2,50.0", "Wave,W2,2,50.0"]
        for name in ("sample", "sample_by_wave"):
            assert (
                "1 participant is in more than one wave, and counted once in each."
                in (TABLES / f"{name}.html").read_text()
            )
        assert problems_of_analysis() == []
        evidence = Path("results/analysis/evidence.csv").read_text()
        assert re.search(
            r"2 of 4 participants.* 1 participant is in more than one wave, and counted once in each\.", evidence
        )
        assert differences() == []
