"""Write a project as MAXQDA's Excel list of coded segments: one row for each coding."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from tests.reconstruction.project import Coding, Project

Language = Literal["en", "pl"]

HEADINGS: dict[Language, tuple[str, ...]] = {
    "en": (
        "Color",
        "Comment",
        "Document group",
        "Document name",
        "Code",
        "Beginning",
        "End",
        "Weight score",
        "Segment",
        "Area",
        "Coverage %",
        "Created by",
        "Created",
    ),
    "pl": (
        "Color",
        "Komentarz",
        "Grupa dokumentów",
        "Nazwa dokumentu",
        "Kod",
        "Początek",
        "Koniec",
        "Waga",
        "Fragment",
        "Objętość",
        "Obszar %",
        "Autor",
        "Data utworzenia",
    ),
}
CREATED = "01.01.2020 12:00:00"
LONGEST_CELL = 32_767

Cell = str | float


def write(project: Project, path: Path, language: Language = "en", variables: Sequence[str] = ()) -> None:
    """Write the coded segments, with the headings of a user interface and document variables.

    Places are 1-based paragraph numbers, as MAXQDA gives them for text. Raises ValueError if a
    text is longer than an Excel cell can be.
    """
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    sheet = book.add_worksheet("Sheet1")
    for column, heading in enumerate([*HEADINGS[language], *variables]):
        sheet.write_string(0, column, heading)
    for number, coding in enumerate(project.codings, start=1):
        for column, cell in enumerate(_row(project, coding, variables)):
            if isinstance(cell, float):
                sheet.write_number(number, column, cell)
            elif len(cell) > LONGEST_CELL:
                raise ValueError(f"row {number}: longer than an Excel cell can be")
            elif cell:
                sheet.write_string(number, column, cell)
    book.close()


def _row(project: Project, coding: Coding, variables: Sequence[str]) -> list[Cell]:
    document = project.document(coding.document)
    segment = project.text_of(coding)
    return [
        "●",
        "",
        document.group or "",
        document.name,
        " > ".join(coding.code_path),
        _paragraph(document.text, coding.start),
        _paragraph(document.text, max(coding.start, coding.end - 1)),
        0.0,
        segment,
        float(len(segment)),
        100.0 * len(segment) / max(1, len(document.text)),
        coding.coder,
        CREATED,
        *(document.variables.get(variable, "") for variable in variables),
    ]


def _paragraph(text: str, position: int) -> float:
    return 1.0 + text.count("\n", 0, position)
