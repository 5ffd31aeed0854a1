"""Tables that people write: what is understood, and what is refused in which words."""

import csv
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages.errors import StudyError
from crosscase.spreadsheets import spreadsheet
from crosscase.storage.text_form import nfc

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(str.strip).filter(bool)


def write(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_text_tables(tmp_path: Path, separator: str, encoding: str) -> None:
    text = f'id{separator}text\r\n1{separator}"a{separator}\nž"\r\n'
    sheet = spreadsheet.read(write(tmp_path / "t.csv", text.encode(encoding)))
    assert sheet.header == ["id", "text"]
    assert list(sheet.records) == [spreadsheet.Record("row 2", {"id": "1", "text": f"a{separator}\nž"})]


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("first column", "second column"), *rows])
    read = [tuple(record.fields.values()) for record in spreadsheet.read(str(path)).records]
    assert read == [(nfc(a), nfc(b)) for a, b in rows]


def test_reads_workbooks_and_shows_numbers_as_they_look(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as workbook:
        sheet = workbook.add_worksheet("Segments")
        sheet.write_row(0, 0, ["id", "text"])
        sheet.write_row(1, 0, [1.0, "a"])
        sheet.write_row(3, 0, [1.5, "b"])
    read = spreadsheet.read(str(tmp_path / "t.xlsx"))
    assert [record.locator for record in read.records] == ["sheet 1, row 2", "sheet 1, row 4"]
    assert [record.fields["id"] for record in read.records] == ["1", "1.5"]


def test_headings_are_found_whatever_their_case(tmp_path: Path) -> None:
    sheet = spreadsheet.read(write(tmp_path / "t.csv", b"Document  NAME ,b\n1,2\n"))
    assert sheet.column("document name") == "Document  NAME "
    assert sheet.column("c") is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"a,b\n1\n", "row 2: it has 1 field, but the header has 2"),
        (b'a,b\n1,"cut o', "a quote is not closed"),
        (b"a,A\n1,2\n", "the columns A and B have the same heading"),
        (b"a,\xff\xfe\n", "line 1: it is not UTF-8, and its encoding is not certain"),
        (b"a\0b,c\n", "it is neither a text table nor a workbook"),
        (b"PK\x03\x04 cut off", "it is not a workbook"),
        (b",,\n1,2,3\n", "it has no headings in this row"),
    ],
)
def test_refuses_damaged_files_by_name(tmp_path: Path, content: bytes, words: str) -> None:
    path = write(tmp_path / "export.csv", content)
    with pytest.raises(StudyError) as error:
        list(spreadsheet.read(path).records)
    assert path in str(error.value)
    assert words in str(error.value)
