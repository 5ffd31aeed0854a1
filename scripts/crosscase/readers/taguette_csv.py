"""Taguette: the highlights as CSV or XLSX, `id,document,tag,content`; one row for each highlight and tag."""

from collections.abc import Iterator

from crosscase.readers import columns
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding
from crosscase.readers.taguette_database import tag_path


def recognise(look: Look) -> Likeness:
    """The highlights have four headings and no others."""
    alike = look.headings == {"id", "document", "tag", "content"}
    return Likeness(1.0, "it has the headings of Taguette's highlights") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a table of highlights. Highlights without a tag are not codings."""
    sheet = columns.table(export)
    export.notes.tool = "Taguette"
    number, document, tag, content = map(sheet.require, ("id", "document", "tag", "content"))
    for record in sheet.records:
        if not record.fields[tag]:
            export.notes.without_code.append(record.locator)
            export.notes.documents.add(record.fields[document])
        else:
            yield RawCoding(
                locator=f"{record.locator}, highlight {record.fields[number]}",
                document=record.fields[document],
                code_path=tag_path(record.fields[tag], export.settings.separator),
                text=record.fields[content],
                distinguished_by=record.fields[number],
            )
