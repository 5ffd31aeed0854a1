"""The files of a figure: SVG, PDF and PNG.

A PNG file is no higher than programs open. The pages of a series that would be higher are side by side in several
columns, row by row, at 300 dots an inch as long as all of them have no more dots than programs open.
"""

import io
import math
from collections.abc import Sequence

from matplotlib.backend_bases import get_registered_canvas_class
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from crosscase.heatmaps import pdf_fonts, pdf_tags, png_files, vector_pens
from crosscase.heatmaps.layout import Drawing, style
from crosscase.heatmaps.series import BETWEEN_PAGES
from crosscase.storage import files

_DPI = 300
_POINTS = 72  # an inch
_HIGHEST = 16_000  # dots of a PNG file; programs refuse much higher ones
_MOST = (
    64_000_000  # dots of the pages in a PNG file; Pillow warns of more than 89 million, and there is room between them
)

# Matplotlib otherwise loads what writes a format with the first file, and so in each process that draws.
for _kind in ("svg", "pdf"):
    get_registered_canvas_class(_kind)
vector_pens.use()


def save(drawing: Drawing, svg: str, pdf: str, png: str) -> None:
    """Write the figure in three formats. Equal drawings give equal bytes: no date and no version is written."""
    with style():
        _write_svg(drawing, svg)
        _write_pdf(drawing, pdf)
        _write_png(drawing, png)


def _write_svg(drawing: Drawing, path: str) -> None:
    metadata = {"Date": None, "Creator": "crosscase", "Title": drawing.title, "Description": drawing.description}
    with files.replacing(path) as stream:
        drawing.figure.savefig(stream, format="svg", metadata=metadata)


def _write_pdf(drawing: Drawing, path: str) -> None:
    metadata = {"CreationDate": None, "Creator": "crosscase", "Producer": None}
    metadata |= {"Title": drawing.title, "Subject": drawing.description}
    content = io.BytesIO()
    with pdf_fonts.quick_subsets(), PdfPages(content, metadata=metadata) as pages:
        for page in drawing.pages or [drawing.figure]:
            pages.savefig(page)
    with files.replacing(path) as stream:
        stream.write(pdf_tags.tagged(content.getvalue(), drawing.language, drawing.description))


def _write_png(drawing: Drawing, path: str) -> None:
    high = drawing.figure.get_size_inches()[1]
    texts = {"Title": drawing.title, "Description": drawing.description}
    with files.replacing(path) as stream:
        if drawing.pages and high * _DPI > _HIGHEST:
            dpi, rows = _side_by_side(drawing.pages)
            png_files.write_rows(stream, rows, round(BETWEEN_PAGES / _POINTS * dpi), dpi, texts)
        else:
            png_files.write(stream, drawing.figure, min(_DPI, _HIGHEST / high), texts)


def _side_by_side(pages: Sequence[Figure]) -> tuple[float, list[Sequence[Figure]]]:
    """The dots an inch of a long series, and its pages in rows, as few side by side as its height allows."""
    sizes = [page.get_size_inches() for page in pages]
    dpi = min(_DPI, math.sqrt(_MOST / sum(wide * max(high for _, high in sizes) for wide, _ in sizes)))
    across = 2
    while _height(rows := _in_rows(pages, across)) * dpi > _HIGHEST and across < len(pages):
        across += 1
    return dpi, rows


def _in_rows(pages: Sequence[Figure], across: int) -> list[Sequence[Figure]]:
    return [pages[first : first + across] for first in range(0, len(pages), across)]


def _height(rows: Sequence[Sequence[Figure]]) -> float:
    """The height of rows of pages, in inches."""
    return sum(max(float(page.get_size_inches()[1]) for page in row) + BETWEEN_PAGES / _POINTS for row in rows)
