"""Zip archives, also in the form of xlsx, docx, REFI-QDA projects and crates."""

import io
import re
import struct
import zipfile
from collections.abc import Iterator

from crosscase.leaks.containers import File, Name, Part
from crosscase.storage import zip_files
from crosscase.storage.limits import Limits

WHAT = "a zip archive"
_AREA = rb"\$?[A-Z]{0,3}\$?\d+"
# An address of cells: in an attribute of a sheet, or as $A$1 in the list of areas.
_ADDRESSES = re.compile(
    rb' (?:r|ref|spans|sqref|topLeftCell|activeCell)="' + _AREA + rb"(?::" + _AREA + rb')?"|\$[A-Z]{1,3}\$\d+'
)
_ENDS = re.compile(rb"</(?!(?:w:)?[tr]>)[\w:]+>")  # of all elements but a text and its run
_END = b"PK\x05\x06"
_HEADER, _END_RECORD = 30, 22  # bytes before the name of a file, and of the last record without its comment
_LENGTHS = 26  # place of the lengths of name and extra field in a header


def fits(data: bytes) -> bool:
    """By its magic bytes."""
    return data.startswith((b"PK\x03\x04", _END))


def parts(data: bytes, limits: Limits) -> Iterator[Part]:
    """The names and comments of all entries, the files, and bytes that belong to none of these."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment
        entries = archive.infolist()
        if len({info.filename for info in entries}) < len(entries):
            raise ValueError("two files have one name")
        for info in entries:
            yield Name(info.filename)
            yield info.comment
            yield info.extra
        yield from _unexplained(data, entries, archive.start_dir, len(archive.comment))
    with zip_files.opened(io.BytesIO(data), WHAT, limits) as opened:
        yield from (File(name, _of_office(name, opened.read(name))) for name in opened.names)


def _of_office(name: str, data: bytes) -> bytes:
    """A part of a document or workbook with its paragraphs and cells apart, and without the addresses of cells.

    Without its tags a label and the number in the next cell would be one word, and B2 is no id of a participant.
    """
    if not name.startswith(("xl/", "word/", "docProps/")):
        return data
    data = _ADDRESSES.sub(b"", data) if name.startswith("xl/") else data
    return _ENDS.sub(lambda end: end[0] + b"\n", data)  # a function is faster than a template with the match in it


def _unexplained(data: bytes, entries: list[zipfile.ZipInfo], directory: int, comment: int) -> Iterator[Part]:
    """What is before each file's content except its header, and behind the last; names in headers may differ."""
    reached = 0
    for info in sorted(entries, key=lambda info: info.header_offset):
        yield data[reached : info.header_offset]
        name, extra = struct.unpack_from("<HH", data, info.header_offset + _LENGTHS)
        begin = info.header_offset + _HEADER
        yield Name(data[begin : begin + name].decode("utf-8", "replace"))
        yield data[begin + name : begin + name + extra]
        reached = begin + name + extra + info.compress_size
    yield data[reached:directory]
    yield data[data.rindex(_END) + _END_RECORD + comment :]
