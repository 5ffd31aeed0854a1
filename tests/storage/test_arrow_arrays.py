"""Columns that are made of their buffers are those that pyarrow makes itself."""

import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.storage.arrow_arrays import array_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = {
    pa.string(): TEXTS,
    pa.int64(): st.integers(-(2**63), 2**63 - 1),
    pa.float64(): st.floats(allow_nan=False),
    pa.bool_(): st.booleans(),
}
KINDS = VALUES | {pa.list_(kind): st.lists(st.none() | values) for kind, values in VALUES.items()}
COLUMNS = st.sampled_from(list(KINDS)).flatmap(
    lambda kind: st.tuples(st.just(kind), st.lists(st.none() | KINDS[kind], max_size=40))
)


@given(COLUMNS)
def test_a_column_is_what_pyarrow_makes(made: tuple[pa.DataType, list[Any]]) -> None:
    kind, values = made
    found = array_of(values, kind)
    found.validate(full=True)
    assert found.equals(pa.array(values, kind))
    assert found.to_pylist() == values


def written(values: pa.Array) -> bytes:
    schema, stream = pa.schema([pa.field("x", values.type)]), io.BytesIO()
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        writer.write_batch(pa.RecordBatch.from_arrays([values], schema=schema))
    return stream.getvalue()


@given(COLUMNS)
def test_its_file_has_the_same_bytes(made: tuple[pa.DataType, list[Any]]) -> None:
    kind, values = made
    assert written(array_of(values, kind)) == written(pa.array(values, kind))


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["a", 1], pa.string()),
        ([1, "1"], pa.int64()),
        ([1.5], pa.int64()),
        (["1.5"], pa.float64()),
        ([1, True], pa.bool_()),
        ([["a"], [1]], pa.list_(pa.string())),
        ([["a"], 1], pa.list_(pa.string())),
    ],
)
def test_a_value_of_another_kind_is_refused(values: list[Any], kind: pa.DataType) -> None:
    with pytest.raises(TypeError):
        array_of(values, kind)
