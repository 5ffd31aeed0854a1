"""The files that a package has: a fixed list, made of the facts of the study. No other is there, and none is left out.

Not every file can be counted again from the package. Those are listed with the verdict, so that nobody takes their
digests for more than they are.
"""

from collections.abc import Iterator

from verifier import analysis_tables, rules
from verifier.package import METADATA, Package
from verifier.tables import NUMBERS

TEXTS = ("README.md", "datacite.json", "datapackage.json", "ddi-codebook.xml")
_DATA = ("data/codebook.csv", rules.CODINGS, "data/mentions.csv", "data/participants.csv", "data/study.json")
_RESULTS = (
    "analysis/accumulation.csv",
    "analysis/agreement.csv",
    "analysis/agreement_over_time.csv",
    "analysis/cells.csv",
    "analysis/completeness.csv",
    "analysis/cooccurrence.csv",
    "analysis/cooccurrence_cases.csv",
    "analysis/coreq.csv",
    "analysis/disagreements.csv",
    "analysis/disputed_segments.csv",
    "analysis/evidence.csv",
    "analysis/planned_coding.csv",
    "analysis/quotations.csv",
    "analysis/rule_totals.csv",
    "analysis/rules.csv",
    "analysis/similarity.csv",
    "analysis/srqr.csv",
    "analysis/summary.txt",
    "analysis/thresholds.csv",
    "analysis/totals.csv",
    "cells/cells.csv",
    "cells/cells.parquet",
    "cells/sample.parquet",
    "figures/overview.png",
    "provenance/cell_codings.parquet",
    "provenance/manifest.json",
    "provenance/steps.json",
    "redaction/summary.csv",
    "redaction/summary.md",
    "report/index.html",
    "tables/all.docx",
    "tables/all.xlsx",
    "validation/issues.csv",
    "validation/summary.csv",
    "validation/verdict.txt",
)
_PRINT = ("verification/published.csv", "verification/verdict.txt")
_CHARTS = (
    "robustness_of_totals",
    "accumulation_of_codes",
    "cooccurrence_of_codes",
    "similarity_of_groups",
    "agreement_of_coders",
)
_TABLES, _FIGURES = (".csv", "_tidy.csv", ".html", ".tex", ".xlsx"), (".svg", ".pdf", ".png")
_SHOWN = (".html", ".tex", ".xlsx")  # of a table of the analysis
# What these show is not counted again: words, drawings, and facts of which the package has no second source.
_NOT_COUNTED = (
    *TEXTS,
    "results/figures/",
    "results/report/",
    "results/redaction/",
    "results/validation/issues.csv",
    "results/analysis/agreement_over_time.csv",
    "results/analysis/planned_coding.csv",
    "results/analysis/coreq.csv",
    "results/analysis/srqr.csv",
    "results/analysis/summary.txt",
)
_IN_PART = {
    "results/analysis/agreement.csv": "its intervals",
    "results/analysis/accumulation.csv": "its deviations, coverage and new codes",
    "results/analysis/completeness.csv": "its coverage and estimates",
    "results/analysis/cooccurrence.csv": "its passages",
    "results/analysis/group_test.csv": "its remarks",
    "results/analysis/evidence.csv": "how many passages may be quoted, and sentences",
    "results/analysis/quotations.csv": "its words",
    "results/analysis/thresholds.csv": "the words for its rules",
    "results/analysis/similarity.csv": "the heights at which groups are merged",
    "results/provenance/cell_codings.parquet": "its coders, documents and places",
    "results/provenance/manifest.json": "files that the package does not hold",
    "results/provenance/steps.json": "its parameters and libraries, and files that the package does not hold",
    "results/validation/verdict.txt": "the words that wait for a decision",
}


def listed(package: Package) -> set[str]:
    """The paths of all files that the package of this study has, its code aside."""
    study = package.study
    domains = [domain["id"] for domain in study["domains"]]
    tables = [*domains, "sample", *([package.sample_by] if study["sample"] else [])]
    exports = package.json("results/provenance/steps.json")["exports"]
    results = [*_RESULTS, f"cells/{package.sample_by}.parquet", *(_PRINT if study["published"] else ())]
    results += ["analysis/saturation.csv"] if study.get("saturation") else []
    results += ["analysis/group_test.csv"] if study["group_test"]["is_used"] else []
    results += ["analysis/qca_cases.csv", "analysis/truth_table.csv"] if study["truth_table"]["conditions"] else []
    results += [f"tables/{name}{end}" for name in tables for end in _TABLES]
    results += [f"tables/{name}{NUMBERS}{end}" for name in domains for end in (".html", ".tex")]
    results += [f"analysis/{name}{end}" for name in analysis_tables.names(package) for end in _SHOWN]
    results += [f"figures/{name}{end}" for name in [*_figures(package, domains), *_CHARTS] for end in _FIGURES]
    mentions = {f"data/processed/mentions/{export}.parquet" for export in exports}
    data = [*_DATA, *(["data/not_asked.csv"] if study.get("has_guide") else [])]
    return {*TEXTS, *data, "data/processed/codebook.parquet", *mentions, *(f"results/{name}" for name in results)}


def _figures(package: Package, domains: list[str]) -> list[str]:
    """The names of the figures. Those of marks in all domains and of their chance depend on the study."""
    marks = ["all_domains"] if len(domains) > 1 else []
    chances = ["rarefied_presence"] if rules.of_study(package)[rules.MAIN] == rules.DEFAULT else []
    return [*domains, "participant_counts", *marks, "participant_shares", *chances]


def complete(package: Package) -> Iterator[str]:
    """Each file of the list is there, and no other but the code."""
    expected = listed(package)
    found = {name for name in package.sizes if not name.startswith("code/") and name != METADATA}
    yield from (f"{name} is missing: each package has it" for name in sorted(expected - found))
    yield from (f"{name} is not a file that a package has" for name in sorted(found - expected))
    if "code/Snakefile" not in package.sizes:
        yield "code/Snakefile is missing: each package has its code"


def not_counted(package: Package, with_parquet: bool) -> Iterator[str]:
    """What no check has counted again: files, or what is said of a part of a file."""
    for name in sorted(package.sizes):
        if name.startswith(_NOT_COUNTED) or (name.endswith(".parquet") and not with_parquet):
            yield name
        elif name in _IN_PART:
            yield f"{name} ({_IN_PART[name]})"
