"""ATLAS.ti: the codebook (`Code`, `Comment`, `Code Group 1` …) or the code manager's list, CSV or XLSX.

1. In the codebook a code is written `Folder: Code` or `Parent::Child`. A name may hold ": " itself, so it is parted
   only where what stands before is listed as a code, too.
2. In the code manager's list a code below another stands one column further to the right, behind "● ".

Source: real exports of 2025, 133 codes.
"""

from crosscase import spreadsheets
from crosscase.codebooks.listed import ListedCode

_JOINTS = (": ", "::")
_BULLET = "● "


def recognise(headings: set[str]) -> bool:
    """A code with a comment and groups."""
    return {"code", "comment"} <= headings and any("group" in heading for heading in headings)


def read(path: str) -> list[ListedCode]:
    """The codes, their comments as definitions."""
    sheet = spreadsheets.read(path)
    comment = sheet.header.index(sheet.require("Comment"))
    rows = [row for _, row in sheet.rows()]
    if any(value.startswith(_BULLET) for row in rows for value in row[:2]):
        return _indented([(list(row), row[comment]) for row in rows])
    code = sheet.header.index(sheet.require("Code"))
    listed = {row[code].strip() for row in rows}
    return [ListedCode(_path(row[code].strip(), listed), row[comment]) for row in rows if row[code].strip()]


def _path(name: str, listed: set[str]) -> tuple[str, ...]:
    for joint in _JOINTS:
        place = name.rfind(joint)
        while place > 0:
            if (folder := name[:place]) in listed:
                return (*_path(folder, listed), name[place + len(joint) :])
            place = name.rfind(joint, 0, place)
    return (name,)


def _indented(rows: list[tuple[list[str], str]]) -> list[ListedCode]:
    found: list[ListedCode] = []
    above: tuple[str, ...] = ()
    for row, definition in rows:
        depth = next((column for column, value in enumerate(row) if value.startswith(_BULLET)), None)
        if depth is not None:
            above = (*above[:depth], row[depth].removeprefix(_BULLET).strip())
            found.append(ListedCode(above, definition))
    return found
