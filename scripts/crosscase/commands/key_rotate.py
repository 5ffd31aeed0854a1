"""Give the study a new key, and so each participant another pseudonym.

The old key and the logs of replacements move to data/restricted/retired. At a terminal it asks first. Elsewhere it
changes nothing without --yes, and gives exit code 1.
"""

import argparse

EXAMPLE = "crosscase key rotate --study ~/my-study --yes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say whether to ask."""
    parser.add_argument("-y", "--yes", action="store_true", help="change the key without asking")


def run(options: argparse.Namespace) -> int:
    """Say what it does, ask, change the key and say what to do next."""
    import sys

    from crosscase.anonymisation import key_changes
    from crosscase.starting import questions
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    study = study_folder.study_here()
    print(key_changes.announced_rotation(study.key_file, study.synthetic), end="")
    if not (options.yes or questions.at_terminal()):
        print("Nothing was changed. Add --yes to change it, or run the command in a terminal.", file=sys.stderr)
        return 1
    if not (options.yes or questions.ask("Change the key? (yes or no)", "no")[:1].casefold() == "y"):
        print("Nothing was changed.")
        return 0
    print(key_changes.rotate(study.key_file, study.synthetic), end="")
    return 0
