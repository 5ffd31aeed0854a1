"""The tables between the steps come back as they were written."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.analysis.rows import CellWorth
from crosscase.messages.errors import StudyError
from crosscase.storage import files
from crosscase.storage.schemas import AnonymisedCoding, CodebookEntry, Mention

CODING = AnonymisedCoding(
    segment_id="0f",
    export="one",
    document="D1",
    participant=None,
    stated_groups=["AA", "B"],
    code_path=["Hope"],
    coder=None,
    start=3,
    end=None,
    text="Ελπίδα ☂",
    fingerprint="f0",
)
MENTION = Mention("one", "P1", "AA", "hopes", "hope", 2, 3)


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    rows = [replace(CODING, start=number, text=None if number % 3 else str(number)) for number in range(40_000)]
    files.write_rows(tmp_path / "rows.parquet", AnonymisedCoding, rows)
    assert list(files.read_rows(tmp_path / "rows.parquet", AnonymisedCoding)) == rows
    assert files.count_rows(tmp_path / "rows.parquet") == 40_000


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    files.write_rows(tmp_path / "rows.parquet", Mention, [])
    assert list(files.read_rows(tmp_path / "rows.parquet", Mention)) == []


def test_a_table_of_another_class_is_refused(tmp_path: Path) -> None:
    files.write_rows(tmp_path / "rows.parquet", Mention, [MENTION])
    with pytest.raises(StudyError, match="CodebookEntry"):
        list(files.read_rows(tmp_path / "rows.parquet", CodebookEntry))


def test_the_rows_with_some_values_are_found_in_every_part_of_a_file(tmp_path: Path) -> None:
    codes = [f"c{number % 5}" for number in range(2 * files.BATCH)] + ["d"] * files.BATCH
    rows = [replace(MENTION, code=code, segments=number) for number, code in enumerate(codes)]
    files.write_rows(tmp_path / "rows.parquet", Mention, rows)
    for code in ("c0", "c4", "d"):
        found = files.read_matching(tmp_path / "rows.parquet", Mention, code=code, group="AA")
        assert found == [row for row in rows if row.code == code]
    assert files.read_matching(tmp_path / "rows.parquet", Mention, code="c0", group="BB") == []


def test_yes_and_no_come_back_from_a_csv_file(tmp_path: Path) -> None:
    worth = CellWorth("hopes", "hope", "AA", "present", 1, 4, 0.25, 0.05, 0.7, None, True, 0.5)
    rows = [worth, replace(worth, code="fear", fragile=False)]
    files.write_rows_csv(tmp_path / "rows.csv", CellWorth, rows)
    assert files.read_rows_csv(tmp_path / "rows.csv", CellWorth) == rows
