r"""Lists that a team keeps by hand: the codebook, the register, further names, decisions, printed numbers.

1. `list_columns` says which column a heading means. One that is nearly that of an optional column is a problem: the
   column would not be read, and nobody would notice.
2. Spaces around a value are removed. So is the apostrophe that prevents a spreadsheet from reading it as a formula.
3. Several values of a cell are separated by `|`; `\|` is the sign itself.
4. All problems of a list are reported at once, each with its row.
5. A list is one sheet of a workbook. Another sheet that looks like it is a problem: its rows would not be read.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from itertools import islice
from pathlib import Path

from crosscase.messages.errors import Problem, ReadError, StudyError, missing_file, stop_on, unreadable
from crosscase.messages.wording import agree, counted, cut, first_place, joined
from crosscase.spreadsheets import list_columns, other_kinds, spreadsheet
from crosscase.spreadsheets.spreadsheet import Record, Row, Spreadsheet
from crosscase.spreadsheets.text_tables import EMPTY
from crosscase.storage import bounded_reading
from crosscase.storage.csv_injection import restored
from crosscase.storage.limits import DEFAULT
from crosscase.storage.text_form import fold, useless_sign

_SAVE_AGAIN = 'Open it in a spreadsheet, correct it, and save it as "CSV UTF-8" or as a workbook.'
_MOST_ROWS, _LARGEST = 200_000, 50_000_000  # of a list; characters, a cell counted as one more
_DIGITS = 9  # of a number that a person means
_LIKE = 0.8  # how alike two headings are that are probably one, from 0 to 1
_LOOKED_AT = 20  # rows in which headings may be
_MOST = 20  # columns that a message lists
_BETWEEN = re.compile(r"(?<!\\)\|")
_BETWEEN_COLUMNS = re.compile(r"[\s,;|]+")
_NO_WORDS: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, slots=True)
class TeamList:
    """A list with all that is wrong with its form. `records` are its rows, each with the columns that the list has."""

    header: list[str]
    header_row: int
    records: list[Record]
    problems: list[Problem]
    is_whole: bool  # no column is missing, and each row has a field for each column


def read(
    path: str,
    required: Sequence[str],
    optional: Sequence[str] = (),
    passages: bool = False,
    words: Mapping[str, Sequence[str]] = _NO_WORDS,
    sheet: str | None = None,
    key: str = "",
) -> TeamList:
    """The list in a file, as `examine` gives it. Raises StudyError with every problem of its form."""
    found = examine(path, required, optional, passages, words, sheet, key)
    stop_on(found.problems)
    return found


def examine(
    path: str,
    required: Sequence[str],
    optional: Sequence[str] = (),
    passages: bool = False,
    words: Mapping[str, Sequence[str]] = _NO_WORDS,
    sheet: str | None = None,
    key: str = "",
) -> TeamList:
    """The list in a file, with these headings as they are written here; others stay as they are in the file.

    Rows that have not as many fields as the header are left out. `passages`: the list quotes texts, which may contain
    any sign. `words`: other headings of a column. `sheet`: of a workbook; None: the first. `key`: of study.yaml, where
    the sheet can be named. Raises StudyError if the file cannot be read.
    """
    try:
        if sheet and not spreadsheet.may_be_workbook(path):
            remedy = f"Remove sheets.{key} in config/study.yaml."
            raise unreadable(path, "it is not a workbook", remedy, holds_for_all=True)
        if Path(path).exists() and not Path(path).is_file():
            raise ReadError(missing_file(path, ""))
        table = spreadsheet.read_whole(path, sheet)
        rows = list(_rows(table))
    except ReadError as error:
        raise StudyError(_of_list(problem, required) for problem in error.problems) from None
    written, known = table.header, (*required, *optional)
    doubt = list_columns.in_doubt(written, known, words)
    table = replace(table, header=list_columns.named(written, known, words))
    numbered = [(number, row) for number, row in enumerate(rows, 1) if number > table.header_row and any(row)]
    fitting = [(number, row) for number, row in numbered if len(row) == len(table.header)]
    form = [*_in_doubt(table, doubt), *_missing(table, required, optional, doubt), *_widths(table, numbered)]
    records = [Record(table.place(number), dict(zip(table.header, row, strict=True))) for number, row in fitting]
    signs = [] if passages else list(_signs(table, fitting))
    named = partial(list_columns.named, known=known, words=words)
    sheets = list(_sheets(table, set(required) & set(table.header) or set(required), named, key))
    return TeamList(table.header, table.header_row, records, [*form, *sheets, *signs], not form)


def _rows(table: Spreadsheet) -> Iterator[list[str]]:
    """All rows, which are kept in memory. Raises ReadError if they are more than anybody keeps by hand."""
    size = rows = 0
    for batch in table.source.batches():
        for row in batch:
            rows, size = rows + 1, size + sum(map(len, row)) + len(row)
            if rows > _MOST_ROWS or size > _LARGEST:
                much = f"more than {_MOST_ROWS:,} rows or {_LARGEST:,} characters"
                what = f"it has {much}, as no list has that people keep by hand"
                raise unreadable(table.path, what, "Check that it is the right file.", holds_for_all=True)
            yield [restored(value.strip()) for value in row]


def merged(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of rows, those alike as one: such mistakes often repeat in every row."""
    places: dict[Problem, list[str]] = {}
    for problem in problems:
        places.setdefault(replace(problem, place=""), []).append(problem.place)
    for problem, found in places.items():
        yield replace(problem, place=first_place(found))


def several(cell: str) -> list[str]:
    r"""The values of a cell that `|` separates; `\|` is the sign itself, as in the name of a document."""
    return [value for part in _BETWEEN.split(cell) if (value := part.replace(r"\|", "|").strip())]


def one_cell(values: Iterable[str]) -> str:
    """Values as one cell, which `several` reads."""
    return " | ".join(value.replace("|", r"\|") for value in values)


def whole_number(text: str) -> int | None:
    """A whole number from 0 that a person means, or None."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def too_long(path: str, records: Sequence[Record], columns: Collection[str], most: int) -> Iterator[Problem]:
    """A problem for each of these columns with a longer value; several values in one are separated by `|`."""
    for column in columns:
        found = [
            record.locator
            for record in records
            if any(len(value) > most for value in several(record.fields.get(column, "")))
        ]
        if found:
            what = f"the column `{column}` has a value of more than {counted(most, 'letter')}"
            yield Problem(path, first_place(found), what, "Shorten it; several values are separated by |.")


def _sheets(
    table: Spreadsheet, needed: Set[str], named: Callable[[Sequence[str]], list[str]], key: str
) -> Iterator[Problem]:
    """Sheets that look like the list besides the one that was read, by their numbers: a name may be a person's.

    `named` gives the columns that headings mean.
    """
    remedy = f", or name the sheet to read under sheets.{key} in config/study.yaml" if key else ""
    others = [look for look in table.source.sheets() if look.has_rows and not look.is_first]
    if alike := [look for look in others if needed and needed <= set(named(sorted(look.headings)))]:
        which = joined([str(look.number) for look in alike], _MOST)
        sheets = agree(len(alike), "sheet {} has", "sheets {} have").format(which)
        what = " ".join(["its first sheet alone is read, but", sheets, "the columns of such a list, too"])
        yield Problem(table.path, "", what, f"Put all rows into the first sheet{remedy}.")
    elif table.is_hidden():
        what = "its first sheet, which alone is read, is hidden"
        yield Problem(table.path, "", what, f"Show or delete it{remedy}.")


def _of_list(problem: Problem, required: Sequence[str]) -> Problem:
    """A problem of a table as one of a list, which no tool exports and whose form study.yaml does not state."""
    if problem.what == EMPTY and required:
        return replace(problem, remedy=f"Write its columns into the first row: {joined(required, _MOST)}.")
    return problem if problem.holds_for_all else replace(problem, remedy=_other_kind(problem.file) or _SAVE_AGAIN)


def _other_kind(path: str) -> str:
    """A sentence on a file that is of a kind which no list has; empty for another one."""
    return bounded_reading.call(path, DEFAULT, other_kinds.advice, path, other_kinds.LIST)


def _in_doubt(sheet: Spreadsheet, doubt: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Columns that several headings may mean: a guess could lose who withdrew, or a name."""
    for column, headings in doubt.items():
        what = f"the columns {joined(map(repr, headings))} may each be `{column}`"
        remedy = f"Rename the one that is meant to {column!r}, or the others."
        yield Problem(sheet.path, sheet.place(sheet.header_row), what, remedy)


def _missing(
    sheet: Spreadsheet, required: Sequence[str], optional: Sequence[str], doubt: Collection[str]
) -> Iterator[Problem]:
    """Columns that are not there: those with a heading that may be meant, and all others with what there is."""
    place, others = sheet.place(sheet.header_row), {fold(h): h for h in sheet.header if h}
    for name in (*required, *optional):
        others.pop(name, None)
    lacking: list[str] = []
    for name in (*required, *optional):
        if name in doubt:
            continue
        near = get_close_matches(name, others, 1, _LIKE)
        if near and name not in sheet.header:
            what = f"it has a column {others[near[0]]!r}, but none {name!r}"
            yield Problem(sheet.path, place, what, f"If {name!r} is meant, rename that column.")
        elif name in required and name not in sheet.header:
            lacking.append(name)
    if lacking:
        what = f"it has no {agree(len(lacking), 'column', 'columns')} {joined(map(repr, lacking))}"
        yield Problem(sheet.path, place, what, _remedy(sheet, required, lacking))


def _remedy(sheet: Spreadsheet, required: Sequence[str], lacking: Sequence[str]) -> str:
    """What to do where columns are missing: what the file is, where the headings are, or what stands between them."""
    if kind := _other_kind(sheet.path):
        return kind
    headings = [heading for heading in sheet.header if fold(heading)]
    if len(headings) == 1 and len(set(_BETWEEN_COLUMNS.split(fold(headings[0]))).intersection(required)) > 1:
        return "All headings are in one cell: separate the columns with commas, semicolons or tabs."
    rows = islice((row for batch in sheet.source.batches() for row in batch), _LOOKED_AT)
    for number, row in enumerate(rows, 1):
        if 2 * len({fold(cell) for cell in row}.intersection(lacking)) > len(required):
            return f"The headings are in row {number}: delete the rows above it."
    return f"Add {agree(len(lacking), 'it', 'them')}. It has: {joined(map(cut, headings), _MOST)}."


def _widths(sheet: Spreadsheet, rows: Sequence[Row]) -> Iterator[Problem]:
    """Rows that have not as many fields as the header, by their number of fields."""
    found: dict[int, list[str]] = {}
    for number, row in rows:
        if len(row) != len(sheet.header):
            found.setdefault(len(row), []).append(sheet.place(number))
    for width, places in found.items():
        has = agree(len(places), "it has", "they have")
        what = f"{has} {counted(width, 'field')}, but the header has {len(sheet.header)}"
        yield Problem(sheet.path, first_place(places), what, "Put a value with a comma in it in quotes.")


def _signs(sheet: Spreadsheet, rows: Sequence[Row]) -> Iterator[Problem]:
    """Columns with a value that has a control character or another sign of no use."""
    found: dict[tuple[str, str], list[str]] = {}
    for number, row in rows:
        for heading, value in zip(sheet.header, row, strict=True):
            if sign := useless_sign(value):
                found.setdefault((heading, sign), []).append(sheet.place(number))
    for (heading, sign), places in found.items():
        yield Problem(sheet.path, first_place(places), f"the column `{heading}` contains {sign}", "Remove it.")
