"""Report what is in each export, and what to look at, before anything else is built.

A line for each export comes first, in seconds. Where something is missing or wrong, it lists what to do, in order.
Otherwise a report on codes, documents and groups follows, which is also written to results/preflight/exports.html. No
words of an interview are shown.
"""

import argparse

from crosscase.commands.build import add_options_of_builds

EXAMPLE = "crosscase check --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say how to build the report."""
    add_options_of_builds(parser)


def run(options: argparse.Namespace) -> int:
    """Say what is missing, if anything is; otherwise build the report, which prints itself. Then say what to decide."""
    import sys

    from crosscase.messages.visible_text import visible
    from crosscase.running import snakemake_runs
    from crosscase.starting import readiness, words_in_doubt
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    found = readiness.examine(*study_folder.look_here())
    words_in_doubt.write(found.in_doubt)
    print(*map(visible, (*found.understood, *found.exports)), sep="\n", flush=True)
    if found.missing:
        print("Missing or wrong, in the order in which to do it:", *found.missing, sep="\n", file=sys.stderr)
    code = 1 if found.missing else snakemake_runs.build(["preflight"], options.cores, verbose=options.verbose)
    if found.to_decide:
        print("", "To decide:", *found.to_decide, sep="\n")
    if found.in_doubt:
        print(f"(The words in doubt of the study's own texts, for the team alone: {words_in_doubt.TABLE})")
    return code
