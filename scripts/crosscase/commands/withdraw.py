"""Take a participant out of the study, and write a record of what was searched and what is left.

Writes `withdrawn: yes` into the register, builds, and then searches results, data, logs and Snakemake's records for the
person's pseudonyms, codings, passages and name. Packages that you handed out are searched, too, if you name them. The
record lies in data/restricted/erasures and does not name the person. Single words of the name that the codebook,
study.yaml or a decision has are listed for you to decide. Exit code 0: nothing else is left.
"""

import argparse

from crosscase.commands.build import add_options_of_builds

EXAMPLE = "crosscase withdraw PL-03 --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say who withdrew, and what else to search."""
    parser.add_argument("participant", help="the participant's id in the register")
    what = "packages or folders that were handed out earlier"
    parser.add_argument("packages", nargs="*", default=[], metavar="PATH", help=what)
    add_options_of_builds(parser)


def run(options: argparse.Namespace) -> int:
    """Change the register, build, search, and write the record."""
    import sys

    from crosscase.erasure import record, withdrawal
    from crosscase.running import snakemake_runs
    from crosscase.study import study_folder

    packages = study_folder.enter(options.study, *options.packages)
    erasure = withdrawal.begin(study_folder.study_here(), options.participant, packages)
    if snakemake_runs.build([], options.cores, verbose=options.verbose):
        print(
            "The register says that the person withdrew, but the build stopped. Run the command again.", file=sys.stderr
        )
        return 1
    verdict, path = erasure.complete()
    print(f"{verdict} The record: {path}")
    if not erasure.is_complete:
        print(*record.left_in(erasure.places), sep="\n")
    for problem in erasure.stated:
        print(problem)
    return 0 if erasure.is_complete else 1
