"""Parquet tables: each column's different values, the names of columns, all metadata, and bytes that are in neither.

Values are read as dictionaries, so that a value that no row refers to any longer is read, too. The compressed pages
of the columns are not searched as bytes: what is in them are these values. Bytes between and after them are.
"""

import base64
import io
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from crosscase.leaks.containers import BETWEEN
from crosscase.storage.limits import Limits

WHAT = "a Parquet table"
_MAGIC = b"PAR1"
_SCHEMA = b"ARROW:schema"  # base64
_TAIL = 8  # bytes: the length of the footer, and the magic bytes again


class Table(NamedTuple):
    """A Parquet file in parts."""

    columns: Mapping[str, list[pa.Array]]  # the different values of each column by parts of the file, without nulls
    types: Mapping[str, pa.DataType]
    rest: list[str | bytes]  # everything but the columns


def fits(data: bytes) -> bool:
    """By its magic bytes."""
    return data.startswith(_MAGIC)


def parts(data: bytes, _: Limits) -> Iterator[str | bytes]:
    """Each column's values as one text, then everything else in the file."""
    table = read(data)
    for arrays in table.columns.values():
        for array in arrays:
            yield from cells(array)
    yield from table.rest


def read(data: bytes) -> Table:
    """The columns and the rest of a file. Raises an error of pyarrow where it cannot be read completely."""
    with pq.ParquetFile(io.BytesIO(data)) as file:
        schema, metadata = file.schema_arrow, file.metadata
        rest: list[str | bytes] = [str(schema), metadata.created_by]
        for pairs in (metadata.metadata, schema.metadata, *(column.metadata for column in schema)):
            for key, value in (pairs or {}).items():
                rest += key, base64.b64decode(value) if key == _SCHEMA else value
        rest += [data[start:end] for start, end in _unexplained(metadata, len(data))]
        rest.append(data[-_TAIL - metadata.serialized_size : -_TAIL])  # the footer, which also has extremes of columns
    flat = [field.name for field in schema if pa.types.is_string(field.type) or pa.types.is_binary(field.type)]
    columns: dict[str, list[pa.Array]] = {name: [] for name in schema.names}
    with pq.ParquetFile(io.BytesIO(data), read_dictionary=flat) as file:
        for number in range(file.num_row_groups):
            part = file.read_row_group(number, use_threads=False)  # the search has processes instead
            for name, column in zip(part.column_names, part.columns, strict=True):
                columns[name] += [_different(chunk) for chunk in column.chunks]
    return Table(columns, {field.name: field.type for field in schema}, rest)


def cells(array: pa.Array) -> Iterator[str | bytes]:
    """The texts and files in some values, the texts as one."""
    leaves = list(_leaves(array.to_pylist()))
    yield BETWEEN.join(leaf for leaf in leaves if isinstance(leaf, str))
    yield from (leaf for leaf in leaves if isinstance(leaf, bytes))


def _different(chunk: pa.Array) -> pa.Array:
    """The values of a chunk: of a dictionary all its entries, of lists their items."""
    while pa.types.is_list(chunk.type) or pa.types.is_large_list(chunk.type):
        chunk = chunk.flatten()
    values = chunk.dictionary if pa.types.is_dictionary(chunk.type) else chunk
    return values.drop_null() if values.null_count else values


def _unexplained(metadata: pq.FileMetaData, size: int) -> Iterator[tuple[int, int]]:
    """Beginnings and ends of the bytes that are in no column and not in the footer."""
    taken = [(0, len(_MAGIC)), (size - _TAIL - metadata.serialized_size, size)]
    for group in range(metadata.num_row_groups):
        for number in range(metadata.num_columns):
            column = metadata.row_group(group).column(number)
            first = column.data_page_offset
            if column.has_dictionary_page and column.dictionary_page_offset is not None:
                first = min(first, column.dictionary_page_offset)
            taken.append((first, first + column.total_compressed_size))
    for (_, end), (start, _) in pairwise(sorted(taken)):
        if start > end:
            yield end, start


def _leaves(value: Any) -> Iterator[str | bytes]:
    """All values within nested values; numbers as text."""
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list | tuple):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, bytes):
        yield value
    elif value is not None:
        yield str(value)
