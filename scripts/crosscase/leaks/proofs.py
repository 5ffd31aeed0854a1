"""The proof that a column of a published table has no words from outside, by what its row class says of it.

1. Numbers and truth values prove themselves by their type.
2. Ids and pseudonyms are hexadecimal digits of a fixed length.
3. Other columns have a closed set of values, or texts of `study.yaml` and of the codebook, or sentences that the
   pipeline composes, or words from outside.

A text of study.yaml may be a name, too, so it is searched as well as proven. A value without its proof is a problem,
and it is searched. `stated` are the texts that the study itself states.
"""

from collections.abc import Iterable
from typing import get_args, get_origin

import pyarrow as pa
import pyarrow.compute as pc

from crosscase.data_package import result_tables
from crosscase.data_package.result_tables import ResultTable
from crosscase.leaks.stated_texts import texts_in
from crosscase.storage.arrow_arrays import array_of
from crosscase.storage.csv_injection import restored
from crosscase.storage.table_columns import Made, NamedColumn
from crosscase.study.facts import Study

PATTERNS = {
    Made.ID: r"^[0-9a-f]{16}$",
    Made.IDS: r"^[0-9a-f]{16}(; [0-9a-f]{16})*$",
    Made.PSEUDONYM: r"^[A-Z]-[0-9a-f]{10}$",
}
_ENDINGS = (".csv", ".parquet")
_CRATE = "results/provenance/crate/"  # its files are named as in the study
_NUMBERS = {  # in a CSV file
    int: r"^-?[0-9]+$",
    float: r"^-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$",
    bool: r"^(True|False)$",
}


class Proofs:
    """What is known of the columns of a study's published tables.

    `stated`: further texts that the study states, those of its codebook and the names of its exports.
    """

    def __init__(self, study: Study, stated: Iterable[str] = ()) -> None:
        self._study = study
        self._stated = array_of(sorted({*texts_in(study), *stated}), pa.string())

    def table(self, path: str) -> ResultTable | None:
        """The columns of the table with this path, also where the crate has it; None if no such table is known."""
        path = path.removeprefix(_CRATE)
        return result_tables.describe(path, self._study) if path.endswith(_ENDINGS) else None

    def without_proof(self, column: NamedColumn, values: pa.Array) -> pa.Array:
        """Those of some values, as text, that the pipeline does not make. All values of an open column pass."""
        kind, made = column.type, column.about.made
        kind = get_args(kind)[0] if get_origin(kind) is list else kind
        if pattern := _NUMBERS.get(kind) or PATTERNS.get(made):
            proven = pc.match_substring_regex(values, pattern)
        elif column.about.values or made == Made.STATED:
            legal = self._stated if made == Made.STATED else array_of(column.about.values, pa.string())
            proven = pc.is_in(values, legal)
            proven = pc.or_(proven, pc.is_in(_restored(values), legal))
        else:
            return values.slice(0, 0)
        if column.about.also:
            proven = pc.or_(proven, pc.is_in(values, array_of(column.about.also, pa.string())))
        return values.filter(pc.invert(proven))


def is_searched(column: NamedColumn) -> bool:
    """Whether words can be in a column, from outside or of the study."""
    is_text = column.type is str or (get_origin(column.type) is list and get_args(column.type)[0] is str)
    return is_text and not column.about.values and column.about.made not in PATTERNS


def _restored(values: pa.Array) -> pa.Array:
    """The values before they were made safe for spreadsheets."""
    return array_of([restored(value) for value in values.to_pylist()], pa.string())
