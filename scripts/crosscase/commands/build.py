"""Build every table, figure, check and list of the study; only what is not up to date.

A target is a file or a rule, such as results/tables/barriers.csv or render_report; without one everything is built.
Options behind -- go to Snakemake as they are.
"""

import argparse
from itertools import takewhile

EXAMPLE = "crosscase build --cores 4 --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what to build, and how."""
    parser.add_argument("targets", nargs="*", default=[], metavar="TARGET", help="what to build (default: everything)")
    parser.add_argument("-n", "--dry-run", action="store_true", help="only list what would be built")
    add_options_of_builds(parser)


def add_options_of_builds(parser: argparse.ArgumentParser) -> None:
    """The options of every verb that builds."""
    parser.add_argument("--cores", type=_cores, default="all", metavar="N", help="how many cores to use (default: all)")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the output of Snakemake itself")


def _cores(text: str) -> str:
    if text != "all" and not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is neither a positive number nor 'all'")
    return text


def run(options: argparse.Namespace) -> int:
    """Run Snakemake in the study's folder."""
    from pathlib import Path

    from crosscase.running import snakemake_runs, targets
    from crosscase.study import study_folder

    asked = list(takewhile(lambda target: not target.startswith("-"), options.targets))
    further = [*(["--dry-run"] if options.dry_run else []), *options.targets[len(asked) :]]
    before = Path.cwd()
    study_folder.enter(options.study)
    return snakemake_runs.build(targets.settled(asked, before), options.cores, further, options.verbose)
