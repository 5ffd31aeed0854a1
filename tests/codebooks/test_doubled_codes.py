"""A heading and the code of its name below it: readers, import and comparison of codebooks agree. All is invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.codebooks import adoption, codebook_formats, study_csv
from crosscase.codebooks.alignment import aligned
from crosscase.codebooks.listed import ListedCodebook, Source
from crosscase.coding.codebook import Codebook
from crosscase.readers.export_formats import FORMATS
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import ExportSettings
from tests.builders.export_files import FILES
from tests.builders.in_process import DOMAINS, person, run
from tests.reconstruction.project import Coding, Document, Project

TEXT = "There is never any time for it."
PATHS = (
    ("Barriers", "Time", "Time"),
    ("Barriers", "Time", "Evenings"),
    ("Barriers", "Barriers"),
    ("Barriers", "Money"),
)
PROJECT = Project(
    "a study",
    (Document("int_de_1", TEXT),),
    tuple(Coding("int_de_1", path, "JN", number, number + 5) for number, path in enumerate(PATHS)),
)
NAMES_ONLY = ("nvivo_matrix", "requal_csv")  # they write no levels, by which a code below another is known
TOOLS = sorted(set(FORMATS) - {"rqda", "tidy"})  # RQDA has two levels; a tidy table is described


def imported(folder: Path) -> ListedCodebook:
    FILES["refi_qda"][0](PROJECT, folder / "book")
    return codebook_formats.read(Source(str(folder / "book"), domains=DOMAINS))


@pytest.mark.parametrize("tool", TOOLS)
def test_a_project_fits_the_codebook_that_was_imported_from_it(tmp_path: Path, tool: str) -> None:
    """8: with the tool's own codebook 191 of 753 codings were on a parent that is not codable."""
    adopted = adoption.adopt(imported(tmp_path), DOMAINS)
    path, settings = tmp_path / "export", FILES[tool][1]
    coded = tuple(coding for coding in PROJECT.codings if tool not in NAMES_ONLY or "Evenings" not in coding.code_path)
    FILES[tool][0](replace(PROJECT, codings=coded), path)
    found = run(
        path,
        ExportSettings("", tool, **settings),
        [person("DE-01", "int_de_1")],
        adopted.entries,
        adopted.domains,
    )
    left_out = found.checks() & {"uncodable_parent", "unknown_code", "ambiguous_code"}
    assert left_out == set()
    labels = {entry.code: entry.label for entry in adopted.entries}
    assert {labels[code] for _, code in found.counts()} == {coding.code_path[-1] for coding in coded}


def test_the_codebook_that_was_imported_is_the_tools_own(tmp_path: Path) -> None:
    """Comparing them finds no code in one of them alone, though the tool has a heading and a code of one name."""
    book = imported(tmp_path)
    adopted = adoption.adopt(book, DOMAINS)
    ours, theirs = aligned(list(study_csv.listed(adopted.entries, adopted.domains)), book.codes)
    assert ours.keys() == theirs.keys()


def test_a_codable_code_with_a_code_of_its_name_stays_two() -> None:
    parent = CodebookEntry("time", "barriers", "Time", "", "", ["Time"], True, [])
    below = CodebookEntry("time_2", "barriers", "Time", "", "time", ["Time", "Time"], True, [])
    assert [Codebook([parent, below], DOMAINS).resolve(path)[1] for path in (["Time"], ["Time", "Time"])] == [
        "time",
        "time_2",
    ]
