"""A published table by its columns: what cannot prove to be the pipeline's own, and the texts that are searched."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from crosscase.data_package.result_tables import ResultTable
from crosscase.leaks.containers import BETWEEN, parquets
from crosscase.leaks.proofs import Proofs, is_searched
from crosscase.storage.arrow_arrays import array_of
from crosscase.storage.table_columns import Made, NamedColumn

_OUTSIDE = frozenset({Made.OUTSIDE})


@dataclass(slots=True)
class Table:
    """What of a table is searched, and the columns with values that the pipeline does not make."""

    unproven: list[str] = field(default_factory=list)
    composed: list[str] = field(default_factory=list)
    outside: list[str | bytes] = field(default_factory=list)


def read_table(data: bytes, known: ResultTable, proofs: Proofs) -> Table | None:
    """The table in a file with known columns; None if the file has others, or cannot be read as a table."""
    columns = {column.name: column for column in known.columns}
    try:
        found = _parquet(data, columns) if parquets.fits(data) else _csv(data, columns, known.missing)
    except (pa.ArrowException, UnicodeDecodeError):
        return None
    if found is None:
        return None
    values, rest = found
    if not all(map(_is_plain, values.values())):
        return None
    table = Table(outside=rest)
    for name, column in columns.items():
        _look_at(column, values[name], proofs, table)
    return table


def _look_at(column: NamedColumn, values: pa.Array, proofs: Proofs, table: Table) -> None:
    if not pa.types.is_string(values.type):
        return  # numbers, by their type
    without = proofs.without_proof(column, values)
    if len(without):
        table.unproven.append(column.name)
        table.outside.append(BETWEEN.join(without.to_pylist()))
    if is_searched(column):
        searched = table.outside if column.about.made in _OUTSIDE else table.composed
        searched.append(BETWEEN.join(values.to_pylist()))


def _parquet(data: bytes, columns: Mapping[str, NamedColumn]) -> tuple[dict[str, pa.Array], list[str | bytes]] | None:
    table = parquets.read(data)
    if list(table.columns) != list(columns):
        return None
    return {name: _joined(arrays) for name, arrays in table.columns.items()}, table.rest


def _csv(
    data: bytes, columns: Mapping[str, NamedColumn], missing: Sequence[str]
) -> tuple[dict[str, pa.Array], list[str | bytes]] | None:
    """The columns of a CSV file. Its text is nothing but these values, commas and quotes."""
    as_text = pa.csv.ConvertOptions(
        column_types=dict.fromkeys(columns, pa.dictionary(pa.int32(), pa.string())), strings_can_be_null=False
    )
    table = pa.csv.read_csv(
        io.BytesIO(data),
        read_options=pa.csv.ReadOptions(use_threads=False, block_size=max(len(data), 1)),
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        convert_options=as_text,
    )
    if table.column_names != list(columns):
        return None
    dictionaries = {
        name: _joined([chunk.dictionary for chunk in column.chunks])
        for name, column in zip(table.column_names, table.columns, strict=True)
    }
    empty = array_of(missing, pa.string())
    return {name: values.filter(pc.invert(pc.is_in(values, empty))) for name, values in dictionaries.items()}, []


def _is_plain(values: pa.Array) -> bool:
    """Whether values are texts, numbers or truth values, which is all that a row class can have."""
    kind = values.type
    return any(
        is_(kind) for is_ in (pa.types.is_string, pa.types.is_integer, pa.types.is_floating, pa.types.is_boolean)
    )


def _joined(arrays: list[pa.Array]) -> pa.Array:
    """The different values of all parts of a file."""
    return pc.unique(pa.concat_arrays(arrays)) if arrays else array_of([], pa.string())
