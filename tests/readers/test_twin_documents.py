"""Two documents of one name, in any format: each coding is its own document's, or nobody's. All names are invented."""

import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from crosscase.study.facts import ExportSettings
from tests.builders import database_projects
from tests.builders.export_files import FILES
from tests.builders.in_process import COLUMNS, MONEY, TIME, person, run, table
from tests.reconstruction.project import Coding, Document, Project


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


@pytest.mark.parametrize("group_from", [None, "document_group"])
def test_the_ending_is_left_away_in_an_address_too(tmp_path: Path, group_from: str | None) -> None:
    rows = [("DE", "Interview 1.docx", TIME, "a"), ("PT", "Interview 1.docx", MONEY, "b")]
    path = table(tmp_path, *rows, header=("land", "doc", "code", "text"))
    settings = ExportSettings("", "tidy", columns={**COLUMNS, "document_group": "land"}, group_from=group_from)
    people = [
        person("DE-01", "DE/Interview 1"),
        person("PT-01", "Portugal/Interview 1" if group_from else "PT/Interview 1"),
    ]
    found = run(path, settings, people)
    assert len(found.of("document_ending")) == 2
    assert set(found.counts()) == {("DE-01", "time"), ("PT-01", "money")}


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
