"""`crosscase diff` of packages, of folders of studies and of copied results."""

import csv
import shutil
from pathlib import Path

import pytest

from crosscase import cli
from crosscase.storage import files
from crosscase.storage.schemas import CellCoding
from tests.builders.projects import Study


def test_a_package_and_the_results_it_is_of_are_the_same(built: Study, capsys: pytest.CaptureFixture[str]) -> None:
    package = built.folder / "results/provenance/crate.zip"
    assert cli.main(["diff", "--study", str(built.folder), str(package)]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed")


@pytest.mark.parametrize("left_out", [[], ["provenance/crate"]])
def test_a_copied_folder_of_results_is_compared_from_itself_alone(
    built: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str], left_out: list[str]
) -> None:
    """Beside it lies what another build has made, which it must not read."""
    copy = tmp_path / "results of May"
    shutil.copytree(built.folder / "results", copy)
    for name in left_out:
        shutil.rmtree(copy / name)
    (tmp_path / "data/processed/participants").mkdir(parents=True)
    assert cli.main(["diff", str(copy), str(built.folder)]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed")


def test_a_study_without_processed_data_is_compared_by_its_results(
    built: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("results", "config"):
        shutil.copytree(built.folder / folder, tmp_path / folder)
    assert cli.main(["diff", str(tmp_path), str(built.folder)]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed")


def test_a_coding_that_is_gone_from_a_package_is_listed_with_its_cell(
    built: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "crate"
    shutil.copytree(built.folder / "results/provenance/crate", old)
    path = old / "results/provenance/cell_codings.parquet"
    first, *others = files.read_rows(path, CellCoding)
    files.write_rows(path, CellCoding, others)
    (old / "results/DO-NOT-SHARE.txt").touch()
    table, page = tmp_path / "changes.csv", tmp_path / "changes.html"
    assert cli.main(["diff", str(old), str(built.folder), "--csv", str(table), "--html", str(page)]) == 0
    output = capsys.readouterr().out
    assert "Cells with the same numbers from other codings: 1" in output
    assert output.startswith("One of the two builds stopped before its end")
    (row,) = csv.DictReader(table.open(encoding="utf-8", newline=""))
    assert (row["segment_id"], row["reason"]) == (first.segment_id, "came_counted")
    assert first.document in page.read_text(encoding="utf-8")
