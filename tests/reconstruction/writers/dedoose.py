"""Write a project as Dedoose's export of excerpts: a row for each coder's copy, three columns a code."""

import csv
import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from tests.reconstruction.project import Project
from tests.reconstruction.writers import quotations

FIXED = (
    "Media Title",
    "Excerpt Range",
    "Excerpt Creator",
    "Excerpt Date",
    "Excerpt Copy",
    "Resource Creator",
    "Resource Date",
    "Codes Applied Combined",
)
CREATED = "1/1/2020"

Cell = str | int


def write_xlsx(project: Project, path: Path, descriptors: Sequence[str] = ()) -> None:
    """Write the excerpts as a workbook, with descriptors (document variables) in the last columns."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    sheet = book.add_worksheet("Sheet1")
    for row, cells in enumerate(_table(project, descriptors)):
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell)
            else:
                sheet.write_string(row, column, cell)
    book.close()


def write_csv(project: Project, path: Path, descriptors: Sequence[str] = ()) -> None:
    """Write the excerpts as they look after a passage through R: numbered, with a column of its naming."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row, cells in enumerate(_table(project, descriptors)):
            writer.writerow([row or "", *cells, "NA" if row else "...274"])


def _table(project: Project, descriptors: Sequence[str]) -> Iterator[list[Cell]]:
    paths = sorted(project.code_paths())
    names = ["\\".join(path) for path in paths]
    of_codes = [f"Code: {name} {what}" for name in names for what in ("Applied", "Range", "Weight")]
    yield [*FIXED, *of_codes, *descriptors]
    for quotation in quotations.of(project):
        document = quotation.document
        row: list[Cell] = [document.name, f"{quotation.start}-{quotation.end}", quotation.coder, CREATED]
        row += [quotation.text, "admin", CREATED, ", ".join(sorted(path[-1] for path in quotation.codes))]
        for number, path in enumerate(paths):
            row += [str(path in quotation.codes), "0-10" if number % 2 else "-", 0]
        yield [*row, *(document.variables.get(name, "") for name in descriptors)]
