"""The names of the tables and figures of a study, and which names of domains would make two results one file.

Read while Snakemake parses the workflow and by every command, so nothing heavy is imported here.
"""

from collections import Counter
from collections.abc import Iterator

from crosscase.messages.errors import Problem
from crosscase.study.facts import AT_LEAST_ONE, CONFIG, Compare, Study

SAMPLE = "sample"
COUNTS = "participant_counts"  # this and the following are figures of all domains
MARKS, SHARES, RAREFIED = "all_domains", "participant_shares", "rarefied_presence"
CHARTS = (  # of the analysis; each has the key of its title for its name
    "robustness_of_totals",
    "accumulation_of_codes",
    "cooccurrence_of_codes",
    "similarity_of_groups",
    "agreement_of_coders",
)
OVERVIEW = "overview"  # the sheet of all figures
TIDY = "_tidy"  # ends the name of the tidy form of a table
NUMBERS = "_counts"  # ends the name of the table of the numbers behind the marks of a domain
ALL = "all"  # the Word document and the workbook of all tables
GROUP_TEST, TRUTH_TABLE = "group_test", "truth_table"  # only of a study that asks for them
_ANALYSIS = (
    *("evidence", "robustness", "thresholds", "agreement", "completeness", "cooccurrence", "similarity"),
    *(GROUP_TEST, TRUTH_TABLE, "quotations"),
)


def sample_by(compare: Compare) -> str:
    """The name of the table of the sample by group, with the study's word for what it compares."""
    return f"{SAMPLE}_by_{compare.id}"


def protected_counts(compare: Compare) -> str:
    """The path of the counts behind that table."""
    return f"results/cells/{sample_by(compare)}.parquet"


def tables(study: Study) -> list[str]:
    """The names of the tables, in their order."""
    by_group = [sample_by(study.compare)] if study.sample else []
    return [*(domain.id for domain in study.domains), SAMPLE, *by_group]


def of_analysis(study: Study) -> list[str]:
    """The names of the tables of the analysis, in the order of a manuscript."""
    left_out = {GROUP_TEST: not study.group_test.is_used, TRUTH_TABLE: not study.truth_table.is_used}
    return [name for name in _ANALYSIS if not left_out.get(name)]


def counts(study: Study) -> list[str]:
    """The names of the tables of the numbers behind the marks, in the order of their domains."""
    return [f"{domain.id}{NUMBERS}" for domain in study.domains]


def figures(study: Study) -> list[str]:
    """The names of the heatmaps, in their order; `CHARTS` are the other figures."""
    return [*(domain.id for domain in study.domains), COUNTS, *further_figures(study)]


def further_figures(study: Study) -> list[str]:
    """Those that the page does not show, but links to.

    The marks of all domains are one if there are several, the chance of a mark is known if one participant makes it.
    The comparisons of `also_by` have the same: nothing here depends on the groups.
    """
    marks = [MARKS] if len(study.domains) > 1 else []
    return [*marks, SHARES, *([RAREFIED] if study.rule == AT_LEAST_ONE else [])]


def problems(study: Study) -> Iterator[Problem]:
    """The domains whose tables or figures would have the names of others."""
    ids = [domain.id for domain in study.domains]
    reserved = (SAMPLE, sample_by(study.compare), COUNTS, MARKS, SHARES, RAREFIED, ALL, *CHARTS, OVERVIEW)
    files = Counter(file for name in dict.fromkeys((*ids, *reserved)) for file in (name, f"{name}{TIDY}"))
    files += Counter(counts(study))
    for number, name in enumerate(ids):
        if name in reserved or (name.endswith((TIDY, NUMBERS)) and files[name] > 1):
            what = f"the results of the domain {name!r} would have the file names of other results"
            yield Problem(CONFIG, f"domains.{number}.id", what, "Give the domain another id, here and in the codebook.")
