"""Make one code of several; exports with the old names go on being read.

The last code stays, with its id, name, domain and order. The rows of the others go: their names become its aliases,
their definitions are added to its own, and codes below them move below it.
"""

import argparse

EXAMPLE = "crosscase codebook merge joint_training professional_development --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which codes, and which of them stays."""
    parser.add_argument("codes", nargs="+", metavar="FROM", help="codes that become names of another one")
    parser.add_argument("into", metavar="INTO", help="the code that stays")


def run(options: argparse.Namespace) -> int:
    """Change the codebook and say what was changed."""
    from crosscase.codebooks import codebook_changes
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    print(*codebook_changes.merge(study_folder.study_here(), options.codes, options.into), sep="\n")
    return 0
