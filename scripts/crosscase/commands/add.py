"""Add exports to a study: further ones, or newer ones in the place of those that it has.

Shows new and missing documents, codes and codings. Copies the exports, and adds rows to the register and the codebook
if you agree. At a terminal it asks. Elsewhere it changes nothing without --yes, and gives exit code 1. A former export
is kept in data/raw/former. No words of an interview are printed.
"""

import argparse

EXAMPLE = "crosscase add ~/Desktop/newer.qdpx --study ~/my-study --yes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which exports, and what may be changed."""
    parser.add_argument("exports", nargs="+", metavar="EXPORT", help="exports, or folders of exports")
    parser.add_argument("-y", "--yes", action="store_true", help="make all changes without asking")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--replaces", metavar="NAME", default="", help="the export of the study that this one replaces")
    which.add_argument("--further", action="store_true", help="the exports replace none")


def run(options: argparse.Namespace) -> int:
    """Show what is new, and change what the person agrees to."""
    import sys

    from crosscase.messages.visible_text import visible
    from crosscase.starting import addition, questions
    from crosscase.starting.readings import Wishes
    from crosscase.study import study_folder

    paths = study_folder.enter(options.study, *options.exports)
    study = study_folder.study_here()
    found = addition.find(study, paths, Wishes(options.replaces, options.further), questions.ask)
    for line in addition.describe_all(found):
        print(visible(line))
    if not found.exports:
        print("Nothing is new: the study has these codings already.")
        return 0

    def agrees(question: str) -> bool:
        return options.yes or questions.ask(f"{question} (yes or no)", "yes")[:1].casefold() == "y"

    if not (options.yes or questions.at_terminal()):
        print("Nothing was changed. Add --yes to change it, or run the command in a terminal.", file=sys.stderr)
        return 1
    if not agrees(f"Take {'it' if len(found.exports) == 1 else 'them'} into the study?"):
        print("Nothing was changed.")
        return 0
    wanted = addition.Wanted(
        register=not found.rows or agrees(f"Add the documents to {study.register}?"),
        codebook=not (found.codes and found.codes.is_changed) or agrees(f"Add the codes to {study.codebook}?"),
    )
    print(*map(visible, addition.write(found, wanted)), "Then run: crosscase check", sep="\n")
    return 0
