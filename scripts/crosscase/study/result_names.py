"""The names of the tables and figures of a study, and which names of domains would make two results one file.

Read while Snakemake parses the workflow and by every command, so nothing heavy is imported here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from crosscase.messages.errors import Problem
from crosscase.study.facts import CONFIG, Domain, Study

SAMPLE, SAMPLE_BY_GROUP = "sample", "sample_by_country"
COUNTS = "participant_counts"  # the figure of all domains
TIDY = "_tidy"  # ends the name of the tidy form of a table


def tables(study: Study) -> list[str]:
    """The names of the tables, in their order."""
    by_group = [SAMPLE_BY_GROUP] if study.sample else []
    return [*(domain.id for domain in study.domains), SAMPLE, *by_group]


def figures(study: Study) -> list[str]:
    """The names of the figures, in their order."""
    return [*(domain.id for domain in study.domains), COUNTS]


def problems(domains: Sequence[Domain]) -> Iterator[Problem]:
    """The domains whose tables or figures would have the names of others."""
    ids = [domain.id for domain in domains]
    reserved = (SAMPLE, SAMPLE_BY_GROUP, COUNTS)
    files = Counter(file for name in dict.fromkeys((*ids, *reserved)) for file in (name, f"{name}{TIDY}"))
    for number, name in enumerate(ids):
        if name in reserved or (name.endswith(TIDY) and files[name] > 1):
            what = f"the results of the domain {name!r} would have the file names of other results"
            yield Problem(CONFIG, f"domains.{number}.id", what, "Give the domain another id, here and in the codebook.")
