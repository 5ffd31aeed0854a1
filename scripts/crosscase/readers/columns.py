"""Codings from a table with one row a coding, once it is known which column holds what."""

from collections.abc import Callable, Iterator, Mapping

from crosscase.readers.raw import RawCoding
from crosscase.spreadsheets import Spreadsheet

Place = Callable[[str, str], int | None]  # what stands in a column of places, and where in the file


def read(sheet: Spreadsheet, heading: Mapping[str, str], separator: str, place: Place) -> Iterator[RawCoding]:
    """Yield a coding a row.

    `heading` gives the column of each role: document and code, and if the table has them text, start,
    end, coder, created and document_group. Every column can also be named as a document variable.
    """
    for record in sheet.records:
        field = {role: record.fields[name] for role, name in heading.items()}
        yield RawCoding(
            locator=record.locator,
            document=field["document"],
            code_path=tuple(field["code"].split(separator)),
            text=field.get("text"),
            start=place(field.get("start", ""), record.locator),
            end=place(field.get("end", ""), record.locator),
            coder=field.get("coder") or None,
            told_apart_by=field.get("created"),
            document_groups=(field["document_group"],) if field.get("document_group") else (),
            variables={name: value for name, value in record.fields.items() if value},
        )
