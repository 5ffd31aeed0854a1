"""Destroy the study's key and all logs of replacements, for good.

Asks for the id of the study first. Afterwards nobody can tell which participant a pseudonym stands for.
"""

import argparse

EXAMPLE = "crosscase key destroy --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There is nothing to say but which study."""


def run(options: argparse.Namespace) -> int:
    """Ask for the study's id, then destroy the key."""
    import sys

    from crosscase.anonymisation import key_changes
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    study = study_folder.study_here()
    print(key_changes.announcement(study.key_file), end="")
    print(f"Type the id of the study, {study.id}, to destroy them: ", end="", flush=True)
    if sys.stdin.readline().strip() != study.id:
        print("\nThis is not the id. Nothing was done.", file=sys.stderr)
        return 1
    print(key_changes.destroy(study.key_file), end="")
    return 0
