"""Codes renamed and merged in the codebook of a study: what is said, and that a failure leaves all as it was."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from crosscase.codebooks import codebook_changes
from crosscase.codebooks.codebook_edits import DECIDE
from crosscase.messages.errors import StudyError
from crosscase.study import study_folder
from crosscase.study.facts import Study
from tests.builders.small_study import small_study_here, write_csv

CONFIG, CODEBOOK, PRINTED = Path("config/study.yaml"), Path("config/codebook.csv"), Path("config/printed.csv")
CHANGES: list[Callable[[Study], list[str]]] = [
    lambda study: codebook_changes.rename(study, "time", "Too little time"),
    lambda study: codebook_changes.merge(study, ["time"], "money"),
]


def test_what_is_asked_of_aliases_is_asked_of_the_code_that_has_them_then() -> None:
    """A question without aliases is whether the code is another one, which the merge has answered."""
    with small_study_here():
        header, *rows = csv.reader(CODEBOOK.read_text(encoding="utf-8").splitlines())
        aliases = header.index("aliases")
        asked = {"time": "is “tyme” the same?", "trust": "is it another name?"}
        for row in rows:
            row[aliases] = "tyme" if "time" in row else ""
            row.append(next((question for code, question in asked.items() if code in row), ""))
        write_csv(CODEBOOK, [(*header, DECIDE), *map(tuple, rows)])
        codebook_changes.merge(study_folder.study_here(), ["time"], "money")
        (money,) = (row for row in csv.DictReader(CODEBOOK.open(encoding="utf-8")) if row["code"] == "money")
        assert money[DECIDE] == asked["time"]


@pytest.mark.parametrize("change", CHANGES)
def test_what_cannot_be_said_is_not_written(change: Callable[[Study], list[str]]) -> None:
    with small_study_here():
        CONFIG.write_text(f"{CONFIG.read_text(encoding='utf-8')}published: {{matrices: {PRINTED}}}\n", encoding="utf-8")
        PRINTED.write_text("domain,label\nbarriers\n", encoding="utf-8")
        before = CODEBOOK.read_bytes()
        with pytest.raises(StudyError, match="it has 1 field, but the header has 2"):
            change(study_folder.study_here())
        assert CODEBOOK.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "first"), [(CHANGES[0], "Renamed: time is"), (CHANGES[1], "Merged: time into money.")]
)
def test_what_was_changed_and_what_the_printed_numbers_still_have_is_said(
    change: Callable[[Study], list[str]], first: str
) -> None:
    with small_study_here():
        CONFIG.write_text(f"{CONFIG.read_text(encoding='utf-8')}published: {{matrices: {PRINTED}}}\n", encoding="utf-8")
        write_csv(PRINTED, [("domain", "label"), ("barriers", "Money"), ("barriers", "time")])
        said = change(study_folder.study_here())
    assert said[0].startswith(first)
    assert said[1].endswith(": “Time”")
    assert said[2:] == [f"{PRINTED}, row 3: it has “time”. Correct it there, too."]


@pytest.mark.parametrize(
    ("label", "said"), [("Cash", True), ("Lack of money", False), ("Money, money", False), ("Too little", True)]
)
def test_an_id_that_keeps_a_word_of_the_former_name_is_named_with_what_to_do(label: str, said: bool) -> None:
    """The id stays, also where a name was renamed because it is somebody's."""
    with small_study_here():
        lines = codebook_changes.rename(study_folder.study_here(), "money", label)
    assert any("The id money stays" in line and "`code` in config/codebook.csv" in line for line in lines) is said
