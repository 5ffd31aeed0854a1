"""Taguette: the highlights as CSV or XLSX, `id,document,tag,content`; one row for each highlight and tag.

Without `id`, which people remove, rows that are equal in all that is left are one coding.
"""

from collections.abc import Iterator

from crosscase.readers import columns
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding


def recognise(look: Look) -> Likeness:
    """The highlights have four headings and no others; people may have removed `id`."""
    alike = look.headings | {"id"} == {"id", "document", "tag", "content"}
    return Likeness(1.0, "it has the headings of Taguette's highlights") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a table of highlights. Highlights without a tag are not codings."""
    sheet = columns.table(export)
    export.notes.tool = "Taguette"
    document, tag, content = map(sheet.require, ("document", "tag", "content"))
    number = sheet.column("id")
    columns.note_unread(export, sheet, filter(None, (document, tag, content, number)))
    variables_of = columns.variables_of_records(export, sheet)
    for record in sheet.records:
        if not record.fields[tag]:
            export.notes.without_code.append(record.locator)
            export.notes.documents.add(record.fields[document])
        else:
            highlight = record.fields[number] if number else ""
            yield RawCoding(
                locator=f"{record.locator}, highlight {highlight}" if highlight else record.locator,
                document=record.fields[document],
                code_path=split_levels((record.fields[tag],), export.settings.separator),
                text=record.fields[content],
                distinguished_by=highlight,
                variables=variables_of(record.fields),
            )
