"""Compressed single files: gzip, bzip2, xz."""

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator

from crosscase.leaks.containers import Name
from crosscase.storage.limits import MB, Limits

WHAT = "a compressed file"
_GZIP, _BZIP2, _XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ"
_NAMED = 0x08  # flag: the header contains the name of the original
_HEADER = 10


def fits(data: bytes) -> bool:
    """By their magic bytes."""
    return data.startswith((_GZIP, _BZIP2, _XZ))


def parts(data: bytes, limits: Limits) -> Iterator[str | bytes]:
    """The file, and its name in the header of gzip."""
    if data.startswith(_GZIP) and data[3] & _NAMED:
        yield Name(data[_HEADER:].split(b"\0", 1)[0].decode("utf-8", "replace"))
    most = limits.unpacked_mb * MB
    with _opened(data) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ValueError("it contains more than the limits allow")
    yield content


def _opened(data: bytes) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    source = io.BytesIO(data)
    if data.startswith(_GZIP):
        return gzip.open(source)
    return bz2.open(source) if data.startswith(_BZIP2) else lzma.open(source)
