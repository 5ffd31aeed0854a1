"""Taguette: the codebook as CSV or XLSX, `tag`, `description` and the number of highlights.

Levels are a convention of the team, as in the highlights: without a separator a tag is one name.
"""

from collections.abc import Iterator

from crosscase.codebooks import plain_passages
from crosscase.codebooks.listed import ListedCode, Source
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import spreadsheet


def recognise(look: Look) -> Likeness:
    """A table with a tag and its description, and without headings of codings."""
    alike = look.has_headings(["tag"], ["description"]) and not plain_passages.are_beside(look.headings)
    return Likeness(1.0, "it has the headings of Taguette's codebook") if alike else Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the tags in the order of the rows."""
    sheet = spreadsheet.read(source.path, limits=source.limits)
    tag, description = sheet.require("tag"), sheet.require("description")
    for record in sheet.records:
        path = split_levels((record.fields[tag],), source.separator)
        yield ListedCode(path, record.fields[description], None, record.locator)
