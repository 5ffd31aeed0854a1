"""Give the study a new key, and so each participant another pseudonym.

The old key and the logs of replacements move to data/restricted/retired.
"""

import argparse

EXAMPLE = "crosscase key rotate --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There is nothing to say but which study."""


def run(options: argparse.Namespace) -> int:
    """Change the key and say what to do next."""
    from crosscase.anonymisation import key_changes
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    study = study_folder.study_here()
    print(key_changes.rotate(study.key_file, study.synthetic), end="")
    return 0
