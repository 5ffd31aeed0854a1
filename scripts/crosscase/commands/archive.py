"""Write the coded passages as a REFI-QDA project, the format in which tools exchange coding.

The project holds words of interviews, so it is only written where the review has left nothing open. Once it lies in
results/archive, every build keeps it up to date.
"""

import argparse

from crosscase.commands.build import add_options_of_builds

EXAMPLE = "crosscase archive --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say how to build the archive."""
    add_options_of_builds(parser)


def run(options: argparse.Namespace) -> int:
    """Build the archive."""
    from crosscase.running import snakemake_runs
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    return snakemake_runs.build(["archive"], options.cores, verbose=options.verbose)
