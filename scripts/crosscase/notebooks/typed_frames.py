"""Frames of the rows of a class, typed as their columns are described.

Whole numbers are `Int64`, so that they stay whole where some are missing; what can be one of a few values is a
category, in the order of the values; a list is a Python list.
"""

import io
from collections.abc import Iterable, Iterator
from typing import TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from crosscase.messages.errors import Problem, StudyError, damaged
from crosscase.storage import table_columns
from crosscase.storage.arrow_schemas import fitting, schema_of

Row = TypeVar("Row")
_WHOLE = {pa.int64(): pd.Int64Dtype()}


def from_parquet(parts: Iterable[tuple[str, bytes]], row: type) -> pd.DataFrame:
    """The rows of several Parquet files, one file below the other; a part is its path and its content.

    Raises StudyError where a file is damaged, or its columns are not the class's.
    """
    tables = [_table(path, content, row) for path, content in parts]
    table = pa.concat_tables(tables) if tables else schema_of(row).empty_table()
    return _typed(table.to_pandas(types_mapper=_WHOLE.get), row)


def rows(parts: Iterable[tuple[str, bytes]], row: type[Row]) -> list[Row]:
    """The rows of several Parquet files as objects of their class. Raises StudyError as `from_parquet`."""
    return [row(**values) for path, content in parts for values in _table(path, content, row).to_pylist()]


def from_rows(rows: Iterable[Row], row: type[Row]) -> pd.DataFrame:
    """The frame of rows of one class."""
    names = table_columns.names(row)
    values = [[getattr(item, name) for name in names] for item in rows]
    columns = {name: list(column) for name, column in zip(names, zip(*values, strict=True), strict=False)}
    table = pa.Table.from_pydict(columns or {name: [] for name in names}, schema_of(row))
    return _typed(table.to_pandas(types_mapper=_WHOLE.get), row)


def to_rows(frame: pd.DataFrame, row: type[Row]) -> Iterator[Row]:
    """The rows of a frame, which may lack optional columns. Raises pyarrow.ArrowInvalid if a column does not fit."""
    lacking = table_columns.optional_columns(row).difference(frame.columns)
    for values in pa.Table.from_pandas(frame, schema_of(row, lacking), preserve_index=False).to_pylist():
        yield row(**values)


def another_version(path: str) -> StudyError:
    """The error for a file with other columns than this version of crosscase writes."""
    what = "its columns are those of another version of crosscase"
    return StudyError(Problem(path, "", what, "Build the study again, or install the version that built it."))


def _table(path: str, content: bytes, row: type) -> pa.Table:
    try:
        table = pq.read_table(io.BytesIO(content))
    except (pa.ArrowException, OSError):
        raise damaged(path, "a Parquet file", "Build the study again.") from None
    schema = fitting(table.schema, row)
    if schema is None:
        raise another_version(path)
    return table.cast(schema)


def _typed(frame: pd.DataFrame, row: type) -> pd.DataFrame:
    for column in table_columns.describe(row):
        if column.about.values:
            frame[column.name] = pd.Categorical(frame[column.name], categories=list(column.about.values))
        elif column.type not in (str, int, float, bool):
            frame[column.name] = [list(value) for value in frame[column.name]]
    return frame
