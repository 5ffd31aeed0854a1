"""MAXQDA: the table of coded segments, XLSX or the older XLS.

One row a coding. Headings follow the language of the user interface; the Polish ones are those of a
real MAXQDA 12 file, the English ones of published scripts, the German ones are inferred. The path
of a code is written with " > ". Any column can be named as a document variable.
"""

from collections.abc import Iterator

from crosscase import spreadsheets
from crosscase.readers.raw import RawCoding, Remarks
from crosscase.study import ExportSettings

SEPARATOR = " > "
_REQUIRED = {
    "document": ("Document name", "Nazwa dokumentu", "Dokumentname"),
    "code": ("Code", "Kod"),
    "text": ("Segment", "Fragment"),
}
_OPTIONAL = {
    "group": ("Document group", "Grupa dokumentów", "Dokumentgruppe"),
    "coder": ("Created by", "Author", "Autor", "Erstellt von"),
    "start": ("Beginning", "Początek", "Anfang"),
    "end": ("End", "Koniec", "Ende"),
    "created": ("Created", "Creation date", "Data utworzenia", "Erstellungsdatum"),
}


def read(path: str, settings: ExportSettings, remark: Remarks) -> Iterator[RawCoding]:
    """Yield the codings of a table of coded segments; `start` and `end` are paragraph numbers."""
    sheet = spreadsheets.read(path)
    heading = {role: sheet.require(*names) for role, names in _REQUIRED.items()}
    heading |= {role: name for role, names in _OPTIONAL.items() if (name := sheet.column(*names))}
    separator = settings.separator or SEPARATOR
    for record in sheet.records:
        field = {role: record.fields[name] for role, name in heading.items()}
        yield RawCoding(
            locator=record.locator,
            document=field["document"],
            code_path=tuple(field["code"].split(separator)),
            text=field["text"],
            start=_paragraph(field.get("start")),
            end=_paragraph(field.get("end")),
            coder=field.get("coder") or None,
            told_apart_by=field.get("created"),
            document_groups=(field["group"],) if field.get("group") else (),
            variables={name: value for name, value in record.fields.items() if value},
        )


def _paragraph(number: str | None) -> int | None:
    return int(number) if number and number.isdecimal() else None
