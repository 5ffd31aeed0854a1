"""Files that are no exports, and how to get an export of what they hold: for those who took the wrong file."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from crosscase.messages.suggestions import locked_by

_HEAD = 100  # bytes
_AS_TABLE = "In the tool, export the coded segments as an Excel table, or the project as REFI-QDA (.qdpx)"
_OF_A_TOOL = "export it from there as REFI-QDA (.qdpx), or its coded segments as an Excel table"
_BY_BEGINNING = {
    b"%PDF": f"a PDF file. {_AS_TABLE}",
    b"{\\rtf": f"a text document (RTF). {_AS_TABLE}",
    b"\x89PNG": f"a picture. {_AS_TABLE}",
    b"\xff\xd8\xff": f"a picture. {_AS_TABLE}",
    b"<!doctype html": f"a web page. {_AS_TABLE}",
    b"<html": f"a web page. {_AS_TABLE}",
    b"version https://git-lfs": "a pointer of Git LFS. Fetch the file itself with `git lfs pull`",
    b"[internetshortcut]": "a shortcut to a page. Download the file itself",
    b"{": "a text in JSON. If it is a shortcut to a table online, download the table as .xlsx",
}
_BY_ENDING = {
    **dict.fromkeys((".mx", ".mx12", ".mx18", ".mx20", ".mx22", ".mx24", ".mx26"), "MAXQDA"),
    **dict.fromkeys((".nvp", ".nvpx", ".nvcx"), "NVivo"),
    **dict.fromkeys((".atlproj", ".atlcb", ".atlproj23"), "ATLAS.ti"),
}
_DOCUMENT = "word/document.xml"
_DAMAGED = "copy it again, or export it again from its tool."


def advice(path: str, members: Sequence[str]) -> str:
    """What a file is, if it is of a kind that no tool exports codings in, and what to do; else nothing.

    `members` are the names in an archive that is not a workbook.
    """
    file = Path(path)
    if locked := locked_by(file):
        return f"It is what a program keeps while another file is open: name {Path(locked).name}."
    if tool := _BY_ENDING.get(file.suffix.casefold()):
        return f"It is a project of {tool}: {_OF_A_TOOL}."
    if _DOCUMENT in members:
        return f"It is a Word document. {_AS_TABLE}."
    if members and not any(name.endswith(".qde") for name in members):
        return "It is an archive: unpack it, and name the files in it."
    with file.open("rb") as stream:
        head = stream.read(_HEAD).lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith(b"pk") and not zipfile.is_zipfile(path):
        return f"It is the beginning of a workbook, a project (.qdpx) or an archive, and its end is lost: {_DAMAGED}"
    if head.startswith(b"sqlite format 3"):
        return f"It is a database (SQLite), damaged or of a tool that crosscase does not read: {_DAMAGED}"
    kind = next((kind for begin, kind in _BY_BEGINNING.items() if head.startswith(begin.lower())), "")
    return f"It is {kind}." if kind else ""
