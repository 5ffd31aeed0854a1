"""The XML of an XLSX as far as the library that reads workbooks does not show it: files of sheets, error values.

Source: ECMA-376, SpreadsheetML: `sheet` in `xl/workbook.xml`, its relationship, and cells `c` of the type `e`.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import normpath

from crosscase.spreadsheets.column_letters import place_of
from crosscase.storage.zip_files import Archive

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]{0,200}\bt=["']e["'])[^>]{0,200}?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]{0,200}>"""
    rb"""(?:(?!</(?:\w+:)?c>).){0,2000}?<(?:\w+:)?v>([^<]{1,20})<""",
    re.DOTALL,
)
_END_OF_ROW = b"row>"  # with any prefix
_WORKBOOK, _RELATIONSHIPS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def path_of(archive: Archive, sheet: str | None) -> str | None:
    """The path of a sheet (None: the first) in the archive of an XLSX; None if there is no such sheet."""
    if not {_WORKBOOK, _RELATIONSHIPS} <= set(archive.names):
        return None
    sheets = [_attributes(match[0]) for match in _SHEET.finditer(_text(archive, _WORKBOOK))]
    chosen = next((found for found in sheets if sheet in (None, found.get("name"))), {})
    for match in _RELATIONSHIP.finditer(_text(archive, _RELATIONSHIPS)):
        target = _attributes(match[0])
        if target.get("Id") == chosen.get("r:id"):
            return normpath(
                f"/xl/{target.get('Target', '')}" if target.get("Target", "")[:1] != "/" else target["Target"]
            )[1:]
    return None


def pieces(archive: Archive, name: str) -> Iterator[bytes]:
    """The XML of a sheet in pieces that end with a row, or with any element where the rows are very long."""
    rest = b""
    for piece in archive.pieces(name):
        rest += piece
        row = rest.rfind(_END_OF_ROW)
        end = row + len(_END_OF_ROW) if row >= 0 else 0
        if len(rest) - end > len(piece):
            end = max(rest.rfind(b"<"), 0) or len(rest)
        yield rest[:end]
        rest = rest[end:]
    yield rest


def error_values(content: bytes) -> Mapping[tuple[int, int], str]:
    """The error values of a sheet, by row and column from 0."""
    if b't="e"' not in content and b"t='e'" not in content:
        return {}
    return {
        (int(line) - 1, place_of(letters.decode())): unescape(value.decode("utf-8", "replace"))
        for letters, line, value in _ERROR.findall(content)
    }


def _text(archive: Archive, name: str) -> str:
    return archive.read(name).decode("utf-8", "replace")


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}
