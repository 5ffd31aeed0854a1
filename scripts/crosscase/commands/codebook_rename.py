"""Give a code another name; exports with the old name go on being read.

The id of the code stays, so the addresses of its cells do, too. The old name becomes an alias; codes below it get
aliases with their old path. What would make a name in an export mean another code is refused.
"""

import argparse

EXAMPLE = "crosscase codebook rename joint_training Training --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which code, and its new name."""
    parser.add_argument("old", metavar="OLD", help="the code: its id, its name, or its path such as 'Staff > Training'")
    parser.add_argument("new", metavar="NEW", help="its new name")


def run(options: argparse.Namespace) -> int:
    """Change the codebook and say what was changed."""
    from crosscase.codebooks import codebook_changes
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    print(*codebook_changes.rename(study_folder.study_here(), options.old, options.new), sep="\n")
    return 0
