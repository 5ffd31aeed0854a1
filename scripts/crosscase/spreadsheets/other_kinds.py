"""Files of another kind than is wanted, and how to get what is wanted from them: for those who took the wrong file."""

import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crosscase.messages.errors import ReadError
from crosscase.messages.suggestions import locked_by
from crosscase.storage import bounded_reading, zip_files
from crosscase.storage.limits import DEFAULT

WORKBOOK = ("xl/workbook.xml", "content.xml", "xl/workbook.bin")
_LOOKED_AT = 2**20  # bytes
_PACKED = (bounded_reading.ZIP, bounded_reading.OLE, bounded_reading.DATABASE, bounded_reading.PARQUET)
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # marks of UTF-16
_CONTROLS = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n\v\f\r\x1a\x1b")
_FEWEST_CONTROLS = 0.05  # share of bytes; random ones have twice as many, a text with a damaged line has fewer
_BY_BEGINNING = {
    b"%PDF": "a PDF file",
    b"{\\rtf": "a text document (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}
_ELSEWHERE = {  # the file itself lies elsewhere, whatever it is wanted for
    b"version https://git-lfs": "a pointer of Git LFS. Fetch the file itself with `git lfs pull`",
    b"[internetshortcut]": "a shortcut to a page. Download the file itself",
    b"{": "a text in JSON. If it is a shortcut to a table online, download the table as .xlsx",
}
_BY_ENDING = {
    **dict.fromkeys((".mx", ".mx12", ".mx18", ".mx20", ".mx22", ".mx24", ".mx26"), "MAXQDA"),
    **dict.fromkeys((".nvp", ".nvpx", ".nvcx"), "NVivo"),
    **dict.fromkeys((".atlproj", ".atlcb", ".atlproj23"), "ATLAS.ti"),
}
_DOCUMENT, _OF_REFI = "word/document.xml", (".qde", ".qdc")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is wanted for: how to get it from what is no table, from a tool's project, and once more."""

    as_table: str
    from_project: str
    again: str


EXPORT = Wanted(
    "In the tool, export the coded segments as an Excel table, or the project as REFI-QDA (.qdpx)",
    "export it from there as REFI-QDA (.qdpx), or its coded segments as an Excel table",
    "copy it again, or export it again from its tool",
)
LIST = Wanted(
    'Write the list in a spreadsheet, and save it as "CSV UTF-8" or as a workbook',
    "write the list in a spreadsheet",
    'copy it again, or write it again and save it as "CSV UTF-8" or as a workbook',
)
CODEBOOK = Wanted(
    "In the tool, export the list of codes as a table or as REFI-QDA (.qdc)",
    "export its list of codes from there as a table or as REFI-QDA (.qdc)",
    "copy it again, or export or save it again",
)


def advice(path: str, wanted: Wanted, members: tuple[str, ...] | None = None) -> str:
    """What a file is, if it is of a kind that is never wanted, and what to do; else nothing.

    `members` are the names in an archive that is not a workbook, if they are known.
    """
    file = Path(path)
    if locked := locked_by(file):
        return f"It is what a program keeps while another file is open: name {Path(locked).name}."
    if tool := _BY_ENDING.get(file.suffix.casefold()):
        return f"It is a project of {tool}: {wanted.from_project}."
    inside = _other_than_workbook(names_in_archive(path)) if members is None else members
    if _DOCUMENT in inside:
        return f"It is a Word document. {wanted.as_table}."
    if inside and not any(name.endswith(_OF_REFI) for name in inside):
        return "It is an archive: unpack it, and name the files in it."
    if inside and wanted is LIST:
        return f"It is a REFI-QDA project. {wanted.as_table}."
    with file.open("rb") as stream:
        content = stream.read(_LOOKED_AT)
    head = content.lstrip(b"\xef\xbb\xbf \r\n\t")[: _longest()].lower()
    if head.startswith(b"pk") and not zipfile.is_zipfile(path):
        what = "It is the beginning of a workbook, a project (.qdpx) or an archive, and its end is lost"
        return f"{what}: {wanted.again}."
    if head.startswith(b"sqlite format 3"):
        return f"It is a database (SQLite), damaged or of a tool that crosscase does not read: {wanted.again}."
    if kind := next((kind for begin, kind in _BY_BEGINNING.items() if head.startswith(begin.lower())), ""):
        return f"It is {kind}. {wanted.as_table}."
    if kind := next((kind for begin, kind in _ELSEWHERE.items() if head.startswith(begin)), ""):
        return f"It is {kind}."
    return f"It is no text, damaged or of another kind: {wanted.again}." if _is_no_text(content) else ""


def names_in_archive(path: str) -> tuple[str, ...]:
    """The names in an archive; none for another file or a damaged one."""
    with open(path, "rb") as stream:
        if stream.read(len(bounded_reading.ZIP)) != bounded_reading.ZIP:
            return ()
    with suppress(ReadError), zip_files.opened(path, "an archive", DEFAULT) as archive:
        return tuple(archive.names)
    return ()


def has_nuls(content: bytes) -> bool:
    """Whether the beginning of a file has a byte that no text has, in UTF-16 as little as in others."""
    is_wide = content.startswith(_WIDE) or any(2 * half.count(0) > len(half) for half in (content[::2], content[1::2]))
    return b"\0" in content and not is_wide


def _other_than_workbook(names: tuple[str, ...]) -> tuple[str, ...]:
    return () if set(WORKBOOK) & set(names) else names


def _is_no_text(content: bytes) -> bool:
    """Whether so much of a file is no text that no program would show it as one."""
    if content.startswith(_PACKED) or not has_nuls(content):
        return False
    return len(content) - len(content.translate(None, _CONTROLS)) > _FEWEST_CONTROLS * len(content)


def _longest() -> int:
    return max(map(len, (*_BY_BEGINNING, *_ELSEWHERE)))
