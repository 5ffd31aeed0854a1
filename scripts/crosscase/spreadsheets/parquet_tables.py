"""Parquet tables of a team, streamed as rows of text as a spreadsheet would show them."""

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from crosscase.messages.errors import damaged, unreadable
from crosscase.storage.text_form import nfc

_BATCH = 4096  # rows
_PAGE = 2**18  # bytes


def batches(path: str) -> Iterator[Sequence[Sequence[str]]]:
    """The names of the columns as a row, then the rows. Raises ReadError for damage and nested columns."""
    try:
        # Read by page: a row group may be as large as the file.
        with pq.ParquetFile(path, pre_buffer=False, buffer_size=_PAGE) as file:
            schema = file.schema_arrow
            if any(pa.types.is_nested(field.type) for field in schema):
                what = "a column has lists or records instead of single values"
                raise unreadable(path, what, "Save it with one value in each cell.")
            yield [list(map(nfc, schema.names))]
            for batch in file.iter_batches(_BATCH):
                yield list(zip(*map(_shown, batch.columns), strict=True))
    except (pa.ArrowException, OSError, ValueError):
        raise damaged(path, "a Parquet table") from None


def _shown(column: pa.Array) -> list[str]:
    """The values of a column as text: whole numbers without a decimal point, missing values as empty text."""
    values = column.to_pylist()
    if pa.types.is_floating(column.type):
        return ["" if v is None or v != v else str(int(v)) if v.is_integer() else str(v) for v in values]
    return ["" if value is None else nfc(str(value)) for value in values]
