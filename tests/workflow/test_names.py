"""Names of exports, domains and folders that meet other names: nothing is overwritten in silence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.builders.projects import ROOT, Study


def rename(study: Study, old: str, new: str) -> None:
    """Give an export another name."""
    path = study.folder / "config/study.yaml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["exports"][new] = config["exports"].pop(old)
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")


def test_an_export_called_decisions_does_not_overwrite_the_decisions(small_study: Study) -> None:
    rename(small_study, "ie", "decisions")
    decisions = small_study.folder / "data/restricted/review/decisions.csv"
    decisions.parent.mkdir(parents=True)
    decisions.write_text("id,decision\n", encoding="utf-8")
    run = small_study.snakemake("data/processed/mentions/decisions.parquet")
    assert run.returncode != 0
    sentence = "the step anonymise_export would overwrite the file that the key `decisions` of the study names"
    assert sentence in run.stdout
    assert decisions.read_text(encoding="utf-8") == "id,decision\n"


def test_a_pipeline_below_a_folder_with_braces_says_so(small_study: Study, tmp_path: Path) -> None:
    folder = tmp_path / "br{ace}s"
    for name in ("scripts", "workflow"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Snakefile", folder)
    command = [sys.executable, "-m", "snakemake", "--cores", "1", "--snakefile", str(folder / "Snakefile")]
    run = subprocess.run(
        [*command, "--directory", str(small_study.folder)],
        cwd=small_study.folder,
        env=os.environ | {"PYTHONPATH": ""},
        text=True,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert run.returncode != 0
    assert "has a brace in its name, which Snakemake reads as a placeholder. Rename the folder" in run.stdout
    assert "Traceback" not in run.stdout


def test_a_domain_whose_name_ends_like_a_tidy_table_has_its_tables(small_study: Study) -> None:
    for name in ("config/study.yaml", "config/codebook.csv"):
        path = small_study.folder / name
        path.write_text(path.read_text(encoding="utf-8").replace("helps", "helps_tidy"), encoding="utf-8")
    small_study.build("results/tables/helps_tidy.csv", "results/tables/helps_tidy_tidy.csv", "results/datapackage.json")
    assert small_study.text("results/tables/helps_tidy.csv").startswith("label,")
    assert small_study.text("results/tables/helps_tidy_tidy.csv").startswith("domain,")
