"""PDF files: the text of the pages, and every text in their objects: metadata, links, notes, bookmarks, attachments.

1. All objects in the bytes are read, also those that the file no longer refers to, and the syntax between them.
2. The text of a simple file, such as one of Matplotlib, is read by the tables of its fonts, of any other by pypdf.
"""

import io
from collections.abc import Iterator
from typing import Any

from crosscase.leaks.containers import BETWEEN, Name, pdf_objects
from crosscase.storage.limits import Limits

WHAT = "a PDF file"
_BEGINNING = 1024  # bytes that contain the mark of a PDF file
_OPENED = frozenset({"/Metadata", "/EmbeddedFile", None})  # streams other than pictures, fonts and tables of the file
_PIXELS = b"/Image"


def fits(data: bytes) -> bool:
    """By its magic bytes, which other bytes may precede."""
    return b"%PDF-" in data[:_BEGINNING]


def parts(data: bytes, _: Limits) -> Iterator[str | bytes]:
    """The text of the pages, then the texts of each object."""
    found = pdf_objects.objects(data)
    shown = pdf_objects.shown_texts(data, found) if found else None
    if shown is None:
        yield from _parts_by_pypdf(data)
    else:
        yield BETWEEN.join(dict.fromkeys(shown))
    syntax = pdf_objects.without_streams(data)
    yield from (syntax.decode("latin-1"), _beside_other_letters(syntax).decode("utf-8", "replace"))
    yield BETWEEN.join(pdf_objects.strings(syntax))
    tables = pdf_objects.glyph_tables(found)
    for one in found:
        if one.stream and not (_PIXELS in one.head or one.is_packed or one.number in tables):
            yield one.stream


def _beside_other_letters(syntax: bytes) -> bytes:
    """The lines that are not ASCII, and those beside them: all others read the same in Latin-1 and in UTF-8."""
    lines = syntax.splitlines()
    return b"\n".join(line for at, line in enumerate(lines) if not b"".join(lines[max(at - 1, 0) : at + 2]).isascii())


def _parts_by_pypdf(data: bytes) -> Iterator[str | bytes]:
    from pypdf import PdfReader
    from pypdf.generic import IndirectObject, StreamObject

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise ValueError("it is locked")
    for page in reader.pages:
        pieces: list[str] = []
        yield page.extract_text(visitor_text=lambda text, *_, pieces=pieces: pieces.append(text))
        # pypdf may take the gap beside a ligature for a space: "Blomfi eld".
        yield "".join(piece.removeprefix(" ") for piece in pieces)
    yield from _texts(reader.trailer)
    for number in _numbers(reader):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield from _texts(found)
        if isinstance(found, StreamObject) and found.get("/Type") in _OPENED and found.get("/Subtype") != "/Image":
            yield found.get_data()


def _numbers(reader: Any) -> list[int]:
    """The numbers of all objects, also of unreferenced ones."""
    plain = {number for numbers in reader.xref.values() for number in numbers}
    return sorted((plain | set(reader.xref_objStm)) - {0})


def _texts(found: Any) -> Iterator[str | bytes]:
    """The texts of an object, without following it to others."""
    from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, TextStringObject

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
