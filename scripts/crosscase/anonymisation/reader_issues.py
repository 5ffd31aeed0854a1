"""Issues of what a reader met in an export besides codings: rows without a code, errors of a spreadsheet, columns."""

from collections.abc import Callable, Iterator, Sequence

from crosscase.coding.hidden_names import COLUMN, has_hidden, where_shown
from crosscase.coding.issues import Inspector
from crosscase.coding.observations import TRUSTED
from crosscase.messages.wording import agree, counted, joined
from crosscase.readers.raw import ReaderNotes
from crosscase.running import places
from crosscase.storage.schemas import Issue

_MOST = 20  # places and names listed in an issue
_REMEDY = "Correct them in the file and export it again, or delete them: data/restricted/issues.csv shows the rows."


def of_rows(notes: ReaderNotes, inspector: Inspector, identify: Callable[[str], str]) -> Iterator[Issue]:
    """Rows that look like codings but have no code, and error values; `identify` gives the id of a place."""
    if found := notes.without_code:
        what = "row looks like a coding but has no code", "rows look like codings but have no code"
        message = f"{counted(len(found), *what)}: not counted"
        yield inspector.issue("row_without_code", _places(found, identify), "", message, _REMEDY)
    if found := notes.error_values:
        message = (
            f"{counted(len(found), 'cell')} of codes with an error value of the spreadsheet: no code was read there"
        )
        yield inspector.issue("error_value", _places(found, identify), "", message, _REMEDY)


def of_file(notes: ReaderNotes, inspector: Inspector, pseudonym: Callable[[str], str]) -> Iterator[Issue]:
    """What the reader found out by itself, and what it did not read; `pseudonym` names a document."""
    for counting in notes.countings:
        if counting.score < TRUSTED:
            share = f"only {counting.score:.0%} of its selections begin and end at words"
            message = f"{share}, counted by {counting.rule}"
            suggestion = "Compare some segments with the tool that exported them."
            yield inspector.issue("uncertain_offsets", pseudonym(counting.document), "", message, suggestion)
    if notes.encoding:
        suggestion = "If words look wrong, state the right `encoding` of this export in config/study.yaml."
        yield inspector.issue("guessed_encoding", "", "", notes.encoding, suggestion)
    for kind, count in sorted(notes.passed_over.items()):
        message = counted(count, "element of this kind was not read", "elements of this kind were not read")
        yield inspector.issue("passed_over", "", kind, message)


def _places(found: Sequence[str], identify: Callable[[str], str]) -> str:
    """The first places, as a published list names them, and how many others there are."""
    listed = [places.of_coding(identify(place)) for place in found[:_MOST]]
    others = len(found) - len(listed)
    return f"{', '.join(listed)} and {counted(others, 'more place')}" if others else joined(listed)


def of_columns(
    notes: ReaderNotes, inspector: Inspector, export: str, shown: Callable[[str, str], str]
) -> Iterator[Issue]:
    """Columns that were not read though their values are codes."""
    for heading, column in sorted(notes.unread.items()):
        if column.has_codes:
            name = shown(COLUMN, heading)
            are = agree(column.codes, "is a code", "are codes")
            message = f"the column was not read, but {column.codes} of its {counted(column.values, 'value')} {are}"
            hidden = f" {where_shown(export)} shows its name." if has_hidden(name) else ""
            remedy = f"If these are codings, add it to `columns.code` or `code_columns` in config/study.yaml.{hidden}"
            yield inspector.issue("unread_codes", "", name, message, remedy)


def of_sheets(
    notes: ReaderNotes, inspector: Inspector, export: str, shown: Callable[[str, str], str]
) -> Iterator[Issue]:
    """Sheets of a workbook that were not read though they look like the first, and a first one that is hidden."""
    first = "the first sheet, which is hidden," if notes.hidden_sheet else "the first sheet"
    names = [shown(COLUMN, name) for name in notes.unread_sheets]
    others = counted(len(names), "other sheet", "other sheets")
    rest = f"; {others} with the same headings and rows below them: not counted" if names else ""
    if names or notes.hidden_sheet:
        hidden = f" {where_shown(export)} shows the hidden names." if any(map(has_hidden, names)) else ""
        remedy = f"Name the sheet to read under `sheet` in config/study.yaml; give each sheet its own export.{hidden}"
        yield inspector.issue("unread_sheets", "", joined(names, _MOST), f"{first} alone was read{rest}", remedy)


def list_variables(names: Sequence[str], export: str) -> str:
    """A sentence on which columns or variables an export has; `names` as they may be shown."""
    if not names:
        return "It has no variables."
    hidden = f" {where_shown(export)} shows the hidden names." if any(map(has_hidden, names)) else ""
    return f"It has: {joined(names, _MOST)}.{hidden}"
