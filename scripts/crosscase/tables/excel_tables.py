"""The tables of a study as one Excel workbook: a sheet for each table, and one with a row for each cell.

1. Numbers are numbers, marks and words are text: no word of the study is ever a formula or a link.
2. Heads and labels stay in view; marks have a colour by a condition, so that an edited mark changes it.
3. The sheet of cells is a list to filter and to count again: state, participants, interviewed, share, segments.
"""

import math
import re
from collections.abc import Sequence
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from crosscase.labels.labels import Labels
from crosscase.storage import office_files
from crosscase.tables.domain_tables import Table
from crosscase.tables.study_tables import Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_LONGEST_NAME = 31  # of a sheet, by Excel
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PRESENT, _NOT_CODED = "#D9E6F1", "#E6E6E6"
_LABELS, _COLUMN = 44, 9  # widths, in letters
_DIGITS = 4  # of a share
_LINE = 15  # height of a line, in points


def render(tables: Sequence[Table], cells: Sheet) -> bytes:
    """The workbook of all tables. `cells`: a row for each cell of the study, as the tidy CSV files have them."""
    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.theme_xml = office_files.without_fonts_of_scripts(book.theme_xml)
    first = tables[0]
    book.set_properties({"title": first.study, "subject": first.warning, "created": office_files.CREATED})
    names = {"history"}  # a name that Excel keeps for itself
    for number, table in enumerate(tables, 1):
        _Page(book, book.add_worksheet(_sheet_name(table.caption, names))).fill(table, number)
    _fill_list(book, book.add_worksheet(_sheet_name(first.words("cells"), names)), cells, first.words)
    book.close()
    return office_files.same_bytes(stream.getvalue())


class _Page:
    """A sheet with one table."""

    def __init__(self, book: "Workbook", sheet: Any) -> None:
        self._sheet = sheet
        self._bold = book.add_format({"bold": True})
        self._title = book.add_format({"italic": True})
        self._heads = book.add_format({"bold": True, "align": "center", "text_wrap": True, "top": 1, "bottom": 1})
        self._first = book.add_format({"bold": True, "text_wrap": True, "top": 1, "bottom": 1})
        self._text = book.add_format({"text_wrap": True, "valign": "vcenter"})
        middle = {"align": "center", "valign": "vcenter"}
        self._entry = book.add_format(middle)
        self._decimal = book.add_format({**middle, "num_format": "0.0"})
        self._levels = [self._text, *(book.add_format({"text_wrap": True, "indent": level}) for level in range(1, 7))]
        self._present = book.add_format({"bg_color": _PRESENT})
        self._not_coded = book.add_format({"bg_color": _NOT_CODED, "italic": True})

    def fill(self, table: Table, number: int) -> None:
        """Write number, title, head, rows and notes."""
        sheet = self._sheet
        sheet.set_column(0, 0, _LABELS)
        sheet.set_column(1, len(table.headings), _COLUMN)
        sheet.write_string(0, 0, f"{table.words('table')} {number}", self._bold)
        sheet.write_string(1, 0, table.caption, self._title)
        sheet.write_string(2, 0, table.first, self._first)
        for place, heading in enumerate(table.headings, 1):
            sheet.write_string(2, place, "\n".join(filter(None, (heading.text, heading.below))), self._heads)
        row = 3
        for section in table.sections:
            if section.heading:
                sheet.write_string(row, 0, section.heading, self._bold)
                row += 1
            for line in section.lines:
                sheet.write_string(row, 0, line.label, self._levels[min(line.level, 6)])
                for place, entry in enumerate(line.entries, 1):
                    text = entry.text.replace(table.words("decimal"), ".")
                    style = self._decimal if "." in text else self._entry
                    _write(sheet, row, place, text if _NUMBER.fullmatch(text) else entry.text, style)
                row += 1
        self._colour(table, row)
        sheet.freeze_panes(3, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for note in filter(None, [table.warning, *table.notes]):
            row += 1
            self._note(row, note, len(table.headings))

    def _note(self, row: int, note: str, columns: int) -> None:
        """Write a note over the width of the table, in as many lines as it needs."""
        lines = math.ceil(len(note) / (_LABELS + _COLUMN * columns))
        self._sheet.merge_range(row, 0, row, max(1, columns), "", self._text)
        self._sheet.write_string(row, 0, note, self._text)
        self._sheet.set_row(row, _LINE * lines)

    def _colour(self, table: Table, end: int) -> None:
        """Give the marks their colours by a condition."""
        area = (3, 1, max(3, end - 1), max(1, len(table.headings)))
        for mark, style in (("x", self._present), (table.words("mark_not_coded"), self._not_coded)):
            condition = {"type": "cell", "criteria": "==", "value": _quoted(mark), "format": style}
            self._sheet.conditional_format(*area, condition)


def _fill_list(book: "Workbook", sheet: Any, cells: Sheet, words: Labels) -> None:
    """The list of all cells, with the share of participants."""
    bold, share = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "0%"})
    heads = [*cells.header, words("share")]
    rows = list(cells.rows)
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, bold)
    for number, row in enumerate(rows, 1):
        known = dict(zip(cells.header, row, strict=True))
        for place, value in enumerate(row):
            _write(sheet, number, place, "" if value is None else str(value), None, isinstance(value, int))
        raised, interviewed = known["participants"], known["interviewed"]
        if isinstance(raised, int) and isinstance(interviewed, int) and interviewed:
            sheet.write_number(number, len(row), round(raised / interviewed, _DIGITS), share)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 2, _LABELS / 2)  # domain, code and label
    sheet.set_column(3, len(heads) - 1, 14)


def _write(sheet: Any, row: int, place: int, text: str, style: Any, numeric: bool = True) -> None:
    """A number as a number, everything else as text."""
    if numeric and _NUMBER.fullmatch(text):
        sheet.write_number(row, place, float(text), style)
    elif text:
        sheet.write_string(row, place, text, style)


def _sheet_name(caption: str, taken: set[str]) -> str:
    """A name that Excel accepts, and that no sheet has; Excel does not tell capitals apart."""
    name = _FORBIDDEN.sub(" ", caption)
    for number in count(1):
        end = f" {number}" if number > 1 else ""
        short = name[: _LONGEST_NAME - len(end)].strip(" '") + end
        if short.strip() and short.casefold() not in taken:
            taken.add(short.casefold())
            return short
    raise AssertionError("numbers do not end")


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
