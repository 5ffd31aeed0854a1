"""Changes of cells in a sheet of a workbook (.xlsx). All else, also lists to choose from, keeps its form.

The sheet's XML is changed as text. A library that reads a workbook and writes it again loses what it does not know,
such as lists to choose from that Excel keeps in an extension.
"""

import io
import re
import zipfile
from collections.abc import Collection, Mapping, Sequence
from xml.sax.saxutils import escape

from crosscase.messages.errors import Problem, StudyError
from crosscase.spreadsheets import workbook_sheets
from crosscase.spreadsheets.column_letters import letters_of, place_of
from crosscase.storage import zip_files
from crosscase.storage.limits import DEFAULT

_SAVE_AGAIN = "Open it in a spreadsheet, save it as a workbook (.xlsx), and run the command again."
_ROW = re.compile(r"<row\b(?P<attributes>[^>]*?)(?:/>|>(?P<cells>.*?)</row>)", re.DOTALL)
_CELL = re.compile(r"<c\b(?P<attributes>[^>]*?)(?:/>|>(?P<content>.*?)</c>)", re.DOTALL)
_PLACE = re.compile(r'\br="([A-Z]{0,3})(\d+)"')
_STYLE = re.compile(r'\bs="\d+"')
_SHEET_DATA = re.compile(r"<sheetData\s*/>|<sheetData\b[^>]*>(?P<rows>.*?)</sheetData>", re.DOTALL)
# Of drop-down lists and conditional formats, of the filter, and of all cells; not those of merged cells.
_RANGES = re.compile(r'(?P<before>\bsqref="|<xm:sqref>|<(?:dimension|autoFilter) ref=")(?P<ranges>[A-Z0-9: $]+)')
_RANGE = re.compile(r"([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)")
_NOT_IN_XML = re.compile("[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
Cells = dict[int, str]  # the XML of each cell by its column


def edited(
    path: str,
    cells: Mapping[tuple[int, int], str],
    added: Sequence[Sequence[str]],
    removed: Collection[int],
    sheet: str | None = None,
) -> bytes:
    """The workbook with these cells, with further rows below the last one that has a value, and without others.

    All of them are in one sheet (None: the first). Raises StudyError if the workbook is not written as spreadsheets
    write it, or a cell to change has a formula.
    """
    with zip_files.opened(path, "a workbook", DEFAULT) as archive:
        contents = {name: archive.read(name) for name in archive.names}
        part = workbook_sheets.path_of(archive, sheet)
    if part not in contents:
        raise _unknown_form(path)
    try:
        xml = contents[part].decode("utf-8")
    except UnicodeDecodeError:
        raise _unknown_form(path) from None
    contents[part] = _Sheet(path, xml).edited(cells, added, removed).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in contents.items():
            written.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _unknown_form(path: str) -> StudyError:
    return StudyError(Problem(path, "", "its sheet is not written as spreadsheets write it", _SAVE_AGAIN))


class _Sheet:
    """The XML of a sheet, and its cells by row."""

    def __init__(self, path: str, xml: str) -> None:
        self._path, self._xml = path, xml
        data = _SHEET_DATA.search(xml)
        if not data:
            raise _unknown_form(path)
        self._span = data.span()
        self._attributes: dict[int, str] = {}
        self._rows: dict[int, Cells] = {}
        for row in _ROW.finditer(data["rows"] or ""):
            place = _PLACE.search(row["attributes"])
            if not place or place[1]:
                raise _unknown_form(path)
            self._attributes[int(place[2])] = row["attributes"]
            self._rows[int(place[2])] = dict(map(self._cell, _CELL.finditer(row["cells"] or "")))

    def _cell(self, cell: re.Match[str]) -> tuple[int, str]:
        place = _PLACE.search(cell["attributes"])
        if not place or not place[1]:
            raise _unknown_form(self._path)
        return place_of(place[1]), cell[0]

    def edited(
        self, cells: Mapping[tuple[int, int], str], added: Sequence[Sequence[str]], removed: Collection[int]
    ) -> str:
        """The XML with the changes; ranges that end with the last row are extended to the new last row."""
        for row in removed:
            for column in self._rows.get(row, {}):
                self._set(row, column, "")
        for (row, column), value in cells.items():
            self._set(row, column, value)
        last = max((row for row, of_row in self._rows.items() if any(map(_has_value, of_row.values()))), default=0)
        for number, values in enumerate(added, last + 1):
            for column, value in enumerate(values):
                if value:
                    self._set(number, column, value, self._rows.get(last, {}).get(column, ""))
        rows = "".join(self._row(number) for number in sorted(self._rows))
        start, end = self._span
        before, after = (_extended(part, last, last + len(added)) for part in (self._xml[:start], self._xml[end:]))
        return f"{before}<sheetData>{rows}</sheetData>{after}"

    def _set(self, row: int, column: int, value: str, like: str = "") -> None:
        """Set the value of a cell; a new cell has the style of the one that it is `like`."""
        former = self._rows.setdefault(row, {}).get(column, "")
        if "<f" in former:
            place, remedy = (
                f"cell {letters_of(column)}{row}",
                "Write its value there instead, and run the command again.",
            )
            raise StudyError(Problem(self._path, place, "it has a formula", remedy))
        style = _STYLE.search((former or like).partition(">")[0])
        attributes = f'r="{letters_of(column)}{row}"' + (f" {style[0]}" if style else "")
        text = f'<is><t xml:space="preserve">{escape(_NOT_IN_XML.sub("", value))}</t></is>'
        self._rows[row][column] = f'<c {attributes} t="inlineStr">{text}</c>' if value else f"<c {attributes}/>"

    def _row(self, number: int) -> str:
        attributes = re.sub(r'\s*\bspans="[^"]*"', "", self._attributes.get(number, f' r="{number}"'))
        of_row = self._rows[number]
        return f"<row{attributes}>{''.join(of_row[column] for column in sorted(of_row))}</row>"


def _has_value(cell: str) -> bool:
    return "<v" in cell or "<is" in cell


def _extended(xml: str, last: int, new: int) -> str:
    """The XML around the rows with the ranges that end in the last row ending in the new last row."""

    def extend(found: re.Match[str]) -> str:
        ranges = _RANGE.sub(
            lambda r: f"{r[1]}{r[2]}:{r[3]}{new}" if int(r[4]) == last and int(r[2]) <= last else r[0], found["ranges"]
        )
        return found["before"] + ranges

    return _RANGES.sub(extend, xml) if new > last else xml
