"""`crosscase.open` reads a built study and a package as frames, and says clearly what cannot be read."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import crosscase
from crosscase.messages.errors import StudyError
from crosscase.notebooks.results import COLUMNS, Results
from crosscase.running import share_notice
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry, Participant, ReviewCount
from tests.builders.projects import ROOT, Study

PACKAGE = "results/provenance/crate.zip"
NOT_IN_A_PACKAGE = "segments"


@pytest.fixture
def opened(built: Study) -> Results:
    """The results of the bundled study."""
    return crosscase.open(built.folder / "results")


@pytest.fixture
def copied(built: Study, tmp_path: Path) -> Path:
    """What the frames are read from, without the rest of the study, in a folder that a test may change."""
    for folder in ("config", "results/cells", "results/validation", "data/processed"):
        shutil.copytree(built.folder / folder, tmp_path / "study" / folder)
    return tmp_path / "study"


def frame(results: Results, name: str) -> pd.DataFrame:
    method: Callable[[], pd.DataFrame] = getattr(results, name)
    return method()


@pytest.mark.parametrize("name", COLUMNS)
def test_a_frame_has_the_columns_and_types_that_are_described(opened: Results, name: str) -> None:
    found = frame(opened, name)
    assert len(found) > 0
    described = [column for column in COLUMNS[name] if not column.about.optional or column.name in found]
    assert list(found) == [column.name for column in described]
    for column in described:
        values = found[column.name]
        types = {int: "Int64", float: "float64", bool: "bool", str: "str"}
        expected = "category" if column.about.values else types.get(column.type, "object")
        assert str(values.dtype) == expected, column.name
        if expected == "object":
            assert all(type(value) is list for value in values)
        if expected == "category":
            assert values.cat.categories.tolist() == list(column.about.values)
        if not column.about.empty and column.name != "text":
            assert values.notna().all(), column.name


@pytest.mark.parametrize("name", sorted({*COLUMNS} - {NOT_IN_A_PACKAGE}))
def test_a_package_gives_the_same_frames(built: Study, opened: Results, name: str) -> None:
    for path in (PACKAGE, PACKAGE.removesuffix(".zip")):
        pd.testing.assert_frame_equal(frame(crosscase.open(built.folder / path), name), frame(opened, name))


@pytest.mark.parametrize("path", [".", "results", PACKAGE, PACKAGE.removesuffix(".zip")])
def test_every_form_of_a_study_can_be_opened(built: Study, path: str) -> None:
    results = crosscase.open(built.folder / path)
    assert results.groups["CZ"] == "Czech Republic"
    assert list(results.domains)[:2] == ["facilitating_factors", "barriers"]
    assert repr(results).startswith("<Results of 'Collaboration between services")
    assert len(results.trace("barriers/Funding uncertainty or reduction/CZ")) == 12


def test_a_folder_of_results_may_have_another_name(built: Study, tmp_path: Path) -> None:
    shutil.copytree(built.folder / "results/cells", tmp_path / "final/cells")
    assert len(crosscase.open(tmp_path / "final").cells()) == 279
    with pytest.raises(StudyError, match="a folder of results alone does not hold data/processed/mentions"):
        crosscase.open(tmp_path / "final").mentions()


def test_the_codings_behind_a_cell_are_those_that_it_counts(opened: Results) -> None:
    codings = opened.cell_codings()
    passages = codings.drop_duplicates(["code", "group", "export", "participant", "passage"])
    counted = passages.groupby(["code", "group"]).size()
    cells = opened.cells().set_index(["code", "group"])["segments"].fillna(0)
    assert counted.reindex(cells.index, fill_value=0).tolist() == cells.tolist()
    code = codings["code"].iloc[0]
    total = opened.trace(f"{code}/Total")
    assert len(total) == (codings["code"] == code).sum()
    parts = [opened.trace(f"{code}/{group}") for group in opened.groups]
    assert sorted(pd.concat(parts)["segment_id"]) == sorted(total["segment_id"])


def test_only_those_who_agreed_are_quoted(built: Study, opened: Results) -> None:
    people = list(files.read_all((built.folder / "data/processed/participants").glob("*.parquet"), Participant))
    agreed = {person.participant for person in people if person.consent_to_quote}
    segments = opened.segments()
    assert set(segments[segments["quotable"]]["participant"]) <= agreed
    refused = segments[~segments["participant"].isin(agreed)]
    assert len(refused) > 0
    assert refused["text"].isna().all()
    assert segments[segments["quotable"]]["text"].notna().any()


def test_nobody_is_quoted_while_a_decision_is_open(copied: Path) -> None:
    files.write_rows(copied / "data/processed/review/cz.parquet", ReviewCount, [ReviewCount("cz", 1, 0)])
    segments = crosscase.open(copied).segments()
    assert len(segments) > 0
    assert segments["text"].isna().all() and not segments["quotable"].any()


def test_a_package_holds_no_words(built: Study) -> None:
    with pytest.raises(StudyError, match=r"a package holds no words of interviews\. Use cell_codings\(\)"):
        crosscase.open(built.folder / PACKAGE).segments()


def test_a_cell_of_the_sample_has_no_codings(opened: Results) -> None:
    with pytest.raises(StudyError, match="no codings stand behind a cell of the sample"):
        opened.trace("sample/position/Expert")
    with pytest.raises(StudyError, match="funding_uncertainty_or_reduction"):
        opened.trace("barriers/Funding uncertainy/CZ")


def test_what_is_no_study_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="the file or folder does not exist"):
        crosscase.open(tmp_path / "nowhere")
    with pytest.raises(StudyError, match="neither the results of a built study nor a package"):
        crosscase.open(tmp_path)
    text = tmp_path / "a.zip"
    text.write_text("no zip")
    with pytest.raises(StudyError, match=r"a\.zip: it is not a package of crosscase, or it is damaged\. Ask for"):
        crosscase.open(text)
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("results/cells/cells.parquet", b"")
    with pytest.raises(StudyError, match="neither the results of a built study nor a package"):
        crosscase.open(tmp_path / "other.zip")


def test_a_package_that_bursts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/study.json", b"{}")
        archive.writestr("results/cells/cells.parquet", bytes(2**24))
    with pytest.raises(StudyError, match=r"compressed more than an export can be\. Ask for the package again"):
        crosscase.open(path).cells()


def test_a_file_of_another_version_or_a_damaged_one_is_named(copied: Path) -> None:
    cells = copied / "results/cells/cells.parquet"
    files.write_rows(cells, CodebookEntry, [])
    with pytest.raises(StudyError, match=r"cells\.parquet: its columns are those of another version"):
        crosscase.open(copied).cells()
    cells.write_bytes(b"half a file")
    with pytest.raises(StudyError, match=r"cells\.parquet: it is not a Parquet file, or it is damaged"):
        crosscase.open(copied).cells()
    (copied / "results/cells/sample.parquet").unlink()
    with pytest.raises(StudyError, match=r"sample\.parquet: the file does not exist\. Build the study first"):
        crosscase.open(copied).sample()
    issues = copied / "results/validation/issues.csv"
    issues.write_text("check,found\nx,y\n")
    with pytest.raises(StudyError, match=r"issues\.csv: its columns are those of another version"):
        crosscase.open(copied).issues()


def test_a_build_that_stopped_is_told(copied: Path) -> None:
    (copied / share_notice.NOTICE).write_text("")
    with pytest.warns(UserWarning, match="the last build stopped"):
        crosscase.open(copied)


def test_the_package_alone_loads_nothing() -> None:
    """Each step imports it."""
    code = "import sys, crosscase; print(*{name.split('.')[0] for name in sys.modules} & {'pandas', 'pyarrow', 'yaml'})"
    code += "; print(*[name for name in sys.modules if name.startswith('crosscase.')])"
    environment = {"PYTHONPATH": str(ROOT / "scripts")}
    run = subprocess.run([sys.executable, "-c", code], text=True, check=True, capture_output=True, env=environment)
    assert run.stdout.split() == []


def test_the_public_names_can_be_had() -> None:
    assert {name: getattr(crosscase, name) for name in crosscase.__all__}["open"] is crosscase.open
    with pytest.raises(AttributeError, match="has no attribute 'shut'"):
        _ = getattr(crosscase, "shut")  # noqa: B009 (mypy would refuse the plain form)
