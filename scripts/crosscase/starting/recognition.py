"""What a file is: the export of a tool, a plain table, a codebook, or none of them; in a workbook each sheet."""

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from crosscase.codebooks import codebook_formats
from crosscase.codebooks.listed import ListedCodebook, Source
from crosscase.messages.errors import Problem, ReadError, StudyError, missing_file
from crosscase.readers import export_formats
from crosscase.readers.raw import form_of
from crosscase.spreadsheets import spreadsheet
from crosscase.spreadsheets.spreadsheet import Form
from crosscase.starting import tidy_columns
from crosscase.starting.words_for_groups import COUNTRY, means
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings

_ROWS = 200  # that show what a column holds
_LAST_HEADINGS = 10  # row in which a table may have its headings
_AGAIN = "Export it again from its tool."
_TIDY = "If it is a plain table with a row for each coding, call its columns `document`, `code` and `text` in a copy."


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is in a file, and the sheets of a workbook that are neither export nor codebook."""

    parts: list[ExportSettings | ListedCodebook]
    other_sheets: int = 0


def recognise(path: str, by: str) -> Recognised:
    """How a file is read. `by` is the word for what the study compares. Raises ReadError if it is no export."""
    if not Path(path).is_file():
        raise ReadError(missing_file(path, "Correct the path."))
    sheets = _sheets(path)
    if len(sheets) < 2:
        return Recognised([_with_headings(path, by, None)])
    found: dict[str, ExportSettings | ListedCodebook] = {}
    problem: ReadError | None = None
    for sheet in sheets:
        try:
            found[sheet] = _with_headings(path, by, sheet)
        except ReadError as error:
            problem = problem or error
    if not found and problem:
        raise problem
    only_first = list(found) == sheets[:1]
    parts = [replace(p, sheet=None) if isinstance(p, ExportSettings) and only_first else p for p in found.values()]
    return Recognised(parts, len(sheets) - len(found))


def codebook(path: str, separator: str | None = None) -> ListedCodebook | None:
    """The codebook that is in a file, if there is one."""
    try:
        return codebook_formats.read(Source(path, separator))
    except StudyError:
        return None


def column_of_groups(path: str, settings: ExportSettings, by: str) -> str:
    """The column of a table that is called like what is compared; empty if there is none."""
    return next((heading for heading in _headings(path, form_of(settings)) if means(heading, by or COUNTRY)), "")


def has_heading(path: str, settings: ExportSettings, name: str) -> bool:
    """Whether a table has a column of this name."""
    return fold(name) in map(fold, _headings(path, form_of(settings)))


def _with_headings(path: str, by: str, sheet: str | None) -> ExportSettings | ListedCodebook:
    """What is in a file or sheet; a table may have a title and notes above its headings."""
    settings = ExportSettings(path, export_formats.AUTO, sheet=sheet)
    try:
        return _recognise(path, by, settings)
    except ReadError:
        for row in range(2, _LAST_HEADINGS + 1):
            lower = replace(settings, header_row=row)
            if tidy_columns.guess(_headings(path, form_of(lower)), by):
                return _recognise(path, by, lower)
        raise


def _recognise(path: str, by: str, settings: ExportSettings) -> ExportSettings | ListedCodebook:
    try:
        return export_formats.settle(path, settings)[0]
    except ReadError as error:
        if not Path(path).stat().st_size:
            raise
        if not settings.sheet and settings.header_row == 1 and (book := codebook(path)):
            return book
        form = form_of(settings)
        if columns := tidy_columns.guess(_headings(path, form), by, _first_rows(path, form)):
            return replace(settings, format="tidy", columns=columns)
        problem = error.problems[0]
        again = f"{_AGAIN} {_TIDY}" if _headings(path, form) else _AGAIN
        remedy = problem.remedy if problem.holds_for_all else again
        raise ReadError(Problem(path, "", problem.what, remedy)) from None


def _sheets(path: str) -> list[str]:
    try:
        return spreadsheet.sheets(path)
    except StudyError:
        return []


def _headings(path: str, form: Form) -> list[str]:
    try:
        return spreadsheet.headings(path, form)
    except StudyError:
        return []


def _first_rows(path: str, form: Form) -> list[list[str]]:
    try:
        return [row for _, row in islice(spreadsheet.rows(path, form), form.header_row, form.header_row + _ROWS)]
    except StudyError:
        return []
