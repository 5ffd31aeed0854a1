"""Taguette: the codebook as CSV or XLSX, `tag` and `description`. A tag is one name: its levels are a convention."""

from crosscase import spreadsheets
from crosscase.codebooks.listed import ListedCode


def recognise(headings: set[str]) -> bool:
    """Tags with descriptions."""
    return {"tag", "description"} <= headings


def read(path: str) -> list[ListedCode]:
    """The tags."""
    sheet = spreadsheets.read(path)
    tag, description = sheet.require("tag"), sheet.require("description")
    return [ListedCode((record.fields[tag],), record.fields[description]) for record in sheet.records]
