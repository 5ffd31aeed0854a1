"""A word of the person's names that the study itself states is listed, by its place. All names are invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.anonymisation.decision_rows import COLUMNS
from crosscase.anonymisation.register import Person
from crosscase.erasure import record, stated_words
from crosscase.erasure.search import Place
from crosscase.erasure.traces import Traces
from crosscase.study import facts, study_folder
from tests.builders.projects import Study
from tests.builders.registered_people import person
from tests.builders.small_study import CODEBOOK, write_csv

WHO = replace(person("IRL-01", "Aoifnait de Mockbride", "IE"), nicknames=("Moppet",))


def found(who: Person, languages: tuple[str, ...] = ()) -> list[str]:
    study = study_folder.study_here()
    return [f"{one.file}, {one.place}" for one in stated_words.find(study, [who], {"IE": languages})]


@pytest.mark.parametrize(
    "row",
    [
        ("helps", "hope", "Trust in mockbride", "", "", 2, "yes", ""),
        ("helps", "trust_in_mockbride", "Hope", "", "", 2, "yes", ""),
        ("helps", "hope", "Hope", "As Aoifnait said", "", 2, "yes", ""),
        ("helps", "hope", "Hope", "", "", 2, "yes", "waiting|Moppet's way"),
    ],
)
def test_each_field_of_the_codebook_is_looked_at(
    small_study: Study, monkeypatch: pytest.MonkeyPatch, row: tuple[object, ...]
) -> None:
    monkeypatch.chdir(small_study.folder)
    assert found(WHO) == []  # `de` is in many names
    write_csv(Path("config/codebook.csv"), [*CODEBOOK, row])
    assert found(WHO) == ["config/codebook.csv, row 5"]


def test_titles_and_groups_in_study_yaml_are_looked_at(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_study.folder)
    text = small_study.text("config/study.yaml")
    text = text.replace("title: Helps", "title: Mockbrides").replace("name: Ireland", "name: Friends of Moppet")
    Path("config/study.yaml").write_text(text, encoding="utf-8")
    lines = text.splitlines()
    places = [1 + next(n for n, line in enumerate(lines) if word in line) for word in ("Moppet", "Mockbrides")]
    assert found(WHO, ("en",)) == [f"config/study.yaml, line {place}" for place in places]


@pytest.mark.parametrize("name", ["Mark Category", "Fil Wilson", "Tidy Intervals"])  # invented
def test_the_words_of_the_schema_are_no_statement_of_the_team(
    small_study: Study, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Nobody wrote the defaults and keys of crosscase into the file: `values: marks` was said to be of Mark."""
    monkeypatch.chdir(small_study.folder)
    text = small_study.text("config/study.yaml") + "analysis: {interval: wilson}\n"
    Path("config/study.yaml").write_text(text, encoding="utf-8")
    Path("config/labels.yaml").write_text("code: Topic\n", encoding="utf-8")
    assert found(person("IRL-01", name, "IE"), ("en",)) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["title: >-", "  What we heard", "  from Mockbride"],
        ['title: "What we heard from Mock\\', '  bride"'],
        ["title: 'What we''ve heard from Mockbride'"],
    ],
)
def test_a_text_over_several_lines_has_its_line(
    small_study: Study, monkeypatch: pytest.MonkeyPatch, lines: list[str]
) -> None:
    monkeypatch.chdir(small_study.folder)
    text = small_study.text("config/study.yaml").splitlines()
    number = next(number for number, line in enumerate(text) if line.startswith("title:"))
    Path("config/study.yaml").write_text("\n".join([*text[:number], *lines, *text[number + 1 :]]), encoding="utf-8")
    assert found(WHO) == [f"config/study.yaml, line {number + 1}"]


def test_a_code_over_several_lines_has_its_row(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_study.folder)
    row = ("helps", "hope", "Hope", 'As "they"\nsaid of Mockbride', "", 2, "yes", "")
    write_csv(Path("config/codebook.csv"), [*CODEBOOK, row])
    assert found(WHO) == ["config/codebook.csv, row 5"]


def test_own_labels_are_looked_at(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_study.folder)
    Path("config/labels.yaml").write_text("total: All\ncode: Moppet's code\n", encoding="utf-8")
    assert found(WHO) == ["config/labels.yaml, line 2"]


def test_a_document_of_somebody_else_with_the_name_is_told_of() -> None:
    """The queue names documents, and only the team can rename one: the withdrawal ends, and says so."""
    other = replace(person("IRL-02", "Cormacan Fauxley", "IE"), documents=("Talk with Aoifnait Mockbride.docx", "x"))
    (called,) = (kept := stated_words.in_documents(["aoifnait mockbride"], [other], "register.csv"))
    assert called == "talk with aoifnait mockbride"
    assert str(kept[called]).startswith("register.csv, row 2: a document of somebody who stays is called by")


def test_words_that_a_decision_keeps_are_listed_and_no_others(
    small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_study.folder)
    by = ("AB", "2026-01-01", "everywhere")
    rows = [("", "Keep", "", *by, "moppet"), ("", "redact", "", *by, "Mockbride"), ("", "keep", "", *by, "Grelmby")]
    write_csv(Path(facts.DEFAULT_DECISIONS), [COLUMNS, *([*row, *[""] * 5] for row in rows)])
    assert found(WHO) == [f"{facts.DEFAULT_DECISIONS}, row 2"]


def test_the_record_does_not_say_alone_that_nothing_is_left(
    small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_study.folder)
    write_csv(Path("config/codebook.csv"), [*CODEBOOK, ("helps", "hope", "Trust in mockbride", "", "", 2, "yes", "")])
    study = study_folder.study_here()
    stated = stated_words.find(study, [WHO], {})
    places = [Place("results", 7, {})]
    said = "Nothing is left in 7 files, but words of the person's names are stated in 1 place."
    text = record.text("2026-01-01", Traces(), places, ["ie"], stated)
    assert record.verdict(places, stated) == said
    assert said in text
    assert "- config/codebook.csv, row 5: a word of the person's names is stated here. Reword it" in text
    assert "ockbride" not in text
    assert record.verdict(places) == "Nothing is left in 7 files."
