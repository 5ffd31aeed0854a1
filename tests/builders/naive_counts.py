"""How many codings a file holds, counted as plainly as can be, without the package's readers."""

import csv
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook


def _sheet(path: Path) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def _quotations(path: Path) -> int:
    header, *rows = _sheet(path)
    return sum(
        len(row[header.index("Codes")].split()) > 0 and len(row[header.index("Codes")].splitlines()) for row in rows
    )


def _excerpts(path: Path) -> int:
    header, *rows = _sheet(path)
    applied = [number for number, heading in enumerate(header) if heading.endswith(" Applied")]
    return sum(row[number] == "True" for row in rows for number in applied)


def _matrix(path: Path) -> int:
    _, *rows = _sheet(path)
    return sum(int(float(cell)) for row in rows for cell in row[1:] if cell)


def _reports(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        texts = [
            archive.read(name).decode("utf-16" if archive.read(name)[:2] == b"\xff\xfe" else "utf-8-sig")
            for name in archive.namelist()
        ]
    return sum(len(re.findall(r"^Reference \d+ - ", text, re.MULTILINE)) for text in texts)


def _project(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".qde"))
        root = ElementTree.fromstring(archive.read(name))
    return sum(1 for coding in root.iter() if coding.tag.endswith("}Coding") for _ in coding)


def _database(*queries: str) -> Callable[[Path], int]:
    def count(path: Path) -> int:
        with closing(sqlite3.connect(path)) as database:
            return sum(int(database.execute(f"SELECT count(*) FROM {query}").fetchone()[0]) for query in queries)

    return count


COUNTS: dict[str, Callable[[Path], int]] = {
    "atlasti": _quotations,
    "dedoose": _excerpts,
    "maxqda": lambda path: len(_sheet(path)) - 1,
    "nvivo_matrix": _matrix,
    "nvivo_report": _reports,
    "qualcoder_csv": lambda path: len(_rows(path)) - 1,
    "qualcoder_database": _database("code_text", "code_image", "code_av"),
    "refi_qda": _project,
    "requal_csv": lambda path: len(_rows(path)) - 1,
    "rqda": _database("coding WHERE status = 1", "coding2 WHERE status = 1"),
    "taguette_csv": lambda path: sum(bool(row[2]) for row in _rows(path)[1:]),
    "taguette_database": _database("highlight_tags"),
    "tidy": lambda path: len(_rows(path)) - 1,
}
