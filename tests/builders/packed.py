"""Some words in a published file: the same text in every container that the leak scan opens."""

import base64
import gzip
import html
import io
import json
import random
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable

import matplotlib.figure
import pyarrow as pa
import pyarrow.parquet as pq
from pypdf import PdfWriter


def png(text: str, chunk: bytes = b"iTXt") -> bytes:
    content = {
        b"tEXt": b"Note\0" + text.encode("latin-1", "replace"),
        b"zTXt": b"Note\0\0" + zlib.compress(text.encode("latin-1", "replace")),
        b"iTXt": b"Note\0\1\0\0\0" + zlib.compress(text.encode()),
        b"eXIf": b"II*\0" + text.encode(),
    }[chunk]
    head = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0))
    return head + _chunk(chunk, content) + _chunk(b"IDAT", zlib.compress(b"\0\0")) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def zipped(content: bytes, name: str = "a/part.xml") -> bytes:
    return zipped_files({name: content})


def zipped_files(contents: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return stream.getvalue()


def parquet(text: str) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table({"n": [1], "words": [[{"inner": text}]]}), stream, compression="zstd")
    return stream.getvalue()


def parquet_metadata(text: str) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table({"n": [1]}).replace_schema_metadata({"made by": text}), stream)
    return stream.getvalue()


def pdf(text: str) -> bytes:
    stream = io.BytesIO()
    figure = matplotlib.figure.Figure()
    figure.text(0.1, 0.5, text.replace("$", "").replace("\n", " "))
    figure.savefig(stream, format="pdf")
    return stream.getvalue()


def pdf_metadata(text: str) -> bytes:
    stream, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_metadata({"/Author": text})
    writer.write(stream)
    return stream.getvalue()


def pdf_attachment(text: str) -> bytes:
    stream, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_attachment("a.txt", zlib.compress(b"")[:0] + text.encode())
    writer.write(stream)
    return stream.getvalue()


def database(text: str) -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE t (a, b)")
        connection.execute("INSERT INTO t VALUES (?, ?)", (1, text))
        return connection.serialize()


NOISE = random.Random(7).randbytes(3000)
CONTAINERS: dict[str, Callable[[str], bytes]] = {
    "text": str.encode,
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: f"{text} and so on".encode("utf-16-be"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "name within gzip": lambda text: b"\x1f\x8b\x08\x08\0\0\0\0\0\3" + text.encode() + b"\0" + gzip.compress(b"x")[10:],
    "zip": lambda text: zipped(text.encode()),
    "xlsx in a crate": lambda text: zipped(zipped(f"<t>{html.escape(text)}</t>".encode()), "a.xlsx"),
    "name within a zip": lambda text: zipped(b"x", f"a/{text}.txt"),
    "docx with a name in two runs": lambda text: zipped(f"<w:t>{text[:9]}</w:t><w:t>{text[9:]}</w:t>".encode()),
    "parquet": parquet,
    "parquet metadata": parquet_metadata,
    "PDF": pdf,
    "PDF metadata": pdf_metadata,
    "PDF attachment": pdf_attachment,
    "PNG iTXt": png,
    "PNG eXIf": lambda text: png(text, b"eXIf"),
    "PNG tEXt": lambda text: png(text, b"tEXt"),
    "PNG zTXt": lambda text: png(text, b"zTXt"),
    "behind a PNG": lambda text: png("") + text.encode(),
    "SVG title": lambda text: f"<svg><title>{html.escape(text)}</title></svg>".encode(),
    "SVG attribute": lambda text: f'<svg><g id="{html.escape(text)}"/></svg>'.encode(),
    "SQLite": database,
    "data URI": lambda text: f'<img src="data:image/png;base64,{base64.b64encode(png(text)).decode()}">'.encode(),
    "data URI in JSON": lambda text: json.dumps(
        f"data:text/plain;base64,{base64.b64encode(text.encode()).decode()}"
    ).encode(),
    "bytes": lambda text: NOISE + b"\x0b" + text.encode() + NOISE,
    "bytes in UTF-16": lambda text: NOISE + b"\x0b" + text.encode("utf-16-le") + NOISE,
}
ONLY_LATIN_1 = ("PNG tEXt", "PNG zTXt")
