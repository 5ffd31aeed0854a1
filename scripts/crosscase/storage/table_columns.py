"""The columns of a row class: names, types, meanings, units, and the meaning of an empty value.

Each column is described once, beside its type: `count: Annotated[int, Column("how many", unit="codings")]`. This gives
the Arrow schema that `files` checks at every border, the data package beside the results, the help of the frames
for notebooks and the tables of `docs/api.md`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pyarrow as pa


class Made(StrEnum):
    """What the pipeline itself writes into a column of text. The leak search holds each value to it."""

    PSEUDONYM = "pseudonym"
    ID = "id"  # a part of a digest
    STATED = "stated"  # a text of study.yaml or of the codebook
    COMPOSED = "composed"  # a sentence made of such texts and numbers
    OUTSIDE = "outside"  # anything: words of an export may be in it


@dataclass(frozen=True, slots=True)
class Column:
    """The content of a column."""

    meaning: str
    unit: str = ""  # of a number
    empty: str = ""  # meaning of an empty value; without it no value is empty
    key: bool = False  # part of the key: no two rows have the same key
    values: tuple[str, ...] = ()  # all values that can occur; without it any value of the type
    made: Made = Made.OUTSIDE  # of a text without `values`


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column of a row class: its name, type and description."""

    name: str
    type: Any  # str, int, float, bool or a list of one of them
    nullable: bool
    about: Column


_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def describe(row: type) -> list[NamedColumn]:
    """The columns of a row class, in order. Raises TypeError if one has no description."""
    return list(_columns(row))


def _columns(row: type) -> Iterator[NamedColumn]:
    for name, annotation in get_type_hints(row, include_extras=True).items():
        if get_origin(annotation) is not Annotated:
            raise TypeError(f"{row.__name__}.{name} has no description")
        kind, about = get_args(annotation)
        nullable = isinstance(kind, UnionType)
        inner = next(part for part in get_args(kind) if part is not type(None)) if nullable else kind
        yield NamedColumn(name, inner, nullable, about)


def sentence(column: NamedColumn) -> str:
    """The content of a column, as a sentence."""
    about = column.about
    meaning = f"{about.meaning}; empty: {about.empty}" if about.empty else about.meaning
    return f"{meaning[0].upper()}{meaning[1:]}."


def arrow(row: type) -> pa.Schema:
    """Arrow schema of a row class: one column a field, nullable where the field allows None.

    It says in the words of pandas which whole numbers may be missing: pandas would read them as floats.
    """
    described = describe(row)
    fields = [pa.field(column.name, _arrow_type(column.type), column.nullable) for column in described]
    maybe = [column.name for column in described if column.nullable and column.type is int]
    return pa.schema(fields, {"pandas": json.dumps(_for_pandas(maybe))} if maybe else None)


def _for_pandas(whole_numbers: Iterable[str]) -> dict[str, Any]:
    """What pandas looks for in a Parquet file: the columns whose type it would not guess, and no index."""
    types = {"pandas_type": "int64", "numpy_type": "Int64", "metadata": None}
    columns = [{"name": name, "field_name": name, **types} for name in whole_numbers]
    return {"index_columns": [], "column_indexes": [], "columns": columns, "pandas_version": "3.0.0"}


def _arrow_type(kind: Any) -> pa.DataType:
    if get_origin(kind) is list:
        return pa.list_(_ARROW[get_args(kind)[0]])
    return _ARROW[kind]


def names(row: type) -> tuple[str, ...]:
    """Names of the columns of a row class, in order."""
    return tuple(field.name for field in fields(row))


def from_text(row: type, texts: dict[str, str]) -> dict[str, Any]:
    """The fields of a row class from their text in a CSV file; an empty text is None where allowed."""
    values: dict[str, Any] = {}
    for column in _columns(row):
        text = texts[column.name]
        values[column.name] = None if column.nullable and not text else column.type(text)
    return values
