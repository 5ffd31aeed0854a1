"""Write a codebook as the tools export it. Codes come in the order of their tree, those above before those below."""

import csv
import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from tests.reconstruction.project import CodePath

NAMESPACE = "urn:QDA-XML:codebook:1.0"


@dataclass(frozen=True)
class Code:
    """A code of a codebook."""

    path: CodePath
    definition: str = ""
    codable: bool = True

    @property
    def guid(self) -> str:
        """The same for the same path, as Taguette makes them."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, repr(self.path)))


def write_qdc(codes: Sequence[Code], path: Path, namespace: str = NAMESPACE) -> None:
    """Write a REFI-QDA codebook, with GUIDs in capitals."""
    root = ElementTree.Element("CodeBook", {"xmlns": namespace, "origin": "crosscase tests"})
    elements: dict[CodePath, ElementTree.Element] = {(): ElementTree.SubElement(root, "Codes")}
    for code in codes:
        attributes = {"guid": code.guid.upper(), "name": code.path[-1], "isCodable": str(code.codable).lower()}
        elements[code.path] = ElementTree.SubElement(elements[code.path[:-1]], "Code", attributes)
        if code.definition:
            ElementTree.SubElement(elements[code.path], "Description").text = code.definition
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def write_maxqda(codes: Sequence[Code], path: Path) -> None:
    """Write `Code` and `Memo`, the path joined by " > "."""
    _write_xlsx(path, [("Code", "Memo"), *((" > ".join(code.path), code.definition) for code in codes)])


def write_nvivo(codes: Sequence[Code], path: Path) -> None:
    """Write `Name`, `Description`, `Files` and `References`, names indented by spaces."""
    rows = [("  " * (len(code.path) - 1) + code.path[-1], code.definition, "3", "14") for code in codes]
    _write_xlsx(path, [("Name", "Description", "Files", "References"), *rows])


def write_atlasti(codes: Sequence[Code], path: Path) -> None:
    """Write the codebook of the Mac version: paths joined by ": ", code groups."""
    rows = [(": ".join(code.path), code.definition, "Group") for code in codes]
    _write_csv(path, [("Code", "Comment", "Code Group 1"), *rows], ";")


def write_atlasti_manager(codes: Sequence[Code], path: Path) -> None:
    """Write the list of the Code Manager: as many columns for the name as there are levels."""
    levels = max((len(code.path) for code in codes), default=1)
    rows = []
    for code in codes:
        names = [""] * levels
        names[len(code.path) - 1] = f"● {code.path[-1]}"
        rows.append([*names, "7", "0", "Group", "1", code.definition])
    header = ["Code", *[""] * (levels - 1), "Magnitude Degree", "Density", "Groups", "Number of Groups", "Comment"]
    _write_csv(path, [header, *rows], ";")


def write_taguette(codes: Sequence[Code], path: Path, separator: str = ".") -> None:
    """Write `tag`, `description` and the number of highlights."""
    rows = [(separator.join(code.path), code.definition, "5") for code in codes]
    _write_csv(path, [("tag", "description", "number of highlights"), *rows], ",")


def _write_csv(path: Path, rows: Iterable[Sequence[str]], separator: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=separator).writerows(rows)


def _write_xlsx(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": datetime.datetime(2020, 1, 1)})
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
