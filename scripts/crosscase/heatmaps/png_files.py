"""A figure as a PNG file, packed for flat areas: each row as it is.

Pillow tries five filters on each row, which takes three times as long and makes the files of such figures larger.
Source: ISO/IEC 15948 (PNG).
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import IO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

_MAGIC = b"\x89PNG\r\n\x1a\n"
_ROWS = 256  # packed at once
_EIGHT_BITS, _RGB, _METRE = 8, 2, 1


def write(stream: IO[bytes], figure: Figure, dpi: float, texts: Mapping[str, str]) -> None:
    """Write a figure without transparent parts, with some texts by keyword."""
    picture = _drawn(figure, dpi)
    per_metre = round(dpi / 0.0254)
    stream.write(_MAGIC)
    _write(stream, b"IHDR", struct.pack(">2I5B", *picture.size, _EIGHT_BITS, _RGB, 0, 0, 0))
    _write(stream, b"pHYs", struct.pack(">2IB", per_metre, per_metre, _METRE))
    described = PngInfo()
    for keyword, text in texts.items():
        described.add_text(keyword, text)
    for kind, content, *_ in described.chunks:
        _write(stream, kind, content)
    for content in _packed(picture):
        _write(stream, b"IDAT", content)
    _write(stream, b"IEND", b"")


def _drawn(figure: Figure, dpi: float) -> Image.Image:
    """The dots of the figure."""
    before = figure.dpi
    figure.set_dpi(dpi)
    try:
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        dots = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        return Image.frombuffer("RGBA", dots.shape[1::-1], dots, "raw", "RGBA", 0, 1)
    finally:
        figure.set_dpi(before)


def _packed(picture: Image.Image) -> Iterator[bytes]:
    """The rows of a picture without its transparency. Each begins with the number of its filter, 0 for none."""
    packing = zlib.compressobj(1)
    wide, high = picture.size
    for first in range(0, high, _ROWS):
        # Pillow ends a row that is longer than its dots with zeros: the number of the filter of the next row.
        rows = picture.crop((0, first, wide, min(first + _ROWS, high))).tobytes("raw", "RGB", 3 * wide + 1)
        yield packing.compress(b"\0" + rows[:-1])
    yield packing.flush()


def _write(stream: IO[bytes], kind: bytes, content: bytes) -> None:
    stream.write(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)))
