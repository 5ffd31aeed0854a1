"""Words planted in a published file: once in every column, field, description and metadata that its format has."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pypdf import PdfReader, PdfWriter

from crosscase.storage.text_form import nfc
from tests.builders.packed import pdf, png, zipped_files

Plant = Callable[[str], bytes]  # the file with some words in one place
_TAIL = 8  # bytes of a Parquet file behind its footer


def places(path: str, data: bytes) -> Iterator[tuple[str, Plant]]:
    """Every place of a file, by name."""
    ending = path.rpartition(".")[2]
    yield from {
        "csv": _in_csv,
        "parquet": _in_parquet,
        "json": _in_json,
        "html": _in_markup,
        "svg": _in_markup,
        "xml": _in_markup,
        "png": _in_png,
        "pdf": _in_pdf,
        "zip": _in_zip,
        "docx": _in_office,
        "xlsx": _in_office,
    }.get(ending, _in_text)(data)


def _in_csv(data: bytes) -> Iterator[tuple[str, Plant]]:
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))

    def planted(row: int, column: int) -> Plant:
        def plant(words: str) -> bytes:
            changed = [list(cells) for cells in rows]
            changed[row][column] = words
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(changed)
            return text.getvalue().encode()

        return plant

    for column, name in enumerate(rows[0]):
        yield f"cell of {name}", planted(len(rows) // 2, column)
        yield f"head of {name}", planted(0, column)


def _in_parquet(data: bytes) -> Iterator[tuple[str, Plant]]:
    table = pq.read_table(io.BytesIO(data))
    for number, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            yield f"cell of {field.name}", lambda words, n=number, f=field: _with_cell(table, n, f, words)  # type: ignore[misc]
        names = table.column_names
        yield (
            f"name of {field.name}",
            lambda words, n=number, names=names: _parquet(  # type: ignore[misc]
                table.rename_columns([*names[:n], words, *names[n + 1 :]])
            ),
        )
    yield "metadata", lambda words: _parquet(table.replace_schema_metadata({"made by": words}))
    footer = len(data) - _TAIL - int.from_bytes(data[-_TAIL : -_TAIL + 4], "little")
    yield "between its parts", lambda words: data[:footer] + words.encode() + data[footer:]
    yield "deleted value", lambda words: _with_deleted(table, words)


def _with_cell(table: pa.Table, number: int, field: pa.Field, words: str) -> bytes:
    values = table.column(number).to_pylist()
    return _parquet(table.set_column(number, field, pa.array([*values[:-1], words], field.type)))


def _with_deleted(table: pa.Table, words: str) -> bytes:
    """The first column of text as a dictionary with an entry that no row has."""
    number = next(n for n, field in enumerate(table.schema) if pa.types.is_string(field.type))
    encoded = table.column(number).combine_chunks().dictionary_encode()
    entries = pa.array([*encoded.dictionary.to_pylist(), words])
    return _parquet(
        table.set_column(number, table.column_names[number], pa.DictionaryArray.from_arrays(encoded.indices, entries))
    )


def _parquet(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _in_json(data: bytes) -> Iterator[tuple[str, Plant]]:
    value = json.loads(data)
    seen = set()
    for path in _paths(value, ()):
        kind = tuple("*" if isinstance(step, int) else step for step in path)
        if kind not in seen:
            seen.add(kind)
            yield f"field {'.'.join(kind)}", lambda words, p=path: _json(_replaced(value, p, words))  # type: ignore[misc]
    yield "key", lambda words: _json({words: value})
    yield "key that occurs twice", lambda words: f'{{"a": {json.dumps(words)}, "a": 1}}'.encode()


def _paths(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, str):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from _paths(inner, (*path, key))


def _replaced(value: Any, path: tuple[Any, ...], words: str) -> Any:
    if not path:
        return words
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _replaced(value[path[0]], path[1:], words)
    return copy


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _in_markup(data: bytes) -> Iterator[tuple[str, Plant]]:
    text = data.decode()
    end = text.rindex("</")
    for where, before, after in (
        ("text", "<p>", "</p>"),
        ("comment", "<!-- ", " -->"),
        ("attribute", '<a title="', '"></a>'),
        ("description", "<desc>", "</desc>"),
    ):
        yield where, lambda words, b=before, a=after: (text[:end] + b + words + a + text[end:]).encode()  # type: ignore[misc]
    yield "behind its end", lambda words: (text + words).encode()
    opening, closing = '<script type="application/json" id="segments/', "</script>"
    if opening in text:
        start = text.index(">", text.index(opening)) + 1
        stop = text.index(closing, start)
        part = text[start:stop].encode()
        for where, plant in _in_json(part):
            yield (
                f"data, {where}",
                lambda words, plant=plant: (text[:start] + plant(words).decode() + text[stop:]).encode(),  # type: ignore[misc]
            )


def _in_png(data: bytes) -> Iterator[tuple[str, Plant]]:
    for chunk in (b"iTXt", b"eXIf"):
        yield f"chunk {chunk.decode()}", lambda words, c=chunk: data[:33] + png(words, c)[33:]  # type: ignore[misc]
    yield "behind its end", lambda words: data + words.encode()


def _in_pdf(data: bytes) -> Iterator[tuple[str, Plant]]:
    def with_metadata(key: str) -> Plant:
        def plant(words: str) -> bytes:
            stream, writer = io.BytesIO(), PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
            writer.add_metadata({key: words})
            writer.write(stream)
            return stream.getvalue()

        return plant

    for key in ("/Title", "/Subject", "/Author"):
        yield f"metadata {key}", with_metadata(key)
    yield "page", lambda words: pdf(nfc(words))
    yield "behind its end", lambda words: data + words.encode()
    end = data.rindex(b"xref")
    yield "deleted object", lambda words: data[:end] + b"999 0 obj\n(" + words.encode() + b")\nendobj\n" + data[end:]


def _in_zip(data: bytes) -> Iterator[tuple[str, Plant]]:
    yield "name of a file", lambda words: zipped_files({f"a/{words}.txt": b"x"})
    yield "file", lambda words: zipped_files({"a.txt": words.encode()})
    yield "file in an archive", lambda words: zipped_files({"a.zip": zipped_files({"a.txt": words.encode()})})
    yield "behind its end", lambda words: data + words.encode()


def _in_office(data: bytes) -> Iterator[tuple[str, Plant]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, content in files.items():
        for where, plant in _in_markup(content):
            yield (
                f"{name}, {where}",
                lambda words, name=name, plant=plant: zipped_files({**files, name: plant(words)}),  # type: ignore[misc]
            )
    yield "name of a file", lambda words: zipped_files({**files, f"{words}.xml": b"x"})


def _in_text(data: bytes) -> Iterator[tuple[str, Plant]]:
    lines = data.decode().split("\n")
    for where, line in (("first line", 0), ("last line", len(lines))):
        yield where, lambda words, n=line: "\n".join([*lines[:n], words, *lines[n:]]).encode()  # type: ignore[misc]
