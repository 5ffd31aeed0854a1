"""A focus group that the register has without the ending of its file. All names are invented."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crosscase.study.facts import ExportSettings
from tests.builders.in_process import COLUMNS, person, run
from tests.builders.small_study import write_csv

TIME, MONEY = "Lack of time", "Lack of money"
SPEAKERS = ExportSettings("", "tidy", columns=COLUMNS, participant_from={"variable": "Speaker"})


def table(folder: Path, *rows: Sequence[object]) -> Path:
    write_csv(folder / "export.csv", [("doc", "code", "text", "Speaker"), *rows])
    return folder / "export.csv"


@pytest.mark.parametrize(
    ("registered", "also", "is_anna"),
    [
        ("fg_1/Anna", [], True),
        ("FG_1.docx/Anna", [], True),
        ("Anna", [], True),
        ("fg_1/Anna", [("fg_2.docx", TIME, "always", "Anna")], True),
        ("fg_1/Anna", [("fg_1", TIME, "always", "")], False),  # another document is called so
        ("fg_1/Anna", [("fg_1", TIME, "always", "Carla")], False),
        ("fg_2/Anna", [], False),
    ],
)
def test_the_ending_of_a_focus_group_is_left_away_if_nothing_else_fits(
    tmp_path: Path, registered: str, also: list[tuple[str, ...]], is_anna: bool
) -> None:
    rows = [("fg_1.docx", TIME, "never", "Anna"), ("fg_1.docx", MONEY, "none", "Ben"), *also]
    path = table(tmp_path, *rows)
    found = run(path, SPEAKERS, [person("DE-01", registered), person("PT-01", "fg_1.docx/Ben")])
    assert found.counts() == {("PT-01", "money"): 1, **({("DE-01", "time"): 1} if is_anna else {})}
    endings = [issue.message for issue in found.of("document_ending")]
    told = ["found in the register without its ending .docx, 1 coding"]
    assert endings == (told if is_anna and registered == "fg_1/Anna" else [])
    assert not [sentence for sentence in found.to_check if "in one cell" in sentence]


@pytest.mark.parametrize("change", [{"withdrawn": True}, {"consent_to_quote": False}])
def test_the_words_of_a_speaker_who_is_registered_without_the_ending_stand_in_no_coding_of_another(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    rows = [("fg_1.docx", TIME, "no time for it", "Anna"), ("fg_1.docx", MONEY, "no time for it", "Ben")]
    path = table(tmp_path, *rows)
    people = [replace(person("DE-01", "fg_1/Anna"), **change), person("PT-01", "fg_1/Ben")]
    found = run(path, SPEAKERS, people)
    assert [segment.text for segment in found.segments if segment.code == "money"] == [None]
