"""A rule that somebody adds: its results are in every list without any other edit."""

import json
import shutil
import zipfile

import pytest

from crosscase.provenance import manifests, result_digests
from tests.builders import small_study
from tests.builders.projects import Study, copy_project

NEW = ("results/notes/note.txt", "results/tables/note.txt")
NAME = "Aoifnait Mockbride"  # an invented participant of the small study
RULE = '''

rule write_notes:
    """Write two notes about the cells."""
    input:
        cells="results/cells/cells.parquet",
        code=code_of("write_notes"),
    output:
        note="results/notes/note.txt",
        beside="results/tables/note.txt",
    log:
        "logs/write_notes.log",
    conda:
        "../../envs/analysis.yaml"
    script:
        "../../scripts/write_notes.py"
'''
SCRIPT = '''"""Write two notes about the cells."""

from crosscase.running import steps
from crosscase.storage import files

with steps.logging_to(snakemake.log[0]):
    for path in snakemake.output:
        files.write_text(path, "A note on the cells.\\n")
'''


@pytest.fixture(scope="module")
def study(built_small: Study, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The small study, built, and built again by a copy of the pipeline with one more rule."""
    folder = tmp_path_factory.mktemp("new result")
    pipeline = copy_project(folder / "pipeline")
    rules = pipeline.folder / "workflow/rules/present.smk"
    rules.write_text(rules.read_text(encoding="utf-8") + RULE, encoding="utf-8")
    (pipeline.folder / "scripts/write_notes.py").write_text(SCRIPT, encoding="utf-8")
    shutil.copytree(built_small.folder, folder / "study")
    (folder / "study/CITATION.cff").write_text(small_study.CITATION, encoding="utf-8")
    study = Study(folder / "study", pipeline.snakefile)
    study.build()
    return study


def test_it_is_recorded_listed_shown_packed_and_compared(study: Study) -> None:
    record = json.loads(study.text("results/provenance/steps.json"))
    assert set(NEW) <= {output["path"] for step in record["steps"] for output in step["outputs"]}
    manifest = manifests.read(study.folder / "results/provenance/manifest.json")
    assert {entry["path"]: entry["rule"] for entry in manifest["files"]}.items() >= dict.fromkeys(
        NEW, "write_notes"
    ).items()
    page = study.text("results/report/index.html")
    folder = study.folder / "results/provenance/crate"
    with zipfile.ZipFile(study.folder / "results/provenance/crate.zip") as archive:
        for path in NEW:
            assert f'href="..{path.removeprefix("results")}"' in page
            assert (folder / path).read_bytes() == archive.read(path) == (study.folder / path).read_bytes()
    listed = result_digests.text(result_digests.of_readers(study.folder / "results")).splitlines()
    assert {line.split("  ")[1] for line in listed} >= set(NEW)
    assert study.planned() == {}


def test_an_edited_comment_changes_the_records_and_not_the_list(study: Study) -> None:
    """Nobody who compares the list should wonder about a comment."""
    listed = result_digests.of_readers(study.folder / "results")
    record = study.text("results/provenance/steps.json")
    module = study.snakefile.parent / "scripts/crosscase/tables/latex_tables.py"
    module.write_text(module.read_text(encoding="utf-8") + "\n# A remark.\n", encoding="utf-8")
    study.build()
    assert study.text("results/provenance/steps.json") != record
    assert result_digests.of_readers(study.folder / "results") == listed
    assert not [
        name for name in listed if name.startswith(("provenance/crate", "report/")) or name.endswith("steps.json")
    ]


def test_it_is_searched_for_identifiers(study: Study) -> None:
    script = study.snakefile.parent / "scripts/write_notes.py"
    script.write_text(SCRIPT.replace("A note", f"{NAME} on"), encoding="utf-8")
    run = study.snakemake()
    assert run.returncode == 1
    for path in NEW:
        assert f"{path}: it contains an identifier" in run.stdout
    assert NAME not in run.stdout
    assert not (study.folder / "results/leaks/verdict.txt").exists()
