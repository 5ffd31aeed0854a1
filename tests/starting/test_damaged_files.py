"""A damaged export in a folder: it is no file of another kind, so it is named among what is still open."""

import io
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from crosscase.messages.errors import StudyError
from tests.builders.new_studies import NORTH, new, table


def workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row in range(300):
            sheet.write_row(row, 0, [f"D{row}", f"Trust {row}", f"Invented words, row {row}."])


def database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE code_text (words TEXT)")
        connection.executemany("INSERT INTO code_text VALUES (?)", [(f"invented {n}" * 20,) for n in range(300)])
    connection.close()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def with_cut_sheet(path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new_:
        for name in old.namelist():
            content = old.read(name)
            new_.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    path.write_bytes(made.getvalue())


def with_zeros(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:5] + bytes(40) + content[45:])


def zeros_in_pages(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(4000) + content[4100:])


DAMAGES: dict[str, tuple[str, Callable[[Path], object], Callable[[Path], object], str]] = {
    "workbook cut off": ("b.xlsx", workbook, cut, "its end is lost"),
    "sheet cut off": ("b.xlsx", workbook, with_cut_sheet, "a part of it is damaged"),
    "database cut off": ("b.qda", database, cut, "its end is lost"),
    "zeros in a database": ("b.sqlite3", database, zeros_in_pages, "it is a database (SQLite) with a damaged part"),
    "zeros in a table": (
        "b.csv",
        lambda path: table(path, NORTH * 9),
        with_zeros,
        "it contains bytes that no text has",
    ),
    "empty": ("b.csv", Path.touch, lambda _: None, "the file is empty"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_export_in_a_folder_is_still_open(name: str, tmp_path: Path) -> None:
    """It was left out as no export, in a line among others; the study lacked it."""
    file, make, damage, what = DAMAGES[name]
    table(tmp_path / "in/a.csv", NORTH)
    make(tmp_path / "in" / file)
    damage(tmp_path / "in" / file)
    said, points = new(tmp_path, tmp_path / "in")
    assert f"left out: {tmp_path}/in/{file}: {what}" in said
    first = points[0]
    assert (first.file, first.what) == (f"{tmp_path}/in/{file}", f"it is left out: {what}")
    assert "crosscase add" in first.remedy


@pytest.mark.parametrize("name", DAMAGES)
def test_a_folder_with_nothing_else_says_what_is_damaged(name: str, tmp_path: Path) -> None:
    file, make, damage, what = DAMAGES[name]
    (tmp_path / "in").mkdir()
    make(tmp_path / "in" / file)
    damage(tmp_path / "in" / file)
    with pytest.raises(StudyError, match="no file in it is an export") as error:
        new(tmp_path, tmp_path / "in")
    assert f"in/{file}: {what}" in str(error.value)


def test_a_damaged_export_called_like_a_person_is_found_by_its_folder_ending_and_size(tmp_path: Path) -> None:
    table(tmp_path / "in/a.csv", NORTH)
    workbook(tmp_path / "in/Maria Lopez.xlsx")  # an invented person
    cut(tmp_path / "in/Maria Lopez.xlsx")
    said, points = new(tmp_path, tmp_path / "in")
    size = (tmp_path / "in/Maria Lopez.xlsx").stat().st_size
    assert "Maria" not in " ".join([*said, *map(str, points)])
    assert points[0].file == f"a file below {tmp_path}/in, called like a document or a person (.xlsx, {size:,} bytes)"


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("name", ["photo.jpg", "notes.docx", "tool.db", "other.csv", "people.xlsx"])
def test_files_of_another_kind_are_not_damaged(name: str, tmp_path: Path) -> None:
    table(tmp_path / "in/a.csv", NORTH)
    path = tmp_path / "in" / name
    if name == "notes.docx":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<x/>")
    elif name == "people.xlsx":
        workbook(path)
    elif name == "tool.db":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE other (words TEXT)")
        connection.close()
    else:
        path.write_bytes(b"\x05\x00\x01" if name == "photo.jpg" else b"Weight\n7\n")
    _, points = new(tmp_path, tmp_path / "in")
    assert not any("left out" in point.what for point in points)
