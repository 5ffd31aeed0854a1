"""What matplotlib cannot state in a PDF: its language, and that each figure is one with a text in its place.

Readers of screens speak the text of the figure, in its language, instead of single letters and numbers; programs show
its title, not the name of the file. matplotlib 3.11 writes neither a language nor tags (its issue 24309).

The objects that change are written once more behind the end, with a list of objects that refers to the one before it:
1. The catalogue has the language, the title for the window, and the tree of structure.
2. The tree has one document with one figure, whose content is that of all pages, and its text.
3. The content of each page is marked as that figure, by a stream before and one behind that of matplotlib.

Source: ISO 32000-1, 7.5.6 (incremental updates), 14.6 (marked content), 14.7 (logical structure), 14.8.4 (Figure),
14.9.2 (natural language) and 14.9.3 (alternate descriptions).

ASSUME: this is no claim of PDF/UA, which asks for more (metadata as XMP, and glyphs that no tool here checks).
"""

import re
from collections.abc import Mapping

from matplotlib.backends.backend_pdf import pdfRepr

# A long object is written in several lines, and its end may have one of its own.
_CATALOGUE = re.compile(rb"^(\d+) 0 obj\n<< (/Type /Catalog\s.*?)\s>>\nendobj", re.MULTILINE | re.DOTALL)
_PAGE = re.compile(rb"^(\d+) 0 obj\n<< (/Type /Page\s.*?)\s>>\nendobj", re.MULTILINE | re.DOTALL)
_CONTENTS = re.compile(rb"/Contents\s+(\d+ 0 R)")
_TRAILER = re.compile(rb"trailer\n<< (.*?)\s>>\nstartxref\n(\d+)\n%%EOF", re.DOTALL)
_SIZE = re.compile(rb"/Size\s+(\d+)")
_BOX = re.compile(rb"/MediaBox\s+(\[[^\]]*\])")


def tagged(pdf: bytes, language: str, description: str) -> bytes:
    """A PDF of matplotlib with its language and the tags of a figure with a description.

    Raises ValueError if its objects are not as matplotlib writes them.
    """
    catalogue, trailer, pages = _CATALOGUE.search(pdf), _TRAILER.search(pdf), list(_PAGE.finditer(pdf))
    size = _SIZE.search(trailer[1]) if trailer else None
    if catalogue is None or trailer is None or size is None or not pages:
        raise ValueError("the PDF is not as matplotlib writes it")
    begin, end, root, document, figure = range(int(size[1]), int(size[1]) + 5)
    changed = {
        begin: _stream(b"/Figure << /MCID 0 >> BDC\n"),
        end: _stream(b"EMC\n"),
        int(catalogue[1]): b"<< %s /Lang (%s) /MarkInfo << /Marked true >> /StructTreeRoot %d 0 R"
        b" /ViewerPreferences << /DisplayDocTitle true >> >>" % (catalogue[2], language.encode("ascii"), root),
        root: b"<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree << /Nums [ %s ] >> /ParentTreeNextKey %d >>"
        % (document, b" ".join(b"%d [ %d 0 R ]" % (key, figure) for key in range(len(pages))), len(pages)),
        document: b"<< /Type /StructElem /S /Document /P %d 0 R /K [ %d 0 R ] >>" % (root, figure),
        figure: b"<< /Type /StructElem /S /Figure /P %d 0 R /K [ %s ] /Alt %s%s >>"
        % (document, b" ".join(map(_reference, pages)), _text(description), _place(pages)),
    }
    for key, page in enumerate(pages):
        content, number = _CONTENTS.subn(b"/Contents [ %d 0 R \\1 %d 0 R ]" % (begin, end), page[2])
        if number != 1:
            raise ValueError("a page of the PDF is not as matplotlib writes it")
        changed[int(page[1])] = b"<< %s /StructParents %d >>" % (content, key)
    return _updated(pdf, changed, trailer[1].replace(size[0], b"/Size %d" % (figure + 1)), trailer[2])


def _reference(page: re.Match[bytes]) -> bytes:
    """The marked content of a page."""
    return b"<< /Type /MCR /Pg %s 0 R /MCID 0 >>" % page[1]


def _place(pages: list[re.Match[bytes]]) -> bytes:
    """Where the figure is, if it has one page."""
    box = _BOX.search(pages[0][2])
    return b" /A << /O /Layout /Placement /Block /BBox %s >>" % box[1] if box and len(pages) == 1 else b""


def _text(text: str) -> bytes:
    """A text string, as matplotlib writes it."""
    found: bytes = pdfRepr(text)  # type: ignore[no-untyped-call]
    return found


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%sendstream" % (len(content), content)


def _updated(pdf: bytes, changed: Mapping[int, bytes], trailer: bytes, before: bytes) -> bytes:
    """The PDF with new and changed objects behind its end. `before` is the place of its list of objects."""
    written = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    listed = b"xref\n0 1\n0000000000 65535 f \n"
    for number, content in sorted(changed.items()):
        listed += b"%d 1\n%010d 00000 n \n" % (number, len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return written + listed + b"trailer\n<< %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, before, len(written))
