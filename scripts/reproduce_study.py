"""Build a study twice in fresh copies and compare every result: `make reproduce STUDY=path`."""

import argparse
import os
import sys
from pathlib import Path

from crosscase.messages.reporting import report_errors
from crosscase.rebuilds import reproduction, surroundings

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--study", default=".", help="folder of the study")
parser.add_argument("--rewrite", action="store_true", help="write results.sha256 anew, after a change that was meant")

if __name__ == "__main__":
    options = parser.parse_args()
    with report_errors():
        os.chdir(Path(options.study).expanduser())
        same = reproduction.reproduce(Path(__file__).resolve().parent.parent, options.rewrite, print)
        print(f"Varied: {', '.join(surroundings.VARIED)}. Not varied here: {', '.join(surroundings.not_varied())}.")
        sys.exit(0 if same else "The results are different.")
