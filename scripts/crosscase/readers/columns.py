"""Codings from a table whose rows are codings or coded passages, given the meaning of each column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from crosscase.messages.errors import unreadable
from crosscase.readers.raw import NO_VARIABLES, Export, RawCoding
from crosscase.spreadsheets import spreadsheet
from crosscase.spreadsheets.spreadsheet import Spreadsheet

CodePath = tuple[str, ...]
# The codes of a row: for each the end of its place, and its path.
Codes = Callable[[int, Sequence[str]], Sequence[tuple[str, CodePath]]]
_MEMORY = 2**16  # number of different cells whose codes are cached
_MOST_DIGITS = 16
_WHOLE = re.compile(r"\s*(\d{1,15})(?:[.,]0*)?\s*")


def table(export: Export) -> Spreadsheet:
    """The table of an export; its encoding and columns are noted. Raises ReadError."""
    sheet = spreadsheet.read(export.path, export.form, export.limits)
    export.notes.encoding = sheet.source.guessed
    export.notes.variables.update(filter(None, sheet.header))
    return sheet


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


def read(
    export: Export, sheet: Spreadsheet, heading: Mapping[str, str], codes: Codes, strict: bool = True
) -> Iterator[RawCoding]:
    """Yield a coding for each code of each row.

    `heading` gives the column of each role: document and, if the table has them, text, start, end, coder and
    document_group. Two rows are different codings if any of their fields differ. Of the other columns a coding
    keeps the one that states the group, as the study says. A place that is not a whole number is ignored, or
    raises ReadError if `strict`. Rows without a code are counted as passed over.
    """
    column = {role: sheet.header.index(name) for role, name in heading.items()}
    document = column["document"]
    text, coder, group, first, last = map(column.get, ("text", "coder", "document_group", "start", "end"))
    variable = group_column(export, sheet)
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
            export.notes.passed_over["row without a code"] += 1
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
                (row, place) if place else row,
                () if group is None or not row[group] else (row[group],),
                {variable[0]: row[variable[1]]} if variable else NO_VARIABLES,
                "" if group is None else row[group],
            )
            yield new(RawCoding, values)


def group_column(export: Export, sheet: Spreadsheet) -> tuple[str, int] | None:
    """The variable that states the group, as the study says, and its place in a row, if it is a column."""
    source = export.settings.group_from
    name = source.get("variable") if isinstance(source, dict) else None
    heading = sheet.column(name) if name else None
    return (name, sheet.header.index(heading)) if name and heading else None


def _check_places(
    export: Export, sheet: Spreadsheet, number: int, row: Sequence[str], *places: tuple[int | None, int | None]
) -> None:
    for column, value in places:
        if column is not None and value is None and row[column].strip():
            remedy = "Correct it, or remove the column from the mapping."
            raise unreadable(export.path, "an offset is not a whole number", remedy, sheet.place(number))
