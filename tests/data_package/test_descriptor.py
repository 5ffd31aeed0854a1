"""The Data Package describes every table as it is: frictionless reads all of them by it."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from crosscase.data_package import descriptor
from crosscase.study.facts import Domain, Group
from crosscase.study.facts import Study as Facts
from tests.builders.invented_cells import COUNTRIES
from tests.builders.projects import Study

if TYPE_CHECKING:
    from frictionless import Report

CRATE = "results/provenance/crate"
GROUPS, DOMAINS = [Group("IE", "Ireland", "IE")], [Domain("barriers", "Barriers")]
STUDY = Facts("a", "A study", False, "", "", GROUPS, DOMAINS, [], {}, compare=COUNTRIES)


def resources(folder: Path) -> dict[str, dict[str, Any]]:
    """What a Data Package says of each of its files."""
    package = json.loads((folder / descriptor.FILE).read_text(encoding="utf-8"))
    return {resource["path"]: resource for resource in package["resources"]}


def tables(folder: Path, but: tuple[str, ...] = ()) -> set[str]:
    """The CSV and Parquet files below a folder."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if descriptor.is_table(path.name))
    return {path for path in found if not path.startswith(but)}


def head(path: Path) -> list[str]:
    """The names of the columns in a file."""
    if path.suffix == ".parquet":
        return list(pq.read_schema(path).names)
    with path.open(encoding="utf-8", newline="") as stream:
        return next(csv.reader(stream))


def validate(path: Path) -> "Report":
    """The library takes long to import: not while all tests are collected."""
    import frictionless

    report: Report = frictionless.validate(str(path))
    return report


def problems(report: "Report") -> list[list[Any]]:
    """What frictionless finds, one line each."""
    found: list[list[Any]] = report.flatten(["name", "type", "fieldName", "rowNumber", "note"])
    return found


@pytest.mark.parametrize(("folder", "but"), [("results", ("provenance/crate/",)), (CRATE, ())])
def test_every_table_is_described_column_by_column(built: Study, folder: str, but: tuple[str, ...]) -> None:
    found = resources(built.folder / folder)
    assert found.keys() == tables(built.folder / folder, but)
    for path, resource in found.items():
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == head(built.folder / folder / path), path
        assert all(field["description"] for field in fields)


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("folder", ["results", CRATE])
def test_frictionless_reads_every_table_as_it_is_described(built: Study, folder: str) -> None:
    report = validate(built.folder / folder / descriptor.FILE)
    assert len(report.tasks) >= 20
    assert problems(report) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        ("cells/cells.csv", ",present,", ",perhaps,", "constraint-error"),
        ("cells/cells.csv", ",present,2,", ",present,two,", "type-error"),
        ("tables/barriers_tidy.csv", ",CZ,present", ",DE,present", "primary-key"),
        ("tables/barriers_tidy.csv", "barriers,funding", "barriers,fun", "foreign-key"),
        ("validation/issues.csv", "duplicate_coding", "dup", "constraint-error"),
        ("tables/sample_by_country.csv", "suppressed", "hidden", "type-error"),
        ("tables/sample_tidy.csv", "country,CZ,9,", "country,CZ,,", "constraint-error"),
    ],
)
def test_frictionless_finds_what_is_not_as_described(
    built: Study, tmp_path: Path, path: str, old: str, new: str, fault: str
) -> None:
    without_others = shutil.ignore_patterns("provenance", "figures", "report", "archive")
    shutil.copytree(built.folder / "results", tmp_path / "results", ignore=without_others)
    package = json.loads((tmp_path / "results" / descriptor.FILE).read_text(encoding="utf-8"))
    package["resources"] = [r for r in package["resources"] if r["path"] in (path, "cells/cells.csv")]
    (tmp_path / "results" / descriptor.FILE).write_text(json.dumps(package), encoding="utf-8")
    changed = tmp_path / "results" / path
    text = changed.read_text(encoding="utf-8")
    assert old in text
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert fault in {line[1] for line in problems(validate(tmp_path / "results" / descriptor.FILE))}


def test_a_table_that_is_not_known_is_listed() -> None:
    (found,) = descriptor.describe(["results/new/table.csv"], STUDY, "results/")["resources"]
    assert found["path"] == "new/table.csv"
    assert found["name"] == "new.table.csv"
    assert "schema" not in found


def test_names_are_those_of_the_standard_and_differ() -> None:
    paths = ["results/cells/cells.csv", "results/cells/cells.parquet", "results/tables/barriers.csv"]
    names = [resource["name"] for resource in descriptor.describe(paths, STUDY, "results/")["resources"]]
    assert names == ["cells.cells.csv", "cells.cells.parquet", "tables.barriers.csv"]


def test_a_table_refers_to_cells_only_where_they_are_described() -> None:
    path = "results/tables/barriers_tidy.csv"
    schema: Callable[..., Any] = lambda *paths: descriptor.describe(paths, STUDY)["resources"][-1]["schema"]  # noqa: E731
    assert "foreignKeys" not in schema(path)
    (reference,) = schema("results/cells/cells.csv", path)["foreignKeys"]
    assert reference["fields"] == ["domain", "code", "country"]
    assert reference["reference"] == {"resource": "results.cells.cells.csv", "fields": ["domain", "code", "group"]}
