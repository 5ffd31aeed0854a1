"""Changes of tables that people fill in: what is not changed keeps its form. All names are invented."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages.errors import StudyError
from crosscase.spreadsheets import spreadsheet, table_edits, team_lists
from crosscase.spreadsheets.table_edits import Edits
from crosscase.storage import files
from crosscase.storage.text_form import nfc

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)


def workbook(path: Path, rows: list[list[str]]) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("people")
    bold = book.add_format({"bold": True})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write_string(number, column, value, bold if column else None)
    sheet.data_validation(1, 1, len(rows) - 1, 1, {"validate": "list", "source": ["yes", "no"]})
    sheet.conditional_format(1, 0, len(rows) - 1, 0, {"type": "blanks", "format": bold})
    sheet.write_comment(1, 0, "A note")
    book.add_worksheet("other").write(0, 0, "other")
    book.close()


def contents(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows_of(path: Path) -> list[list[str]]:
    sheet = spreadsheet.read_whole(str(path))
    return [list(sheet.header), *(list(row) for _, row in sheet.rows())]


ROWS = [["id", "consent"], ["A", "yes"], ["B", "no"]]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("id,consent\nA,yes\nB,no\n", "id,consent\nA,no\nB,no\nC & C,yes\n"),
        ("id;consent\r\nA;yes\r\nB;no\r\n", "id;consent\r\nA;no\r\nB;no\r\nC & C;yes\r\n"),
        ('id,consent\n"A",yes\n"B","no"', 'id,consent\nA,no\n"B","no"\nC & C,yes\n'),
        ("sep=;\nid;consent\nA;yes\nB;no\n", "sep=;\nid;consent\nA;no\nB;no\nC & C;yes\n"),
    ],
)
def test_a_text_table_keeps_its_form(text: str, after: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode())
    assert table_edits.edited(str(path), Edits({(2, 1): "no"}, [["C & C", "yes"]])).decode() == after


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1250"])
def test_a_text_table_keeps_its_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("jméno,souhlas\nVymyšlená Žofie,yes\n".encode(encoding))
    content = table_edits.edited(str(path), Edits({(2, 1): "no"}))
    assert content.decode(encoding) == "jméno,souhlas\nVymyšlená Žofie,no\n"


def test_a_column_is_added_and_rows_go(tmp_path: Path) -> None:
    for name in ("list.csv", "list.xlsx"):
        path = tmp_path / name
        if path.suffix == ".csv":
            path.write_text("id,consent\nA,yes\nB,no\n", encoding="utf-8")
        else:
            workbook(path, ROWS)
        edits = Edits({(1, 2): "aliases", (3, 2): "b"}, [["C", "yes"]], {2})
        path.write_bytes(table_edits.edited(str(path), edits))
        assert rows_of(path) == [["id", "consent", "aliases"], ["B", "no", "b"], ["C", "yes", ""]]


def test_a_workbook_keeps_all_else(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    workbook(path, ROWS)
    before = contents(path.read_bytes())
    content = table_edits.edited(str(path), Edits({(2, 1): "no"}, [["C <x>", "yes"]]))
    path.write_bytes(content)
    after = contents(content)
    sheet = "xl/worksheets/sheet1.xml"
    assert {name for name in before if before[name] != after[name]} == {sheet}
    text = after[sheet].decode()
    assert 'sqref="B2:B4"' in text  # the list to choose from holds in the new row, too
    assert 'sqref="A2:A4"' in text
    assert text.count(' s="1"') == before[sheet].decode().count(' s="1"') + 1  # the new cell looks like the one above
    assert rows_of(path) == [["id", "consent"], ["A", "no"], ["B", "no"], ["C <x>", "yes"]]


def read_as_list(path: Path) -> list[list[str]]:
    """The rows of a list with its headings, as `team_lists` reads it."""
    found = team_lists.read(str(path), (), passages=True)
    return [found.header, *(list(record.fields.values()) for record in found.records)]


def written(folder: Path, kind: str, rows: Sequence[Sequence[str]]) -> Path:
    path = folder / f"list.{kind}"
    if kind == "xlsx":
        workbook(path, [*map(list, rows)])
    else:
        files.write_csv(path, rows[0], rows[1:])
    return path


def as_read(rows: Iterable[Iterable[str]]) -> list[list[str]]:
    return [[nfc(value).strip() for value in row] for row in rows]


SPECIAL = ("=1+1", "'=1+1", "-2", "'-2", "@x", "'quoted'", "''=x", "+49 30", "a,b", '"', ";", "'=", "")
CELL = st.one_of(TEXT, st.sampled_from(SPECIAL))
ROW = st.tuples(CELL.map("i".__add__), CELL)


def stop_on_changed_values(path: Path, added: Iterable[Sequence[str]], new: str) -> None:
    """Change a cell twice and add rows: all values are read as they were, and the new ones as they were given."""
    expected = read_as_list(path)
    for edits in (Edits({(2, 0): new}), Edits({(2, 0): new}, [*added])):
        path.write_bytes(table_edits.edited(str(path), edits))
    expected[1][0] = as_read([[new]])[0][0]
    assert read_as_list(path) == [*expected, *as_read(added)]


@given(rows=st.lists(ROW, min_size=1, max_size=4), added=st.lists(ROW, max_size=2), new=CELL.map("i".__add__))
def test_all_values_of_a_text_table_are_read_as_they_were(
    rows: list[tuple[str, str]], added: list[tuple[str, str]], new: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stop_on_changed_values(written(Path(folder), "csv", [("id", "one"), *rows]), added, new)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("new", ["'=1+1", "=1+1"])
def test_values_like_formulas_are_read_as_they_were(kind: str, new: str, tmp_path: Path) -> None:
    rows = [(f"i{number}", value) for number, value in enumerate(SPECIAL)]
    stop_on_changed_values(written(tmp_path, kind, [("id", "one"), *rows]), [(value, "x") for value in SPECIAL], new)


def test_a_cell_may_be_longer_than_the_csv_module_reads_by_default(tmp_path: Path) -> None:
    path = written(tmp_path, "csv", [("id", "one"), ("A", "x" * 200_000), ("B", "")])
    csv.field_size_limit(2**17)
    path.write_bytes(table_edits.edited(str(path), Edits({(2, 0): "C", (3, 1): "y"})))
    assert read_as_list(path) == [["id", "one"], ["C", "x" * 200_000], ["B", "y"]]


def test_an_open_file_and_other_kinds_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,consent\nA,yes\n", encoding="utf-8")
    for lock in ("~$list.csv", ".~lock.list.csv#"):
        (tmp_path / lock).touch()
        with pytest.raises(
            StudyError, match=r"it is open in another program, which keeps .* meanwhile\. Close it there"
        ):
            table_edits.edited(str(path), Edits({(2, 1): "no"}))
        (tmp_path / lock).unlink()
    path.write_bytes(b"\xd0\xcf\x11\xe0old workbook")
    with pytest.raises(StudyError, match=r"does not write into this kind of file\. Save it as a workbook"):
        table_edits.edited(str(path), Edits({(2, 1): "no"}))


def test_a_formula_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["id", "consent"])
    sheet.write_string(1, 0, "A")
    sheet.write_formula(1, 1, "=A2", value="A")
    book.close()
    with pytest.raises(StudyError, match=r"cell B2: it has a formula\. Write its value"):
        table_edits.edited(str(path), Edits({(2, 1): "no"}))
