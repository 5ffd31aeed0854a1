"""Tidy tables as people make them: long, wide, several codes in a cell, text, workbook or Parquet. All is invented."""

import csv
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages.errors import ReadError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding
from crosscase.study.facts import ExportSettings

LONG = {"document": "Doc", "code": "Code", "text": "Words", "start": "From", "end": "To"}
PATHS = [("Barriers", "Time, money"), ("Barriers", "Time"), ("Hope",)]


def read(path: Path, paths: Collection[tuple[str, ...]] = (), **settings: Any) -> tuple[list[RawCoding], Export]:
    export = Export(str(path), ExportSettings(str(path), "tidy", **settings), paths)
    return list(export_formats.read(export)), export


def table(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_a_long_table_may_hold_several_codes_in_a_cell(tmp_path: Path) -> None:
    rows = 'Doc,Code\na,"Barriers > Time, money, Hope"\nb,Hope\nc,\n'
    found, export = read(
        table(tmp_path / "t.csv", rows), PATHS, columns={"document": "Doc", "code": "Code"}, codes_in_cell=", "
    )
    assert [(c.locator, c.document, c.code_path) for c in found] == [
        ("row 2, code 1", "a", ("Barriers", "Time, money")),
        ("row 2, code 2", "a", ("Hope",)),
        ("row 3", "b", ("Hope",)),
    ]
    assert export.notes.without_code == ["row 4"]
    assert export.notes.documents == {"c"}


def test_a_sheet_of_a_text_table_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "Doc,Code\na,Hope\n")
    with pytest.raises(ReadError, match=r"`sheet` is given in config/study\.yaml, but the file is not a workbook"):
        read(path, columns={"document": "Doc", "code": "Code"}, sheet="Codings")


def test_a_wide_table_has_a_column_for_each_code(tmp_path: Path) -> None:
    rows = "Doc;Land;Code: Barriers > Time;Code: Hope\na;CZ;x;\nb;EL;0;1\nc;EL;;\n"
    wide: dict[str, Any] = {
        "columns": {"document": "Doc"},
        "code_columns": ["Code: *"],
        "group_from": {"variable": "land"},
    }
    found, export = read(table(tmp_path / "t.csv", rows), **wide)
    assert [(c.locator, c.document, c.code_path, dict(c.variables)) for c in found] == [
        ("row 2, column 3", "a", ("Barriers", "Time"), {"land": "CZ"}),
        ("row 3, column 4", "b", ("Hope",), {"land": "EL"}),
    ]
    assert export.notes.code_paths == {("Barriers", "Time"), ("Hope",)}
    assert export.notes.documents == {"c"}


def test_a_wide_table_of_counts_gives_as_many_codings(tmp_path: Path) -> None:
    rows = "Doc,Time,Hope\na,2,\nb,0,1\n"
    how: dict[str, Any] = {"columns": {"document": "Doc"}, "code_columns": ["Time", "Hope"], "cells": "counts"}
    found, _ = read(table(tmp_path / "t.csv", rows), **how)
    assert [(c.document, c.code_path[0]) for c in found] == [("a", "Time"), ("a", "Time"), ("b", "Hope")]
    assert len({c._replace(locator="").distinguished_by.__repr__() for c in found}) == 3


@pytest.mark.parametrize(
    ("rows", "how", "words"),
    [
        (
            "Doc,Time\na,maybe\n",
            {"code_columns": ["Time"]},
            "row 2, column 2: a cell of a code is neither a mark",
        ),
        ("Doc,Time\na,2\n", {"code_columns": ["Time"]}, "set `cells: counts`"),
        ("Doc,Time\na,-1\n", {"code_columns": ["Time"], "cells": "counts"}, "a cell of a code is not a count"),
        ("Doc,Time\na,x\n", {"code_columns": ["Hope*"]}, "no column matches `code_columns`"),
    ],
)
def test_a_wide_table_that_is_not_understood_is_refused(
    tmp_path: Path, rows: str, how: Mapping[str, Any], words: str
) -> None:
    with pytest.raises(ReadError) as error:
        read(table(tmp_path / "t.csv", rows), columns={"document": "Doc"}, **how)
    assert words in str(error.value)


@pytest.mark.parametrize(("start", "found"), [("12", 12), ("12.0", 12), ("12,0", 12), (" 7 ", 7), ("", None)])
def test_places_are_read_as_tables_write_them(tmp_path: Path, start: str, found: int | None) -> None:
    rows = f"Doc;Code;Words;From;To\na;Hope;w;{start};20\n"
    (coding,), _ = read(table(tmp_path / "t.csv", rows), columns=LONG)
    assert (coding.start, coding.end) == (found, 20)


def test_a_place_that_is_no_number_is_refused(tmp_path: Path) -> None:
    rows = "Doc;Code;Words;From;To\na;Hope;w;page 3;20\n"
    with pytest.raises(ReadError, match="row 2: an offset is not a whole number"):
        read(table(tmp_path / "t.csv", rows), columns=LONG)


CELL = st.text("ab ;,\"'\n\tžé=-@1", max_size=6)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=6), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_table_comes_back_from_each_kind_of_file(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str, str]], encoding: str
) -> None:
    """CSV, XLSX and Parquet with the same cells are read alike."""
    folder = tmp_path_factory.mktemp("tables")
    header = ("Doc", "Code", "Words")
    with (folder / "t.csv").open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows([header, *cells])
    columns = list(zip(*cells, strict=True)) or [(), (), ()]
    arrow = {name: pa.array(column, pa.string()) for name, column in zip(header, columns, strict=True)}
    pq.write_table(pa.table(arrow), folder / "t.parquet")
    how: dict[str, Any] = {"columns": {"document": "Doc", "code": "Code", "text": "Words"}}
    read_back = [
        [(c.locator, c.document, c.code_path, c.text) for c in read(folder / name, **how)[0]]
        for name in ("t.csv", "t.parquet")
    ]
    assert read_back[0] == read_back[1]
    assert [(c[1], " > ".join(c[2]), c[3]) for c in read_back[0]] == [row for row in cells if row[1].strip()]


def test_numbers_of_parquet_and_workbooks_are_shown_as_they_look(tmp_path: Path) -> None:
    arrow = pa.table({"Doc": [1.0, 2.0], "Code": ["Hope", None], "From": pa.array([3, None], pa.int32()), "To": [4, 5]})
    pq.write_table(arrow, tmp_path / "t.parquet")
    columns = {"document": "Doc", "code": "Code", "start": "From", "end": "To"}
    (coding,), _ = read(tmp_path / "t.parquet", columns=columns)
    assert (coding.document, coding.start, coding.end) == ("1", 3, 4)


def test_sheet_and_row_of_the_headings_may_be_given(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as workbook:
        workbook.add_worksheet("Notes").write(0, 0, "nothing")
        sheet = workbook.add_worksheet("Codings")
        sheet.write(0, 0, "Our project")
        sheet.write_row(2, 0, ["Doc", "Code"])
        sheet.write_row(3, 0, ["a", "Hope"])
    columns = {"document": "Doc", "code": "Code"}
    (coding,), _ = read(tmp_path / "t.xlsx", columns=columns, sheet="Codings", header_row=3)
    assert (coding.locator, coding.document) == ("row 4", "a")
    with pytest.raises(ReadError, match="it has no sheet '"):
        read(tmp_path / "t.xlsx", columns=columns, sheet="Other")


def test_a_parquet_table_with_lists_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"Doc": [["a"]], "Code": ["Hope"]}), tmp_path / "t.parquet")
    with pytest.raises(ReadError, match="has lists or records"):
        read(tmp_path / "t.parquet", columns={"document": "Doc", "code": "Code"})
