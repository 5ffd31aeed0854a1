"""MAXQDA: the table of coded segments, XLSX or the older XLS.

One row a coding. Headings follow the language of the user interface; the Polish ones are those of a
real MAXQDA 12 file, the English ones of published scripts, the German ones are inferred. The path
of a code is written with " > ". Any column can be named as a document variable.
"""

from collections.abc import Iterator

from crosscase.readers import columns
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding

SEPARATOR = " > "
_REQUIRED = {
    "document": ("Document name", "Nazwa dokumentu", "Dokumentname"),
    "code": ("Code", "Kod"),
    "text": ("Segment", "Fragment"),
}
_OPTIONAL = {
    "document_group": ("Document group", "Grupa dokumentów", "Dokumentgruppe"),
    "coder": ("Created by", "Author", "Autor", "Erstellt von"),
    "start": ("Beginning", "Początek", "Anfang"),
    "end": ("End", "Koniec", "Ende"),
    "created": ("Created", "Creation date", "Data utworzenia", "Erstellungsdatum"),
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
    heading = {role: sheet.require(*names) for role, names in _REQUIRED.items()}
    heading |= {role: name for role, names in _OPTIONAL.items() if (name := sheet.column(*names))}
    export.seen.tool = "MAXQDA"
    separator = export.settings.separator or SEPARATOR
    codes = columns.codes_in(sheet.header.index(heading["code"]), lambda cell: [tuple(cell.split(separator))])
    return columns.read(export, sheet, heading, codes, strict=False)
