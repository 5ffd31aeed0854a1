"""What the rules share: the study, its exports, and which code a step depends on. No rules."""

import dataclasses
import os
import sys
from pathlib import Path

from snakemake.exceptions import WorkflowError

PIPELINE = Path(workflow.basedir)
sys.path.insert(0, str(PIPELINE / "scripts"))

# To compare parameters, Snakemake imports pandas where it can be found, which costs a build with
# nothing to do a fifth of its time. No parameter here is a frame; the steps run in processes of their own.
sys.modules.setdefault("pandas", None)

from crosscase import code_graph, errors, keys, model_folders, steps, study

try:
    keys.stop_after_destruction()
    STUDY = study.read(study.CONFIG, PIPELINE / "workflow/schemas/study.schema.yaml")
    errors.stop_on(model_folders.problems(STUDY))
    if STUDY.key_file == study.DEFAULT_KEY:
        keys.make_if_absent(STUDY.key_file)
except errors.StudyError as error:
    raise WorkflowError(str(error)) from None

EXPORTS = list(STUDY.exports)
DOMAINS = [domain.id for domain in STUDY.domains]
TABLES = [*DOMAINS, "sample", *(["sample_by_country"] if STUDY.sample else [])]
FIGURES = [*DOMAINS, "participant_counts"]
LANGUAGES = sorted(f"languages/{path.name}" for path in (code_graph.PACKAGE / "languages").glob("*.toml"))
ARCHIVE = f"results/archive/{STUDY.id}.qdpx"


wildcard_constraints:
    export="|".join(EXPORTS),
    table="|".join(TABLES),
    figure="|".join(FIGURES),


def plain(*parts):
    """A study's parts as plain mappings: what Snakemake can hand to a step and compare."""
    return [dataclasses.asdict(part) for part in parts]


def code_of(rule, *further):
    """The script of a step and the modules that it imports, so that an edit of any of them reruns it.

    What the script opens without importing it, such as a template or the reader of an export's format,
    is named in `further`. The paths are relative to the study, so that a study and its pipeline can
    move together without a rebuild.
    """
    files = [PIPELINE / f"scripts/{rule}.py", *(code_graph.PACKAGE / name for name in further)]
    modules = {module for file in files for module in code_graph.modules_of(file)}
    return sorted(os.path.relpath(file) for file in {*files, *modules})


def model_files():
    """Every file of the models that look for names, so that another model reruns the door; none where none is named."""
    return [file for model in STUDY.name_models.values() for file in model_folders.files(model.path)]


def only_preflight():
    """Whether nothing but the look at the exports was asked for."""
    return set(workflow.dag_settings.targets) == {"preflight"}


def told_exports():
    """What is in the exports that could be read, where others could not."""
    from crosscase import files, preflight, preflight_pages, schemas

    there = [path for name in EXPORTS if (path := Path(f"data/processed/sightings/{name}.parquet")).exists()]
    findings = preflight.describe(files.read_all(there, schemas.Sighting), STUDY.exports, STUDY.countries)
    return preflight_pages.text(findings, [], "")


def table_input(wildcards):
    """What a table is made of: the cells of a domain, or the counts of the sample."""
    sample = {"sample": "results/cells/sample.parquet"}
    if wildcards.table == "sample":
        return sample
    if wildcards.table == "sample_by_country":
        return {**sample, "by_country": "results/cells/sample_by_country.parquet"}
    return {"cells": "results/cells/cells.parquet", "codebook": "data/processed/codebook.parquet"}


def readers_of(export):
    """The modules that may read an export: that of its format, or all where the format is to be found out."""
    stated = STUDY.exports[export].format
    names = [path.stem for path in (code_graph.PACKAGE / "readers").glob("*.py")] if stated == "auto" else [stated]
    return [f"readers/{name}.py" for name in names]
