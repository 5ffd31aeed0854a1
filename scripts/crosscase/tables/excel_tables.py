"""The tables of a study as an Excel workbook: a sheet for each table, and one with a row for each cell.

1. Numbers are numbers, marks and words are text: no word of the study is ever a formula or a link.
2. Heads and labels stay in view; marks have a colour by a condition, so that an edited mark changes it.
3. The sheet of cells is a list to filter and to count again: state, participants, interviewed, segments, share
   with its interval.
"""

import math
import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from crosscase.labels.labels import Labels
from crosscase.storage import office_files
from crosscase.tables.domain_tables import Line, Table
from crosscase.tables.study_tables import Sheet

Intervals = Mapping[tuple[str, str], tuple[float | None, float | None]]  # by code and group

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_LONGEST_NAME = 31  # of a sheet, by Excel
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PRESENT, _NOT_CODED = "#D9E6F1", "#E6E6E6"
_LABELS, _COLUMN = 48, 9  # widths, in letters
_A4 = 9  # Excel's number of this paper
_NUMBERS = ("participants", "interviewed", "segments")  # columns of the list of cells
# ASSUME: with more letters on a page of A4 on its side they are smaller than 5 points.
_PAPER = 220
_DIGITS = 4  # of a share
_GROUP = 2  # columns behind the code, in the list of cells
_SHOWN_DIGITS = (1, 2)  # behind the point, of a number in a table
_BETWEEN = 2  # letters between columns of words
_LINE = 15  # height of a line, in points
_MOST_LINES = 27  # of a row, by Excel
_BOLD = 1.1  # how much wider a bold letter is


def render(tables: Mapping[int, Table], cells: Sheet | None = None, intervals: Intervals | None = None) -> bytes:
    """The workbook of some tables, by their numbers. `cells`: a row for each cell, as the tidy CSV files have them.

    `intervals`: those of the shares, by code and group; without them the list of cells has no columns for them.
    """
    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.theme_xml = office_files.without_fonts_of_scripts(book.theme_xml)
    first = next(iter(tables.values()))
    book.set_properties({"title": first.study, "subject": first.warning, "created": office_files.CREATED})
    names = {"history"}  # a name that Excel keeps for itself
    for number, table in tables.items():
        _Page(book, book.add_worksheet(_sheet_name(table.caption, names))).fill(table, number)
    if cells is not None:
        sheet = book.add_worksheet(_sheet_name(first.words("cells"), names))
        _fill_list(book, sheet, cells, intervals, first.words)
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
        above = {"valign": "top"}
        self._text = book.add_format({"text_wrap": True, **above})
        middle = {"align": "center", **above}
        self._entry = book.add_format({"text_wrap": True, **middle})
        self._decimals = {
            digits: book.add_format({**middle, "num_format": f"0.{'0' * digits}"}) for digits in _SHOWN_DIGITS
        }
        label = {"text_wrap": True, "align": "left", **above}
        further = [book.add_format({"indent": level, **label}) for level in range(1, 7)]
        self._levels = [self._text, *further]
        self._present = book.add_format({"bg_color": _PRESENT})
        self._not_coded = book.add_format({"bg_color": _NOT_CODED, "italic": True})

    def fill(self, table: Table, number: int) -> None:
        """Write number, title, head, rows and notes."""
        sheet = self._sheet
        widths = [_LABELS, *_widths(table)]
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.write_string(0, 0, f"{table.words('table')} {number}", self._bold)
        sheet.write_string(1, 0, table.caption, self._title)
        sheet.write_string(2, 0, table.first, self._first)
        for place, heading in enumerate(table.headings, 1):
            style = self._first if heading.letters else self._heads
            sheet.write_string(2, place, "\n".join(filter(None, (heading.text, heading.below))), style)
        heads = [heading.text for heading in table.headings]
        self._heighten(2, [table.first, *heads], widths, further=any(heading.below for heading in table.headings))
        row = 3
        for section in table.sections:
            if section.heading:
                sheet.write_string(row, 0, section.heading, self._bold)
                row += 1
            for line in section.lines:
                sheet.write_string(row, 0, line.label, self._levels[min(line.level, 6)])
                most = max((len(entry.lines) for entry in line.entries), default=1)
                self._heighten(row, [line.label, *_wrapping(line, table)], widths, least=most)
                for place, (entry, heading) in enumerate(zip(line.entries, table.headings, strict=False), 1):
                    if heading.letters:
                        _write(sheet, row, place, entry.text, self._text, numeric=False)
                    else:
                        self._write_entry(row, place, "\n".join(entry.lines), table.words("decimal"))
                row += 1
        self._colour(table, row)
        sheet.freeze_panes(3, 1)
        sheet.repeat_rows(2)
        _on_paper(sheet, _pages_beside(widths))
        sheet.repeat_columns(0)
        for note in filter(None, [table.warning, *table.notes]):
            row += 1
            self._note(row, note, widths)

    def _heighten(
        self, row: int, texts: Sequence[str], widths: Sequence[int], further: int = 0, least: int = 1
    ) -> None:
        """Give a row the height of its lines: not every program does that where a text wraps."""
        lines = max(least, *(_lines(text, width) for text, width in zip(texts, widths, strict=False))) + further
        if lines > 1:
            self._sheet.set_row(row, _LINE * min(lines, _MOST_LINES))

    def _write_entry(self, row: int, place: int, text: str, decimal: str) -> None:
        """A mark as text, a number as a number with its decimals."""
        number = text.replace(decimal, ".")
        is_number = bool(_NUMBER.fullmatch(number))
        digits = len(number.partition(".")[2]) if is_number else 0
        _write(self._sheet, row, place, number if is_number else text, self._decimals.get(digits, self._entry))

    def _note(self, row: int, note: str, widths: Sequence[int]) -> None:
        """Write a note over the width of the table, or of its first page, in as many lines as it needs."""
        last = (len(widths) - 1) // _pages_beside(widths)
        self._sheet.merge_range(row, 0, row, last, "", self._text)
        self._sheet.write_string(row, 0, note, self._text)
        self._sheet.set_row(row, _LINE * min(_lines(note, sum(widths[: last + 1])), _MOST_LINES))

    def _colour(self, table: Table, end: int) -> None:
        """Give the marks their colours by a condition."""
        area = (3, 1, max(3, end - 1), max(1, len(table.headings)))
        for mark, style in (("x", self._present), (table.words("mark_not_coded"), self._not_coded)):
            condition = {"type": "cell", "criteria": "==", "value": _quoted(mark), "format": style}
            self._sheet.conditional_format(*area, condition)


def _widths(table: Table) -> list[int]:
    """The width of each column of entries, in letters: it has room for the longest, but words wrap."""
    heads = [max(map(len, [*heading.text.split(" "), heading.below])) for heading in table.headings]
    widths = [max(_COLUMN, math.ceil(_BOLD * letters) + 1) for letters in heads]
    for line in (line for section in table.sections for line in section.lines):
        for place, (entry, heading) in enumerate(zip(line.entries, table.headings, strict=False)):
            widths[place] = (
                heading.letters + _BETWEEN
                if heading.letters
                else max(widths[place], *(len(text) + 1 for text in entry.lines))
            )
    return widths


def _wrapping(line: Line, table: Table) -> list[str]:
    """The words of a row, and nothing in the place of its marks and numbers."""
    return [entry.text if heading.letters else "" for entry, heading in zip(line.entries, table.headings, strict=False)]


def _on_paper(sheet: Any, pages: int) -> None:
    """On paper a sheet is so many pages wide, on its side."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(pages, 0)


def _pages_beside(widths: Sequence[int]) -> int:
    """How many pages a table takes from left to right on paper, where each begins with the labels."""
    return max(1, math.ceil(sum(widths[1:]) / (_PAPER - widths[0])))


def _lines(text: str, width: int) -> int:
    return max(1, math.ceil(len(text) / width))


def _fill_list(book: "Workbook", sheet: Any, cells: Sheet, intervals: Intervals | None, words: Labels) -> None:
    """The list of all cells, with the share of participants and its interval."""
    bold, share = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "0%"})
    ends = [] if intervals is None else [f"{words('interval_95')} {end}" for end in ("low", "high")]
    heads = [*cells.header, words("share"), *ends]
    rows = list(cells.rows)
    numbers = book.add_format({"bold": True, "bottom": 1, "align": "right"})
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, numbers if place >= len(cells.header) or head in _NUMBERS else bold)
    for number, row in enumerate(rows, 1):
        known = dict(zip(cells.header, row, strict=True))
        for place, value in enumerate(row):
            _write(sheet, number, place, "" if value is None else str(value), None, isinstance(value, int))
        raised, interviewed = known["participants"], known["interviewed"]
        if isinstance(raised, int) and isinstance(interviewed, int) and interviewed:
            sheet.write_number(number, len(row), round(raised / interviewed, _DIGITS), share)
        code, group = (str(row[cells.header.index("code") + place]) for place in (0, _GROUP))
        for place, end in enumerate((intervals or {}).get((code, group), ()), len(row) + 1):
            if end is not None:
                sheet.write_number(number, place, round(end, _DIGITS), share)
    _on_paper(sheet, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
    sheet.freeze_panes(1, 0)
    for place, head in enumerate(heads):
        longest = max((len(str(row[place])) for row in rows if place < len(row)), default=0)
        needed = max(longest, math.ceil(_BOLD * len(head))) + _BETWEEN
        sheet.set_column(place, place, min(max(needed, _COLUMN), _LABELS))


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
