"""Write the coded passages as a REFI-QDA project, the format in which tools exchange coding.

The project holds words of interviews, so it is only written where the review has left nothing open. The results without
it are built first, so that they are whole and searched also where it is refused. Once it lies in results/archive, every
build keeps it up to date.
"""

import argparse

from crosscase.commands.build import add_options_of_builds

EXAMPLE = "crosscase archive --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say how to build the archive."""
    add_options_of_builds(parser)


def run(options: argparse.Namespace) -> int:
    """Build the results, then the archive. Raises StudyError if words wait for a decision in the review."""
    import sys
    from pathlib import Path

    from crosscase.coding.quotation_consent import QuotationRule
    from crosscase.running import snakemake_runs
    from crosscase.storage import files
    from crosscase.storage.schemas import ReviewCount
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    print("First the results without the archive:", file=sys.stderr)
    if failed := snakemake_runs.build([], options.cores, verbose=options.verbose):
        return failed
    reviews = files.read_all(sorted(Path("data/processed/review").glob("*.parquet")), ReviewCount)
    QuotationRule([], reviews).require_review("results/archive", "data/restricted/review")
    return snakemake_runs.build(["archive"], options.cores, verbose=options.verbose)
