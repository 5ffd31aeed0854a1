"""What becomes of opposites when codes are renamed and merged. All codes are invented."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from crosscase.codebooks import revisions
from crosscase.messages.errors import UsageError
from crosscase.storage.schemas import CodebookEntry
from tests.builders import revised_codebooks
from tests.builders.revised_codebooks import DOMAINS, entries_of, merged, renamed, rows_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return revised_codebooks.write(tmp_path)


def with_opposites(path: Path, **opposites: str) -> None:
    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
    text = io.StringIO()
    lines = [[*header, "opposite"], *([*row, opposites.get(row[1], "")] for row in rows)]
    csv.writer(text, lineterminator="\n").writerows(lines)
    path.write_text(text.getvalue(), encoding="utf-8")


def opposites_of(entries: Sequence[CodebookEntry]) -> dict[str, str]:
    return {entry.code: entry.opposite for entry in entries if entry.opposite}


def test_a_renamed_code_stays_the_opposite_however_the_row_names_it(path: Path) -> None:
    with_opposites(path, money="Staff > Lack of time")
    for name, label in (("time", "Too little"), ("staff", "Team"), ("time", "None")):
        assert opposites_of(renamed(path, name, label)) == {"money": "time", "time": "money"}
    assert (rows_of(path)["money"]["opposite"], rows_of(path)["time"]["opposite"]) == ("time", "")


def test_a_merge_keeps_the_opposite_of_the_codes(path: Path) -> None:
    with_opposites(path, trust="time")
    assert opposites_of(merged(path, ["time"], "money")) == {"trust": "money", "money": "trust"}
    assert rows_of(path)["trust"]["opposite"] == "money"


def test_opposites_that_are_merged_have_none(path: Path) -> None:
    with_opposites(path, trust="time")
    entries = entries_of(path)
    revision = revisions.merge(entries, DOMAINS, ["trust"], "time")
    assert revision.said[0] == "Opposites are one code now, without an opposite: time and trust."
    assert opposites_of(merged(path, ["trust"], "time")) == {}


def test_codes_with_several_opposites_are_not_merged(path: Path) -> None:
    with_opposites(path, time="trust", money="other_3")
    with pytest.raises(UsageError, match="the codes have several opposites: other_3 and trust"):
        merged(path, ["time"], "money")
