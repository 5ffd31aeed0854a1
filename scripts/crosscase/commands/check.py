"""Report what is in each export, and what to look at, before anything else is built.

Where the codebook or the register is missing or not filled in, it lists what to do first, and what each export holds.
The report shows no words of an interview. It is also written to results/preflight/exports.html.
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
    from crosscase.starting import readiness
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    found = readiness.examine(study_folder.study_here())
    said = [*found.understood, *(found.exports if found.missing else ())]
    print(*map(visible, said), sep="\n", end="\n" if said else "", flush=True)
    if found.missing:
        print("Missing or wrong, in the order in which to do it:", *found.missing, sep="\n", file=sys.stderr)
    code = 1 if found.missing else snakemake_runs.build(["preflight"], options.cores, verbose=options.verbose)
    print(
        *(["", "To decide:", *found.to_decide] if found.to_decide else []),
        sep="\n",
        end="\n" if found.to_decide else "",
    )
    return code
