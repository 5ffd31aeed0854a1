"""TrueType fonts, as figures embed them: every table but those that only say how letters look.

Each figure has fonts of its own, with the letters that occur in it. Outlines are numbers: read as text, they say
something by chance alone.
"""

import struct
from collections.abc import Iterator

from crosscase.leaks.containers import Name
from crosscase.storage.limits import Limits

WHAT = "a TrueType font"
_MAGIC = b"\0\1\0\0"
_HEADER, _ENTRY = 12, 16  # bytes
_LOOKS = frozenset({b"glyf", b"loca", b"hmtx", b"head", b"hhea", b"maxp", b"cvt ", b"fpgm", b"prep", b"gasp"})
_NEEDED = frozenset({b"glyf", b"loca", b"head"})
_LONG = 50  # where `head` says whether the places of outlines are numbers of four bytes


def fits(data: bytes) -> bool:
    """By its first bytes, the list of its tables, and outlines that fill their table."""
    return data.startswith(_MAGIC) and _tables(data) is not None


def parts(data: bytes, _: Limits) -> Iterator[str | bytes]:
    """The names of the font and its letters, every unknown table, and what lies between the tables."""
    tables = _tables(data) or {}
    reached = _HEADER + _ENTRY * len(tables)
    between = []
    for tag, (start, end) in sorted(tables.items(), key=lambda table: table[1]):
        between.append(data[reached:start])
        reached = max(reached, end)
        if tag not in _LOOKS:
            yield Name(tag.decode("latin-1"))
            yield data[start:end]
    yield b"".join([*between, data[reached:]])


def _tables(data: bytes) -> dict[bytes, tuple[int, int]] | None:
    """Where each table begins and ends; None if this is no font, or one whose outlines are not all that they hold."""
    try:
        (number,) = struct.unpack_from(">H", data, len(_MAGIC))
        entries = [struct.unpack_from(">4s4xLL", data, _HEADER + _ENTRY * at) for at in range(number)]
        tables = {tag: (start, start + length) for tag, start, length in entries}
        if len(tables) < number or not tables.keys() >= _NEEDED or max(end for _, end in tables.values()) > len(data):
            return None
        outlines, places = tables[b"glyf"], tables[b"loca"]
        is_long = struct.unpack_from(">H", data, tables[b"head"][0] + _LONG)[0]
        (last,) = (
            struct.unpack_from(">L", data, places[1] - 4) if is_long else struct.unpack_from(">H", data, places[1] - 2)
        )
    except struct.error:
        return None
    return tables if last * (1 if is_long else 2) == outlines[1] - outlines[0] else None
