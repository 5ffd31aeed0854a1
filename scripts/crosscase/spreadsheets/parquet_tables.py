"""Parquet tables of a team, streamed as rows of text as a spreadsheet would show them.

A value that fills a column is in the file once, so a file of a kilobyte may hold any number of rows of any length: it
is read where memory and time are bounded.
"""

from collections.abc import Generator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from crosscase.messages.errors import damaged, unreadable
from crosscase.spreadsheets import beyond_limits
from crosscase.storage import bounded_reading
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import nfc

_BATCH, _CELLS = 4096, 2**18  # rows and cells at once
Batches = Generator[Sequence[Sequence[str]], None, None]
_PAGE = 2**18  # bytes


def batches(path: str, limits: Limits) -> Batches:
    """The names of the columns as a row, then the rows. Raises ReadError for damage and nested columns."""
    return bounded_reading.iterate(path, limits, _batches, path, limits)


def _batches(path: str, limits: Limits) -> Batches:
    try:
        # Read by page: a row group may be as large as the file.
        with pq.ParquetFile(path, pre_buffer=False, buffer_size=_PAGE) as file:
            schema = file.schema_arrow
            if any(pa.types.is_nested(field.type) for field in schema):
                what = "a column has lists or records instead of single values"
                raise unreadable(path, what, "Save it with one value in each cell.")
            yield [list(map(nfc, schema.names))]
            rows = max(1, min(_BATCH, _CELLS // max(1, len(schema.names))))
            for number, batch in enumerate(file.iter_batches(rows, use_threads=False)):
                columns = list(map(_shown, batch.columns))
                if any(max(map(len, column), default=0) > limits.cell_characters for column in columns):
                    raise beyond_limits.cell(path, limits, f"below row {number * rows + 1}")
                yield list(zip(*columns, strict=True))
    except MemoryError:  # also an error of pyarrow
        raise
    except (pa.ArrowException, OSError, ValueError):
        raise damaged(path, "a Parquet table") from None


def _shown(column: pa.Array) -> list[str]:
    """The values of a column as text: whole numbers without a decimal point, missing values as empty text."""
    values = column.to_pylist()
    if pa.types.is_floating(column.type):
        return ["" if v is None or v != v else str(int(v)) if v.is_integer() else str(v) for v in values]
    return ["" if value is None else nfc(str(value)) for value in values]
