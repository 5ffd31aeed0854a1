"""The day of a coding, where it is written in one way alone."""

from pathlib import Path

import pytest

from crosscase.readers import export_formats
from crosscase.readers.days import day_of
from crosscase.readers.raw import Export
from crosscase.study.facts import ExportSettings
from tests.builders.projects import ROOT


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05 10:11:12", "2024-03-05"),
        ("2024-03-05T23:59:59.123+01:00", "2024-03-05"),
        ("Fri Aug 05 11:16:43 2016", "2016-08-05"),
        ("Tue Mar  5 10:11:12 2024", "2024-03-05"),
        *(
            (other, "")
            for other in ("", None, 45356, "05.03.2024", "03/05/24", "2024-13-01", "2024-02-30", "2024-03-055")
        ),
        *((other, "") for other in ("Tue Foo 5 10:11:12 2024", "0000-01-01", "yesterday")),
    ],
)
def test_the_day_is_read_only_if_it_has_one_meaning(written: object, day: str) -> None:
    assert day_of(written) == day


@pytest.mark.parametrize(
    ("file", "tool"), [("no.rqda", "rqda"), ("el.qda", "qualcoder_database"), ("it.qdpx", "refi_qda")]
)
def test_each_tool_that_keeps_days_gives_them(file: str, tool: str) -> None:
    path = str(ROOT / "data/raw/exports" / file)
    assert all(coding.day for coding in export_formats.read(Export(path, ExportSettings(path, tool))))


def test_a_table_gives_the_day_of_the_column_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "codings.csv"
    path.write_text("Doc,Code,When\na,Time,2024-03-05 09:00\na,Money,5 March\n", encoding="utf-8")
    how = ExportSettings(str(path), "tidy", columns={"document": "Doc", "code": "Code", "day": "When"})
    assert [coding.day for coding in export_formats.read(Export(str(path), how))] == ["2024-03-05", ""]
