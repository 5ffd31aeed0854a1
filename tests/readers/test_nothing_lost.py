"""No coding is lost, and none is given to the wrong person, in silence. All names are invented."""

import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.readers import refi_offsets
from crosscase.readers.refi_offsets import Selection, Text
from crosscase.study.facts import ExportSettings
from tests.builders import database_projects, refi_files
from tests.builders.export_files import FILES
from tests.builders.in_process import COLUMNS, person, run
from tests.builders.small_study import write_csv
from tests.reconstruction.project import Coding, Document, Project

TIME, MONEY, TRUST = "Lack of time", "Lack of money", "Lack of trust"


def table(folder: Path, *rows: Sequence[object], header: Sequence[str] = ("doc", "code", "text")) -> Path:
    write_csv(folder / "export.csv", [header, *rows])
    return folder / "export.csv"


MARKED = "\ufeffAlpha beta gamma delta, epsilon zeta."


@pytest.mark.parametrize(
    ("text", "places", "words"),
    [
        (MARKED, [(6, 10), (11, 16), (17, 22), (25, 31)], ["beta", "gamma", "delta", "psilon"]),
        (MARKED, [(11, 16), (25, 31)], ["gamma", "psilon"]),
        (MARKED, [(7, 11), (12, 17), (18, 23)], ["beta", "gamma", "delta"]),  # the mark counts
        (MARKED, [(6, 9), (11, 15), (17, 21)], ["beta", "gamma", "delta"]),  # the end is included
        ("It's a mother-in-law's word.", [(0, 4), (7, 22)], ["It's", "mother-in-law's"]),
        ("one\ntwo three\nfour", [(4, 14), (0, 4)], ["two three\n", "one\n"]),  # whole lines
    ],
)
def test_the_plainest_way_of_counting_is_chosen_that_fits(
    text: str, places: list[tuple[int, int]], words: list[str]
) -> None:
    """1: two mistakes of counting cancelled each other at the end of a word, so each passage began too early."""
    selections = [Selection(start, end, "") for start, end in places]
    rule, score = refi_offsets.detect(text, selections)
    assert [Text(text, rule).words(selection) for selection in selections] == words
    assert score < 1.0 or "psilon" not in words


def test_an_accent_alone_is_cut_off_no_letter() -> None:
    assert refi_offsets.detect("first\n\u0301", [Selection(6, 7, "")])[1] == 1.0
    text = refi_offsets.Text("e\u0301 and", refi_offsets.Rule(False, 1, False, False))
    assert text.fit(Selection(0, 1, "")) < text.fit(Selection(0, 2, ""))


def test_passages_that_begin_with_a_space_do_not_score_well() -> None:
    _, score = refi_offsets.detect("Alpha beta gamma delta", [Selection(5, 10, ""), Selection(10, 16, "")])
    assert score < 0.9


@pytest.mark.parametrize(
    ("registered", "document", "check"),
    [
        ("Interview 3", "Interview 3.2", "unregistered_document"),
        ("Interview 3", "Interview 3. Anna", "unregistered_document"),
        ("Interview 3", "Interview 3.docx", "document_ending"),
        ("Interview 3", "INTERVIEW 3", None),
        ("Interview 3.2", "Interview 3.2", None),
        ("Interview 3.2", "Interview 3.2.txt", "document_ending"),
        ("Interview 3.docx", "Interview 3", "unregistered_document"),
    ],
)
def test_names_of_documents_are_equal_or_not(tmp_path: Path, registered: str, document: str, check: str | None) -> None:
    """2: what stands behind a dot was left away, so `Interview 3.2` was counted for another person."""
    found = run(table(tmp_path, (document, TIME, "never")), people=[person("DE-01", registered)])
    told = found.checks() & {"unregistered_document", "document_ending", "ambiguous_document"}
    assert told == ({check} if check else set())
    assert found.counts() == ({} if check == "unregistered_document" else {("DE-01", "time"): 1})


def test_an_ending_is_not_left_away_if_another_document_has_the_name(tmp_path: Path) -> None:
    rows = [("Interview 3", TIME, "never"), ("Interview 3.docx", MONEY, "none")]
    found = run(table(tmp_path, *rows), people=[person("DE-01", "Interview 3")])
    assert found.counts() == {("DE-01", "time"): 1}
    assert found.checks() == {"unregistered_document"}


def nvivo_twins(folder: Path) -> tuple[Path, ExportSettings]:
    path = folder / "export.zip"
    report = (
        "<Files\\\\{folder}\\\\Interview 1> - § 1 reference coded [1.00% Coverage]\n\nReference 1 - 1% Coverage\n\n"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{TIME}.txt", report.format(folder="Site A") + "Never any time.")
        archive.writestr(f"{MONEY}.txt", report.format(folder="Site B") + "No money.")
    return path, ExportSettings("", "nvivo_report")


def maxqda_twins(folder: Path) -> tuple[Path, ExportSettings]:
    rows = [("Site A", "Interview 1", TIME, "Never any time."), ("Site B", "Interview 1", MONEY, "No money.")]
    header = ("Document group", "Document name", "Code", "Segment")
    return table(folder, *rows, header=header), ExportSettings("", "maxqda")


def tidy_twins(folder: Path) -> tuple[Path, ExportSettings]:
    rows = [("Site A", "Interview 1", TIME, "Never any time."), ("", "Interview 1", MONEY, "No money.")]
    path = table(folder, *rows, header=("site", "doc", "code", "text"))
    return path, ExportSettings("", "tidy", columns={**COLUMNS, "document_group": "site"})


def requal_twins(folder: Path) -> tuple[Path, ExportSettings]:
    header = ("doc_id", "doc_name", "code_id", "code_name", "segment_text")
    rows = [(1, "Interview 1", 1, TIME, "Never any time."), (2, "Interview 1", 2, MONEY, "No money.")]
    return table(folder, *rows, header=header), ExportSettings("", "requal_csv")


def atlasti_twins(folder: Path) -> tuple[Path, ExportSettings]:
    header = ("ID", "Document", "Quotation Content", "Codes")
    rows = [("1:1", "Interview 1", "Never any time.", TIME), ("2:1", "Interview 1", "No money.", MONEY)]
    return table(folder, *rows, header=header), ExportSettings("", "atlasti")


def matrix_twins(folder: Path) -> tuple[Path, ExportSettings]:
    rows = [(f"1 : {TIME}", 1, 0), (f"2 : {MONEY}", 0, 1)]
    path = table(folder, *rows, header=("", "A : Interview 1", "B : Interview 1"))
    return path, ExportSettings("", "nvivo_matrix")


TWINS = Project(
    "twins",
    (Document("Interview 1", "Never any time.", "Site A"), Document("Interview 9", "No money.", "Site B")),
    (Coding("Interview 1", (TIME,), "JN", 0, 15), Coding("Interview 9", (MONEY,), "JN", 0, 9)),
)


def database_twins(tool: str, table: str, folder: Path) -> tuple[Path, ExportSettings]:
    path = folder / "export"
    FILES[tool][0](TWINS, path)
    database_projects.change(path, f"UPDATE {table} SET name = 'INTERVIEW 1' WHERE name = 'Interview 9'")
    return path, ExportSettings("", tool)


def refi_twins(folder: Path) -> tuple[Path, ExportSettings]:
    FILES["refi_qda"][0](TWINS, folder / "before")
    with zipfile.ZipFile(folder / "before") as before, zipfile.ZipFile(folder / "export", "w") as archive:
        for name in before.namelist():
            archive.writestr(name, before.read(name).replace(b'"Interview 9"', b'"Interview 1"'))
    return folder / "export", ExportSettings("", "refi_qda")


Write = Callable[[Path], tuple[Path, ExportSettings]]
TWIN_FILES: dict[str, tuple[Write, str, str]] = {
    "nvivo_report": (nvivo_twins, "Site A/Interview 1", "Site B/Interview 1"),
    "maxqda": (maxqda_twins, "Site A/Interview 1", "site b/interview 1"),
    "tidy": (tidy_twins, "Site A/Interview 1", "/Interview 1"),
    "requal_csv": (requal_twins, "1/Interview 1", "2/Interview 1"),
    "atlasti": (atlasti_twins, "1/Interview 1", "2/Interview 1"),
    "nvivo_matrix": (matrix_twins, "A/Interview 1", "B/Interview 1"),
    "qualcoder_database": (
        partial(database_twins, "qualcoder_database", "source"),
        "Site A/Interview 1",
        "2/Interview 1",
    ),
    "refi_qda": (refi_twins, "Site A/Interview 1", "Site B/Interview 1"),
    "rqda": (partial(database_twins, "rqda", "source"), "Site A/Interview 1", "2/Interview 1"),
    "taguette_database": (partial(database_twins, "taguette_database", "documents"), "1/Interview 1", "2/Interview 1"),
}


@pytest.mark.parametrize("tool", TWIN_FILES)
def test_two_documents_of_one_name_are_told_apart(tmp_path: Path, tool: str) -> None:
    """3: the codings of both went to the one person whose document has the name."""
    write, first, second = TWIN_FILES[tool]
    path, settings = write(tmp_path)
    found = run(path, settings, [person("DE-01", first), person("PT-01", second)])
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}
    assert found.checks() == set()


@pytest.mark.parametrize("tool", TWIN_FILES)
def test_a_name_that_two_documents_have_means_neither(tmp_path: Path, tool: str) -> None:
    write, first, _ = TWIN_FILES[tool]
    path, settings = write(tmp_path)
    found = run(path, settings, [person("DE-01", "Interview 1"), person("PT-01", first)])
    assert found.counts() == {("PT-01", "time"): 1}
    (issue,) = found.of("ambiguous_document")
    assert "folder/name" in issue.suggestion
    assert issue.locator.startswith("D-")
    assert "Interview" not in str(issue)


def repeated_row(header: Sequence[str], row: Sequence[str], column: int, folder: Path) -> Path:
    return table(folder, row, [*row[:column], "5:77", *row[column + 1 :]], header=header)


def repeated_in_database(tool: str, statements: Sequence[str], folder: Path) -> Path:
    FILES[tool][0](ONE, folder / "export")
    return database_projects.change(folder / "export", *statements)


def repeated_in_refi(old: str, new: str, folder: Path) -> Path:
    """The one coding of a project, once more with another GUID."""
    source = refi_files.text_source().replace(old, f"{old}{new}").replace("plainTextPath", "richTextPath")
    source = source.replace("a.docx", "int_de_1").replace(" coding", "")
    path = folder / "export.qde"
    path.write_text(refi_files.project(source).replace('name="Time"', f'name="{TIME}"'), encoding="utf-8")
    return path


ONE = Project(
    "one",
    (Document("int_de_1", "Never any time.", "Site A"),),
    (Coding("int_de_1", (TIME,), "JN", 0, 15),),
)
COPY = "INSERT INTO {0} ({1}) SELECT {1} FROM {0}"
AREA = "INSERT INTO code_image (id, x1, y1, width, height, cid, owner, date) SELECT fid, 1, 2, 3, 4, cid, owner, date"
SELECTION = refi_files.TEXT_SOURCE.split("\n")[1].format(coding=refi_files.coding())
REPEATED: dict[str, tuple[str, Callable[[Path], Path]]] = {  # two codings that differ in their number alone
    "taguette database": (
        "taguette_database",
        partial(
            repeated_in_database,
            "taguette_database",
            [
                COPY.format("highlights", "document_id, start_offset, end_offset, snippet"),
                "INSERT INTO highlight_tags SELECT max(id), (SELECT tag_id FROM highlight_tags) FROM highlights",
                "DELETE FROM commands",
            ],
        ),
    ),
    "qualcoder pictures": (
        "qualcoder_database",
        partial(
            repeated_in_database,
            "qualcoder_database",
            [f"{AREA} FROM code_text", f"{AREA} FROM code_text", "DELETE FROM code_text"],
        ),
    ),
    "refi selections": ("refi_qda", partial(repeated_in_refi, SELECTION, SELECTION.replace('"p1"', '"p2"'))),
    "refi codings": ("refi_qda", partial(repeated_in_refi, refi_files.coding(), refi_files.coding("d2"))),
    "taguette table": (
        "taguette_csv",
        partial(repeated_row, ("id", "document", "tag", "content"), ("1", "int_de_1", TIME, "never"), 0),
    ),
    "atlasti": (
        "atlasti",
        partial(repeated_row, ("ID", "Document", "Quotation Content", "Codes"), ("5:1", "int_de_1", "never", TIME), 0),
    ),
    "requal": (
        "requal_csv",
        partial(
            repeated_row,
            ("seg_id", "doc_id", "doc_name", "code_id", "code_name", "segment_text"),
            ("1", "1", "int_de_1", "1", TIME, "never"),
            0,
        ),
    ),
}


@pytest.mark.parametrize("tool", REPEATED)
def test_codings_with_numbers_of_their_own_are_different_ones(tmp_path: Path, tool: str) -> None:
    """Two highlights of equal range by one coder were one coding in Taguette's database, and two in its table."""
    name, write = REPEATED[tool]
    path = write(tmp_path)
    found = run(path, ExportSettings("", name))
    assert len(found.raw) == 2
    assert {coding.coder for coding in found.raw} == {found.raw[0].coder}
    assert found.counts() == {("DE-01", "time"): 2}


@pytest.mark.parametrize(
    ("rows", "header", "merging", "segments", "merged"),
    [
        # Equal words in one document, without places: all that the row says differs somewhere.
        ([("yes", 1), ("yes", 2), ("yes", 3)], ("text", "line"), "several_coders", 3, 0),
        ([("yes", 1), ("yes", 2), ("yes", 3)], ("text", "line"), "same_passage", 1, 2),
        ([("yes", 1), ("yes", 1), ("yes", 2)], ("text", "line"), "several_coders", 2, 0),  # equal rows: exported twice
        # Two coders on one place are one segment, of which one coder's two codings are two.
        ([("yes", "A", 1, 3), ("yes", "B", 1, 3)], ("text", "who", "from", "to"), "several_coders", 1, 1),
        ([("yes", "A", 1, 3), ("yes", "B", 1, 3)], ("text", "who", "from", "to"), "never", 2, 0),
        ([("yes", "A", 1, 3, 7), ("yes", "A", 1, 3, 8)], ("text", "who", "from", "to", "date"), "several_coders", 2, 0),
        ([("yes", "A", 1), ("yes", "B", 2), ("yes", "A", 3)], ("text", "who", "line"), "several_coders", 2, 1),
        ([("yes", "A", 1, 3), ("yes", "A", 5, 8)], ("text", "who", "from", "to"), "several_coders", 2, 0),
        ([("yes", "A", 1, 3), ("yes", "B", 1, 3)], ("text", "who", "from", "to"), "same_passage", 1, 1),
    ],
)
def test_rows_are_different_codings_unless_all_that_they_say_is_equal(
    tmp_path: Path, rows: list[tuple[object, ...]], header: tuple[str, ...], merging: str, segments: int, merged: int
) -> None:
    """4: codings of equal words became one, and no word was lost about it."""
    path = table(tmp_path, *[("int_de_1", TIME, *row) for row in rows], header=("doc", "code", *header))
    mapped = {"coder": "who", "start": "from", "end": "to"}
    columns = {**COLUMNS, **{role: name for role, name in mapped.items() if name in header}}
    found = run(path, ExportSettings("", "tidy", columns=columns), merging=merging)
    assert found.counts() == {("DE-01", "time"): segments}
    assert found.balance.merged == merged
    assert [issue.message.split()[0] for issue in found.of("merged_codings")] == ([str(merged)] if merged else [])
    assert len(rows) == found.balance.codings == segments + merged + found.balance.left_out


@given(
    st.lists(
        st.tuples(*map(st.sampled_from, (("int_de_1", "int_pt_1", "other"), (TIME, MONEY, "?"), "ab", "AB", "12")))
    ),
    st.sampled_from(["several_coders", "same_passage", "never"]),
    st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_every_coding_is_in_the_sums_or_in_an_issue(
    tmp_path: Path, rows: list[tuple[str, ...]], merging: str, places: bool
) -> None:
    """The law: the rows of the file = segments in the mentions + merged + left out."""
    path = table(tmp_path, *rows, header=("doc", "code", "text", "who", "from"))
    columns = {**COLUMNS, "coder": "who", **({"start": "from", "end": "from"} if places else {})}
    found = run(path, ExportSettings("", "tidy", columns=columns), merging=merging)
    naive = sum(1 for line in path.read_text(encoding="utf-8").splitlines()[1:] if line)
    assert naive == sum(found.counts().values()) + found.balance.merged + found.balance.left_out
    assert found.balance.left_out == sum(issue.left_out for issue in found.issues)


def test_a_dot_in_the_name_of_a_report_belongs_to_the_code(tmp_path: Path) -> None:
    report = "<Files\\\\int_de_1> - § 1 reference coded [1.00% Coverage]\n\nReference 1 - 1% Coverage\n\nNever."
    for name, code in (("Barriers 1.2", "Barriers 1.2"), ("Barriers 1.2.txt", "Barriers 1.2")):
        (tmp_path / name).write_text(report, encoding="utf-8")
        (coding,) = run(tmp_path / name, ExportSettings("", "nvivo_report")).raw
        assert coding.code_path == (code,)
