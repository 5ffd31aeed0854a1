"""Fonts in figures: their outlines are not searched, but their names are, and whatever only looks like a font."""

import io
import struct
from collections.abc import Callable
from pathlib import Path

import matplotlib
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables.DefaultTable import DefaultTable  # type: ignore[import-untyped]

from crosscase.leaks import contents
from crosscase.leaks.containers import truetype

NAME = "Hathersage"  # invented
FILE = Path(matplotlib.get_data_path()) / "fonts/ttf/cmtt10.ttf"


def changed(change: Callable[[TTFont], None]) -> bytes:
    """The font of a figure, after a change of its tables."""
    font, content = TTFont(FILE), io.BytesIO()
    change(font)
    font.save(content)
    return content.getvalue()


def in_its_name(font: TTFont) -> None:
    font["name"].setName(NAME, 1, 3, 1, 0x409)


def in_an_unknown_table(font: TTFont) -> None:
    font["NOTE"] = DefaultTable("NOTE")
    font["NOTE"].data = f"told by {NAME}".encode()


def is_found(data: bytes) -> bool:
    return any(NAME in text.words.replace("\0", "") for text in contents.texts(data))


@pytest.mark.parametrize("place", [in_its_name, in_an_unknown_table])
def test_a_name_in_a_table_that_holds_words_is_found(place: Callable[[TTFont], None]) -> None:
    data = changed(place)
    assert truetype.fits(data)
    assert is_found(data)


def test_a_name_behind_a_font_is_found() -> None:
    assert is_found(FILE.read_bytes() + NAME.encode())


def test_a_name_in_the_place_of_outlines_is_found() -> None:
    """The list of places says how many bytes of outlines there are. Otherwise the bytes are searched as they are."""
    data = FILE.read_bytes()
    table = TTFont(FILE).reader.tables["glyf"]
    end = table.offset + table.length
    longer = data[:end] + NAME.encode() + data[end:]
    entry = data.index(b"glyf") + 12
    longer = longer[:entry] + struct.pack(">L", table.length + len(NAME)) + longer[entry + 4 :]
    assert not truetype.fits(longer)
    assert is_found(longer)


def test_outlines_are_no_text() -> None:
    def words(data: bytes) -> int:
        return sum(len(text.words) for text in contents.texts(data))

    data = FILE.read_bytes()
    assert 3 * words(data) < words(b"\1" + data)


@pytest.mark.parametrize(
    "data", [b"\0\1\0\0", b"\0\1\0\0Standard Jet DB\0" + bytes(100), b"\0\1\0\0\xff\xff" + bytes(9)]
)
def test_what_only_begins_like_a_font_is_searched_as_it_is(data: bytes) -> None:
    assert not truetype.fits(data)
    assert is_found(data + NAME.encode())
