"""The files of a figure: SVG, PDF and PNG."""

import io

from matplotlib.backend_bases import get_registered_canvas_class
from matplotlib.backends.backend_pdf import PdfPages

from crosscase.heatmaps import pdf_fonts, pdf_tags, png_files, vector_pens
from crosscase.heatmaps.layout import Drawing, style
from crosscase.storage import files

_DPI = 300
_HIGHEST = 16_000  # dots of a PNG file; programs refuse much higher ones

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
    dpi = min(_DPI, _HIGHEST / drawing.figure.get_size_inches()[1])
    with files.replacing(path) as stream:
        png_files.write(stream, drawing.figure, dpi, {"Title": drawing.title, "Description": drawing.description})
