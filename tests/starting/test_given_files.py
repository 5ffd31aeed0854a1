"""Files as strangers have them: titles above headings, several sheets, commas in codes. All names are invented."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from crosscase.anonymisation import register
from crosscase.spreadsheets import team_lists
from crosscase.starting.found import FoundExport, paths_apart
from crosscase.study.facts import ExportSettings
from tests.builders.new_studies import HEADINGS, NORTH, SAID, SOUTH, config, new, table, workbook
from tests.builders.registers import lines_of

LONG = ("document", "code", "text")
SETTINGS = ExportSettings("", "tidy")


def test_no_name_of_a_file_or_document_is_in_study_yaml(tmp_path: Path) -> None:
    for name in ("interview_maria_lopez", "Notes of John Smithers"):
        table(tmp_path / "in" / f"{name}.csv", [(name, "", "Trust", SAID)])
    said, _ = new(tmp_path, tmp_path / "in")
    text = (tmp_path / "s/config/study.yaml").read_text(encoding="utf-8").casefold()
    assert all(line.endswith("school: not stated") for line in said[:2])
    for word in ("maria", "lopez", "john", "smithers"):
        assert word not in text
        assert word not in " ".join(said).casefold()
    assert {line[4] for line in lines_of(tmp_path / "s")} == {"table_1", "table_2"}
    assert sorted(path.name for path in (tmp_path / "s/data/raw/exports").iterdir()) == ["table_1.csv", "table_2.csv"]


def test_the_screen_says_which_file_an_export_is(tmp_path: Path) -> None:
    said, _ = new(tmp_path, table(tmp_path / "both.csv", [*NORTH, *SOUTH]))
    assert said[0].startswith("table_1 (both.csv): read as tidy; 3 documents")


@pytest.mark.parametrize("second", ["south", "Maria Lopez"])
def test_two_files_of_one_name_are_told_apart_by_their_folders(second: str, tmp_path: Path) -> None:
    """They had one label and, as each was called so, one group. A folder that is called like a person is not shown."""
    files = [
        table(tmp_path / "in" / folder / "codings.csv", [(f"Talk {n}", "Trust", SAID) for n in numbers], LONG)
        for folder, numbers in (("site_a", (1, 2)), (second, (3, 4)))
    ]
    said, _ = new(tmp_path, *files)
    shown = second == "south"
    assert [line.partition(":")[0] for line in said[:2]] == [
        "table_1 (site_a/codings.csv)",
        "table_2 (south/codings.csv)" if shown else "table_2",
    ]
    groups: Any = config(tmp_path)["groups"]
    assert [group["code"] for group in groups][:2] == ["site_a", *(["south"] if shown else [])]


def test_files_are_told_apart_by_as_few_folders_as_needed() -> None:
    sources = ["/x/north/a/codings.csv", "/x/south/a/codings.csv", "/x/b/codings.csv", "/x/own.csv", "/x/own.csv"]
    exports = [FoundExport(str(n), source, SETTINGS, "", [], [], Counter()) for n, source in enumerate(sources)]
    assert ["/".join(parts) for parts in paths_apart(exports).values()] == [
        "north/a/codings.csv",
        "south/a/codings.csv",
        "b/codings.csv",
        "own.csv",  # two sheets of one file are told apart otherwise
        "own.csv",
    ]


def test_groups_that_are_words_of_names_are_listed_as_a_guess(tmp_path: Path) -> None:
    rows = [(f"{school} {n}", "Trust", SAID) for school in ("Nord", "Sued") for n in (1, 2)]
    _, points = new(tmp_path, table(tmp_path / "a.csv", rows, ("document", "code", "text")))
    (guess,) = [point for point in points if "guess:" in point.what]
    assert guess.place == "exports.table_1.group_from"
    assert "published" in guess.remedy


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("second", ["South", "Maria Lopez"])
def test_every_sheet_of_a_workbook_is_an_export(second: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"First": NORTH, second: SOUTH})
    said, _ = new(tmp_path, path)
    assert [line.partition(":")[0] for line in said[:2]] == [
        "table_1 (a.xlsx, sheet First)",
        f"table_2 (a.xlsx, sheet {second})",
    ]
    exports = config(tmp_path)["exports"]
    assert [(export["file"], export["sheet"]) for export in exports.values()] == [
        ("data/raw/exports/table_1.xlsx", "First"),
        ("data/raw/exports/table_1.xlsx", second),
    ]
    assert [line[3] for line in lines_of(tmp_path / "s")] == ["D1", "D2", "D3"]


def test_a_sheet_that_is_no_export_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"First": NORTH, "Sums": [("7",)]}, {"Sums": ("Weight",)})
    said, _ = new(tmp_path, path)
    assert said[0] == f"left out: {path}: 1 other sheet of it that is no export"
    assert "sheet" not in config(tmp_path)["exports"]["table_1"]


@pytest.mark.parametrize("above", [1, 2, 5])
def test_a_table_may_have_a_title_above_its_headings(above: int, tmp_path: Path) -> None:
    titles = [(f"Export, line {n}", "", "", "") for n in range(above)]
    path = table(tmp_path / "a.csv", [*titles[1:], HEADINGS, *NORTH, *SOUTH], titles[0])
    said, _ = new(tmp_path, path)
    assert f"3 documents, 2 codes, 3 codings; headings in row {above + 1}" in said[0]
    assert config(tmp_path)["exports"]["table_1"]["header_row"] == above + 1


def test_spellings_that_are_read_as_one_group_are_listed(tmp_path: Path) -> None:
    rows = [(f"D{n}", name, "Trust", SAID) for n, name in enumerate(("North", "NORTH", "North ", "South"))]
    _, points = new(tmp_path, table(tmp_path / "a.csv", rows))
    (point,) = [point for point in points if "as one group" in point.what]
    assert point.what == "“NORTH” and “North” are read as one group"


def test_what_is_not_counted_is_listed(tmp_path: Path) -> None:
    rows = [*NORTH, ("", "North", "Trust", SAID), (" ", "North", "Time", SAID), ("D9", "North", "", SAID)]
    _, points = new(tmp_path, table(tmp_path / "a.csv", rows))
    listed = [point.what for point in points if point.place == "exports.table_1"]
    assert listed == [
        "2 codings have no document: not counted",
        "1 row has a text but no code: not counted",
    ]
    assert [line[3] for line in lines_of(tmp_path / "s")] == ["D1", "D9"]


def test_a_document_in_two_groups_is_listed(tmp_path: Path) -> None:
    _, points = new(tmp_path, table(tmp_path / "a.csv", [*NORTH, ("D1", "South", "Time", SAID), *SOUTH]))
    rows = [number for number, line in enumerate(lines_of(tmp_path / "s"), 2) if line[3].endswith("/D1")]
    assert len(rows) == 2
    (point,) = [point for point in points if "several groups or folders" in point.what]
    assert point.place == ", ".join(f"D{row}" for row in rows) or point.place == f"D{rows[0]}:D{rows[1]}"


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize(
    ("by", "groups"),
    [("school", {"North", "South"}), ("Schulen", {"North", "South"}), ("country", {"All participants"})],
)
def test_a_table_of_a_tool_may_have_the_column_of_what_is_compared(by: str, groups: set[str], tmp_path: Path) -> None:
    rows = [("D1", "Trust", SAID, "North"), ("D2", "Time", SAID, "South")]
    new(tmp_path, table(tmp_path / "a.csv", rows, ("Document name", "Code", "Segment", "School")), by=by)
    assert {line[2] for line in lines_of(tmp_path / "s")} == groups


def test_a_document_with_two_values_in_that_column_is_listed(tmp_path: Path) -> None:
    rows = [("D1", "Trust", SAID, "North"), ("D1", "Time", SAID, "South"), ("D2", "Time", SAID, "South")]
    _, points = new(tmp_path, table(tmp_path / "a.csv", rows, ("Document name", "Code", "Segment", "School")))
    assert "1 document has several values in the column of the school" in [point.what for point in points]


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("name", ["a|b", "a | b", "|", "a\\|b", "a||b"])
def test_the_sign_between_documents_may_be_in_the_name_of_one(name: str, tmp_path: Path) -> None:
    new(tmp_path, table(tmp_path / "a.csv", [(name, "North", "Trust", SAID), ("D2", "South", "Time", SAID)]))
    study = tmp_path / "s"
    lines = lines_of(study)
    for number, line in enumerate(lines):
        line[1] = f"Inventedname{number} Nobody"
    text = "\n".join(
        "\t".join(line)
        for line in [("participant", "name", "country", "documents", "export", "consent_to_quote", "withdrawn"), *lines]
    )
    (study / "participants.tsv").write_text(text, encoding="utf-8")
    people = register.read(str(study / "participants.tsv"), {"north": "NO", "south": "SO"}, {})
    assert people.find("table_1", name) is not None
    assert people.find("table_1", "b") is None


def test_values_of_a_cell_are_read_as_they_were_written() -> None:
    for values in (["a", "b"], ["a|b", "c"], ["|"], ["a | b|", "c\\d"]):
        assert team_lists.several(team_lists.one_cell(values)) == values
    assert team_lists.several("a|b | c||") == ["a", "b", "c"]


COUNTED = ("ID", "Document", "Quotation Content", "Codes", "Number of Codes")
PLAIN = ("Document", "Quotation Content", "Codes", "Comment")


def cells(path: Path, *cells_and_counts: tuple[str, int]) -> str:
    rows = [(f"1:{n}", "D1", SAID, cell, str(count)) for n, (cell, count) in enumerate(cells_and_counts)]
    return table(path, rows, COUNTED)


def codes(folder: Path) -> set[str]:
    with (folder / "s/config/codebook.csv").open(encoding="utf-8", newline="") as stream:
        return {row["label"] for row in csv.DictReader(stream)}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("Time, lack of it", 1), ("Trust", 1)], {"Time, lack of it", "Trust"}),
        ([("Time, lack of it, Trust", 2), ("Trust", 1)], {"Time, lack of it", "Trust"}),
        ([("Trust, Time, lack of it, Hope", 3), ("Trust, Hope", 2)], {"Trust", "Time, lack of it", "Hope"}),
        ([("A, b, C", 2), ("C, D, e", 2), ("D, e", 1)], {"A, b", "C", "D, e"}),
        ([("P: x, y, Q: z", 2), ("P: w", 1), ("Q: v", 1)], {"x, y", "z", "w", "v"}),
    ],
)
def test_commas_in_names_of_codes_are_told_from_those_between(
    given: list[tuple[str, int]], expected: set[str], tmp_path: Path
) -> None:
    _, points = new(tmp_path, cells(tmp_path / "a.csv", *given))
    assert codes(tmp_path) == expected
    assert not [point for point in points if "commas" in point.what]


def test_a_list_of_codes_decides_where_codes_end(tmp_path: Path) -> None:
    book = table(tmp_path / "codes.csv", [("A, B", "P", ""), ("C", "P", "")], ("Code", "Code Group 1", "Comment"))
    said, points = new(tmp_path, book, cells(tmp_path / "a.csv", ("A, B, C", 2), ("A, B, C", 2)))
    assert said[0] == "codes.csv: a list of 2 codes, read as ATLAS.ti"
    assert codes(tmp_path) == {"A, B", "C"}
    assert not [point for point in points if "commas" in point.what]


def test_cells_that_can_be_split_in_several_ways_are_listed(tmp_path: Path) -> None:
    _, points = new(tmp_path, cells(tmp_path / "a.csv", ("A, B, C", 2), ("A, B, C", 2)))
    (point,) = [point for point in points if "commas" in point.what]
    assert point.what == "2 cells of codes can be split at its commas in several ways"


def test_a_table_without_counts_is_split_at_commas_and_that_is_listed(tmp_path: Path) -> None:
    _, points = new(tmp_path, table(tmp_path / "a.csv", [("D1", SAID, "Trust, Time", "")], PLAIN))
    assert codes(tmp_path) == {"Trust", "Time"}
    assert any("commas" in point.what for point in points)


@pytest.mark.parametrize("heading", ["Fragmento", "Cytat", "Цитата", "Alıntı", "What they said"])
def test_the_column_of_the_texts_is_found_and_told(heading: str, tmp_path: Path) -> None:
    said, _ = new(tmp_path, table(tmp_path / "a.csv", [*NORTH, *SOUTH], (*HEADINGS[:3], heading)))
    assert config(tmp_path)["exports"]["table_1"]["columns"]["text"] == heading  # type: ignore[index]
    assert f"“{heading}” is the text" in said[0]
    assert ("(the longest values)" in said[0]) == (heading == "What they said")


def test_a_table_without_texts_is_said_to_have_none(tmp_path: Path) -> None:
    _, points = new(tmp_path, table(tmp_path / "a.csv", [("D1", "North", "Trust")], HEADINGS[:3]))
    assert "no column was taken for the texts" in [point.what for point in points]


@pytest.mark.parametrize("source", ["Source", "Document name", "Interview"])
def test_a_table_with_memos_and_no_texts_is_a_plain_table_without_texts(tmp_path: Path, source: str) -> None:
    """It was MAXQDA's codebook, so that no export was among the files; a long memo would be a passage."""
    memos = ["we should ask them again about this in May", "here the others have said it first", ""]
    rows = [(f"D{n}", "Trust", memo) for n, memo in enumerate(memos)]
    _, points = new(tmp_path, table(tmp_path / "a.csv", rows, (source, "Code", "Memo")))
    export = config(tmp_path)["exports"]["table_1"]
    assert (export["format"], export["columns"]) == ("tidy", {"document": source, "code": "Code"})
    assert "no column was taken for the texts" in [point.what for point in points]
