"""MAXQDA: the table of coded segments, XLSX or the older XLS.

One row for each coding. Headings follow the language of the user interface, see `maxqda_headings`. The path of a code
is written with " > ". The columns that MAXQDA 24 can add for the other codes of a segment (`Code: Parent > Child`)
repeat the content of other rows and are ignored. Any column can be used as a document variable.
"""

from collections.abc import Iterator

from crosscase.readers import columns, maxqda_headings
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.readers.maxqda_headings import names
from crosscase.readers.raw import Export, RawCoding

SEPARATOR = " > "
_REQUIRED = {
    "document": names(maxqda_headings.DOCUMENT),
    "code": names(maxqda_headings.CODE),
    "text": names(maxqda_headings.SEGMENT),
}
_OPTIONAL = {
    "document_group": names(maxqda_headings.GROUP),
    "coder": names(maxqda_headings.CODER),
    "start": names(maxqda_headings.BEGINNING),
    "end": names(maxqda_headings.END),
}


def recognise(look: Look) -> Likeness:
    """A table of coded segments has MAXQDA's headings in one of its languages."""
    if not look.has_headings(*_REQUIRED.values()):
        return Likeness()
    sure = look.has_headings(_OPTIONAL["start"], _OPTIONAL["end"])
    return Likeness(1.0 if sure else 0.7, "it has the headings of MAXQDA's coded segments")


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a table of coded segments; `start` and `end` are paragraph numbers."""
    sheet = columns.table(export)
    heading = {role: sheet.require(*headings) for role, headings in _REQUIRED.items()}
    heading |= {role: name for role, called in _OPTIONAL.items() if (name := sheet.column(*called))}
    export.notes.tool = "MAXQDA"
    separator = export.settings.separator or SEPARATOR
    codes = columns.codes_in(sheet.header.index(heading["code"]), lambda cell: [split_levels((cell,), separator)])
    columns.note_unread(export, sheet, heading.values())
    return columns.read(export, sheet, heading, codes, strict=False)
