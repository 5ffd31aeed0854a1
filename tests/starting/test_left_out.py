"""Folders with anything in them: what is read, what is left out, and what is said of it. All names are invented."""

import re
from pathlib import Path

import docx
import pytest

from crosscase.messages.errors import StudyError
from crosscase.starting import new_study
from crosscase.starting.new_study import Wishes
from tests.builders.new_studies import NORTH, SAID, SOUTH, config, new, table


def test_a_folder_is_walked_and_what_is_no_export_is_left_out_in_a_line(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    table(folder / "a.csv", NORTH)
    table(folder / "deep/er/b.csv", SOUTH)
    junk = ["~$a.xlsx", ".DS_Store", "Thumbs.db", "README.md", "deep/photo.jpg", "deep/empty.csv"]
    for name in junk:
        (folder / name).write_bytes(b"" if "empty" in name else b"\x05\x00Anna\n")
    said, _ = new(tmp_path, folder)
    assert len(config(tmp_path)["exports"]) == 2
    left_out = [line for line in said if line.startswith("left out: ")]
    assert sorted(
        Path(line.removeprefix("left out: ").partition(":")[0].partition(",")[0]).name for line in left_out
    ) == (sorted(Path(name).name for name in junk))
    assert "Anna" not in " ".join(said)


def test_no_name_of_a_person_or_document_is_said_of_what_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    table(folder / "a.csv", [("Brugglesworth", "North", "Trust", SAID), ("Talk 7", "South", "Time", SAID)])
    for name in (
        "Maria/notes.txt",
        "Maria_Lopez.txt",
        "brugglesworth 2.txt",
        "~$Peter.xlsx",
        "talk 7/x.jpg",
        "plan.txt",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(f"{name}\n".encode())
    (folder / "b Maria Lopez (1).csv").write_bytes((folder / "a.csv").read_bytes())
    said, _ = new(tmp_path, folder)
    left_out = [line for line in said if line.startswith("left out: ")]
    assert not [name for name in ("Maria", "Lopez", "rugglesworth", "Peter", "alk 7") if name in " ".join(said)]
    assert left_out[0].startswith(f"left out: {folder}/plan.txt: ")
    called = f"below {folder}, called like a document or a person"
    assert f"left out: 1 file {called}, which is no export" in left_out
    assert f"left out: 1 file {called}, which is the same file as another" in left_out
    assert [line.startswith(f"left out: 4 files {called}: ") for line in left_out].count(True) == 1
    assert sum(map(int, re.findall(r"left out: (\d)", " ".join(left_out)))) == 6


def test_an_export_in_a_file_called_like_a_person_goes_by_its_key(tmp_path: Path) -> None:
    table(tmp_path / "in/Maria_Lopez.csv", NORTH)
    table(tmp_path / "in/both.csv", SOUTH)
    said, _ = new(tmp_path, tmp_path / "in")
    assert [line.partition(":")[0] for line in said[:2]] == ["table_1", "table_2 (both.csv)"]


def test_where_nothing_is_an_export_no_name_of_a_person_is_said(tmp_path: Path) -> None:
    table(tmp_path / "in/Maria Lopez.csv", [("7",)], ("Weight",))
    with pytest.raises(StudyError) as error:
        new(tmp_path, tmp_path / "in")
    assert "Maria" not in str(error.value)


def test_a_copy_of_a_file_is_not_counted_twice(tmp_path: Path) -> None:
    for name in ("a.csv", "a (1).csv", "deep/a.csv"):
        table(tmp_path / "in" / name, NORTH)
    said, _ = new(tmp_path, tmp_path / "in")
    assert [line.rpartition(", which is the same file as ")[1] != "" for line in said[:3]] == [True, True, False]
    assert len(config(tmp_path)["exports"]) == 1


def test_the_study_itself_is_no_part_of_a_folder_around_it(tmp_path: Path) -> None:
    table(tmp_path / "b.csv", NORTH)
    new(tmp_path, tmp_path)
    table(tmp_path / "a.csv", SOUTH)
    said, _ = new_study.create(
        tmp_path / "t", [str(tmp_path / "s"), str(tmp_path / "a.csv")], Wishes("school"), lambda _, default: default
    )
    assert sum("read as tidy" in line for line in said) == 2  # another folder is walked
    assert not any("/t/" in line for line in said)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["book.csv"], "no export of codings is among the files: there are only codes in book.csv"),
        (["heads.csv"], "it has headings, but no row below them"),
        (["notes"], "no file in it is an export"),
    ],
)
def test_what_holds_no_codings_is_said_to_hold_none(names: list[str], said: str, tmp_path: Path) -> None:
    table(tmp_path / "book.csv", [("staff", "time", "Time", "")], ("domain", "code", "label", "parent"))
    table(tmp_path / "heads.csv", [])
    table(tmp_path / "notes/readme.csv", [("7",)], ("Weight",))
    with pytest.raises(StudyError) as error:
        new(tmp_path, *(tmp_path / name for name in names))
    assert said in str(error.value)
    assert not (tmp_path / "s").exists()


def test_a_word_document_beside_exports_stops_nobody_unless_it_is_named(tmp_path: Path) -> None:
    """Any Word document may be a report of NVivo; a guide or a transcript in the folder stopped the command."""
    table(tmp_path / "in/a.csv", NORTH)
    guide = docx.Document()
    guide.add_paragraph("What helps?")
    guide.save(str(tmp_path / "in/guide.docx"))
    said, _ = new(tmp_path, tmp_path / "in")
    assert f"left out: {tmp_path}/in/guide.docx: a document, and no report of NVivo" in said
    with pytest.raises(StudyError, match="it is not a report of one code"):
        new(tmp_path / "other", tmp_path / "in/a.csv", tmp_path / "in/guide.docx")
