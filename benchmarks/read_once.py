"""Read a file once with one reader, and say how many codings it had and how much memory that took.

    python -m benchmarks.read_once READER FILE

`time_readers` starts it, with the interpreter of the project or that of the peers' environment. Every
reader reads all codings. Only the reader's own libraries are imported.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

CORES = os.cpu_count() or 1
TIDY = {"text": "segment"} | {name: name for name in ("document", "code", "coder", "start", "end")}
_CHUNK = 100_000


def _length(things: Iterable[object]) -> int:
    return sum(1 for _ in things)


def crosscase(path: str) -> int:
    """Ours: every coding as an object."""
    from crosscase.readers import export_formats
    from crosscase.readers.raw import Export
    from crosscase.study.facts import ExportSettings

    tidy = Path(path).suffix in (".csv", ".parquet")
    settings = ExportSettings(path, "tidy", columns=TIDY) if tidy else ExportSettings(path, "auto")
    return _length(export_formats.read(Export(path, settings)))


def csv_reader(path: str) -> int:
    """Python's csv module: every row as a list of text, its header not counted."""
    import csv

    with open(path, encoding="utf-8", newline="") as stream:
        return _length(csv.reader(stream, strict=True)) - 1


def arrow(path: str) -> int:
    """pyarrow: batches, of a CSV as text; no object a row."""
    if path.endswith(".parquet"):
        from pyarrow import parquet

        return sum(batch.num_rows for batch in parquet.ParquetFile(path).iter_batches())
    import pyarrow
    from pyarrow import csv

    text = {name: pyarrow.string() for name in TIDY.values()}
    multiline = csv.ParseOptions(newlines_in_values=True)
    batches = csv.open_csv(path, parse_options=multiline, convert_options=csv.ConvertOptions(column_types=text))
    return sum(batch.num_rows for batch in batches)


def _duckdb(path: str, threads: int, what: str):  # type: ignore[no-untyped-def]
    import duckdb

    table = "read_parquet(?)" if path.endswith(".parquet") else "read_csv(?, all_varchar = true)"
    return duckdb.connect(config={"threads": threads}).execute(f"SELECT {what} FROM {table}", [path])


def duckdb_sums(path: str, threads: int) -> int:
    """DuckDB, variant a: parses every field and returns one row, the sums of their lengths."""
    sums = ", ".join(f'sum(length("{name}"::VARCHAR))' for name in TIDY.values())
    return int(_duckdb(path, threads, f"count(*), {sums}").fetchone()[0])


def duckdb_arrow(path: str, threads: int) -> int:
    """DuckDB, variant b: every field into Arrow batches."""
    return sum(batch.num_rows for batch in _duckdb(path, threads, "*").to_arrow_reader(_CHUNK))


def duckdb_rows(path: str, threads: int) -> int:
    """DuckDB, variant c: every row into Python, a tuple each."""
    cursor = _duckdb(path, threads, "*")
    return sum(map(len, iter(lambda: cursor.fetchmany(_CHUNK // 10), [])))


def sqlite(path: str) -> int:
    """Python's sqlite3: the joined rows as they stand, unchecked."""
    import sqlite3

    queries = {
        "taguette": """
            SELECT documents.name, tags.path, snippet, start_offset, end_offset FROM highlight_tags
            JOIN highlights ON highlights.id = highlight_id JOIN documents ON documents.id = document_id
            JOIN tags ON tags.id = tag_id""",
        "qualcoder": """
            SELECT source.name, code_name.name, seltext, pos0, pos1, code_text.owner FROM code_text
            JOIN source ON source.id = fid JOIN code_name USING (cid)""",
    }
    return _length(sqlite3.connect(path).execute(queries[Path(path).stem]))


def openpyxl(path: str) -> int:
    """openpyxl, read-only mode: every row as a tuple, its header not counted."""
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    return _length(sheet.iter_rows(values_only=True)) - 1


def pandas(path: str) -> int:
    """pandas: the sheet as a frame."""
    import pandas

    return len(pandas.read_excel(path, dtype=str))


def qdapy(path: str) -> int:
    """qdaPy: the project as frames."""
    import qdapy

    return len(qdapy.read_qdpx(path, warn=False).fragments)


def element_tree(path: str) -> int:
    """The lower bound: XML into a tree, texts into strings, nothing understood."""
    import zipfile
    from xml.etree import ElementTree

    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name) for name in archive.namelist()}
    root = ElementTree.fromstring(texts.pop("project.qde"))
    for text in texts.values():
        text.decode()
    return _length(root.iter("{urn:QDA-XML:project:1.0}Coding"))


def on_threads(reader: Callable[[str, int], int], threads: int) -> Callable[[str], int]:
    """A reader with a given number of threads."""
    return lambda path: reader(path, threads)


OURS = "crosscase"
READERS: dict[str, Callable[[str], int]] = {
    OURS: crosscase,
    "csv.reader": csv_reader,
    "pyarrow batches": arrow,
    "sqlite3": sqlite,
    "openpyxl": openpyxl,
    "pandas": pandas,
    "qdaPy": qdapy,
    "ElementTree": element_tree,
}
DUCKDB = {"sums": duckdb_sums, "Arrow batches": duckdb_arrow, "rows": duckdb_rows}
READERS |= {
    f"duckdb {what}, {threads} thread{'s' * (threads > 1)}": on_threads(reader, threads)
    for threads in sorted({1, CORES})
    for what, reader in DUCKDB.items()
}


def highest_memory() -> int:
    """The most memory that this process has had resident, in bytes."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    print(READERS[sys.argv[1]](sys.argv[2]), highest_memory())
