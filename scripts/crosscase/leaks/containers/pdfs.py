"""PDF files: the text of the pages, and every text in their objects: metadata, links, notes, bookmarks, attachments."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from crosscase.leaks.containers import Name
from crosscase.storage.limits import Limits

WHAT = "a PDF file"
_BEGINNING = 1024  # bytes that contain the mark of a PDF file
_OPENED = frozenset({"/Metadata", "/EmbeddedFile", None})  # streams other than pictures, fonts and tables of the file


def fits(data: bytes) -> bool:
    """By its magic bytes, which other bytes may precede."""
    return b"%PDF-" in data[:_BEGINNING]


def parts(data: bytes, _: Limits) -> Iterator[str | bytes]:
    """The text of the pages, then the texts of each object."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise ValueError("it is locked")
    for page in reader.pages:
        yield page.extract_text()
    yield from _texts(reader.trailer)
    for number in _numbers(reader):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield from _texts(found)
        if isinstance(found, StreamObject) and found.get("/Type") in _OPENED and found.get("/Subtype") != "/Image":
            yield found.get_data()


def _numbers(reader: PdfReader) -> list[int]:
    """The numbers of all objects, also of unreferenced ones."""
    plain = {number for numbers in reader.xref.values() for number in numbers}
    return sorted((plain | set(reader.xref_objStm)) - {0})


def _texts(found: Any) -> Iterator[str | bytes]:
    """The texts of an object, without following it to others."""
    if isinstance(found, DictionaryObject):
        for key, value in found.items():
            yield Name(str(key).lstrip("/"))
            yield from _texts(value)
    elif isinstance(found, ArrayObject):
        for item in found:
            yield from _texts(item)
    elif isinstance(found, TextStringObject):
        yield str(found)
    elif isinstance(found, ByteStringObject):
        yield bytes(found)
    elif isinstance(found, str):
        yield Name(str(found).lstrip("/"))
