"""The Arrow schema of a row class, from the descriptions of its columns."""

import json
from collections.abc import Collection, Iterable
from typing import Any, get_args, get_origin

import pyarrow as pa

from crosscase.storage.table_columns import describe, optional_columns

_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def schema_of(row: type, without: Collection[str] = ()) -> pa.Schema:
    """One column a field, nullable where the field allows None, but for the fields `without`.

    It says in the words of pandas which whole numbers may be missing: pandas would read them as floats.
    """
    described = [column for column in describe(row) if column.name not in without]
    fields = [pa.field(column.name, _type(column.type), column.nullable) for column in described]
    maybe = [column.name for column in described if column.nullable and column.type is int]
    return pa.schema(fields, {"pandas": json.dumps(_for_pandas(maybe))} if maybe else None)


def fitting(found: pa.Schema, row: type) -> pa.Schema | None:
    """The schema of a row class without the optional columns that a table lacks; None if it has other columns."""
    schema = schema_of(row, optional_columns(row).difference(found.names))
    return schema if found.equals(schema) else None


def _for_pandas(whole_numbers: Iterable[str]) -> dict[str, Any]:
    """What pandas looks for in a Parquet file: the columns whose type it would not guess, and no index."""
    types = {"pandas_type": "int64", "numpy_type": "Int64", "metadata": None}
    columns = [{"name": name, "field_name": name, **types} for name in whole_numbers]
    return {"index_columns": [], "column_indexes": [], "columns": columns, "pandas_version": "3.0.0"}


def _type(kind: Any) -> pa.DataType:
    if get_origin(kind) is list:
        return pa.list_(_TYPES[get_args(kind)[0]])
    return _TYPES[kind]
