"""Build the study twice in fresh copies, and compare every result.

The two copies differ in all that results must not depend on, such as time zone, locale, cores and home folder.
"""

import argparse

EXAMPLE = "crosscase reproduce --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say whether the list of results is to change."""
    parser.add_argument("--rewrite", action="store_true", help="write results.sha256 anew, after an intended change")


def run(options: argparse.Namespace) -> int:
    """Reproduce the study, and say what was varied."""
    import sys

    from crosscase.rebuilds import reproduction, surroundings
    from crosscase.running import pipeline, snakemake_runs
    from crosscase.study import study_folder

    snakemake_runs.check_version()
    study_folder.enter(options.study)
    same = reproduction.reproduce(pipeline.ROOT, options.rewrite, lambda line: print(line, flush=True))
    print(f"Varied: {', '.join(surroundings.VARIED)}. Not varied here: {', '.join(surroundings.not_varied())}.")
    if not same:
        print("The results are different.", file=sys.stderr)
    return 0 if same else 1
