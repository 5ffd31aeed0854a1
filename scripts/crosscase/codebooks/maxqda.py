"""MAXQDA: the codebook as a table, `Code` and `Memo`; the path of a code is written with " > ".

Source: a real file (`Code`, `Memo`). The headings in other languages are inferred. MAXQDA cuts names to 63 characters.
"""

from collections.abc import Iterator

from crosscase.codebooks.listed import ListedCode, Source
from crosscase.readers import maxqda_headings
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import spreadsheet

SEPARATOR = " > "
_CODE = maxqda_headings.names(maxqda_headings.CODE)
_MEMO = ("Memo", "Notatka", "Memorando", "Mémo", "Poznámka")


def recognise(look: Look) -> Likeness:
    """A table with the two headings, and without those of the coded segments."""
    segments = look.has_headings(maxqda_headings.names(maxqda_headings.SEGMENT))
    alike = look.has_headings(_CODE, _MEMO) and not segments
    return Likeness(1.0, "it has the headings of MAXQDA's codebook") if alike else Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order of the rows."""
    sheet = spreadsheet.read(source.path, limits=source.limits)
    code, memo = sheet.require(*_CODE), sheet.require(*_MEMO)
    separator = source.separator or SEPARATOR
    for record in sheet.records:
        yield ListedCode(split_levels((record.fields[code],), separator), record.fields[memo], None, record.locator)
