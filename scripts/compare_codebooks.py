"""Tell what has changed between two codebooks: `compare_codebooks.py OLD NEW [--csv FILE]`.

A command for people, no step of the pipeline.
"""

import argparse
import sys

from crosscase import codebooks, files
from crosscase.codebooks import comparison
from crosscase.errors import StudyError

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("old", metavar="OLD")
parser.add_argument("new", metavar="NEW")
parser.add_argument("--csv", help="write the changes to this file, too")
arguments = parser.parse_args()

try:
    old, new = codebooks.read(arguments.old), codebooks.read(arguments.new)
except StudyError as error:
    sys.exit(str(error))
print(comparison.told(old, new))
if arguments.csv:
    changes = comparison.compare(old, new)
    files.write_csv(arguments.csv, comparison.COLUMNS, ((c.change, c.old, c.new, c.remark) for c in changes))
