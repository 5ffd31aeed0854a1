"""Destroy the study's key and all logs of replacements for good: `make destroy-key STUDY=folder`."""

import argparse
import os
import sys

from crosscase.anonymisation import key_changes
from crosscase.commands import study_folder
from crosscase.messages.reporting import report_errors

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--study", default=".", help="folder of the study")

if __name__ == "__main__":
    options = parser.parse_args()
    with report_errors():
        os.chdir(options.study)
        study = study_folder.study_here()
        print(key_changes.announcement(study.key_file), end="")
        print(f"Type the id of the study, {study.id}, to destroy them: ", end="", flush=True)
        if sys.stdin.readline().strip() != study.id:
            raise SystemExit("\nThis is not the id. Nothing was done.")
        print(key_changes.destroy(study.key_file), end="")
