"""Reading and writing of the tables between the steps.

A file is written under a temporary name and renamed when it is complete, so that no reader ever
finds half a file. Tables are streamed: neither side holds more than a batch of rows. Steps that open no Parquet file
import no pyarrow.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from crosscase.messages.errors import Problem, StudyError, missing_file
from crosscase.storage import arrow_library, table_columns, unfinished
from crosscase.storage.csv_injection import neutral, restored

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile, Statistics

BATCH = 16_384
Row = TypeVar("Row")


class DamagedTable(StudyError):
    """A table between the steps cannot be read. The next build makes it again, since nobody else writes it."""

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        remedy = "Build again: it is made again."
        super().__init__(Problem(self.path, "", "it is not a whole table, or it is damaged", remedy))


@contextmanager
def _reading(path: str | Path) -> Iterator["ParquetFile"]:
    """Open a Parquet file. Raises DamagedTable, also for what is found only when its rows are read."""
    arrow_library.load()
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            yield file
    except (ArrowException, OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # of the system; pyarrow's own have no number
            raise
        raise DamagedTable(path) from error


@contextmanager
def replacing(path: str | Path, mode: int = 0o666) -> Iterator[IO[bytes]]:
    """Open a file for writing that replaces `path` only when it is complete.

    `mode` is subject to the umask, as with any new file.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = unfinished.neighbour(path)
    try:
        with unfinished.writing(neighbour, mode) as stream:
            yield stream
        neighbour.replace(path)
    except OSError as error:
        if error.filename in (None, str(neighbour)):
            error.filename = str(path)  # the error of a full disk does not name the file
        raise
    finally:
        with suppress(NotADirectoryError):  # a folder above is a file: the error before this one says so
            neighbour.unlink(missing_ok=True)


def write_text(path: str | Path, text: str) -> None:
    """Write UTF-8 text with LF line ends."""
    with replacing(path) as stream:
        stream.write(text.encode())


def write_bytes(path: str | Path, content: bytes) -> None:
    """Write a file of bytes."""
    with replacing(path) as stream:
        stream.write(content)


def write_json(path: str | Path, value: Any) -> None:
    """Write JSON, indented for people, with its keys in the given order."""
    write_text(path, json_text(value))


def json_text(value: Any) -> str:
    """The text of a JSON file as `write_json` writes it."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read_json(path: str | Path) -> Any:
    """What `write_json` wrote. Raises StudyError where it is not there, or is not whole any more."""
    if not Path(path).exists():
        raise StudyError(missing_file(str(path), "Build the study first."))
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except ValueError:
        what = "it is not as crosscase wrote it, or it is damaged"
        raise StudyError(Problem(str(path), "", what, "Delete the file and build again.")) from None


def write_rows(path: str | Path, row: type[Row], rows: Iterable[Row]) -> None:
    """Stream rows of one class into a Parquet file."""
    arrow_library.load()
    import pyarrow as pa
    import pyarrow.parquet as pq

    from crosscase.storage.arrow_arrays import array_of
    from crosscase.storage.arrow_schemas import schema_of

    rows, left_out = _without_unused(row, rows)
    schema, stream = schema_of(row, left_out), iter(rows)
    with replacing(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while batch := list(islice(stream, BATCH)):
            columns = [array_of([getattr(item, field.name) for item in batch], field.type) for field in schema]
            writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=schema))


def read_rows(path: str | Path, row: type[Row]) -> Iterator[Row]:
    """Stream the rows of a Parquet file that `write_rows` wrote.

    Raises StudyError if the file's columns are not those of the class.
    """
    arrow_library.load()
    from crosscase.storage.arrow_schemas import fitting

    with _reading(path) as file:
        if fitting(file.schema_arrow, row) is None:
            raise StudyError(
                Problem(
                    str(path),
                    "",
                    f"its columns are not those of the row class {row.__name__}",
                    "Delete the file and build again.",
                )
            )
        for batch in file.iter_batches(BATCH):
            columns = [column.to_pylist() for column in batch.columns]
            for values in zip(*columns, strict=True):
                yield row(*values)


def read_columns(path: str | Path, row: type, *names: str) -> Iterator[tuple[Any, ...]]:
    """Stream some columns of a Parquet file that `write_rows` wrote with this row class."""
    wanted = {column.name for column in table_columns.describe(row)}.intersection(names)
    with _reading(path) as file:
        for batch in file.iter_batches(BATCH, columns=sorted(wanted)):
            yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def read_matching(path: str | Path, row: type[Row], **values: str) -> list[Row]:
    """The rows of a Parquet file that have the given values. Parts of the file without them are not read."""
    with _reading(path) as file:
        numbers = {name: file.schema_arrow.get_field_index(name) for name in values}
        parts = (file.metadata.row_group(number) for number in range(file.num_row_groups))
        fitting = [
            number
            for number, part in enumerate(parts)
            if all(_may_contain(part.column(numbers[name]).statistics, value) for name, value in values.items())
        ]
        found = (row(**record) for number in fitting for record in file.read_row_group(number).to_pylist())
        return [item for item in found if all(getattr(item, name) == value for name, value in values.items())]


def _may_contain(statistics: "Statistics | None", value: str) -> bool:
    """Whether a column of a part of a Parquet file may contain a value, by its statistics."""
    return statistics is None or not statistics.has_min_max or statistics.min <= value <= statistics.max


def read_all(paths: Iterable[str | Path], row: type[Row]) -> Iterator[Row]:
    """Stream the rows of several files, one file after the other."""
    for path in paths:
        yield from read_rows(path, row)


def count_rows(path: str | Path) -> int:
    """Number of rows of a Parquet file, without reading them."""
    with _reading(path) as file:
        return int(file.metadata.num_rows)


def write_csv(
    path: str | Path, header: Iterable[str], rows: Iterable[Iterable[Any]], mode: int = 0o666, mark: bool = False
) -> None:
    """Write a CSV file: UTF-8, comma, LF (also within fields), None as an empty field, formulas as text.

    With `mark` it begins with a byte-order mark, without which Excel takes it for another encoding.
    """
    encoding = "utf-8-sig" if mark else "utf-8"
    with replacing(path, mode) as binary, io.TextIOWrapper(binary, encoding=encoding, newline="") as text:
        _write_csv(text, header, rows)


@contextmanager
def writing_csv(
    path: str | Path, header: Iterable[str], mode: int = 0o666
) -> Iterator[Callable[[Iterable[Any]], object]]:
    """Like `write_csv`, but yields a function that writes a row, for rows that are known one by one."""
    with replacing(path, mode) as binary, io.TextIOWrapper(binary, encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(map(_field, header))
        yield lambda row: writer.writerow(map(_field, row))


def csv_text(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """The text of a CSV file as `write_csv` writes it."""
    text = io.StringIO(newline="")
    _write_csv(text, header, rows)
    return text.getvalue()


def _write_csv(stream: IO[str], header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(_field, header))
    writer.writerows(map(_field, row) for row in rows)


def _field(value: Any) -> object:
    """A field in the form that is written. Python versions differ in whether they quote a lone carriage return."""
    return neutral(value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value)


def read_rows_csv(path: str | Path, row: type[Row]) -> list[Row]:
    """Read rows of one class from a CSV file that `write_rows_csv` wrote."""
    with open(path, encoding="utf-8", newline="") as stream:
        return rows_of_csv(stream, row)


def rows_of_csv(stream: IO[str], row: type[Row]) -> list[Row]:
    """The rows in the text of a CSV file that `write_rows_csv` wrote, opened with newline=""."""
    records = ({name: restored(value) for name, value in record.items()} for record in csv.DictReader(stream))
    return [row(**table_columns.from_text(row, record)) for record in records]


def write_rows_csv(path: str | Path, row: type[Row], rows: Iterable[Row]) -> None:
    """Write rows of one class as CSV."""
    rows, left_out = _without_unused(row, rows)
    names = [name for name in table_columns.names(row) if name not in left_out]
    write_csv(path, names, ([getattr(item, name) for name in names] for item in rows))


def _without_unused(row: type[Row], rows: Iterable[Row]) -> tuple[Iterable[Row], frozenset[str]]:
    """The rows and the optional columns that none of them has. Only rows of a class with such columns are gathered."""
    if not table_columns.optional_columns(row):
        return rows, frozenset()
    gathered = list(rows)
    return gathered, table_columns.unused(row, gathered)
