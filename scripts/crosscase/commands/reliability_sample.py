"""Draw which participants are coded a second time, and by whom, before anybody does.

Writes two lists: data/restricted/reliability/draw.csv with the ids of the register, for the team alone, and
config/reliability.csv with pseudonyms. Later builds say in results/analysis/planned_coding.csv which of them were coded
twice. Calling it again adds to the draw and takes nothing away.
"""

import argparse

EXAMPLE = "crosscase reliability sample --share .1 --seed 7 --coder Ann --coder Ben"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say how many, which seed, and who may code a second time."""
    parser.add_argument(
        "--share", metavar="SHARE", required=True, help="share of each group's participants, such as .1"
    )
    parser.add_argument("--seed", metavar="N", type=int, required=True, help="a whole number; the same draws the same")
    who = "somebody who may code a second time, as the tool exports the name; may be given several times"
    parser.add_argument("--coder", metavar="NAME", action="append", default=[], help=who)


def run(options: argparse.Namespace) -> int:
    """Draw, write both lists, and say where they are."""
    from crosscase.reliability import sampling
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    print(sampling.draw(study_folder.study_here(), options.share, options.seed, options.coder))
    return 0
