"""Tidy tables: tables that people make by hand or with a script, described in study.yaml.

1. Long: one row for each coding. `columns` in `study.yaml` names the column of each role, or several columns of codes.
   A cell may have several codes, separated by `codes_in_cell`. The codebook resolves names that contain the separator,
   see `code_cells`.
2. Wide: one row for each passage or document, and a column for each code, `code_columns`: headings, in which `*`
   matches any text ("Code: *"). A heading is the code's path, without the text before a `*`. A cell says whether
   the code was given or, if `cells` is `counts`, how often.
"""

import re
from collections.abc import Iterator, Sequence

from crosscase.messages.errors import unreadable
from crosscase.readers import columns
from crosscase.readers.code_cells import CodeNames
from crosscase.readers.code_paths import split_levels
from crosscase.readers.columns import CodePath, Codes
from crosscase.readers.raw import Export, RawCoding
from crosscase.spreadsheets.spreadsheet import Spreadsheet
from crosscase.storage.text_form import fold, without_unseen

SEPARATOR = " > "
_GIVEN = frozenset("x 1 yes true ja tak ano sim sì si ναι ✓ ✔".split())  # noqa: SIM905
_NOT_GIVEN = frozenset("0 - no false nein nee nei nie ne não όχι".split())  # noqa: SIM905
_MOST = 99_999  # codings in one cell


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a table by the column mapping of its settings."""
    sheet = columns.table(export)
    named = {role: name for role, name in export.settings.columns.items() if isinstance(name, str) and role != "code"}
    heading = {role: sheet.require(name) for role, name in named.items()}
    if wide := bool(export.settings.code_columns):
        with_codes = _wide_columns(export, sheet, set(heading.values()))
        codes = _wide(export, sheet, with_codes)
        places = [number for number, _ in with_codes]
    else:
        places = _code_columns(export, sheet)
        codes = columns.codes_in_columns(places, _Cell(export).paths)
    columns.note_unread(export, sheet, [*heading.values(), *(sheet.header[place] for place in places)], True)
    codes = columns.without_errors(export, codes, sheet, places)
    return columns.read(export, sheet, heading, codes, wide=wide)


def _code_columns(export: Export, sheet: Spreadsheet) -> list[int]:
    """The places of the columns of codes: each one that `columns.code` names, or that matches a name with a star."""
    named = export.settings.columns["code"]
    found: dict[int, None] = {}
    for name in [named] if isinstance(named, str) else named:
        matching = [place for place, heading in enumerate(sheet.header) if heading and _code(heading, [name])]
        if "*" not in name or sheet.column(name):
            matching = [sheet.header.index(sheet.require(name))]
        if not matching:
            what = f"no column matches {name!r}"
            raise unreadable(export.path, what, "Correct `columns.code`.", sheet.place(sheet.header_row))
        found |= dict.fromkeys(matching)
    return list(found)


class _Cell:
    """Reads a cell of codes."""

    def __init__(self, export: Export) -> None:
        self._separator = export.settings.separator or SEPARATOR
        self._between = export.settings.codes_in_cell
        self._code_names = CodeNames(export.code_paths, self._between, self._separator) if self._between else None

    def paths(self, cell: str) -> list[CodePath]:
        names = self._code_names.split(cell) if self._code_names else [cell]
        return [split_levels((name,), self._separator) for name in names]


def _wide_columns(export: Export, sheet: Spreadsheet, taken: set[str]) -> list[tuple[int, CodePath]]:
    """The place of each column of a code, and the path of the code."""
    separator = export.settings.separator or SEPARATOR
    found = [
        (number, split_levels((name,), separator))
        for number, heading in enumerate(sheet.header)
        if heading and heading not in taken and (name := _code(heading, export.settings.code_columns))
    ]
    if not found:
        what = "no column matches `code_columns`"
        raise unreadable(export.path, what, "Correct them in config/study.yaml.", sheet.place(sheet.header_row))
    export.notes.code_paths.update(path for _, path in found)
    export.notes.variables -= {sheet.header[number] for number, _ in found}
    return found


def _wide(export: Export, sheet: Spreadsheet, found: Sequence[tuple[int, CodePath]]) -> Codes:
    how_often = _count if export.settings.cells == "counts" else _mark

    def of_row(number: int, row: Sequence[str]) -> list[tuple[str, CodePath]]:
        codes = []
        for column, path in found:
            times = how_often(row[column].strip())
            place = f", column {column + 1}"
            if times is None:
                what = f"a cell of a code is {'not a count' if how_often is _count else 'neither a mark nor empty'}"
                remedy = "Write x or 1 if the code was given, leave the cell empty if not, or set `cells: counts`."
                raise unreadable(export.path, what, remedy, sheet.place(number) + place)
            codes += [(f"{place}, {time} of {times}" if times > 1 else place, path) for time in range(1, times + 1)]
        return codes

    return of_row


def _code(heading: str, patterns: Sequence[str]) -> str:
    """The code's name in a heading, or nothing if it is not a column of a code."""
    heading = without_unseen(heading)
    for pattern in map(without_unseen, patterns):
        before, star, behind = pattern.partition("*")
        match = re.fullmatch(
            re.escape(before) + ("(.+)" if star else "()") + re.escape(behind), heading, re.DOTALL | re.IGNORECASE
        )
        if match:
            return match[1].strip() if star else heading
    return ""


def _mark(cell: str) -> int | None:
    folded = fold(cell)
    if (number := columns.whole_number(cell)) in (0, 1):  # also 1.0 and 0,0
        return number
    if not folded or folded in _NOT_GIVEN:
        return 0
    return 1 if folded in _GIVEN else None


def _count(cell: str) -> int | None:
    count = columns.whole_number(cell) if cell else 0
    return count if count is None or count <= _MOST else None
