"""Which headings of the lists `crosscase check` takes for which columns, and what it says is not read."""

import re

import pytest

from crosscase.starting import readiness, register_workbook
from crosscase.study import study_folder
from tests.builders.mistakes import CODEBOOK, REGISTER
from tests.builders.projects import Study


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize(
    ("path", "heading", "other"),
    [
        (REGISTER, "participant", "ID"),
        (REGISTER, "name", "Full  name"),
        (REGISTER, "country", "Land"),
        (REGISTER, "country", "GROUP"),
        (REGISTER, "documents", "Interview"),
        (REGISTER, "consent_to_quote", "May be quoted"),
        (CODEBOOK, "label", "Name"),
        (CODEBOOK, "aliases", "alias"),
        (CODEBOOK, "definition", "Description"),
    ],
)
def test_another_word_for_a_heading_is_taken_and_told(
    path: str, heading: str, other: str, small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (small_study.folder / path).read_text(encoding="utf-8")
    (small_study.folder / path).write_text(re.sub(rf"\b{heading}\b", other, before, count=1), encoding="utf-8")
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert found.missing == []
    assert [line for line in found.understood if heading in line] == [
        f"{path}: the column “{other}” is read as `{heading}`"
    ]


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (REGISTER, ",consent_to_quote,", ",Darf man?,", "the column “Darf man?” is not read"),
        (REGISTER, "consent_to_quote,withdrawn", "Notes,Age", "the columns “Notes” and “Age” are not read"),
        (CODEBOOK, "definition,parent", "Colour,Level", "the columns “Colour” and “Level” are not read"),
        ("data/raw/guide.csv", "domain", "Note,domain", "the column “Note” is not read"),
        ("data/raw/identifiers.csv", "value", "value,Source", "the column “Source” is not read"),
    ],
)
def test_columns_that_nothing_reads_are_named(
    path: str, old: str, new: str, line: str, small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small_study.folder / "data/raw/guide.csv").write_text("domain,asked,country\n", encoding="utf-8")
    study_file = small_study.folder / "config/study.yaml"
    (small_study.folder / "data/raw/identifiers.csv").write_text("type,value,Land\n", encoding="utf-8")
    lists = "guide: data/raw/guide.csv\nidentifiers: data/raw/identifiers.csv\n"
    study_file.write_text(f"{study_file.read_text(encoding='utf-8')}{lists}", encoding="utf-8")
    small_study.replace(path, old, new)
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert [text for text in found.understood if "not read" in text] == [f"{path}: {line}"]
    assert "data/raw/identifiers.csv: the column “Land” is read as `country`" in found.understood


def test_a_row_of_people_in_the_place_of_the_headings_is_not_shown(
    small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (small_study.folder / REGISTER).read_text(encoding="utf-8").splitlines(keepends=True)
    (small_study.folder / REGISTER).write_text("".join(lines[1:]), encoding="utf-8")
    monkeypatch.chdir(small_study.folder)
    assert not any("Mockbride" in line for line in readiness.examine(study_folder.study_here()).understood)


def test_a_heading_is_not_taken_if_two_mean_the_column(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (small_study.folder / REGISTER).read_text(encoding="utf-8").replace("country,role", "Land,Group")
    (small_study.folder / REGISTER).write_text(text, encoding="utf-8")
    monkeypatch.chdir(small_study.folder)
    missing = readiness.examine(study_folder.study_here()).missing
    said = [problem.what for problem in missing]
    assert "the columns 'Land' and 'Group' may each be `country`" in said
    assert "it has no column 'role'" in said


def test_the_participant_of_a_register_with_other_headings_withdraws(
    small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crosscase.anonymisation import register
    from crosscase.erasure import register_edit

    small_study.replace(REGISTER, "consent_to_quote,withdrawn", "quotable,Withdrew")
    monkeypatch.chdir(small_study.folder)

    def people() -> list[register.Person]:
        return register.read(REGISTER, {"ie": "IE", "en": "EN"}, {"role": ["teacher", "not stated"]}).people

    register_edit.mark_withdrawn(REGISTER, people()[0])
    assert [person.withdrawn for person in people()] == [True, False, False, False]


def test_the_sheet_about_the_columns_is_no_other_list(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = small_study.folder / "data/raw/participants.xlsx"
    rows = [("IE-1", "Aoifnait Mockbride", "IE", "Talk 1", "ie", "no", "no")]
    workbook.write_bytes(register_workbook.write(rows, [], "country"))
    small_study.replace("config/study.yaml", REGISTER, "data/raw/participants.xlsx")
    monkeypatch.chdir(small_study.folder)
    assert not [line for line in readiness.examine(study_folder.study_here()).understood if "sheet" in line]
