"""MAXQDA: the codebook as a table, `Code` and `Memo`; the path of a code is written with " > ".

Source: a real file (`Code`, `Memo`). The headings in other languages are inferred. MAXQDA cuts names to 63 characters.
"""

from collections.abc import Iterator

from crosscase.codebooks import plain_passages
from crosscase.codebooks.listed import ListedCode, Source
from crosscase.readers import maxqda_headings
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import spreadsheet

SEPARATOR = " > "
_CODE = maxqda_headings.names(maxqda_headings.CODE)
_MEMO = maxqda_headings.names(maxqda_headings.MEMO)


def recognise(look: Look) -> Likeness:
    """A table with the two headings, and without those of codings: documents, sources or segments."""
    alike = look.has_headings(_CODE, _MEMO) and not plain_passages.are_beside(look.headings)
    return Likeness(1.0, "it has the headings of MAXQDA's codebook") if alike else Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order of the rows."""
    sheet = spreadsheet.read(source.path, limits=source.limits)
    code, memo = sheet.require(*_CODE), sheet.require(*_MEMO)
    separator = source.separator or SEPARATOR
    for record in sheet.records:
        yield ListedCode(split_levels((record.fields[code],), separator), record.fields[memo], None, record.locator)
