"""Codebooks as tools write them: one module a format, each with `recognise(headings)` and `read(path)`.

`read` finds out which it is and gives the codes in the file's order. It raises ReadError for what is none of them.
"""

from crosscase import spreadsheets
from crosscase.codebooks import atlasti, maxqda, nvivo, own, refi, taguette
from crosscase.codebooks.listed import ListedCode
from crosscase.errors import unreadable
from crosscase.normal import fold

_TABLES = (own, taguette, nvivo, atlasti, maxqda)  # from the most particular headings to the least


def read(path: str) -> list[ListedCode]:
    """The codes of a codebook, parents before their codes. Raises ReadError."""
    if refi.recognise(path):
        codes = refi.read(path)
    else:
        headings = {fold(heading) for heading in spreadsheets.headings(path)}
        reader = next((module for module in _TABLES if module.recognise(headings)), None)
        if reader is None:
            remedy = "Known are .qdc, .qdpx, tables of MAXQDA, NVivo, ATLAS.ti and Taguette, and config/codebook.csv."
            raise unreadable(path, "it looks like no codebook that is known", remedy)
        codes = reader.read(path)
    if not codes:
        raise unreadable(path, "it holds no code")
    return codes
