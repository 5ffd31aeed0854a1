"""Each column is described once: the description, the type and what pandas reads agree."""

from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Annotated

import pandas as pd
import pytest

from crosscase.storage import files, schemas, table_columns
from crosscase.storage.schemas import Cell
from crosscase.storage.table_columns import Column

ROWS = [
    item
    for item in vars(schemas).values()
    if isinstance(item, type) and is_dataclass(item) and item.__module__ == schemas.__name__
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_every_column_is_described_as_what_it_is(row: type) -> None:
    for column in table_columns.describe(row):
        assert column.about.meaning and not column.about.meaning.endswith(".")
        if column.nullable:
            assert column.about.empty, f"{column.name} may be missing: say what that means"
        elif column.about.empty:
            assert column.type is str, f"{column.name} is never empty"
        if column.type in (int, float):
            assert column.about.unit or column.name in ("passage", "score"), f"{column.name} needs a unit"
        assert not (column.about.key and column.nullable)


def test_a_column_without_a_description_is_named() -> None:
    @dataclass
    class Row:
        described: Annotated[str, Column("a text")]
        silent: int

    with pytest.raises(TypeError, match=r"Row\.silent has no description"):
        table_columns.describe(Row)


def test_pandas_reads_whole_numbers_as_whole_though_some_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "cells.parquet"
    coded, not_coded = Cell("d", "c", "IE", "present", 2, 4, 3), Cell("d", "c", "EN", "not_coded", None, 5, None)
    files.write_rows(path, Cell, [coded, not_coded])
    frame = pd.read_parquet(path)
    assert str(frame["participants"].dtype) == str(frame["segments"].dtype) == "Int64"
    assert frame["participants"].tolist() == [2, pd.NA]
    assert [*files.read_rows(path, Cell)] == [coded, not_coded]
