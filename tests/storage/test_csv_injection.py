"""What a spreadsheet would run survives reading and is harmless when written."""

import csv
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding import codebook
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.storage import csv_injection, files
from crosscase.storage.schemas import Issue
from crosscase.study.facts import Domain, ExportSettings

BAD = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "- Negative", "'=1"]


@pytest.mark.parametrize("text", BAD)
def test_a_formula_is_written_as_text(tmp_path: Path, text: str) -> None:
    files.write_csv(tmp_path / "t.csv", ("words",), [(text,)])
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as stream:
        (_, (written,)) = csv.reader(stream)
    assert written == "'" + text.replace("\r", "\n")
    assert csv_injection.restored(written) == text.replace("\r", "\n")


@pytest.mark.parametrize("text", BAD)
def test_a_heading_is_written_as_text_too(tmp_path: Path, text: str) -> None:
    """The name of a group, as the study has it, heads a column."""
    files.write_csv(tmp_path / "t.csv", ("label", text), [])
    with files.writing_csv(tmp_path / "rows.csv", ("label", text)):
        pass
    for name in ("t.csv", "rows.csv"):
        with (tmp_path / name).open(newline="", encoding="utf-8") as stream:
            ((_, heading),) = csv.reader(stream)
        assert heading == "'" + text.replace("\r", "\n")


@pytest.mark.parametrize("value", ["-1", "+1.5", "-0,5", "1e-5", "-", "", "x", "it's", 3, -2.5, None])
def test_numbers_and_words_stay_as_they_are(value: object) -> None:
    assert csv_injection.neutral(value) == value


@given(st.text("=+-@\t\r'1a ", max_size=6))
def test_what_is_written_is_read_again(text: str) -> None:
    assert csv_injection.restored(str(csv_injection.neutral(text))) == text or text == str(csv_injection.neutral(text))


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    rows = [Issue("note", "passed_over", "cz", text.strip(), text, "'+", "", 0) for text in BAD if "\r" not in text]
    files.write_rows_csv(tmp_path / "t.csv", Issue, rows)
    assert files.read_rows_csv(tmp_path / "t.csv", Issue) == rows


def test_a_label_that_looks_like_a_formula_is_the_same_code(tmp_path: Path) -> None:
    row = ("d", "negative", "- Negative", "", "", "1", "yes", "", "")
    files.write_csv(tmp_path / "codebook.csv", codebook.COLUMNS, [row])
    (entry,) = codebook.read(str(tmp_path / "codebook.csv"), [Domain("d", "D")])
    assert entry.label == "- Negative"


def test_an_interview_that_begins_so_is_read_as_it_is(tmp_path: Path) -> None:
    with (tmp_path / "t.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([("id", "document", "tag", "content"), ("1", "d", "=code", "=1+1")])
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([("id", "document", "tag", "content"), ("1", "d", "=code", "=1+1")]):
            for column, value in enumerate(row):
                sheet.write_string(number, column, value)
    for name in ("t.csv", "t.xlsx"):
        (coding,) = export_formats.read(Export(str(tmp_path / name), ExportSettings("", "taguette_csv")))
        assert (coding.code_path, coding.text) == (("=code",), "=1+1")
