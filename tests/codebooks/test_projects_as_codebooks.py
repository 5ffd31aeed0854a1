"""A codebook from the project or the coded segments of a tool fits the codings of the same file. All is invented."""

from pathlib import Path

import pytest

from crosscase.codebooks import adoption, advice, codebook_formats, study_csv
from crosscase.codebooks.alignment import aligned
from crosscase.codebooks.listed import ListedCodebook, Source
from crosscase.study.facts import ExportSettings
from tests.builders import database_projects
from tests.builders.export_files import FILES
from tests.builders.in_process import DOMAINS, person, run
from tests.builders.projects import SAMPLES
from tests.reconstruction.project import Coding, Document, Project

PATHS = (("Barriers", "Time"), ("Barriers", "Money"), ("Hope",), ("Barriers", "Time"))
PROJECT = Project(
    "a study",
    (Document("int_de_1", "There is never any time for it."),),
    tuple(Coding("int_de_1", path, "JN", number, number + 5) for number, path in enumerate(PATHS)),
    (*PATHS[:3], ("Barriers", "Never used")),
)
SOURCES = {  # the name of the format, and whether the file lists codes that were never used
    "qualcoder_database": ("QualCoder", True),
    "rqda": ("RQDA", True),
    "taguette_database": ("Taguette", True),
    "dedoose": ("coded segments", True),
    "maxqda": ("coded segments", False),
    "nvivo_matrix": ("coded segments", True),
    "qualcoder_csv": ("coded segments", False),
    "requal_csv": ("coded segments", False),
    "taguette_csv": ("coded segments", False),
}
NAMES_ONLY = ("nvivo_matrix", "requal_csv")


def listed(tool: str, folder: Path) -> ListedCodebook:
    FILES[tool][0](PROJECT, folder / "export")
    separator = FILES[tool][1].get("separator")
    return codebook_formats.read(Source(str(folder / "export"), separator, domains=DOMAINS))


@pytest.mark.parametrize("tool", SOURCES)
def test_the_codes_of_a_project_are_listed(tmp_path: Path, tool: str) -> None:
    title, lists_unused = SOURCES[tool]
    book = listed(tool, tmp_path)
    paths = {code.path for code in book.codes if code.listed}
    wanted = {path[-1:] if tool in NAMES_ONLY else path for path in PROJECT.codebook}
    assert paths == {path for path in wanted if lists_unused or path[-1] != "Never used"}
    assert (book.format, book.repeated) == (title, [])


@pytest.mark.parametrize("tool", SOURCES)
def test_a_project_fits_the_codebook_that_was_imported_from_it(tmp_path: Path, tool: str) -> None:
    book = listed(tool, tmp_path)
    adopted = adoption.adopt(book, DOMAINS)
    how = ExportSettings("", tool, **FILES[tool][1])
    found = run(tmp_path / "export", how, [person("DE-01", "int_de_1")], adopted.entries, adopted.domains)
    assert found.checks() <= {"merged_codings"}
    labels = {entry.code: entry.label for entry in adopted.entries}
    assert {labels[code]: count for (_, code), count in found.counts().items()} == {"Time": 2, "Money": 1, "Hope": 1}
    assert [sentence for sentence in found.to_check if "code" in sentence] == []
    ours, theirs = aligned(list(study_csv.listed(adopted.entries, adopted.domains)), book.codes)
    assert {key[-1:] for key in theirs} <= {key[-1:] for key in ours}


MEMOS = {
    "qualcoder_database": "UPDATE code_name SET memo = 'Too little.' WHERE name = 'Time'",
    "rqda": "UPDATE freecode SET memo = 'Too little.' WHERE name = 'Time'",
    "taguette_database": "UPDATE tags SET description = 'Too little.' WHERE path = 'Barriers.Time'",
}


@pytest.mark.parametrize("tool", MEMOS)
def test_what_a_project_says_of_a_code_is_its_definition(tmp_path: Path, tool: str) -> None:
    FILES[tool][0](PROJECT, tmp_path / "export")
    database_projects.change(tmp_path / "export", MEMOS[tool])
    separator = FILES[tool][1].get("separator")
    book = codebook_formats.read(Source(str(tmp_path / "export"), separator))
    assert {code.path[-1] for code in book.codes if code.definition == "Too little."} == {"Time"}


def test_deleted_codes_of_rqda_are_left_out(tmp_path: Path) -> None:
    FILES["rqda"][0](PROJECT, tmp_path / "export")
    database_projects.change(tmp_path / "export", "UPDATE freecode SET status = 0 WHERE name = 'Never used'")
    book = codebook_formats.read(Source(str(tmp_path / "export")))
    assert "Never used" not in {code.path[-1] for code in book.codes}


def test_what_segments_cannot_say_is_told(tmp_path: Path) -> None:
    book = listed("maxqda", tmp_path)
    told = " ".join(advice.sentences(adoption.adopt(book, DOMAINS), book, DOMAINS))
    assert "Codes that were never used may be missing" in told
    assert not any(code.definition for code in book.codes)


def test_one_code_of_two_projects_is_listed_once(tmp_path: Path) -> None:
    FILES["taguette_database"][0](PROJECT, tmp_path / "export")
    database_projects.change(tmp_path / "export", "UPDATE tags SET path = 'hope' WHERE path = 'Barriers.Never used'")
    assert len(codebook_formats.read(Source(str(tmp_path / "export"), ".")).repeated) == 1


@pytest.mark.parametrize(
    ("name", "title", "codes"),
    [
        ("taguette/SERDIF_P2_ThematicAnalysis.sqlite3", "Taguette", 22),
        ("maxqda/test.xls", "coded segments", 7),
        ("dedoose/demo_data.xlsx", "coded segments", 10),
        ("taguette/all_tags_20220303.csv", "coded segments", 22),
    ],
)
def test_real_projects_are_read(name: str, title: str, codes: int) -> None:
    if not (SAMPLES / name).exists():
        pytest.skip(f"the sample {name} is not on this machine")
    book = codebook_formats.read(Source(str(SAMPLES / name)))
    assert (book.format, book.count) == (title, codes)
