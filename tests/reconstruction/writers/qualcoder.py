"""Write a project as a QualCoder database, or as QualCoder's report of coded segments, CSV or XLSX.

1. Levels above a code are categories; with version 17 they can be codes. In version 8 a parent that is
   itself coded becomes a category and a code of its name in it, as QualCoder imports it.
2. A document's group is a case that is linked to all of the document; its variables are file attributes.
3. In the CSV report a code of fewer levels has a shorter row, as QualCoder writes it.

Names of codes must be unique in the project, and a coder codes a passage once with a code: QualCoder's
database can hold nothing else. What breaks this raises sqlite3.IntegrityError.
"""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from tests.reconstruction.project import CodePath, Coding, Project
from tests.reconstruction.writers.qualcoder_schema import VERSION_8, VERSION_17

DATE = "2020-01-01 12:00:00"
Version = Literal[8, 17]
By = Literal["File", "Case"]


def write_database(project: Project, path: Path, version: Version = 17, codes_below_codes: bool = False) -> None:
    """Write the project as `data.qda`, replacing the file if there is one."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(VERSION_17 if version == 17 else VERSION_8)
        _write_sources(database, project)
        codes = _write_nested(database, project) if codes_below_codes else _write_categories(database, project)
        for coding in project.codings:
            (source,) = database.execute("SELECT id FROM source WHERE name = ?", (coding.document,)).fetchone()
            row = (
                codes[coding.code_path],
                source,
                project.text_of(coding),
                coding.start,
                coding.end,
                coding.coder,
                DATE,
            )
            database.execute(
                "INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner, date, memo, important) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, '', null)",
                row,
            )


def _write_sources(database: sqlite3.Connection, project: Project) -> None:
    names = sorted({name for document in project.documents for name in document.variables})
    for name in names:
        database.execute("INSERT INTO attribute_type VALUES (?, ?, 'default', '', 'file', 'character')", (name, DATE))
    for number, document in enumerate(project.documents, start=1):
        row = (number, document.name, document.text, DATE)
        database.execute("INSERT INTO source VALUES (?, ?, ?, null, '', 'default', ?, null, null)", row)
        for name in names:
            insert = "INSERT INTO attribute (name, attr_type, value, id, date) VALUES (?, 'file', ?, ?, ?)"
            database.execute(insert, (name, document.variables.get(name, ""), number, DATE))
        if document.group:
            database.execute("INSERT OR IGNORE INTO cases (name, owner) VALUES (?, 'default')", (document.group,))
            (case,) = database.execute("SELECT caseid FROM cases WHERE name = ?", (document.group,)).fetchone()
            link = (case, number, len(document.text), DATE)
            database.execute(
                "INSERT INTO case_text (caseid, fid, pos0, pos1, owner, date) VALUES (?, ?, 0, ?, 'default', ?)", link
            )


def _write_categories(database: sqlite3.Connection, project: Project) -> dict[CodePath, int]:
    codes: dict[CodePath, int] = {}
    numbers: dict[CodePath, int | None] = {(): None}
    for code in project.code_paths():
        above = categories(project, code)
        for depth in range(1, len(above) + 1):
            level = above[:depth]
            if level not in numbers:
                row = (level[-1], DATE, numbers[level[:-1]])
                insert = "INSERT INTO code_cat (name, owner, date, memo, supercatid) VALUES (?, 'default', ?, '', ?)"
                numbers[level] = database.execute(insert, row).lastrowid
        insert = "INSERT INTO code_name (name, memo, catid, owner, date, color) VALUES (?, '', ?, 'default', ?, '#CCC')"
        codes[code] = database.execute(insert, (code[-1], numbers[above], DATE)).lastrowid or 0
    return codes


def _write_nested(database: sqlite3.Connection, project: Project) -> dict[CodePath, int]:
    codes: dict[CodePath, int] = {}
    for path in project.code_paths():
        for depth in range(1, len(path) + 1):
            level = path[:depth]
            if level not in codes:
                insert = "INSERT INTO code_name (name, owner, date, supercid) VALUES (?, 'default', ?, ?)"
                row = (level[-1], DATE, codes.get(level[:-1]))
                codes[level] = database.execute(insert, row).lastrowid or 0
    return codes


def categories(project: Project, code: CodePath) -> CodePath:
    """The categories of a code, root first; a code that others are below is in a category of its name."""
    is_parent = any(len(path) > len(code) and path[: len(code)] == code for path in project.code_paths())
    return code if is_parent else code[:-1]


def header(project: Project, by: By = "File", variables: bool = True) -> list[str]:
    """The headings of a report: so many of them are `Category` as the deepest code has."""
    most = max((len(categories(project, coding.code_path)) for coding in project.codings), default=0)
    first = ["Case", "Filename"] if by == "Case" else ["File"]
    names = [f"FileVar_{name}" for name in _variables(project)] if variables else []
    return [*first, "Coder", "Coded", "Id", "Codename", "Coded_Memo", *["Category"] * most, *names]


def write_csv(project: Project, path: Path, by: By = "File", variables: bool = True) -> None:
    """Write the report as CSV: UTF-8 with a mark, CRLF, every field quoted, short rows left short."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=",", quotechar='"', quoting=csv.QUOTE_ALL)
        writer.writerow(header(project, by, variables))
        for fixed, above, values in _rows(project, by, variables):
            writer.writerow([*fixed, *above, *values])


def write_xlsx(project: Project, path: Path, by: By = "File", variables: bool = True) -> None:
    """Write the report as XLSX: every value below its heading."""
    headings = header(project, by, variables)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Sheet")
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading)
        for number, (fixed, above, values) in enumerate(_rows(project, by, variables), start=1):
            padding = [""] * (len(headings) - len(fixed) - len(above) - len(values))
            for column, cell in enumerate([*fixed, *above, *padding, *values]):
                if cell:
                    sheet.write_string(number, column, cell)


def _variables(project: Project) -> list[str]:
    return sorted({name for document in project.documents for name in document.variables})


def _rows(project: Project, by: By, variables: bool) -> Iterator[tuple[list[str], list[str], list[str]]]:
    for number, coding in enumerate(project.codings, start=1):
        document = project.document(coding.document)
        if by == "Case" and document.group is None:
            continue
        first = [document.group or "", document.name] if by == "Case" else [document.name]
        fixed = [*first, coding.coder, project.text_of(coding), f"ctid:{number}", coding.code_path[-1], ""]
        values = [document.variables.get(name, "") for name in _variables(project)] if variables else []
        yield fixed, list(reversed(categories(project, coding.code_path))), values


def storable(project: Project) -> Project:
    """The project with what QualCoder can hold: unique names of codes, no coding twice."""

    def renamed(path: CodePath) -> CodePath:
        return (*path[:-1], " of ".join(reversed(path)))

    unique = dict.fromkeys(project.codings)
    codings = (Coding(c.document, renamed(c.code_path), c.coder, c.start, c.end) for c in unique)
    return Project(project.name, project.documents, tuple(codings))
