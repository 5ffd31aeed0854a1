"""Arrow arrays from Python values, without pandas.

`pa.array` and `Table.from_pydict` check whether they were given an object of pandas, and import pandas for that check
wherever it is installed: 0.3 s of CPU in each step. `pq.read_table` does the same. Here arrays are made of their
buffers, in the format that Arrow documents, which needs no such check. `ParquetFile` also reads without it.

`tests/running/test_loaded_modules.py` holds which modules each step has loaded when it ends.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Any

import pyarrow as pa

_NUMBERS = {pa.int64(): "q", pa.float64(): "d"}
_FLAGS = {bool, type(None)}


def array_of(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """An Arrow array of texts, whole numbers, floats or flags, or of lists of them; None is a missing value.

    Raises TypeError where a value is not of the kind.
    """
    missing = values.count(None)
    validity = _bits([value is not None for value in values]) if missing else None
    if pa.types.is_list(kind):
        offsets = _offsets(0 if value is None else len(value) for value in values)
        items = array_of([*chain.from_iterable(value for value in values if value)], kind.value_type)
        return pa.Array.from_buffers(kind, len(values), [validity, offsets], missing, children=[items])
    return pa.Array.from_buffers(kind, len(values), [validity, *_buffers(values, kind, bool(missing))], missing)


def _buffers(values: Sequence[Any], kind: pa.DataType, is_missing: bool) -> list[pa.Buffer]:
    """The buffers of single values; something stands in the place of a missing one."""
    if pa.types.is_boolean(kind):
        if not _FLAGS.issuperset(map(type, values)):
            raise TypeError("a column of flags holds something else")
        return [_bits(values)]
    if pa.types.is_string(kind):
        texts = [*map(str.encode, ["" if value is None else value for value in values] if is_missing else values)]
        return [_offsets(map(len, texts)), pa.py_buffer(b"".join(texts))]
    return [pa.py_buffer(array(_NUMBERS[kind], [0 if value is None else value for value in values]))]


def _offsets(lengths: Iterable[int]) -> pa.Buffer:
    """Where each value begins among the items of all, and where the last one ends."""
    return pa.py_buffer(array("i", accumulate(lengths, initial=0)))


def _bits(flags: Sequence[Any]) -> pa.Buffer:
    """One bit a flag, the first one lowest."""
    digits = "".join(["1" if flag else "0" for flag in reversed(flags)])
    return pa.py_buffer(int(digits or "0", 2).to_bytes((len(flags) + 7) // 8, "little"))
