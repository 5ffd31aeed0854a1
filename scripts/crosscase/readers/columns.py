"""Codings from a table whose rows are codings or coded passages, given the meaning of each column."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from crosscase.messages.errors import unreadable
from crosscase.readers.days import day_of
from crosscase.readers.raw import NO_VARIABLES, Export, RawCoding, UnreadColumn
from crosscase.spreadsheets import spreadsheet
from crosscase.spreadsheets.spreadsheet import Spreadsheet, is_error_value
from crosscase.storage.text_form import fold

CodePath = tuple[str, ...]
# The codes of a row: for each the end of its place, and its path.
Codes = Callable[[int, Sequence[str]], Sequence[tuple[str, CodePath]]]
_MEMORY = 2**16  # number of different cells whose codes are cached
_MOST_DIGITS = 16
_ROWS_LOOKED_AT, _CELLS_LOOKED_AT = 10_000, 2_000_000  # for codes in columns that are not read
_WHOLE = re.compile(r"\s*(\d{1,15})(?:[.,]0*)?\s*")


def table(export: Export) -> Spreadsheet:
    """The table of an export; its encoding and columns are noted. Raises ReadError."""
    sheet = spreadsheet.read(export.path, export.form, export.limits)
    export.notes.encoding = sheet.source.guessed
    export.notes.variables.update(filter(None, sheet.header))
    _note_sheets(export, sheet)
    return sheet


def _note_sheets(export: Export, sheet: Spreadsheet) -> None:
    """Note the other sheets of a workbook: by name those that have rows and the headings that a reader needs."""
    named = [name for name in export.settings.columns.values() if isinstance(name, str) and "*" not in name]
    alike = [look.name for look in sheet.alike(named or filter(None, sheet.header))]
    export.notes.unread_sheets, export.notes.hidden_sheet = alike, sheet.is_hidden()
    others = sum(not look.is_first for look in sheet.source.sheets())
    if others > len(alike):
        export.notes.passed_over["other sheet of the workbook"] += others - len(alike)


def whole_number(text: str) -> int | None:
    """A number as tables write it (12, 12.0, also with a decimal comma), or None for anything else."""
    match = _WHOLE.fullmatch(text)
    return int(match[1]) if match else None


def codes_in(column: int, paths: Callable[[str], Iterable[CodePath]]) -> Codes:
    """The codes of a row from one column, whose cells `paths` reads."""

    @lru_cache(_MEMORY)
    def codes_of_cell(cell: str) -> Sequence[tuple[str, CodePath]]:
        found = list(paths(cell)) if cell.strip() else []
        return [(f", code {number}" if len(found) > 1 else "", path) for number, path in enumerate(found, 1)]

    return lambda _number, row: codes_of_cell(row[column])


def codes_in_columns(columns: Sequence[int], paths: Callable[[str], Iterable[CodePath]]) -> Codes:
    """The codes of a row from one or several columns, whose cells `paths` reads."""
    if len(columns) == 1:
        return codes_in(columns[0], paths)
    readings = [(f", column {column + 1}", codes_in(column, paths)) for column in columns]
    return lambda number, row: [
        (f"{place}{part}", path) for place, codes in readings for part, path in codes(number, row)
    ]


def note_unread(export: Export, sheet: Spreadsheet, read: Iterable[str], all_of_them: bool = False) -> None:
    """Note the columns besides those that are `read`: all, or those whose heading or values are codes."""
    names = {fold(name) for path in export.code_paths for name in (path[-1], " > ".join(path))}
    taken = {sheet.header.index(heading) for heading in read}
    taken |= set(named_columns(export, sheet).values())
    others = [place for place in range(len(sheet.header)) if place not in taken]
    values: dict[int, set[str]] = {place: set() for place in others}
    rows = min(_ROWS_LOOKED_AT, _CELLS_LOOKED_AT // max(1, len(others)))
    for _, row in islice(sheet.rows(), rows) if others else ():
        for place in others:
            if row[place]:
                values[place].add(row[place])
    for place, found in values.items():
        heading = sheet.header[place] or f"column {place + 1}"
        is_code = bool(found) and fold(heading) in names
        unread = UnreadColumn(len(found), len(found) if is_code else sum(fold(value) in names for value in found))
        if found and (all_of_them or unread.has_codes):
            export.notes.unread[heading] = unread


def read(
    export: Export,
    sheet: Spreadsheet,
    heading: Mapping[str, str],
    codes: Codes,
    strict: bool = True,
    wide: bool = False,
) -> Iterator[RawCoding]:
    """Yield a coding for each code of each row.

    `heading` gives the column of each role: document and, if the table has them, text, start, end, coder, day and
    document_group. Two rows are different codings if any of their fields differ. Of the other columns a coding
    keeps those that state the group or the participant, as the study says. A place that is not a whole number is
    ignored, or raises ReadError if `strict`. In a `wide` table a code is given by its column: rows without one are
    counted as passed over, and a code may be given several times in a row. In others a row without a code looks like a
    coding.
    """
    column = {role: sheet.header.index(name) for role, name in heading.items()}
    document = column["document"]
    text, coder, group, first, last = map(column.get, ("text", "coder", "document_group", "start", "end"))
    day = column.get("day")
    named = named_columns(export, sheet)
    # This loop decides the speed: it calls no Python function for a usual row.
    at, new = f"{sheet.source.sheet}row ", tuple.__new__
    for number, row in sheet.rows():
        start = end = None
        if first is not None:
            start = (
                int(digits)
                if (digits := row[first]).isdecimal() and len(digits) < _MOST_DIGITS
                else whole_number(digits)
            )
        if last is not None:
            end = (
                int(digits)
                if (digits := row[last]).isdecimal() and len(digits) < _MOST_DIGITS
                else whole_number(digits)
            )
        if strict and (start is None or end is None):
            _check_places(export, sheet, number, row, (first, start), (last, end))
        found = codes(number, row)
        if not found:
            _note_row_without_code(export, f"{at}{number}", row[document] if text is None else row[text], wide)
            export.notes.documents.add(row[document])
        for place, path in found:
            values = (
                f"{at}{number}{place}",
                row[document],
                path,
                None if text is None else row[text],
                start,
                end,
                None if coder is None else row[coder] or None,
                (row, place) if wide else row,
                () if group is None or not row[group] else (row[group],),
                {name: row[place_of] for name, place_of in named.items()} if named else NO_VARIABLES,
                "" if group is None else row[group],
                (),
                "",
                "",
                "" if day is None else day_of(row[day]),
                False,
            )
            yield new(RawCoding, values)


def _note_row_without_code(export: Export, place: str, words: str, wide: bool) -> None:
    if wide or not words.strip():
        export.notes.passed_over["row without a code"] += 1
    else:
        export.notes.without_code.append(place)


def without_errors(export: Export, codes: Codes, sheet: Spreadsheet, columns: Collection[int]) -> Codes:
    """The codes of a row; a cell in which the spreadsheet found an error has none, and its place is noted."""

    def of_row(number: int, row: Sequence[str]) -> Sequence[tuple[str, CodePath]]:
        errors = [column for column in columns if is_error_value(row[column])]
        if not errors:
            return codes(number, row)
        export.notes.error_values += [f"{sheet.place(number)}, column {column + 1}" for column in errors]
        cleaned = list(row)
        for column in errors:
            cleaned[column] = ""
        return codes(number, cleaned)

    return of_row


def named_columns(export: Export, sheet: Spreadsheet) -> dict[str, int]:
    """The places of the columns that state the group and the participant, by the names that the study gives them."""
    sources = (export.settings.group_from, export.settings.participant_from)
    names = [source.get("variable") for source in sources if isinstance(source, dict)]
    return {name: sheet.header.index(heading) for name in names if name and (heading := sheet.column(name))}


def variables_of_records(export: Export, sheet: Spreadsheet) -> Callable[[Mapping[str, str]], dict[str, str]]:
    """A function that gives the variables of a record: the columns that state the group and the participant."""
    headings = {name: sheet.header[place] for name, place in named_columns(export, sheet).items()}
    return lambda fields: {name: fields[heading] for name, heading in headings.items() if fields[heading]}


def _check_places(
    export: Export, sheet: Spreadsheet, number: int, row: Sequence[str], *places: tuple[int | None, int | None]
) -> None:
    for column, value in places:
        if column is not None and value is None and row[column].strip():
            remedy = "Correct it, or remove the column from the mapping."
            raise unreadable(export.path, "an offset is not a whole number", remedy, sheet.place(number))
