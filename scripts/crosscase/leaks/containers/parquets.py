"""Parquet tables: names of columns, metadata, and every text and file in the cells."""

import base64
import io
from collections.abc import Iterator
from typing import Any

import pyarrow.parquet as pq

from crosscase.storage.limits import Limits

WHAT = "a Parquet table"
_SCHEMA = b"ARROW:schema"  # base64
_BATCH = 16_384


def fits(data: bytes) -> bool:
    """By its magic bytes."""
    return data.startswith(b"PAR1")


def parts(data: bytes, _: Limits) -> Iterator[str | bytes]:
    """Each column's cells as one text, then the metadata of the file and of its columns."""
    with pq.ParquetFile(io.BytesIO(data)) as file:
        schema = file.schema_arrow
        yield str(schema)
        for metadata in (file.metadata.metadata, schema.metadata, *(column.metadata for column in schema)):
            for key, value in (metadata or {}).items():
                yield key
                yield base64.b64decode(value) if key == _SCHEMA else value
        for batch in file.iter_batches(_BATCH, use_threads=False):  # the search has processes instead
            for column in batch.columns:
                leaves = list(_leaves(column.to_pylist()))
                yield "\n".join(leaf for leaf in leaves if isinstance(leaf, str))
                yield from (leaf for leaf in leaves if isinstance(leaf, bytes))


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
