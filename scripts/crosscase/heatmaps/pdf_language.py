"""The language of a PDF, which matplotlib cannot state: readers of screens speak its texts accordingly.

Source: ISO 32000-1, 7.5.6 (incremental updates) and 14.9.2 (natural language): the catalogue is written once more
behind the end, with its language, and the list of objects there refers to the one before it.
"""

import re

from crosscase.labels.labels import DEFAULT

_CATALOGUE = re.compile(rb"^(\d+) 0 obj\n<< (/Type /Catalog .*?) >>\nendobj", re.MULTILINE)
_TRAILER = re.compile(rb"trailer\n<< (.*?) >>\nstartxref\n(\d+)\n%%EOF", re.DOTALL)


def stated(pdf: bytes, language: str) -> bytes:
    """A PDF of matplotlib with its language. One in English stays as it is: it had none before there were others.

    Raises ValueError if it has no catalogue or list of objects where matplotlib writes them.
    """
    if language == DEFAULT:
        return pdf
    catalogue, trailer = _CATALOGUE.search(pdf), _TRAILER.search(pdf)
    if catalogue is None or trailer is None:
        raise ValueError("the PDF is not as matplotlib writes it")
    number = int(catalogue[1])
    start = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    again = b"%d 0 obj\n<< %s /Lang (%s) >>\nendobj\n" % (number, catalogue[2], language.encode("ascii"))
    listed = b"xref\n0 1\n0000000000 65535 f \n%d 1\n%010d 00000 n \n" % (number, len(start))
    ends = b"trailer\n<< %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], len(start + again))
    return start + again + listed + ends
