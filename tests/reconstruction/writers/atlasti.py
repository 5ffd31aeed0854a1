"""Write a project as ATLAS.ti's report of quotations: the Windows version's Excel, the Mac version's CSV."""

import csv
import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from tests.reconstruction.project import Project
from tests.reconstruction.writers import quotations
from tests.reconstruction.writers.quotations import Quotation

WINDOWS = (
    "ID",
    "Quotation Name",
    "Document",
    "Document Groups",
    "Quotation Content",
    "Comment",
    "Codes",
    "Reference",
    "Density",
    "Created by",
    "Modified by",
    "Created",
    "Modified",
)
MAC = (
    "Number",
    "Reference",
    "Name",
    "Text Content",
    "Document",
    "Codes",
    "Number of Codes",
    "Comment",
    "Initial Position",
    "Final Position",
    "Extensão",
    "Creation Date ",
    "Modification Date",
)
JOINT = ": "
CREATED = "1/1/2020 12:00:00 PM"


def write_xlsx(project: Project, path: Path, joint: str = JOINT) -> None:
    """Write one row for each quotation; its codes on a line each, ended as Windows ends lines."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    sheet = book.add_worksheet("Quotations")
    sheet.write_row(0, 0, WINDOWS)
    for row, (number, quotation) in enumerate(_numbered(project), start=1):
        document = quotation.document
        codes = "\r\n".join(joint.join(code) for code in quotation.codes)
        cells = [number, "", document.name, document.group or "", quotation.text, "", codes]
        cells += [
            f"¶ {_paragraph(quotation, quotation.start)}",
            "0",
            quotation.coder,
            quotation.coder,
            CREATED,
            CREATED,
        ]
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, column, cell)
    book.close()


def write_csv(project: Project, path: Path, joint: str = JOINT) -> None:
    """Write ``;`` between the fields, ", " between the codes, and the text in quotes of its own."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(MAC)
        for number, quotation in _numbered(project):
            first, last = (_paragraph(quotation, place) for place in (quotation.start, quotation.end - 1))
            codes = ", ".join(joint.join(code) for code in quotation.codes)
            row = [number, f"¶ {first}", "", f'"{quotation.text}"', quotation.document.name, codes]
            writer.writerow([*row, len(quotation.codes), "", first, last, last - first + 1, "1/1/20", "1/1/20"])


def _numbered(project: Project) -> Iterator[tuple[str, Quotation]]:
    """The quotations with ATLAS.ti's numbers: that of the document and that within it."""
    documents = {document.name: number for number, document in enumerate(project.documents, start=1)}
    made: Counter[str] = Counter()
    for quotation in quotations.of(project):
        name = quotation.document.name
        made[name] += 1
        yield f"{documents[name]}:{made[name]}", quotation


def _paragraph(quotation: Quotation, position: int) -> int:
    return 1 + quotation.document.text.count("\n", 0, position)
