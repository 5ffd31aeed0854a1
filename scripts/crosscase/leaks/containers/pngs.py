"""PNG pictures: every chunk except the pixels, and all bytes after the picture."""

import struct
import zlib
from collections.abc import Iterator

from crosscase.leaks.containers import Name
from crosscase.storage.limits import MB, Limits

WHAT = "a PNG picture"
_MAGIC = b"\x89PNG\r\n\x1a\n"
_PIXELS = frozenset({b"IHDR", b"IDAT", b"IEND", b"PLTE", b"tRNS", b"fdAT"})
_FRAME = 12  # bytes of a chunk around its data: length, type, checksum


def fits(data: bytes) -> bool:
    """By its magic bytes."""
    return data.startswith(_MAGIC)


def parts(data: bytes, limits: Limits) -> Iterator[str | bytes]:
    """Texts, profiles and camera data; the bytes after the picture count as a file of their own."""
    position, kind = len(_MAGIC), b""
    while position < len(data) and kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, position)
        chunk = data[position + 8 : position + 8 + length]
        if len(chunk) < length:
            raise ValueError("it is cut off")
        position += _FRAME + length
        if kind not in _PIXELS:
            yield Name(kind.decode("latin-1"))
            yield from _read(kind, chunk, limits)
    yield data[position:]


def _read(kind: bytes, chunk: bytes, limits: Limits) -> Iterator[str | bytes]:
    keyword, _, rest = chunk.partition(b"\0")
    if kind in (b"tEXt", b"eXIf"):  # an id in the few bytes of camera data is too short for a search of raw bytes
        text = chunk.replace(b"\0", b"\n")
        yield text.decode("latin-1")
        yield text.decode("utf-8", "replace")
    if kind in (b"zTXt", b"iCCP"):
        yield keyword.decode("latin-1")
        content = _inflated(rest[1:], limits)
        yield content.decode("latin-1") if kind == b"zTXt" else content
    if kind == b"iTXt":
        yield keyword.decode("latin-1")
        language, translated, text = rest[2:].split(b"\0", 2)
        yield language
        yield translated
        yield _inflated(text, limits) if rest[:1] == b"\1" else text
    yield chunk  # any chunk may be UTF-8 or a file


def _inflated(data: bytes, limits: Limits) -> bytes:
    most = limits.unpacked_mb * MB
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(data, most)
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise ValueError("it is cut off, or contains more than the limits allow")
    return content
