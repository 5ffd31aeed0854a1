"""The bundled study, built for real in a copy of the project."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.projects import ROOT, Study, copy_study
from tests.builders.results import digests, rows

EXPECTED = ROOT / "tests/expected"
FOLDERS = ("tables", "validation", "verification", "disclosure", "redaction")
COMPARED = ("results/cells/cells.csv", *(f"results/{folder}/*" for folder in FOLDERS))


def test_results_are_the_expected_ones(built: Study, request: pytest.FixtureRequest) -> None:
    found = {
        str(path.relative_to(built.folder / "results")): path.read_bytes()
        for pattern in COMPARED
        for path in sorted(built.folder.glob(pattern))
    }
    if request.config.getoption("--rewrite-expected"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, content in found.items():
            (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / name).write_bytes(content)
    expected = {str(path.relative_to(EXPECTED)): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(expected)
    assert [name for name, content in found.items() if content != expected[name]] == []


def test_a_sentence_that_may_be_pasted_says_that_the_data_are_synthetic(built: Study) -> None:
    sentences = [row["sentence"] for row in rows(built, "results/analysis/evidence.csv")]
    assert len(sentences) == 31
    assert [sentence for sentence in sentences if not sentence.startswith("Synthetic data: “")] == []


def test_marks_are_those_of_the_print(built: Study) -> None:
    """Counted from the tables alone, without the pipeline's own verification."""
    printed = rows(built, "config/published/matrices.csv")
    assert len(printed) == 31
    for row in printed:
        (table_row,) = [r for r in rows(built, f"results/tables/{row['domain']}.csv") if r["label"] == row["label"]]
        marks = [group for group, mark in table_row.items() if mark == "x"]
        assert len(marks) == int(row["printed_marks"]) == int(table_row["Total"])


def test_groups_add_up_to_the_study(built: Study) -> None:
    cells = rows(built, "results/cells/cells.csv")
    assert len(cells) == 31 * 9
    interviewed = {cell["group"]: int(cell["interviewed"]) for cell in cells}
    assert sum(interviewed.values()) == 61
    assert all(int(cell["participants"] or 0) <= int(cell["interviewed"]) for cell in cells)
    states = {(cell["group"], cell["domain"]) for cell in cells if cell["state"] == "not_coded"}
    assert states == {("NO", "impacts_on_children_and_families")}


def test_every_contradiction_of_the_print_is_listed(built: Study) -> None:
    checks = rows(built, "results/verification/published.csv")
    found = [
        (c["table"], c["row"][:15], c["printed"], c["printed_elsewhere"])
        for c in checks
        if c["verdict"] == "print_contradicts_itself"
    ]
    assert found == [
        ("barriers", "Different polic", "6", "7"),
        ("barriers", "Political clima", "5", "6"),
        ("barriers", "Some agencies a", "5", "4"),
        ("barriers", "Insufficient/po", "5", "6"),
        ("all_matrices", "all rows", "200", "202"),
        ("professional_position_percent", "all categories", "54", "61"),
        ("organisation_type_percent", "all categories", "57", "61"),
    ]
    assert [c for c in checks if c["verdict"] == "mismatch"] == []
    assert len([c for c in checks if c["quantity"] == "marks" and c["verdict"] == "match"]) == 31


def test_the_codings_of_the_raw_files_add_up(built: Study) -> None:
    from tests.reconstruction import study

    planned = {group.lower(): len(project.codings) for group, project in study.build().projects.items()}
    summary = {row["export"]: row for row in rows(built, "results/validation/summary.csv") if row["export"]}
    assert {export: int(row["codings"]) for export, row in summary.items()} == planned
    for row in summary.values():
        assert int(row["codings"]) == int(row["segments"]) + int(row["left_out"])


def test_everything_that_is_shown_says_that_it_is_synthetic(built: Study) -> None:
    for path in sorted((built.folder / "results/tables").glob("*.html")):
        assert "Synthetic reconstruction, not the interviews" in path.read_text(encoding="utf-8"), path
    for path in sorted((built.folder / "results/tables").glob("*.tex")):
        assert "Synthetic reconstruction, not the interviews" in path.read_text(encoding="utf-8"), path
    assert all(b"Synthetic reconstruction" in p.read_bytes() for p in (built.folder / "results/figures").glob("*.svg"))


@pytest.fixture(scope="module")
def copied(built: Study, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """One copy of the built study for all tests that plan a build; they put back what they edit."""
    folder = tmp_path_factory.mktemp("copied") / "project"
    shutil.copytree(built.folder, folder)
    return Study(folder, folder / "Snakefile")


@contextmanager
def put_back(*paths: Path) -> Iterator[None]:
    """Files have the content and the times from before."""
    before = {path: (path.read_bytes(), path.stat()) for path in paths}
    try:
        yield
    finally:
        for path, (content, status) in before.items():
            path.write_bytes(content)
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_a_second_build_does_nothing(copied: Study) -> None:
    assert "Nothing to be done" in copied.build()


@pytest.mark.exhaustive
def test_what_is_deleted_comes_back_the_same(rebuilt_small: Study) -> None:
    before = digests(rebuilt_small, "data/processed", "results")
    assert len(before) > 100
    for folder in ("data/processed", "results"):
        shutil.rmtree(rebuilt_small.folder / folder)
    rebuilt_small.build()
    assert digests(rebuilt_small, "data/processed", "results") == before


TOUCHED = (
    "data/raw/exports/cz.xlsx",
    "data/raw/participants.csv",
    "config/study.yaml",
    "config/codebook.csv",
    "scripts/import_segments.py",
    "scripts/crosscase/storage/files.py",
    "workflow/rules/prepare.smk",
)


def test_touched_files_rerun_nothing(copied: Study) -> None:
    paths = [copied.folder / name for name in TOUCHED]
    with put_back(*paths):
        for path in paths:
            os.utime(path)
        assert copied.planned() == {}


EXPORTS = 9
TO_THE_END = {
    "aggregate_groups": 1,
    "analyse_marks": 1,
    "check_published": 1,
    "describe_data": 1,
    "plot_analysis": 1,
    "plot_heatmaps": 1,
    "plot_overview": 1,
    "render_manuscript": 1,
    "render_tables": 1,
    "report_disclosure": 1,
    "report_findings": 1,
    "list_cell_codings": 1,
    "validate_codes": 1,
    "verify_published": 1,
}
FROM_THE_CELLS = {rule: jobs for rule, jobs in TO_THE_END.items() if rule != "validate_codes"}
WRITTEN_DOWN = {"package_study": 1, "record_steps": 1, "render_report": 1, "scan_results": 1, "write_manifest": 1}


EDITED: dict[str, dict[str, int] | None] = {
    "scripts/crosscase/coding/mentions.py": {"import_segments": 9, **TO_THE_END},
    "scripts/import_segments.py": {"import_segments": 9, **TO_THE_END},
    "scripts/crosscase/heatmaps/grids.py": {"plot_heatmaps": 1, "plot_overview": 1},
    "scripts/crosscase/charts/dots.py": {"plot_analysis": 1, "plot_overview": 1},
    "scripts/crosscase/tables/latex_tables.py": {"render_manuscript": 1, "render_tables": 1},
    "scripts/crosscase/html/templates/table.html.j2": {"render_manuscript": 1, "render_tables": 1},
    "scripts/crosscase/verification/stop_rules.py": FROM_THE_CELLS,
    "scripts/crosscase/study/facts.py": None,
    "scripts/crosscase/readers/maxqda.py": {
        "anonymise_export": 2,
        "describe_exports": 1,
        "import_segments": 2,
    }
    | TO_THE_END,
}
A_STEP, A_CHART, A_TEMPLATE, A_READER = (
    "scripts/import_segments.py",
    "scripts/crosscase/charts/dots.py",
    "scripts/crosscase/html/templates/table.html.j2",
    "scripts/crosscase/readers/maxqda.py",
)


@pytest.mark.parametrize("name", mostly_exhaustive(EDITED, [A_STEP, A_TEMPLATE]))
def test_an_edited_module_reruns_its_dependants_and_only_them(copied: Study, name: str) -> None:
    path, jobs = copied.folder / name, EDITED[name]
    with put_back(path):
        with path.open("a", encoding="utf-8") as file:
            file.write({".py": "\n# edited\n", ".j2": "\n{# edited #}\n"}[path.suffix])
        planned = copied.planned()
    if jobs is None:  # the facts of the study are behind nearly everything
        assert planned["anonymise_export"] == 9
    else:
        assert planned == jobs | WRITTEN_DOWN


def test_an_edited_key_of_the_study_reruns_what_uses_it(copied: Study) -> None:
    with put_back(copied.folder / "config/study.yaml"):
        copied.replace("config/study.yaml", "width_mm: 174", "width_mm: 180")
        assert copied.planned() == {"plot_heatmaps": 1, "plot_analysis": 1, "plot_overview": 1} | WRITTEN_DOWN
    with put_back(copied.folder / "config/study.yaml"):
        copied.replace("config/study.yaml", "also: [Deutschland]", "also: [Deutschland, BRD]")
        planned = copied.planned()
    assert planned["import_segments"] == 9
    stating = copied.text("config/study.yaml").count("country_from:")
    assert 0 < planned["anonymise_export"] == stating < 9  # the exports that state countries, each in its own spelling


@pytest.mark.exhaustive
def test_an_edit_is_built_and_then_nothing_is_left_to_do(rebuilt: Study) -> None:
    before = digests(rebuilt, "results")
    rebuilt.replace("config/study.yaml", "width_mm: 174", "width_mm: 180")
    rebuilt.build()
    changed = {name for name, digest in digests(rebuilt, "results").items() if digest != before[name]}
    written_down = {
        f"results/{name}" for name in ("provenance/steps.json", "provenance/manifest.json", "report/index.html")
    }
    crate = {name for name in before if name.startswith("results/provenance/crate")}
    as_wide_as_they_need = {name for name in before if name.startswith("results/figures/similarity_of_groups.")}
    figures = {name for name in before if name.startswith("results/figures/")} - as_wide_as_they_need
    assert changed - crate == figures | written_down
    assert "Nothing to be done" in rebuilt.build()


def test_the_study_may_lie_outside_the_pipeline(built: Study, tmp_path: Path) -> None:
    """The code is found beside the Snakefile, the data in the study; the bytes are the same."""
    study = copy_study(tmp_path / "study")
    name = "data/processed/mentions/cz.parquet"
    study.build(name)
    assert (study.folder / name).read_bytes() == (built.folder / name).read_bytes()
