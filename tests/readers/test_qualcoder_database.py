"""QualCoder's database and its report: every fact that the reader relies on, written by hand."""

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crosscase.messages.errors import StudyError
from crosscase.readers.raw import RawCoding
from tests.builders.database_projects import QUALCODER, REPORT, ROME, STUDY, change
from tests.builders.round_trips import found, read, wanted
from tests.reconstruction.project import Coding, Project
from tests.reconstruction.writers import qualcoder
from tests.reconstruction.writers.qualcoder import By


def qualcoder_of(path: Path, *statements: str, project: Project = STUDY, nested: bool = False) -> list[RawCoding]:
    qualcoder.write_database(project, path / "data.qda", codes_below_codes=nested)
    return read(change(path / "data.qda", *statements), QUALCODER)


def test_pictures_and_recordings_are_codings_without_words(tmp_path: Path) -> None:
    codings = qualcoder_of(
        tmp_path,
        "INSERT INTO code_image (id, x1, y1, width, height, cid, memo, owner) VALUES (1, 0, 0, 5, 5, 1, 'm', 'JN')",
        "INSERT INTO code_av (id, pos0, pos1, cid, memo, owner) VALUES (2, 900, 1500, 1, 'm', 'JN')",
    )
    recording, *_, picture = sorted(codings, key=lambda coding: coding.locator)[0], *codings[-1:]
    assert {c.locator for c in codings} == {"ctid:1", "ctid:2", "ctid:3", "imid:1", "avid:1"}
    assert (recording.locator, recording.text, recording.start, recording.end) == ("avid:1", None, 900, 1500)
    assert (picture.locator, picture.text, picture.start) == ("imid:1", None, None)
    assert recording.document_groups == ("Porto",)  # whatever the times: the link counts characters


def test_a_category_of_the_name_of_its_code_is_no_level(tmp_path: Path) -> None:
    codings = (Coding("a.txt", ("A",), "JN", 0, 4), Coding("a.txt", ("A", "B"), "JN", 0, 4))
    project = Project("mirror", (ROME,), codings)
    qualcoder.write_database(project, tmp_path / "old.qda", 8)
    with closing(sqlite3.connect(tmp_path / "old.qda")) as database:
        assert database.execute("SELECT name FROM code_cat").fetchall() == [("A",)]
        assert database.execute("SELECT name, catid FROM code_name").fetchall() == [("A", 1), ("B", 1)]
    assert [c.code_path for c in read(tmp_path / "old.qda", QUALCODER)] == [("A",), ("A", "B")]
    assert [c.code_path for c in qualcoder_of(tmp_path, project=project, nested=True)] == [("A",), ("A", "B")]
    qualcoder.write_csv(project, tmp_path / "report.csv")
    assert [c.code_path for c in read(tmp_path / "report.csv", REPORT)] == [("A",), ("A", "B")]


def test_nested_codes_are_below_the_category_of_the_first(tmp_path: Path) -> None:
    statements = (
        "INSERT INTO code_cat (catid, name) VALUES (7, 'Top')",
        "INSERT INTO code_cat (catid, name) VALUES (8, 'Elsewhere')",
        "UPDATE code_name SET catid = 7 WHERE name = 'Barriers'",
        "UPDATE code_name SET catid = 8 WHERE name = 'Time'",  # the code above goes before
        "UPDATE code_name SET supercid = 99 WHERE name = 'Hope'",  # lost
    )
    paths = [c.code_path for c in qualcoder_of(tmp_path, *statements, nested=True)]
    assert paths == [("Top", "Barriers", "Money", "Rent"), ("Top", "Barriers", "Time"), ("Hope",)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE code_cat SET supercatid = (SELECT catid FROM code_cat WHERE name = 'Money') WHERE name = 'Barriers'",
        "UPDATE code_cat SET supercatid = catid",
        "UPDATE code_name SET supercid = cid",
    ],
)
def test_a_circle_of_codes_is_refused(tmp_path: Path, statement: str) -> None:
    with pytest.raises(StudyError, match=r"data\.qda: its codes or categories are nested in a circle"):
        qualcoder_of(tmp_path, statement)


def test_codings_of_deleted_documents_and_marks_of_speakers_are_left_out(tmp_path: Path) -> None:
    statements = (
        "DELETE FROM code_name WHERE name = 'Hope'",
        "UPDATE code_text SET fid = 99 WHERE ctid = 1",
        "INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner) VALUES (2, 1, 'A', 0, 1, '📌 Speaker coding')",
    )
    assert [c.locator for c in qualcoder_of(tmp_path, *statements)] == ["ctid:2"]


TWO_SPEAKERS = (  # two cases in one document: a coding has those that it lies within
    "DELETE FROM case_text",
    "INSERT INTO cases (caseid, name) VALUES (8, 'Anna'), (9, 'Ben')",
    "INSERT INTO case_text (caseid, fid, pos0, pos1) VALUES (8, 1, 0, 14), (9, 1, 15, 27), (77, 1, 0, 27)",
    "INSERT INTO attribute (name, attr_type, value, id) VALUES ('Home', 'case', 'PT', 8), ('Home', 'case', 'IT', 9)",
)


def test_a_case_may_hold_a_part_of_a_document(tmp_path: Path) -> None:
    first, second, third = qualcoder_of(tmp_path, *TWO_SPEAKERS)
    assert (first.document_groups, first.variables["Home"]) == (("Anna",), "PT")
    assert (second.document_groups, second.variables["Home"]) == (("Ben",), "IT")
    assert (third.document_groups, "Home" in third.variables) == ((), False)
    across = qualcoder_of(tmp_path, *TWO_SPEAKERS, "UPDATE code_text SET pos1 = 20 WHERE ctid = 1")[0]
    assert across.document_groups == ()


def test_different_values_of_two_cases_are_both_kept(tmp_path: Path) -> None:
    coding, *_ = qualcoder_of(tmp_path, *TWO_SPEAKERS, "UPDATE case_text SET pos0 = 0, pos1 = 27")
    assert coding.document_groups == ("Anna", "Ben")
    assert coding.variables == {"Country": "Italia", "Role": "teacher", "Home": "PT; IT"}


def test_names_are_composed_and_documents_of_one_name_distinguished(tmp_path: Path) -> None:
    qualcoder.write_database(STUDY, tmp_path / "data.qda")
    script = "".join(sqlite3.connect(tmp_path / "data.qda").iterdump()).replace(", unique(name));", ");")
    script = script.replace("risid integer, unique(name)", "risid integer").replace("'b.txt'", "'a.txt'")
    with closing(sqlite3.connect(tmp_path / "merged.qda")) as database:
        database.executescript(script)
    change(
        tmp_path / "merged.qda",
        "UPDATE code_text SET seltext = 'e\u0301'",
        "UPDATE code_name SET name = cid || 'n\u0303'",
    )
    codings = read(tmp_path / "merged.qda", QUALCODER)
    assert {c.document for c in codings} == {"a.txt"}
    assert len({c.document_id for c in codings}) == 2
    assert len({c.distinguished_by for c in codings}) == 3
    assert {c.text for c in codings} == {"é"}
    assert codings[0].code_path == ("Barriers", "Money", "1ñ")


# QualCoder's report


def by_hand(path: Path, *rows: str, start: str = "\ufeff") -> Path:
    """A report whose fields stand between bars."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL if start else csv.QUOTE_MINIMAL).writerows(row.split("|") for row in rows)
    path.write_text(start + text.getvalue(), encoding="utf-8", newline="")
    return path


def test_short_rows_keep_their_variables(tmp_path: Path) -> None:
    qualcoder.write_csv(STUDY, tmp_path / "report.csv")
    raw = (tmp_path / "report.csv").read_bytes()
    assert raw.startswith(
        b'\xef\xbb\xbf"File","Coder","Coded","Id","Codename","Coded_Memo","Category","Category","FileVar_'
    )
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [len(row) for row in csv.reader(stream)] == [10, 10, 9, 8]
    rent, time, hope = read(tmp_path / "report.csv", REPORT)
    assert rent.code_path == ("Barriers", "Money", "Rent")  # the report has the nearest category first
    assert rent.variables == time.variables == {"Country": "Italia", "Role": "teacher"}
    assert (hope.code_path, hope.variables) == (("Hope",), {"Country": "Portugal"})
    assert (rent.locator, rent.distinguished_by) == ("row 2, ctid:1", "ctid:1")


def test_both_reports_say_the_same(tmp_path: Path) -> None:
    bys: tuple[By, ...] = ("File", "Case")
    for by in bys:
        qualcoder.write_csv(STUDY, tmp_path / "report.csv", by)
        qualcoder.write_xlsx(STUDY, tmp_path / "report.xlsx", by)
        one, other = read(tmp_path / "report.csv", REPORT), read(tmp_path / "report.xlsx", REPORT)
        assert [(c.code_path, c.variables, c.document_groups) for c in one] == [
            (c.code_path, c.variables, c.document_groups) for c in other
        ]
        assert found(one) == found(other) == wanted(STUDY, 9)


def test_a_coding_that_two_cases_hold_is_one(tmp_path: Path) -> None:
    path = by_hand(
        tmp_path / "report.csv",
        "Case|Filename|Coder|Coded|Id|Codename|Coded_Memo|Category|FileVar_Role|CaseVar_Country",
        "Anna|a.txt|JN|yes|ctid:4|Rent||Money|teacher|PT",
        "Ben|a.txt|JN|yes|ctid:4|Rent||Money|teacher|IT",
        "Ben|a.txt|JN|image|imid:4|Hope||teacher|IT",
    )
    yes, picture = read(path, REPORT)
    assert (yes.document, yes.text, yes.document_groups) == ("a.txt", "yes", ("Anna", "Ben"))
    assert yes.variables == {"Role": "teacher", "Country": "PT; IT"}
    assert (picture.text, picture.code_path, picture.variables["Country"]) == (None, ("Hope",), "IT")


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        (["File/case|Coder|Coded|Id|Codename", "a|JN|image|ctid:1|C", "a|JN|a/v|avid:1|C"], ["image", None]),
        (["File|Coder|Coded|Codename", "a|JN|image|C", "a|JN|a/v|C", "a|JN|said|C"], [None, None, "said"]),
        (["File|Coder|Coded|Id|Codename|Coded_Memo", "a|📌 Speaker coding|said|ctid:1|C|", "||||"], []),
    ],
)
def test_older_headings_are_read(tmp_path: Path, rows: list[str], texts: list[str | None]) -> None:
    codings = read(by_hand(tmp_path / "report.csv", *rows), REPORT)
    assert [c.text for c in codings] == texts
    assert {(c.document, c.code_path) for c in codings} <= {("a", ("C",))}


HEADINGS = "File|Coder|Coded|Id|Codename|Coded_Memo|Category|Category|FileVar_Country"


@pytest.mark.parametrize(
    ("row", "variables"),
    [
        ("a|JN|said|ctid:1|C||A|B|IT", {"Country": "IT"}),  # nothing was filled up
        ("a|JN|said|ctid:1|C||A|IT", {"Country": "IT"}),
        ("a|JN|said|ctid:1|C||A|IT|", None),  # one category and its country, or two categories and none?
    ],
)
def test_the_beginning_of_the_variables_is_certain_or_an_error(
    tmp_path: Path, row: str, variables: dict[str, str] | None
) -> None:
    path = by_hand(tmp_path / "report.csv", HEADINGS, row, start="")
    if variables is None:
        with pytest.raises(StudyError, match="row 2: another program has saved the report"):
            read(path, REPORT)
        (coding,) = read(by_hand(path, HEADINGS, row), REPORT)  # as QualCoder writes it there is no doubt
        assert (coding.code_path, coding.variables) == (("IT", "A", "C"), {})
    else:
        assert read(path, REPORT)[0].variables == variables


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([HEADINGS, "a|JN|said|ctid:1|C|"], "row 2: it has 6 fields, which fit no code of up to 2 categories"),
        ([HEADINGS, "a|JN|said|ctid:1|C||A|B|IT|more"], "row 2: it has 10 fields"),
        (["File|Coder|Category|Coded|Codename"], "row 1: its columns are not in the order"),
        (["File|Coder|Coded|Codename|Category|FileVar_A|Category"], "row 1: its columns are not in the order"),
        (["Hope|Rent", "said|more"], "row 1: it has no column"),
    ],
)
def test_a_report_that_fits_no_layout_is_refused(tmp_path: Path, rows: list[str], words: str) -> None:
    with pytest.raises(StudyError) as error:
        read(by_hand(tmp_path / "report.csv", *rows), REPORT)
    assert words in str(error.value)
    assert "said" not in str(error.value)
