"""Write a project as a plain table, CSV, Excel or Parquet, with columns of the team's own naming."""

import csv
import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from tests.reconstruction.project import Coding, Project

Cell = str | int

LONGEST_CELL = 32_767


def write_csv(
    project: Project,
    path: Path,
    columns: Mapping[str, str],
    *,
    separator: str = ",",
    path_separator: str = " > ",
    encoding: str = "utf-8",
    bom: bool = False,
    line_end: str = "\r\n",
) -> None:
    """Write one line for each coding; ``bom`` sets a byte order mark before the first.

    ``columns`` maps document, document_group, code, text, coder, start, end, or the name of a
    document variable, to the heading of its column; the columns stand in the mapping's order.
    """
    with path.open("w", encoding=encoding, newline="") as file:
        if bom:
            file.write("\ufeff")
        writer = csv.writer(file, delimiter=separator, lineterminator=line_end)
        writer.writerow(columns.values())
        writer.writerows(_rows(project, columns, path_separator))


def write_xlsx(
    project: Project,
    path: Path,
    columns: Mapping[str, str],
    *,
    path_separator: str = " > ",
    sheet: str = "Codings",
) -> None:
    """Write one row for each coding; ``columns`` as in :func:`write_csv`, offsets as numbers.

    Raises ValueError if a text is longer than an Excel cell can be.
    """
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    table = book.add_worksheet(sheet)
    for column, heading in enumerate(columns.values()):
        table.write_string(0, column, heading)
    for number, row in enumerate(_rows(project, columns, path_separator), start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                table.write_number(number, column, cell)
            elif len(cell) > LONGEST_CELL:
                raise ValueError(f"row {number}: longer than an Excel cell can be")
            elif cell:
                table.write_string(number, column, cell)
    book.close()


def write_parquet(project: Project, path: Path, columns: Mapping[str, str], *, path_separator: str = " > ") -> None:
    """Write one row for each coding; ``columns`` as in :func:`write_csv`, all values as text."""
    rows = [list(map(str, row)) for row in _rows(project, columns, path_separator)]
    pq.write_table(pa.table(dict(zip(columns.values(), zip(*rows, strict=True), strict=True))), path)


def _rows(project: Project, columns: Mapping[str, str], path_separator: str) -> Iterator[list[Cell]]:
    for coding in project.codings:
        values = _values(project, coding, path_separator)
        yield [values.get(column, "") for column in columns]


def _values(project: Project, coding: Coding, path_separator: str) -> dict[str, Cell]:
    document = project.document(coding.document)
    return {
        **document.variables,
        "document": document.name,
        "document_group": document.group or "",
        "code": path_separator.join(coding.code_path),
        "text": project.text_of(coding),
        "coder": coding.coder,
        "start": coding.start,
        "end": coding.end,
    }
