"""A figure, or the pages of a series side by side, as a PNG file, packed for flat areas: each row as it is.

Pillow tries five filters on each row, which takes three times as long and makes the files of such figures larger.
Source: ISO/IEC 15948 (PNG).
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

_MAGIC = b"\x89PNG\r\n\x1a\n"
_ROWS = 256  # packed at once
Placed = tuple[Image.Image, tuple[int, int]]
_EIGHT_BITS, _RGB, _METRE = 8, 2, 1


def write(
    stream: IO[bytes], figure: Figure, dpi: float, texts: Mapping[str, str], placed: Sequence[Placed] = ()
) -> None:
    """Write a figure without transparent parts, with some texts by keyword.

    `placed` are pictures, each with its upper left corner: dot by dot, which drawing them would not be.
    """
    picture = _drawn(figure, dpi)
    picture = picture.copy() if placed else picture
    for other, corner in placed:
        picture.paste(other, corner)
    _write_all(stream, picture.size, [picture], dpi, texts)


def write_rows(
    stream: IO[bytes], rows: Sequence[Sequence[Figure]], between: int, dpi: float, texts: Mapping[str, str]
) -> None:
    """Write rows of pages, `between` which are so many dots. One row is in memory at a time."""
    sizes = [[_size(page, dpi) for page in row] for row in rows]
    wide = max(sum(width for width, _ in row) + between * (len(row) - 1) for row in sizes)
    heights = [max(height for _, height in row) + between for row in sizes]
    heights[-1] -= between

    def pictures() -> Iterator[Image.Image]:
        for row, high in zip(rows, heights, strict=True):
            picture, x = Image.new("RGBA", (wide, high), "white"), 0
            for page in row:
                drawn = _drawn(page, dpi)
                picture.paste(drawn, (x, 0))
                x += drawn.size[0] + between
            yield picture

    _write_all(stream, (wide, sum(heights)), pictures(), dpi, texts)


def _write_all(
    stream: IO[bytes], size: tuple[int, int], below: Iterable[Image.Image], dpi: float, texts: Mapping[str, str]
) -> None:
    """Write pictures of one width, which are below each other."""
    per_metre = round(dpi / 0.0254)
    stream.write(_MAGIC)
    _write(stream, b"IHDR", struct.pack(">2I5B", *size, _EIGHT_BITS, _RGB, 0, 0, 0))
    _write(stream, b"pHYs", struct.pack(">2IB", per_metre, per_metre, _METRE))
    described = PngInfo()
    for keyword, text in texts.items():
        described.add_text(keyword, text)
    for kind, content, *_ in described.chunks:
        _write(stream, kind, content)
    for content in _packed(below):
        _write(stream, b"IDAT", content)
    _write(stream, b"IEND", b"")


def _size(figure: Figure, dpi: float) -> tuple[int, int]:
    """The dots of a figure, across and down."""
    wide, high = figure.get_size_inches() * dpi
    return int(wide), int(high)


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


def _packed(pictures: Iterable[Image.Image]) -> Iterator[bytes]:
    """The rows of pictures without their transparency. Each begins with the number of its filter, 0 for none."""
    packing = zlib.compressobj(1)
    for picture in pictures:
        wide, high = picture.size
        for first in range(0, high, _ROWS):
            # Pillow ends a row that is longer than its dots with zeros: the number of the filter of the next row.
            rows = picture.crop((0, first, wide, min(first + _ROWS, high))).tobytes("raw", "RGB", 3 * wide + 1)
            yield packing.compress(b"\0" + rows[:-1])
    yield packing.flush()


def _write(stream: IO[bytes], kind: bytes, content: bytes) -> None:
    stream.write(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)))
