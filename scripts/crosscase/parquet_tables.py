"""Parquet tables that a team made: streamed as rows of text, as a spreadsheet would show them."""

from collections.abc import Iterator, Sequence
from itertools import chain

import pyarrow as pa
import pyarrow.parquet as pq

from crosscase.errors import unreadable
from crosscase.normal import nfc

_BATCH = 16_384
_DAMAGED = "it is not a Parquet table that can be read, or it is damaged"


def rows(path: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The names of the columns as row 1, then the rows. Raises ReadError for damage and nested columns."""
    try:
        with pq.ParquetFile(path) as file:
            schema = file.schema_arrow
            if any(pa.types.is_nested(field.type) for field in schema):
                what = "a column of it is no plain column but holds lists or records"
                raise unreadable(path, what, "Write it with one value in each cell.")
            yield 1, list(map(nfc, schema.names))
            batches = (map(_shown, batch.columns) for batch in file.iter_batches(_BATCH))
            rows = chain.from_iterable(zip(*columns, strict=True) for columns in batches)
            yield from enumerate(rows, 2)
    except (pa.ArrowException, OSError, ValueError):
        raise unreadable(path, _DAMAGED) from None


def _shown(column: pa.Array) -> list[str]:
    """The values of a column as text: whole numbers without a point, nothing for no value."""
    values = column.to_pylist()
    if pa.types.is_floating(column.type):
        return ["" if v is None or v != v else str(int(v)) if v.is_integer() else str(v) for v in values]
    return ["" if value is None else nfc(str(value)) for value in values]
