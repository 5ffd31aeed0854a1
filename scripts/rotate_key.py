"""Give the study a new key, and thereby every participant a new pseudonym: `make rotate-key STUDY=folder`."""

import argparse
import os

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
        print(key_changes.rotate(study.key_file, study.synthetic), end="")
