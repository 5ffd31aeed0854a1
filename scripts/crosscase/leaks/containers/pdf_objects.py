"""The objects of a PDF file as its bytes have them, whether the file still refers to them or not.

`shown_texts` reads the text of a file that is as simple as those of Matplotlib: streams that are deflated or plain, and
fonts with a table of their letters. Of any other file it says that it is not as simple.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

_OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b(.*?)(?:\bstream\r?\n(.*?)\r?\n?endstream\s*)?endobj", re.DOTALL)
_FILTER = re.compile(rb"/Filter\s*\[?\s*/(\w+)\s*\]?")
_NOT_SIMPLE = re.compile(rb"/(?:Encrypt|ObjStm|XRef|EmbeddedFile|JavaScript|AcroForm)\b")
_FONT = re.compile(rb"/Type\s*/Font\b")
_UNICODE = re.compile(rb"/ToUnicode\s+(\d+)\s+\d+\s+R")
_GLYPHS = re.compile(rb"/CIDToGIDMap\s+(\d+)\s+\d+\s+R")
_NAMED = re.compile(rb"/([\w.+-]+)\s+(\d+)\s+\d+\s+R")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*(?:\[([^\]]*)\]|<([0-9A-Fa-f]+)>)")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_SHOWN = re.compile(rb"\bBT\b(.*?)\bET\b", re.DOTALL)
_LITERAL = rb"\((?:[^()\\]|\\.)*\)"
_OPERAND = re.compile(rb"/([\w.+-]+)\s+[\d.]+\s+Tf|(" + _LITERAL + rb")|<([0-9A-Fa-f\s]*)>(?!>)", re.DOTALL)
_STRING = re.compile(_LITERAL, re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r?\n|(.))", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
Letters = Mapping[int, str]  # by code


class Object(NamedTuple):
    """An object: its number, its dictionary, and its stream, unpacked where it is deflated."""

    number: int
    head: bytes
    stream: bytes | None
    is_packed: bool  # otherwise than deflated


def objects(data: bytes) -> list[Object]:
    """All objects in the bytes of a file."""
    found = []
    for match in _OBJECT.finditer(data):
        packing = _FILTER.search(match[2])
        stream, is_packed = match[3], packing is not None
        if stream is not None and packing and packing[1] == b"FlateDecode":
            unpacking = zlib.decompressobj()
            try:
                stream, is_packed = unpacking.decompress(stream) + unpacking.unused_data, False
            except zlib.error:
                is_packed = True
        found.append(Object(int(match[1]), match[2], stream, is_packed))
    return found


def glyph_tables(found: Iterable[Object]) -> set[int]:
    """The numbers of the streams that only say which glyph of a font each code is: numbers of two bytes that rise.

    Nine letters in a row, such as m to u, may have the glyphs 0x31 to 0x39, which as text would be 123456789. Where the
    numbers do not rise it is no such table of a font of which some glyphs were taken in their order, and may be a text.
    """
    named = {int(number) for one in found for number in _GLYPHS.findall(one.head)}
    return {one.number for one in found if one.number in named and one.stream and _rises(one.stream)}


def _rises(stream: bytes) -> bool:
    numbers = [high << 8 | low for high, low in zip(stream[::2], stream[1::2], strict=False) if high or low]
    return len(stream) % 2 == 0 and all(one < other for one, other in pairwise(numbers))


def without_streams(data: bytes) -> bytes:
    """The bytes of a file without the streams of its objects."""
    pieces, reached = [], 0
    for match in _OBJECT.finditer(data):
        if match[3] is not None:
            pieces.append(data[reached : match.start(3)])
            reached = match.end(3)
    return b" ".join([*pieces, data[reached:]])


def strings(syntax: bytes) -> Iterator[str]:
    """The strings in the syntax of a file, with their escapes undone."""
    for match in _STRING.finditer(syntax):
        plain = _unescaped(match[0][1:-1])
        is_wide = plain.startswith((b"\xfe\xff", b"\xff\xfe"))
        yield plain.decode("utf-16" if is_wide else "latin-1", "replace")
    for match in _HEX.finditer(syntax):
        digits = b"".join(match[1].split())
        if len(digits) > 1 and len(digits) % 2 == 0:
            plain = bytes.fromhex(digits.decode())
            yield plain.decode("utf-16" if plain.startswith(b"\xfe\xff") else "latin-1", "replace")


def shown_texts(data: bytes, found: list[Object]) -> list[str] | None:
    """The texts that a simple file shows; None if the file is not so simple."""
    if _NOT_SIMPLE.search(data) or any(one.is_packed for one in found):
        return None
    streams = {one.number: one.stream for one in found if one.stream is not None}
    tables: dict[int, Letters] = {}  # by the number of a font
    for one in found:
        if _FONT.search(one.head) and b"/Type0" in one.head:
            unicode = _UNICODE.search(one.head)
            if not unicode or int(unicode[1]) not in streams:
                return None
            tables[one.number] = _letters(streams[int(unicode[1])])
    named = [(m[1], int(m[2])) for one in found for m in _NAMED.finditer(one.head) if int(m[2]) in tables]
    fonts = {name: tables[number] for name, number in named}
    if len(fonts) < len(set(named)):  # a name for two fonts
        return None
    texts = []
    for stream in streams.values():
        for shown in _SHOWN.finditer(stream) if b"Tf" in stream else ():
            text = _text(shown[1], fonts)
            if text is None:
                return None
            texts.append(text)
    return texts


def _text(shown: bytes, fonts: Mapping[bytes, Letters]) -> str | None:
    letters: Letters | None = None
    pieces = []
    for font, literal, digits in _OPERAND.findall(shown):
        if font:
            letters = fonts.get(font)
        elif letters is None:
            return None
        else:
            codes = _unescaped(literal[1:-1]) if literal else bytes.fromhex(digits.decode())
            pairs = zip(codes[::2], codes[1::2], strict=False)
            pieces += [letters.get(256 * high + low, "\ufffd") for high, low in pairs]
    return "".join(pieces)


def _letters(table: bytes) -> Letters:
    """The letters of a font by their codes, from its table ToUnicode."""
    letters: dict[int, str] = {}
    for block in _CHARS.findall(table):
        codes = _HEX.findall(block)
        letters |= {int(code, 16): _utf16(letter) for code, letter in zip(codes[::2], codes[1::2], strict=False)}
    for block in _RANGES.findall(table):
        for first, listed, begin in _RANGE.findall(block):
            if begin:
                last = int(_HEX.findall(block[block.index(b"<" + first + b">") :])[1], 16)
                for step in range(last - int(first, 16) + 1):
                    letters[int(first, 16) + step] = chr(int(begin, 16) + step)
            for step, letter in enumerate(_HEX.findall(listed)):
                letters[int(first, 16) + step] = _utf16(letter)
    return letters


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(b"".join(digits.split()).decode()).decode("utf-16-be", "replace")


def _unescaped(literal: bytes) -> bytes:
    def letter(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return bytes([int(match[1], 8) & 255])
        return _LETTERS.get(match[2], match[2]) if match[2] else b""

    return _ESCAPE.sub(letter, literal)
