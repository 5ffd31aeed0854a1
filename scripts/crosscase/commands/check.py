"""Report what is in each export, and what to look at, before anything else is built.

The report shows no words of an interview. It is also written to results/preflight/exports.html.
"""

import argparse

from crosscase.commands.build import add_options_of_builds

EXAMPLE = "crosscase check --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say how to build the report."""
    add_options_of_builds(parser)


def run(options: argparse.Namespace) -> int:
    """Build the report, which prints itself."""
    from crosscase.running import snakemake_runs
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    return snakemake_runs.build(["preflight"], options.cores, verbose=options.verbose)
