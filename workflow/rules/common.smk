"""What the rules share: the study, its exports, and which code a step depends on. No rules."""

import gc
import os
import sys
from functools import cache
from hashlib import sha256
from itertools import product
from pathlib import Path, PurePath
from types import SimpleNamespace

PIPELINE = Path(workflow.basedir)
SCRIPTS = str(PIPELINE / "scripts")

# These rules and their steps run the modules beside them, also where another copy of crosscase is installed. The logger
# plugin may have imported that one already.
sys.path.insert(0, SCRIPTS)
os.environ.update(PYTHONPATH=os.pathsep.join(filter(None, [SCRIPTS, os.environ.get("PYTHONPATH")])))
for module in [name for name in sys.modules if name.partition(".")[0] == "crosscase"]:
    del sys.modules[module]

# Snakemake imports pandas to compare parameters, if it is installed. This takes a fifth of the time of a build with
# nothing to do. No parameter here is a data frame; the steps run in processes of their own.
sys.modules.setdefault("pandas", None)

# Little of what a build keeps in mind is ever freed, so Python need not look for what it could free after every 700 new
# objects: that takes a tenth of the time of a build with nothing to do.
gc.freeze()
gc.set_threshold(100_000)

from crosscase.running import forked_steps

# Of a study that was never built most steps will run, and what they begin from can start now.
NEVER_BUILT = not Path("data/processed").exists()
if workflow.is_main_process:
    START_EARLY = forked_steps.fork_steps(workflow, lambda: SPEAKER.file_of_steps, begin=NEVER_BUILT)

from crosscase.anonymisation import keys
from crosscase.console import failures, summary
from crosscase.console.snakemake_logging import Speaker
from crosscase.detectors import model_folders
from crosscase.messages import errors
from crosscase.messages.reporting import report_errors
from crosscase.messages.visible_text import visible
from crosscase.provenance import checkouts, result_digests, software
from crosscase.running import (
    changed_outputs,
    code_graph,
    code_lists,
    input_digests,
    locks,
    pipeline,
    places,
    scheduling,
    share_notice,
    steps,
    stray_results,
)
from crosscase.running.declared_results import (
    DeclaredResults,
    fills_folder,
    for_team,
    kept_back,
    on_request,
    packed,
    summarises_results,
    volatile,
)
from crosscase.running.pipeline import PACKAGE as CODE
from crosscase.running.pipeline import SCHEMA
from crosscase.study import (
    facts,
    further_comparisons,
    group_names,
    named_files,
    own_labels,
    own_texts,
    result_names,
    slices,
)
from crosscase.study.citation_texts import FILE as CITATION
from crosscase.study.group_languages import languages_of_groups, regions_of_groups
from crosscase.verification import study_checks

SPEAKER = Speaker(workflow)

with report_errors():
    pipeline.check_place()
    steps.check_folders()
    keys.stop_after_destruction()
    STUDY = study_checks.read(SCHEMA)
    if STUDY.key_file == facts.DEFAULT_KEY:
        keys.make_if_absent(STUDY.key_file)
    if not STUDY.synthetic:  # the key of a synthetic study may be the public one
        keys.refuse_exposed(STUDY.key_file)

EXPORTS = list(STUDY.exports)
TABLES = result_names.tables(STUDY)
NUMBERS = result_names.counts(STUDY)
FIGURES = result_names.figures(STUDY)
CHARTS = list(result_names.CHARTS)
OVERVIEW = f"results/figures/{result_names.OVERVIEW}.png"
BY_GROUP = result_names.protected_counts(STUDY.compare)
LANGUAGES = sorted(path.relative_to(CODE).as_posix() for path in (CODE / "languages").rglob("*.t*"))
LABELS = sorted({"labels/en.toml", f"labels/{STUDY.output_language}.toml"})  # the words of tables, figures and pages
OWN_LABELS = [own_labels.PATH] if Path(own_labels.PATH).exists() else []
CITED = [CITATION] if Path(CITATION).exists() else []
WORDS = ("compare", "output_language", "labels")  # what a step needs of the study to print some of them
WILDCARDS = {"export": EXPORTS}
LEAK_VERDICT = str(share_notice.LEAK_VERDICT)
HALF_OF_THE_CORES = max(1, (workflow.cores or 1) // 2)  # two steps draw figures, side by side


wildcard_constraints:
    **{name: "|".join(values) for name, values in WILDCARDS.items()},


@cache
def declared():
    """All results that the rules declare. Complete only when all rules are known: for functions of inputs and params."""
    return DeclaredResults(workflow.rules, WILDCARDS)


def results_before(rule):
    """What a summary of the results is made of, as an input: all results but its own and those of later summaries."""
    return lambda wildcards: declared().before(rule)


def results_to_pack(rule):
    """All files of the manifest, as an input: the results, and what a reader needs to count the cells again."""
    return lambda wildcards: declared().packable(rule)


def in_report(category, path):
    """A result that Snakemake's own report shows (`snakemake --report`), under the title of its domain."""
    file = PurePath(path)
    titles = {domain.id: domain.title for domain in STUDY.domains}
    labels = {"shows": titles.get(file.stem, file.stem.replace("_", " ")), "file": file.name}
    return report(path, category=category, caption="../report/result.rst", labels=labels)


def study_slice(*names, export=None):
    """The facts of the study that a step uses, by their names; all exports, or only one.

    A step reruns when a fact of its slice changes. Its script reads the facts with `slices.restore`.
    """
    return slices.take(STUDY, *names, export=export)


def code_of(rule, *further):
    """A list of the script of a step and the modules that it imports, so that an edit of any of them reruns it.

    `further` names files that the script opens without importing them, such as a template or the reader of an export's
    format. The paths in the list are relative to the pipeline, so that it can move without a rebuild.
    """
    files = [PIPELINE / f"scripts/{rule}.py", *(CODE / name for name in further)]
    modules = {module for file in files for module in code_graph.modules_of(file)}
    name = f"{rule}-{sha256(repr(further).encode()).hexdigest()[:8]}" if further else rule
    with report_errors():
        return code_lists.write(name, {*files, *modules}, PIPELINE)


def code_of_each_export(rule, further):
    """What `code_of` gives for each export, as an input; `further` is a function of the export.

    The lists are written now: Snakemake looks into their folder once, before it asks most functions of inputs.
    """
    lists = {export: code_of(rule, *further(export)) for export in EXPORTS}
    return lambda wildcards: lists[wildcards.export]


def templates_in(folder):
    """The templates in a folder, as arguments of `code_of`."""
    found = (CODE / "html/templates" / folder).rglob("*.*")
    return [path.relative_to(CODE).as_posix() for path in found]


def model_files():
    """Every file of the models that look for names, so that another model reruns `anonymise_export`."""
    return [file for model in STUDY.name_models.values() for file in model_folders.files(model.path)]


def pipeline_declarations():
    """The pipeline's locks, declaration and licence.

    For all of its code a step takes one digest as a parameter: Snakemake looks at each input file of each job.
    """
    return [os.path.relpath(PIPELINE / name) for name in software.DECLARED]


def described_rules(rule):
    """Docstring, script and named parameters of the rules behind a summary, which Snakemake does not record.

    Snakemake stores parameter values without names; `provenance` matches them again. A parameter must therefore be a
    constant or a function of wildcards.
    """
    behind = declared().rules_behind(rule)
    return {
        step.name: {
            "doc": step.docstring,
            "script": f"scripts/{step.name}.py",
            "parameters": {name: possible_values(step, value) for name, value in step.params.items()},
        }
        for step in workflow.rules
        if step.script and step.name in behind
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
    others |= {STUDY.guide: "guide", STUDY.decisions: "decisions of review"}
    called = {path: f"export {' and '.join(names)}" for path, names in exports.items()}
    return {path: name for path, name in (called | others).items() if path}


def started_early(wildcards):
    """No input. What most steps begin from goes on starting, now that the rules are known."""
    if workflow.is_main_process and NEVER_BUILT:
        START_EARLY()
    return []


def scanned_results(wildcards):
    """All results that the leak search waits for; the archive among them if it is there or asked for."""
    results = declared()
    there = any(Path(path).exists() for path in results.on_request)
    return results.others("scan_results", there or "archive" in workflow.dag_settings.targets)


def composed_results(wildcards):
    """What the pipeline composes in results/: all but what has words of interviews, which is made on request."""
    results = declared()
    return [*results.others("scan_results", requested=False), *results.folders]


def other_results(wildcards):
    """Digest of what lies in results/ though no step makes it: it is searched, too. Its names may be names of people."""
    results = declared()
    return stray_results.digest(results.paths, results.folders)


def outputs_on_disk():
    """What all steps have made, and whether it still is as they made it."""
    results = declared()
    return changed_outputs.Outputs(results.all_outputs, results.filling_folders)


def make_changed_outputs_again():
    """Let this build make again what somebody has changed, and say so. Only Snakemake's first process does that."""
    if workflow.is_main_process:
        outputs = outputs_on_disk()
        if changed := outputs.find_changed():
            print(visible(outputs.make_again(changed)), file=sys.stderr)


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
    observations = files.read_all(readable, schemas.Observation)
    found = findings.describe(observations, STUDY.exports, STUDY.groups, own_labels.labels_of(STUDY))
    return html.text(found, STUDY, [])


def names_of_groups(export):
    """The group of each of its names that an export may state; none if the export states no groups."""
    return dict(sorted(group_names.spellings(STUDY.groups).items())) if STUDY.exports[export].group_from else {}


def readers_of(export):
    """The modules that may read an export: the reader of its format, or all readers if the format is `auto`."""
    stated = STUDY.exports[export].format
    names = [path.stem for path in (CODE / "readers").glob("*.py")] if stated == "auto" else [stated]
    return [f"readers/{name}.py" for name in names]
