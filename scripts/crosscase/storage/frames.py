"""Tables as pandas frames, for the steps whose input stays small however large the corpus is."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pandas as pd
import pyarrow as pa

from crosscase.storage import files, table_columns
from crosscase.storage.arrow_schemas import schema_of

Row = TypeVar("Row")
_WHOLE = {pa.int64(): pd.Int64Dtype()}  # integers stay integers where values are missing


def from_rows(rows: Iterable[Row], row: type[Row]) -> pd.DataFrame:
    """A frame of rows of one class, with one column for each field."""
    names = table_columns.names(row)
    values = [[getattr(item, name) for name in names] for item in rows]
    columns = {name: list(column) for name, column in zip(names, zip(*values, strict=True), strict=False)}
    table = pa.Table.from_pydict(columns or {name: [] for name in names}, schema_of(row))
    frame: pd.DataFrame = table.to_pandas(types_mapper=_WHOLE.get)
    return frame


def read(paths: Iterable[str | Path], row: type[Row]) -> pd.DataFrame:
    """The rows of several Parquet files, one file below the other."""
    return from_rows(files.read_all(paths, row), row)


def to_rows(frame: pd.DataFrame, row: type[Row]) -> Iterator[Row]:
    """The rows of a frame, which may lack optional columns. Raises pyarrow.ArrowInvalid if a column does not fit."""
    lacking = table_columns.optional_columns(row).difference(frame.columns)
    for values in pa.Table.from_pandas(frame, schema_of(row, lacking), preserve_index=False).to_pylist():
        yield row(**values)
