"""MAXQDA: the codebook as XLSX, `Code` and `Memo`; the path of a code is written with " > ".

[inferred] The headings in other languages than English.
"""

from crosscase import spreadsheets
from crosscase.codebooks.listed import ListedCode
from crosscase.normal import fold
from crosscase.readers.maxqda_headings import CODE, names

_SEPARATOR = " > "
_MEMO = ("Memo", "Notatka", "Memorando", "Mémo", "Poznámka")


def recognise(headings: set[str]) -> bool:
    """A code and a memo."""
    return any(fold(name) in headings for name in names(CODE)) and any(fold(name) in headings for name in _MEMO)


def read(path: str) -> list[ListedCode]:
    """The codes, their memos as definitions."""
    sheet = spreadsheets.read(path)
    code, memo = sheet.require(*names(CODE)), sheet.require(*_MEMO)
    rows = [record.fields for record in sheet.records]
    return [ListedCode(tuple(row[code].split(_SEPARATOR)), row[memo]) for row in rows if row[code].strip()]
