"""The steps of a build in this process, on the study of the working directory, without Snakemake.

What is here is what the rules do: the Snakefile's checks, then each script with the inputs that it has in a build. A
script ends as in a build: well, or with sentences in `logs/problems.txt`.
"""

import re
import runpy
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd  # noqa: F401 (before a step imports pyarrow without numpy, as a process of its own may)

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.rows import Cooccurrence
from crosscase.coding import cell_codings
from crosscase.console import failures
from crosscase.messages.errors import StudyError
from crosscase.messages.visible_text import visible
from crosscase.running import pipeline, steps
from crosscase.storage import files
from crosscase.storage.schemas import CellCoding, Segment
from crosscase.study import citation_texts, further_comparisons, own_texts, result_names, slices
from crosscase.study.facts import Study, missing_of
from crosscase.study.group_languages import languages_of_groups, regions_of_groups
from crosscase.study.group_names import own_names, spellings
from crosscase.verification import study_checks

PROCESSED = Path("data/processed")
FOLDERS = {"codings": "anonymised", "reviews": "review"}
# Where a sentence begins: with the file that is wrong, or with the study as a whole.
_SENTENCE = re.compile(r"(?:config/|data/raw/|results/|data/restricted/|CITATION\.cff|the study)[^:]*: .+[.?\"]")
_LONGEST = 800  # characters


class Files(SimpleNamespace):
    """Named files or values of a step, as Snakemake gives them to a script."""

    def get(self, name: str) -> Any:
        return vars(self).get(name)


def problems_of_check() -> list[str]:
    """What `crosscase check` says is wrong with the study; nothing if it goes well."""
    return _problems(_check)


def problems_of_tables() -> list[str]:
    """What a build says is wrong up to the tables; nothing if it goes well."""
    return _problems(_tables)


def problems_of_analysis() -> list[str]:
    """What a build says is wrong up to the analysis, with the tables; nothing if it goes well."""
    return _problems(_analysis)


def no_sentences(problems: Iterable[str]) -> list[str]:
    """The problems that are no sentences: no file, no full stop, signs that nobody sees, or the code's fault."""
    return [
        problem
        for problem in problems
        if not _SENTENCE.fullmatch(problem)
        or visible(problem) != problem
        or len(problem) > _LONGEST
        or "defect" in problem
        or "Error" in problem
    ]


def _problems(run: Callable[[Study], None]) -> list[str]:
    steps.PROBLEMS.unlink(missing_ok=True)
    try:
        run(study_checks.read(pipeline.SCHEMA))
    except StudyError as error:
        return [str(problem) for problem in error.problems]
    except SystemExit:
        return failures.read_problems()
    return []


def _check(study: Study) -> None:
    """A build goes on with the steps that need nothing of one that failed."""
    codebook = Files(codebook=PROCESSED / "codebook.parquet")
    firsts = [partial(_run, "import_codebook", Files(codebook=study.codebook), codebook, study)]
    firsts += [partial(_anonymise, study, export) for export in study.exports]
    failed = []
    for first in firsts:
        try:
            first()
        except SystemExit as error:
            failed.append(error)
    if failed:
        raise failed[0]
    output = Files(
        text="results/preflight/exports.txt",
        page="results/preflight/exports.html",
        counts="results/redaction/summary.csv",
        redaction="results/redaction/summary.md",
    )
    kinds = ("observations", "participants", "codings", "reviews", "decisions")
    _run("describe_exports", _of_all_exports(study, *kinds), output, study, version="0")


def _anonymise(study: Study, export: str) -> None:
    made = ("participants", "remarks", "observations", "review", "decisions")
    output = {kind: _processed(kind, export) for kind in made}
    output |= {kind: Path(f"data/restricted/{kind}/{export}.csv") for kind in ("replacements", "identifiers", "places")}
    output |= {"codings": _processed("codings", export), "queue": Path(f"data/restricted/review/{export}.csv")}
    first, cited = next(iter(study.exports)), [file for file in [citation_texts.FILE] if Path(file).exists()]
    inputs = Files(
        export=study.exports[export].file,
        register=study.register,
        identifiers=study.identifiers or [],
        guide=study.guide or [],
        key=study.key_file,
        decisions=study.decisions if Path(study.decisions).exists() else [],
        codebook=study.codebook,
        citation=cited if export == first else [],
    )
    _run(
        "anonymise_export",
        inputs,
        Files(**output),
        study,
        export,
        regions=regions_of_groups(study.groups),
        groups=own_names(study.groups),
        group_names=dict(sorted(spellings(study.groups).items())) if study.exports[export].group_from else {},
        languages=languages_of_groups(study.groups, study.languages),
        study_texts=own_texts.in_files(study) if export == first else {},
        order=study.saturation.order,
        categories={variable.id: variable.categories for variable in study.sample},
        missing=missing_of(study.sample),
    )


def _tables(study: Study) -> None:
    _check(study)
    codebook = PROCESSED / "codebook.parquet"
    for export in study.exports:
        of_export = {kind: _processed(kind, export) for kind in ("codings", "participants")}
        made = {kind: _processed(kind, export) for kind in ("segments", "issues", "mentions")}
        _run("import_segments", Files(codebook=codebook, **of_export), Files(**made), study, export)
    kinds = ("codings", "remarks", "segments", "issues", "mentions", "participants", "reviews")
    of_all = _of_all_exports(study, *kinds)
    lists = Files(issues="results/validation/issues.csv", summary="results/validation/summary.csv")
    of_all.codebook = codebook
    _run("validate_codes", of_all, lists, study, exports=list(study.exports))
    cells = Files(
        verdict="results/validation/verdict.txt",
        parquet="results/cells/cells.parquet",
        csv="results/cells/cells.csv",
        sample="results/cells/sample.parquet",
        by_group=result_names.protected_counts(study.compare),
    )
    of_all.issues, of_all.summary = lists.issues, lists.summary
    _run("aggregate_groups", of_all, cells, study, files={name: item.file for name, item in study.exports.items()})
    inputs_of_tables = Files(cells=cells.parquet, sample=cells.sample, by_group=cells.by_group, codebook=codebook)
    inputs_of_tables.participants = of_all.participants
    names = result_names.tables(study)
    csv = {"wide": _written("tables", names, ".csv"), "tidy": _written("tables", names, "_tidy.csv")}
    shown = [*names, *result_names.counts(study)]
    pages = {"html": _written("tables", shown, ".html"), "tex": _written("tables", shown, ".tex")}
    _run("render_tables", inputs_of_tables, Files(**csv, **pages), study)
    if study.also_by:
        _compare(study, of_all)


def _written(folder: str, names: Iterable[str], end: str) -> list[Path]:
    return [Path(f"results/{folder}/{name}{end}") for name in names]


def _compare(study: Study, of_all: Files) -> None:
    """The comparisons of a study in which no coders and no codes are compared."""
    made = further_comparisons.outputs(study)
    of_all.codings, of_all.together, of_all.agreement = (
        PROCESSED / name for name in ("codings", "together", "agreement")
    )
    files.write_rows(of_all.codings, CellCoding, cell_codings.list_codings(files.read_all(of_all.segments, Segment)))
    files.write_rows_csv(of_all.together, Cooccurrence, [])
    files.write_rows_csv(of_all.agreement, Agreement, [])
    _run("compare_variables", of_all, Files(**made), study)
    of_all.cells, of_all.figures = made["cells"], made["svg"]
    _run("render_comparisons", of_all, Files(pages=further_comparisons.pages(study)), study)


def _analysis(study: Study) -> None:
    _tables(study)
    of_all = _of_all_exports(study, "mentions", "participants", "segments", "observations")
    codings = Path("results/provenance/cell_codings.parquet")
    _run("list_cell_codings", of_all, Files(cell_codings=codings), study)
    of_all.cells, of_all.codings, of_all.plan = "results/cells/cells.parquet", codings, []
    of_all.codebook = PROCESSED / "codebook.parquet"
    rule = (pipeline.ROOT / "workflow/rules/analyse.smk").read_text(encoding="utf-8")
    output = {Path(path).stem: Path(path) for path in re.findall(r"results/analysis/\w+\.(?:csv|txt)", rule)}
    _run("analyse_marks", of_all, Files(**output), study)
    of_findings = _of_all_exports(study, "participants", "segments", "reviews", "observations")
    of_findings.cells, of_findings.codings, of_findings.codebook = of_all.cells, codings, of_all.codebook
    of_findings.rules, of_findings.agreement = output["rules"], output["agreement"]
    _run("report_findings", of_findings, Files(**output), study)
    of_tables = Files(**{name: path for name, path in output.items() if name != "cells"})
    of_tables.cells, of_tables.codebook = of_all.cells, of_all.codebook
    of_tables.worth = output["cells"]
    of_tables.sample, of_tables.by_group = "results/cells/sample.parquet", result_names.protected_counts(study.compare)
    of_tables.participants = of_findings.participants
    made = Files(
        html=_written("analysis", result_names.of_analysis(study), ".html"),
        tex=_written("analysis", result_names.of_analysis(study), ".tex"),
        word=Path("results/tables/all.docx"),
        excel=Path("results/tables/all.xlsx"),
        books=_written("tables", result_names.tables(study), ".xlsx"),
        analysis_books=_written("analysis", result_names.of_analysis(study), ".xlsx"),
    )
    _run("render_manuscript", of_tables, made, study)


def _processed(kind: str, export: str) -> Path:
    return PROCESSED / FOLDERS.get(kind, kind) / f"{export}.parquet"


def _of_all_exports(study: Study, *kinds: str) -> Files:
    return Files(**{kind: [_processed(kind, export) for export in study.exports] for kind in kinds})


def _run(name: str, inputs: Files, output: Files, study: Study, export: str = "", **params: Any) -> None:
    """Run a script as Snakemake does: the folders of its files are there. It has the whole study for its slice."""
    log = Path("logs") / name / f"{export}.log" if export else Path("logs") / f"{name}.log"
    for made in [log, *vars(output).values()]:
        for path in made if isinstance(made, list) else [made]:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
    facts = slices.take(study, *Study.__dataclass_fields__, export=export or None)
    params = {"study": facts, **params}
    snakemake = SimpleNamespace(
        input=inputs,
        output=output,
        params=Files(**params),
        log=[str(log)],
        threads=1,
        wildcards=SimpleNamespace(export=export),
    )
    runpy.run_path(str(pipeline.SCRIPTS / f"{name}.py"), {"snakemake": snakemake})
