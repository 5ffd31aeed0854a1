"""Which exports are added, and how each is read, described and copied. All names and texts are invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.study import study_folder
from tests.builders.additions import (
    CODEBOOK,
    CONFIG,
    HEADINGS,
    NEW,
    PEOPLE,
    add,
    configure,
    exports,
    files_of,
    newer,
    workbook,
)
from tests.builders.export_files import STUDY as PROJECT
from tests.builders.projects import Study
from tests.builders.small_study import CODINGS, write_csv
from tests.reconstruction.writers import maxqda, refi


def count(name: str) -> int:
    """The codings of an export of the study, read as study.yaml says."""
    settings = study_folder.study_here().exports[name]
    return len([*export_formats.read(Export(settings.file, settings))])


def test_two_versions_of_one_export_are_refused(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = newer(tmp_path, name="v1.csv"), newer(tmp_path, ("Talk 2", "Trust", NEW), name="v2.csv")
    before = files_of(study.folder)
    code, printed = add(one, two, "--yes", capsys=capsys)
    assert (code, files_of(study.folder)) == (2, before)
    assert f"v2.csv: it is of the same source as {one}. Give the newest one alone." in printed


def test_two_versions_of_a_further_export_are_refused_until_a_person_says_that_they_are_two(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_csv(tmp_path / "v1.csv", [HEADINGS, ("Gwers 1", "Time", NEW)])
    write_csv(tmp_path / "v2.csv", [HEADINGS, ("Gwers 1", "Time", NEW), ("Gwers 2", "Time", NEW)])
    before = files_of(study.folder)
    code, printed = add(tmp_path / "v1.csv", tmp_path / "v2.csv", "--yes", capsys=capsys)
    assert (code, files_of(study.folder)) == (2, before)
    assert "Give the newest one alone, or add --further." in printed
    assert add(tmp_path / "v1.csv", tmp_path / "v2.csv", "--further", "--yes", capsys=capsys)[0] == 0
    assert [count("table_1"), count("table_2")] == [1, 2]


def test_copies_of_two_exports_do_not_overwrite_each_other(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study.folder / "data/raw/exports/en.csv").rename(study.folder / "data/raw/exports/talks.csv")
    text = study.text(CONFIG).replace("  en:\n", "  ie_2:\n").replace("exports/en.csv", "exports/talks.csv")
    (study.folder / CONFIG).write_text(text, encoding="utf-8")
    one = newer(tmp_path)
    write_csv(tmp_path / "two.csv", [HEADINGS, *CODINGS["en"], ("Talk 4", "Time", NEW)])
    code, printed = add(one, tmp_path / "two.csv", "--yes", capsys=capsys)
    assert (code, count("ie_2")) == (0, 3), printed
    assert exports(study)["ie"]["file"] != exports(study)["ie_2"]["file"]


def test_the_row_of_the_headings_is_written_down(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = ("Codings of spring", "", "")
    write_csv(tmp_path / "w.csv", [title, ("", "", ""), HEADINGS, ("Gwers 1", "Time", NEW)])
    assert add(tmp_path / "w.csv", "--yes", capsys=capsys)[0] == 0
    assert (exports(study)["table_1"]["header_row"], count("table_1")) == (3, 1)
    write_csv(tmp_path / "x.csv", [HEADINGS, ("Gwers 1", "Time", NEW), ("Gwers 2", "Time", NEW)])
    assert add(tmp_path / "x.csv", "--yes", capsys=capsys)[0] == 0
    assert ("header_row" in exports(study)["table_1"], count("table_1")) == (False, 2)


def test_a_newer_export_of_one_sheet_leaves_the_others_where_they_are(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = "data/raw/exports/both.xlsx"
    workbook(study.folder / book, {"A": [HEADINGS, *CODINGS["ie"]], "B": [HEADINGS, *CODINGS["en"]]})
    configure(study, "ie", file=book, sheet="A")
    configure(study, "en", file=book, sheet="B")
    newer_one = workbook(tmp_path / "n.xlsx", {"Sheet 1": [HEADINGS, *CODINGS["ie"], ("Talk 2", "Trust", NEW)]})
    code, printed = add(newer_one, "--yes", capsys=capsys)
    assert (code, count("ie"), count("en")) == (0, 4, 2), printed
    assert (exports(study)["en"]["file"], "sheet" in exports(study)["ie"]) == (book, False)
    both = {"C": [HEADINGS, *CODINGS["ie"]], "D": [HEADINGS, *CODINGS["en"], ("Talk 4", "Time", NEW)]}
    code, printed = add(workbook(tmp_path / "m.xlsx", both), "--yes", capsys=capsys)
    assert (code, count("ie"), count("en")) == (0, 3, 3), printed
    assert exports(study)["ie"]["file"] == exports(study)["en"]["file"]
    assert not (study.folder / book).exists()


def test_an_export_is_read_as_the_former_one_is(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was read for another export, which has other settings, is not taken for it."""
    configure(study, "ie", separator=" - ")
    rows = [("Talk 1", "Time - Late", NEW), ("Talk 2", "Trust - None", f"other {NEW}")]
    write_csv(study.folder / "data/raw/exports/ie.csv", [HEADINGS, *rows])
    write_csv(tmp_path / "newer.csv", [HEADINGS, *rows, ("Talk 2", "Money", NEW)])
    code, printed = add(tmp_path / "newer.csv", "--yes", capsys=capsys)
    assert (code, "1 coding is new, 0 codings are missing" in printed) == (0, True), printed


def test_files_of_a_folder_that_are_no_exports_are_left_out(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    newer(folder, ("Talk 9", "Time", NEW))
    (folder / "notes.txt").write_text("Call them on Monday.", encoding="utf-8")
    (folder / "Wilhelmina Nonesuch.docx").write_bytes(b"PK")
    (folder / "codes.csv").write_text(study.text(CODEBOOK), encoding="utf-8")
    code, printed = add(folder, "--yes", capsys=capsys)
    assert (code, count("ie")) == (0, 3), printed
    assert f"left out: {folder}/codes.csv: it is a codebook\n" in printed
    assert f"left out: 1 file below {folder}, called like a document or a person: the format was not recog" in printed
    before = files_of(study.folder)
    code, printed = add("data/raw", "--yes", capsys=capsys)
    assert (code, files_of(study.folder)) == (2, before)
    assert "no file is an export: left out: " in printed
    assert "ie_2.csv: it is an export of the study already" in printed
    assert "former/ie.csv: a newer export has taken its place" in printed
    assert add("data/raw/former/ie.csv", "--yes", capsys=capsys)[0] == 0


def test_a_damaged_export_is_named_where_nothing_else_is_new(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/same.csv").write_text(study.text("data/raw/exports/ie.csv"), encoding="utf-8")
    (tmp_path / "in/later.xlsx").write_bytes(b"PK\x03\x04invented")
    code, printed = add(tmp_path / "in", "--replaces", "ie", "--yes", capsys=capsys)
    assert code == 0
    assert f"left out: {tmp_path}/in/later.xlsx: its end is lost" in printed
    assert "Nothing is new" in printed


@pytest.mark.parametrize("name", ["new", "newer"])
def test_an_export_without_codings_is_refused(
    name: str, study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refi.write(replace(PROJECT, codings=()), tmp_path / "x.qdpx")
    before = files_of(study.folder)
    words = ["--replaces", "ie"] if name == "newer" else []
    if name == "newer":
        configure(study, "ie", format="auto", columns=None)
        before = files_of(study.folder)
    code, printed = add(tmp_path / "x.qdpx", *words, "--yes", capsys=capsys)
    assert (code, files_of(study.folder)) == (1, before)
    assert "x.qdpx: it has no coding. Export it again with the codings, or leave it out." in printed


def test_commas_in_the_names_of_new_codes_are_told_from_those_between(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    headings = ("ID", "Document", "Quotation Content", "Codes", "Number of Codes")
    rows = [("1:1", "Gwers 1", NEW, "Rain, wind, Time", "2"), ("1:2", "Gwers 2", NEW, "Rain, wind", "1")]
    write_csv(tmp_path / "a.csv", [headings, *rows, ("1:3", "Gwers 2", NEW, "A, B, C", "2")])
    code, printed = add(tmp_path / "a.csv", "--yes", capsys=capsys)
    assert (code, "“Rain, wind”" in printed, "“Rain”" in printed) == (0, True, False), printed
    assert (
        "1 cell of codes can be split at its commas in several ways. Export the list of codes from ATLAS.ti" in printed
    )


def test_a_column_of_groups_is_found_in_the_table_of_a_tool(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maxqda.write(PROJECT, tmp_path / "m.xlsx", "en", ["Land"])
    code, printed = add(tmp_path / "m.xlsx", "--yes", capsys=capsys)
    assert (code, "country: IT, PT" in printed) == (0, True), printed
    assert exports(study)["maxqda_1"]["group_from"] == {"variable": "Land"}


def test_the_same_passages_in_another_format_do_not_count_twice(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "Anna says yes. Ben says no."
    rows = [("a", "Time", said[:14]), ("a", "Money", said[15:]), ("c", "Trust", "Nobody")]
    write_csv(study.folder / "data/raw/exports/ie.csv", [HEADINGS, *rows])
    refi.write(PROJECT, tmp_path / "x.qdpx")
    before = files_of(study.folder)
    code, printed = add(tmp_path / "x.qdpx", "--yes", capsys=capsys)
    assert (code, files_of(study.folder)) == (2, before)
    assert "it has the same passages as the export ie, in another format. Add --replaces ie if" in printed
    code, printed = add(tmp_path / "x.qdpx", "--replaces", "ie", "--yes", capsys=capsys)
    assert (code, count("ie")) == (0, 3), printed
    assert "a newer export of data/raw/exports/ie.csv: 1 coding is new, 1 coding is missing" in printed
    assert exports(study)["ie"] == {"file": "data/raw/exports/ie.qdpx", "format": "refi_qda", "country": "IE"}


def test_documents_that_the_register_knows_from_no_export_are_told(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = study.folder / PEOPLE
    register.write_text(study.text(PEOPLE).replace("Talk 1,ie,", "Talk 1,,"), encoding="utf-8")
    write_csv(
        tmp_path / "x.csv", [HEADINGS, ("Talk 1", "Time", NEW), ("Gwers 1", "Time", NEW), ("Gwers 2", "Time", NEW)]
    )
    code, printed = add(tmp_path / "x.csv", "--further", "--yes", capsys=capsys)
    assert (code, "1 document in the register already (row 2). Give those of other people a row" in printed) == (
        0,
        True,
    )


def test_an_export_that_lies_among_those_of_the_study_stays_there(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = study.folder / "data/raw/exports"
    newer(folder, ("Talk 9", "Time", NEW), name="spring.csv")
    code, printed = add(folder / "spring.csv", "--yes", capsys=capsys)
    assert (code, count("ie"), exports(study)["ie"]["file"]) == (0, 3, "data/raw/exports/spring.csv"), printed
    assert sorted(path.name for path in folder.iterdir()) == ["en.csv", "spring.csv"]
