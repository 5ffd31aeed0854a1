"""The list of results: what is in it, what the verdict is about, and that sha256sum reads it."""

import subprocess
from pathlib import Path

from crosscase.provenance import result_digests


def results(folder: Path, **more: str) -> Path:
    """A results folder with files of every kind."""
    names: tuple[str, ...] = (
        "tables/a.csv",
        "cells/cells.csv",
        "provenance/steps.json",
        "report/index.html",
        "leaks/verdict.txt",
    )
    names += ("provenance/manifest.json", "provenance/crate.zip", "provenance/crate/a.csv", "archive/study.qdpx")
    names += ("provenance/checkout.json", ".hidden", "tables/.a.csv.12.part", "report.html")
    for name in names:
        path = folder / "results" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(more.get(path.stem, name), encoding="utf-8")
    return folder / "results"


def test_hidden_and_volatile_files_are_not_listed(tmp_path: Path) -> None:
    found = result_digests.digests(results(tmp_path))
    assert list(found) == sorted(found)
    assert {"tables/a.csv", "report/index.html", "provenance/crate/a.csv"} < set(found)
    assert not {"provenance/checkout.json", ".hidden", "tables/.a.csv.12.part", "report.html"} & set(found)


def test_the_verdict_is_about_the_core_alone(tmp_path: Path) -> None:
    one = result_digests.digests(results(tmp_path / "one"))
    page = result_digests.digests(results(tmp_path / "two", index="shows the verdict", study="words"))
    cells = result_digests.digests(results(tmp_path / "three", cells="another count"))
    assert list(result_digests.core(one)) == ["cells/cells.csv", "provenance/steps.json", "tables/a.csv"]
    assert result_digests.core_sha256(one) == result_digests.core_sha256(page) != result_digests.core_sha256(cells)


def test_sha256sum_checks_the_list(tmp_path: Path) -> None:
    found = result_digests.digests(results(tmp_path))
    (tmp_path / result_digests.LIST).write_text(result_digests.text(found), encoding="utf-8")
    assert result_digests.read(tmp_path / result_digests.LIST) == found
    check = ["sha256sum", "--check", "--strict", "--quiet", result_digests.LIST]
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "results/tables/a.csv").write_text("x", encoding="utf-8")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1
