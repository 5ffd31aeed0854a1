"""ATLAS.ti: the report of quotations, XLSX of the Windows version or CSV of the Mac and Web versions.

1. One row for each quotation; a quotation without codes is not a coding, and its place is noted.
2. `Codes` has all codes of the quotation. The Windows report puts each on its own line; the CSV joins them
   with ", " and states their number, see `code_cells`. In a table without `Number of Codes` a comma
   is a separator only if no cell has two lines [inferred].
3. A code's name is a path if the codebook has this path (`Folder: Code`, `Parent::Child`), or if it
   contains the `separator` of `study.yaml`.
4. The CSV puts the text into an additional pair of quotes, which is removed.
5. The web version also writes `Document`, `Quotation`, `Codes`, `Comment` alone.
6. `Document Groups` are separated by lines or ", ". Positions are paragraphs. Every column can be used
   as a variable.

Sources: a CSV of the Mac version with 394 quotations; for the Windows headings and line ends, a published
script that reads them. The heading of the groups in the singular is inferred.
"""

import re
from collections.abc import Iterator

from crosscase.readers import columns
from crosscase.readers.code_cells import CodeNames
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding
from crosscase.spreadsheets.spreadsheet import Record

_REQUIRED = {
    "document": ("Document",),
    "codes": ("Codes",),
    "text": ("Quotation Content", "Text Content", "Quotation"),
}
_OPTIONAL = {
    "number": ("ID", "Number"),
    "groups": ("Document Groups", "Document Group"),
    "count": ("Number of Codes",),
    "coder": ("Created by",),
    "start": ("Initial Position",),
    "end": ("Final Position",),
}


def recognise(look: Look) -> Likeness:
    """A report of quotations has ATLAS.ti's headings; `Codes` and a document alone are not enough."""
    further = ("Comment", *_OPTIONAL["number"])  # the short table of the web version has no number
    alike = look.has_headings(*_REQUIRED.values(), further)
    return Likeness(1.0, "it has the headings of ATLAS.ti's report of quotations") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a report of quotations: one for each code of each quotation."""
    sheet = columns.table(export)
    export.notes.tool = "ATLAS.ti"
    heading = {role: sheet.require(*names) for role, names in _REQUIRED.items()}
    heading |= {role: name for role, names in _OPTIONAL.items() if (name := sheet.column(*names))}
    columns.note_unread(export, sheet, heading.values())
    code_names = CodeNames(export.code_paths)
    has_counts = "count" in heading
    commas = has_counts or not any("\n" in record.fields[heading["codes"]].strip() for record in sheet.records)
    for record in sheet.records:
        field = {role: record.fields[name] for role, name in heading.items()}
        names = code_names.split(field["codes"], _number(field.get("count", "")), commas)
        if not names:
            export.notes.without_code.append(record.locator)
            export.notes.documents.add(field["document"])
        for number, name in enumerate(names, 1):
            yield RawCoding(
                locator=f"{_place(record, field)}, code {number}",
                document=field["document"],
                code_path=code_names.path(name, export.settings.separator),
                text=_unquoted(field["text"]) if has_counts else field["text"],
                start=_number(field.get("start", "")),
                end=_number(field.get("end", "")),
                coder=field.get("coder") or None,
                distinguished_by=field.get("number"),
                document_groups=_groups(field.get("groups", "")),
                variables={name: value for name, value in record.fields.items() if value},
                document_id=_document_number(field.get("number", "")),
            )


def _place(record: Record, field: dict[str, str]) -> str:
    number = field.get("number", "")
    return record.locator + (f", quotation {number}" if re.fullmatch(r"\d+:\d+", number) else "")


def _document_number(number: str) -> str:
    """The number of the document in that of a quotation, `2` in `2:28`."""
    return number.partition(":")[0] if re.fullmatch(r"\d+:\d+", number) else ""


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,9}", text.strip()) else None


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _groups(cell: str) -> tuple[str, ...]:
    parts = cell.splitlines() if "\n" in cell.strip() else cell.split(", ")
    return tuple(part.strip() for part in parts if part.strip())
