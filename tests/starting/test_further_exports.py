"""Which exports are added, and how each is read, described and copied. All names and texts are invented."""

from pathlib import Path

import pytest

from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.study import study_folder
from tests.builders.additions import CONFIG, HEADINGS, NEW, add, configure, exports, files_of, newer, workbook
from tests.builders.projects import Study
from tests.builders.small_study import CODINGS, write_csv


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
    assert f"v2.csv: it and {one} are exports of one source. Give the newest one alone." in printed


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
