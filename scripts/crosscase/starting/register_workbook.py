"""The register as a workbook: a row for each document, lists to choose from, and empty cells that need a value marked.

The headings are those that the register must have, and the study's word for what it compares in the place of `group`.
The second sheet says what each column is.
"""

import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from crosscase.messages.wording import runs
from crosscase.spreadsheets import team_lists
from crosscase.starting.proposal import Placed
from crosscase.study.facts import GROUP, Group

COLUMNS = ("participant", "name", GROUP, "documents", "export", "consent_to_quote", "withdrawn")
TO_FILL = ("name", GROUP, "consent_to_quote")
_WIDTHS = (14, 28, 22, 44, 18, 18, 12)
ABOUT = "about"  # the sheet that explains the columns
_SPARE_ROWS = 500  # below the last one that have the lists, too
_NO_FILES: Mapping[str, str] = {}
_ABOUT = (
    ("participant", "An id of your choice. Give a participant of several documents one row: see documents."),
    ("name", "The real name. It is replaced wherever it occurs in a text, and is never published."),
    (GROUP, "What is compared: one from the list."),
    ("documents", "The name of the document in the export. Several: with | between them; delete the other rows."),
    ("export", "The export that has the document."),
    ("consent_to_quote", "yes if the participant's words may be shown; empty means no."),
    ("withdrawn", "yes if the participant has withdrawn; empty means no."),
    ("", "Further columns: nicknames, employer, town, interviewer (names to replace, with | between them),"),
    ("", "and one for each variable of the sample in config/study.yaml."),
)  # fmt: skip


def rows(placed: Sequence[Placed]) -> list[tuple[str, ...]]:
    """The rows below `COLUMNS`, with an id for each participant: the code of the group and a number."""
    numbers: Counter[str] = Counter()
    found: list[tuple[str, ...]] = []
    for item in sorted(placed, key=lambda item: (item.export, natural(item.document.name))):
        code = item.group.code if item.group else "P"
        numbers[code] += 1
        name = item.group.name if item.group else ""
        found.append(
            (f"{code}-{numbers[code]:02d}", "", name, team_lists.one_cell([item.document.name]), item.export, "", "no")
        )
    return found


def write(
    lines: Sequence[Sequence[str]], groups: Sequence[Group], by: str, files: Mapping[str, str] = _NO_FILES
) -> bytes:
    """The workbook. Its bytes depend on its arguments alone.

    `by` is the word for what is compared, `files` has the names of the files that exports were made of.
    """
    import datetime

    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)})
    sheet, lists = book.add_worksheet("participants"), book.add_worksheet(ABOUT)
    bold, marked = book.add_format({"bold": True}), book.add_format({"bg_color": "#FFF2CC"})
    for column, (heading, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, by if heading == GROUP else heading, bold)
        for number, line in enumerate(lines, 1):
            if line[column]:
                sheet.write_string(number, column, line[column])
        if heading in TO_FILL and lines:
            sheet.conditional_format(1, column, len(lines), column, {"type": "blanks", "format": marked})
    sheet.freeze_panes(1, 1)
    about = [*_ABOUT, *((name, f"The export made of the file {file}.") for name, file in files.items())]
    for number, (heading, text) in enumerate(about):
        lists.write_string(number, 0, by if heading == GROUP else heading, bold)
        lists.write_string(number, 1, text)
    for number, group in enumerate(groups):
        lists.write_string(len(about) + 1 + number, 0, group.name)
    first, last = len(about) + 2, len(about) + 1 + len(groups)
    choices = {GROUP: f"=about!$A${first}:$A${last}", "consent_to_quote": ["yes", "no"], "withdrawn": ["yes", "no"]}
    for heading, source in choices.items():
        column = COLUMNS.index(heading)
        sheet.data_validation(1, column, len(lines) + _SPARE_ROWS, column, {"validate": "list", "source": source})
    book.close()
    return stream.getvalue()


def cells(column: str, numbers: Sequence[int]) -> str:
    """The cells of a column in these rows (as a spreadsheet counts), runs of them as one range: B2:B9, B12."""
    letter = chr(ord("A") + COLUMNS.index(column))
    return ", ".join(f"{letter}{first}" + (f":{letter}{last}" if last > first else "") for first, last in runs(numbers))


def natural(name: str) -> list[tuple[int, int, str]]:
    """A name in the order in which people count: 2 before 10."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.findall(r"\d{1,9}|\D+|\d+", name)]
