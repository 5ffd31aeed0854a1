"""What the rules share: the study, its exports, and which code a step depends on. No rules."""

import os
import sys
from itertools import product
from pathlib import Path
from types import SimpleNamespace

PIPELINE = Path(workflow.basedir)
sys.path.insert(0, str(PIPELINE / "scripts"))

# Snakemake imports pandas to compare parameters, if it is installed. This takes a fifth of the time of a build with
# nothing to do. No parameter here is a data frame; the steps run in processes of their own.
sys.modules.setdefault("pandas", None)

from crosscase.anonymisation import keys
from crosscase.console import failures, summary
from crosscase.console.snakemake_logging import Speaker
from crosscase.detectors import model_folders
from crosscase.messages import errors
from crosscase.messages.reporting import report_errors
from crosscase.provenance import checkouts, result_digests, software
from crosscase.running import code_graph, locks, steps, stray_results
from crosscase.running.pipeline import PACKAGE as CODE
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, facts, slices

SPEAKER = Speaker(workflow)

with report_errors():
    steps.check_folders()
    keys.stop_after_destruction()
    STUDY = configuration.read(facts.CONFIG, SCHEMA)
    errors.stop_on(model_folders.problems(STUDY))
    if STUDY.key_file == facts.DEFAULT_KEY:
        keys.make_if_absent(STUDY.key_file)

EXPORTS = list(STUDY.exports)
DOMAINS = [domain.id for domain in STUDY.domains]
TABLES = [*DOMAINS, "sample", *(["sample_by_country"] if STUDY.sample else [])]
FIGURES = [*DOMAINS, "participant_counts"]
LANGUAGES = sorted(path.relative_to(CODE).as_posix() for path in (CODE / "languages").rglob("*.t*"))
ARCHIVE = f"results/archive/{STUDY.id}.qdpx"
CELLS = ["cells", "sample", "sample_by_country"]
STEPS = "results/provenance/steps.json"
CHECKOUT = "results/provenance/checkout.json"
MANIFEST = "results/provenance/manifest.json"
PAGE = "results/report/index.html"
PACKAGE = "results/provenance/crate.zip"
UNPACKED = "results/provenance/crate"
CITATION = "CITATION.cff"
WILDCARDS = {"export": EXPORTS}
ARCHIVED = [ARCHIVE, f"results/archive/{STUDY.id}.qdc", "results/archive/README.md"]
LEAK_VERDICT = "results/leaks/verdict.txt"


wildcard_constraints:
    **{name: "|".join(values) for name, values in WILDCARDS.items()},


def made_results():
    """All results that the study's numbers are in, and what stands behind them."""
    return [
        *expand("results/cells/{name}", name=["cells.csv", *(f"{name}.parquet" for name in CELLS)]),
        *expand("results/tables/{table}.{kind}", table=TABLES, kind=["csv", "html", "tex"]),
        *expand("results/tables/{table}_tidy.csv", table=TABLES),
        *expand("results/figures/{figure}.{kind}", figure=FIGURES, kind=["svg", "pdf", "png"]),
        *expand("results/preflight/exports.{kind}", kind=["html", "txt"]),
        *expand("results/validation/{name}", name=["issues.csv", "summary.csv", "verdict.txt"]),
        *expand("results/disclosure/{name}", name=["report.csv", "verdict.txt"]),
        *expand("results/verification/{name}", name=["published.csv", "verdict.txt"] if STUDY.published else []),
        "results/provenance/cell_codings.parquet",
    ]


def core_results():
    """All results but those that are made of the results: the page, the manifest, the crate."""
    return [*made_results(), STEPS]


def packaged_results():
    """All files of the manifest: the results, and what a reader needs to count the cells again."""
    mentions = expand("data/processed/mentions/{export}.parquet", export=EXPORTS)
    return [*core_results(), PAGE, "data/processed/codebook.parquet", *mentions]


def package():
    """The package, if the study has a citation file: it needs authors, a licence and a date."""
    return [PACKAGE] if Path(CITATION).exists() else []


def study_slice(*names, export=None):
    """The facts of the study that a step uses, by their names; all exports, or only one.

    A step reruns when a fact of its slice changes. Its script reads the facts with `slices.restore`.
    """
    return slices.take(STUDY, *names, export=export)


def code_of(rule, *further):
    """The script of a step and the modules that it imports, so that an edit of any of them reruns it.

    `further` names files that the script opens without importing them, such as a template or the reader of an export's
    format. The paths are relative to the study, so that a study and its pipeline can move together without a rebuild.
    """
    files = [PIPELINE / f"scripts/{rule}.py", *(CODE / name for name in further)]
    modules = {module for file in files for module in code_graph.modules_of(file)}
    return sorted(os.path.relpath(file) for file in {*files, *modules})


def templates_in(folder):
    """The templates in a folder, as arguments of `code_of`."""
    found = (CODE / "html/templates" / folder).rglob("*.*")
    return [path.relative_to(CODE).as_posix() for path in found]


def model_files():
    """Every file of the models that look for names, so that another model reruns `anonymise_export`."""
    return [file for model in STUDY.name_models.values() for file in model_folders.files(model.path)]


def pipeline_files():
    """The files in the digest of the pipeline: its code and its locks."""
    further = (software.LOCK, software.ENVIRONMENT, software.PROJECT)
    return [os.path.relpath(file) for file in (*software.files_of(PIPELINE), *(PIPELINE / name for name in further))]


def described_rules():
    """Docstring, script and named parameters of the rules so far, which Snakemake's records do not contain.

    Snakemake stores parameter values without names; `provenance` matches them again. A parameter must therefore be a
    constant or a function of wildcards.
    """
    return {
        step.name: {
            "doc": step.docstring,
            "script": f"scripts/{step.name}.py",
            "parameters": {name: possible_values(step, value) for name, value in step.params.items()},
        }
        for step in workflow.rules
        if step.script
    }


def possible_values(step, parameter):
    """All values of a parameter, in the notation of Snakemake's records; it may be a function of the wildcards."""
    if not callable(parameter):
        return [repr(parameter)]
    names = sorted(step.wildcard_names)
    combinations = product(*(WILDCARDS[name] for name in names))
    wildcards = [SimpleNamespace(**dict(zip(names, values, strict=True))) for values in combinations]
    return sorted({repr(parameter(values)) for values in wildcards})


def confidential_files():
    """The alias of each file that only `anonymise_export` may open, by its path."""
    exports = {}
    for name, export in STUDY.exports.items():
        exports.setdefault(export.file, []).append(name)
    others = {STUDY.register: "register", STUDY.identifiers: "identifiers", STUDY.key_file: "key"}
    others[STUDY.decisions] = "decisions of review"
    called = {path: f"export {' and '.join(names)}" for path, names in exports.items()}
    return {path: name for path, name in (called | others).items() if path}


def scanned_results(wildcards):
    """All results that the scan for leaks waits for: those of every build, and the archive if it is there or asked for."""
    archive = Path(ARCHIVE).exists() or "archive" in workflow.dag_settings.targets
    return [*core_results(), PAGE, CHECKOUT, MANIFEST, *package(), *(ARCHIVED if archive else [])]


def other_results():
    """Digest of what lies in results/ though no step makes it: the scan looks at it, too. Its names may be names."""
    return stray_results.digest({*core_results(), PAGE, CHECKOUT, MANIFEST, *package(), *ARCHIVED}, UNPACKED)


def only_preflight():
    """Whether only the target `preflight` was requested."""
    return set(workflow.dag_settings.targets) == {"preflight"}


def outputs_of_build():
    """The files that this build made or found up to date: those of all steps that its targets need."""
    return {str(path) for job in workflow.dag.jobs for path in job.output}


def described_exports():
    """The report on the exports that could be read, for a build in which others could not."""
    from crosscase.preflight import findings, html
    from crosscase.storage import files, schemas

    readable = [path for name in EXPORTS if (path := Path(f"data/processed/observations/{name}.parquet")).exists()]
    found = findings.describe(files.read_all(readable, schemas.Observation), STUDY.exports, STUDY.groups)
    return html.text(found, [], "")


def readers_of(export):
    """The modules that may read an export: the reader of its format, or all readers if the format is `auto`."""
    stated = STUDY.exports[export].format
    names = [path.stem for path in (CODE / "readers").glob("*.py")] if stated == "auto" else [stated]
    return [f"readers/{name}.py" for name in names]
