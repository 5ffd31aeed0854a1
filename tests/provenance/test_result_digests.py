"""The list of results: what is in it, what the verdict is about, and that sha256sum reads it."""

import json
import subprocess
from pathlib import Path

import pytest

from crosscase.messages.errors import StudyError
from crosscase.provenance import result_digests

RECORDED = ("tables/a.csv", "cells/cells.csv", "provenance/cell_codings.parquet")
LATER = (
    *("provenance/steps.json", "provenance/manifest.json", "provenance/crate.zip", "provenance/crate/a.csv"),
    *("report/index.html", "leaks/verdict.txt", "archive/study.qdpx"),
)
NOT_COMPARED = ("provenance/checkout.json", ".hidden", "tables/.a.csv.12.part")


def results(folder: Path, **more: str) -> Path:
    """A results folder with files of every kind; some have other words than their names."""
    for name in (*RECORDED, *LATER, *NOT_COMPARED):
        path = folder / "results" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(more.get(path.stem, name), encoding="utf-8")
    outputs = [{"path": f"results/{name}", "sha256": "0" * 64} for name in RECORDED]
    processed = {"path": "data/processed/mentions/cz.parquet", "sha256": "0" * 64}
    steps = {"code_sha256": more.get("code", ""), "steps": [{"outputs": outputs}, {"outputs": [processed]}]}
    (folder / "results/provenance/steps.json").write_text(json.dumps(steps), encoding="utf-8")
    manifest = {"files": [], "held_back": [], "volatile": ["results/provenance/checkout.json"]}
    (folder / "results/provenance/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder / "results"


def test_two_builds_are_compared_in_all_but_hidden_and_volatile_files(tmp_path: Path) -> None:
    found = result_digests.digests(results(tmp_path))
    assert list(found) == sorted({*RECORDED, *LATER})


def test_the_list_is_of_what_readers_read_whatever_the_code_and_the_verdict(tmp_path: Path) -> None:
    one = result_digests.of_readers(results(tmp_path / "one"))
    assert list(one) == sorted(RECORDED)
    assert result_digests.of_readers(results(tmp_path / "two", index="a verdict", code="edited", crate="code")) == one
    other = result_digests.of_readers(results(tmp_path / "three", cells="another count"))
    assert result_digests.together(other) != result_digests.together(one)
    (tmp_path / "one/results/tables/a.csv").unlink()
    assert list(result_digests.of_readers(tmp_path / "one/results")) == sorted({*RECORDED} - {"tables/a.csv"})


def test_without_a_record_of_the_steps_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="Build the study first"):
        result_digests.of_readers(tmp_path)


def test_sha256sum_checks_the_list(tmp_path: Path) -> None:
    found = result_digests.digests(results(tmp_path))
    (tmp_path / result_digests.LIST).write_text(result_digests.text(found), encoding="utf-8")
    assert result_digests.read(tmp_path / result_digests.LIST) == found
    check = ["sha256sum", "--check", "--strict", "--quiet", result_digests.LIST]
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "results/tables/a.csv").write_text("x", encoding="utf-8")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1
