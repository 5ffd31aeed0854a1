"""A rule that somebody adds: its results are in every list without any other edit."""

import json
import shutil
import zipfile

import pytest

from crosscase.provenance import manifests, result_digests
from tests.builders.projects import Study, copy_project

NEW = ("results/notes/note.txt", "results/tables/note.txt")
NAME = "Aoifnait Mockbride"  # an invented participant of the small study
pytestmark = pytest.mark.exhaustive  # a build of its own

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
    """The small study, built, and built again by a copy of the pipeline with one more rule and one more comment."""
    folder = tmp_path_factory.mktemp("new result")
    pipeline = copy_project(folder / "pipeline")
    rules = pipeline.folder / "workflow/rules/present.smk"
    rules.write_text(rules.read_text(encoding="utf-8") + RULE, encoding="utf-8")
    (pipeline.folder / "scripts/write_notes.py").write_text(SCRIPT, encoding="utf-8")
    module = pipeline.folder / "scripts/crosscase/tables/latex_tables.py"
    module.write_text(module.read_text(encoding="utf-8") + "\n# A remark.\n", encoding="utf-8")
    shutil.copytree(built_small.folder, folder / "study")
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


def test_an_edited_comment_changes_the_records_and_not_the_list(study: Study, built_small: Study) -> None:
    """Nobody who compares the list should wonder about a comment."""
    before, listed = (result_digests.of_readers(of.folder / "results") for of in (built_small, study))
    assert {name: digest for name, digest in listed.items() if name in before} == before
    assert latex_steps(study) != latex_steps(built_small)
    assert not [
        name for name in listed if name.startswith(("provenance/crate", "report/")) or name.endswith("steps.json")
    ]


def latex_steps(study: Study) -> list[dict[str, str]]:
    """The code of the steps that write LaTeX, with its digests, as the record has it."""
    record = json.loads(study.text("results/provenance/steps.json"))
    return [step["code"] for step in record["steps"] if step["rule"] == "render_tables"]


def test_it_is_searched_for_identifiers(study: Study) -> None:
    script = study.snakefile.parent / "scripts/write_notes.py"
    script.write_text(SCRIPT.replace("A note", f"{NAME} on"), encoding="utf-8")
    run = study.snakemake()
    assert run.returncode == 1
    for path in NEW:
        assert f"{path}: it contains an identifier" in run.stdout
    assert NAME not in run.stdout
    assert not (study.folder / "results/leaks/verdict.txt").exists()
