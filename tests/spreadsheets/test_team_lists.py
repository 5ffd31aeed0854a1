"""A list in a workbook is one of its sheets; what is in the others is never left out in silence. Names are invented."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from crosscase.anonymisation import gazetteer, register
from crosscase.coding import codebook
from crosscase.messages.errors import StudyError
from crosscase.spreadsheets import team_lists
from crosscase.study.facts import Domain
from tests.builders.small_study import small_study_here
from tests.builders.steps_in_process import problems_of_check

Rows = Sequence[Sequence[str]]
LISTS: dict[str, tuple[Callable[..., Any], Rows]] = {
    "codebook": (
        lambda path, sheet: codebook.read(path, [Domain("barriers", "Barriers")], sheet),
        [("domain", "Code", "name", "parent"), ("barriers", "time", "Lack of time", "")],
    ),
    "register": (
        lambda path, sheet: register.read(path, {"de": "DE"}, {}, "country", sheet).people,
        [
            ("id", "name", "country", "documents", "consent_to_quote", "withdrawn"),
            ("DE-01", "Ottokar Erdichtet", "DE", "talk", "yes", "no"),
        ],
    ),
    "identifiers": (
        lambda path, sheet: gazetteer.read_gazetteer(path, sheet=sheet)[0],
        [("type", "value"), ("person", "Ottokar Erdichtet")],
    ),
}
ABOUT = [("column", "meaning"), ("code", "an id")]


def workbook(folder: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> str:
    with xlsxwriter.Workbook(folder / "list.xlsx") as book:
        made = {name: book.add_worksheet(name) for name in sheets}
        for name, rows in sheets.items():
            for number, row in enumerate(rows):
                made[name].write_row(number, 0, row)
        next(sheet for name, sheet in made.items() if name not in hidden).set_first_sheet()
        next(sheet for name, sheet in made.items() if name not in hidden).activate()
        for name in hidden:
            made[name].hide()
    return str(folder / "list.xlsx")


def refused(name: str, path: str, sheet: str | None = None) -> list[str]:
    with pytest.raises(StudyError) as error:
        LISTS[name][0](path, sheet)
    assert "Ottokar" not in str(error.value)
    return [f"{problem.what}. {problem.remedy}" for problem in error.value.problems]


@pytest.mark.parametrize("name", LISTS)
def test_another_sheet_with_the_columns_of_the_list_is_an_error_that_shows_how_to_name_it(
    tmp_path: Path, name: str
) -> None:
    read, rows = LISTS[name]
    path = workbook(tmp_path, {"Germany": rows, "Ottokar": rows, "About": ABOUT, "Empty": []})
    assert refused(name, path) == [
        "its first sheet alone is read, but sheet 2 has the columns of such a list, too. Put all rows into the first "
        f"sheet, or name the sheet to read under sheets.{name} in config/study.yaml."
    ]
    assert read(path, "Ottokar") == read(path, "Germany")
    assert "it has no sheet 'Portugal'" in refused(name, path, "Portugal")[0]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_behind_a_first_sheet_of_another_kind_is_found(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path, {"About": ABOUT, "List": LISTS[name][1]})
    found = refused(name, path)
    assert any("sheet 2 has the columns of such a list, too" in problem for problem in found)
    assert LISTS[name][0](path, "List")


@pytest.mark.parametrize("name", LISTS)
def test_a_hidden_first_sheet_is_an_error(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path, {"List": LISTS[name][1], "About": ABOUT}, hidden=["List"])
    assert refused(name, path)[0].startswith("its first sheet, which alone is read, is hidden. Show or delete it")
    assert LISTS[name][0](path, "List")


@pytest.mark.parametrize("name", LISTS)
def test_sheets_of_another_kind_are_no_problem(tmp_path: Path, name: str) -> None:
    read, rows = LISTS[name]
    assert len(read(workbook(tmp_path, {"List": rows, "About": ABOUT, "Headings alone": rows[:1]}), None)) >= 1


def test_the_sheets_of_the_study_are_read_by_every_step() -> None:
    with small_study_here():
        study, codes = Path("config/study.yaml"), Path("config/codebook.csv")
        rows = [line.split(",") for line in codes.read_text(encoding="utf-8").splitlines()]
        workbook(Path("config"), {"Old": rows[:2], "Codes": rows})
        text = study.read_text(encoding="utf-8").replace("config/codebook.csv", "config/list.xlsx")
        study.write_text(text, encoding="utf-8")
        assert any("sheets.codebook" in problem for problem in problems_of_check())
        study.write_text(f"{text}sheets: {{codebook: Codes}}\n", encoding="utf-8")
        assert problems_of_check() == []
        study.write_text(f"{text}sheets: {{codebook: Codes, register: People}}\n", encoding="utf-8")
        assert problems_of_check() == [
            "data/raw/participants.csv: it is not a workbook. Remove sheets.register in config/study.yaml."
        ]


@pytest.mark.parametrize(
    ("write", "remedy"),
    [
        (lambda path: path.mkdir(), "Give the path of the file in it."),
        (lambda _: None, "Correct the path, or put the file there."),
        (lambda path: path.write_text("id,id\nA,B\n", encoding="utf-8"), "Rename one; split cells"),
        (lambda path: path.write_bytes(b'id\n"A\n'), 'save it as "CSV UTF-8" or as a workbook.'),
    ],
)
def test_the_remedy_is_one_for_a_list(write: Callable[[Path], object], remedy: str, tmp_path: Path) -> None:
    """Where the file is wrong for any use its own remedy stays; advice to export a list again would help nobody."""
    write(tmp_path / "list.csv")
    with pytest.raises(StudyError) as error:
        team_lists.read(str(tmp_path / "list.csv"), ("id",))
    assert remedy in str(error.value)


@pytest.mark.parametrize(("rows", "letters"), [(6_000, 9_000), (200_001, 1)])
def test_a_list_that_nobody_keeps_by_hand_is_refused(tmp_path: Path, rows: int, letters: int) -> None:
    """A text that is in the file once filled the memory of whoever reads the list, and rows without end the time."""
    text = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), pa.array(["x" * letters]))
    pq.write_table(pa.table({"type": text, "value": text}), tmp_path / "list.parquet")
    with pytest.raises(StudyError, match="more than 200,000 rows or 50,000,000 characters"):
        team_lists.read(str(tmp_path / "list.parquet"), ["type", "value"])


def test_nobody_waits_for_a_list_that_is_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.csv")
    with pytest.raises(StudyError, match="it is a pipe or a device, not a file"):
        team_lists.read(str(tmp_path / "list.csv"), ["type", "value"])


@pytest.mark.parametrize(
    ("headings", "is_one_cell"),
    [
        ("id,decision,extra", False),  # `decision` has the letters of `on` in it
        ("Ridley,decision", False),
        ("id decision instead by on", True),
        ('"id,decision,instead,by,on"', True),
        ("id|decision", False),
    ],
)
def test_headings_are_in_one_cell_only_if_they_are(headings: str, is_one_cell: bool, tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text(f"{headings}\n", encoding="utf-8")
    with pytest.raises(StudyError) as error:
        team_lists.read(str(tmp_path / "decisions.csv"), ("id", "decision", "instead", "by", "on"))
    assert ("All headings are in one cell" in str(error.value)) == is_one_cell
    assert is_one_cell or "Add them. It has: " in str(error.value)
