"""Tidy tables: one row a coding, the columns named in `study.yaml`."""

from collections.abc import Iterator

from crosscase import spreadsheets
from crosscase.readers import columns
from crosscase.readers.raw import Export, RawCoding, unreadable

SEPARATOR = " > "


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a table by the column mapping of its settings."""
    sheet = spreadsheets.read(export.path)
    heading = {role: sheet.require(name) for role, name in export.settings.columns.items()}

    def offset(number: str, locator: str) -> int | None:
        if number and not number.isdecimal():
            raise unreadable(
                export.path,
                "an offset is no whole number",
                "Correct it, or take the column out of the mapping.",
                locator,
            )
        return int(number) if number else None

    return columns.read(sheet, heading, export.settings.separator or SEPARATOR, offset)
