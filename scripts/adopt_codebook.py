"""Make a tool's codebook the study's: `adopt_codebook.py FROM [--into config/codebook.csv] [--replace]`.

A command for people, no step of the pipeline. It says what the team has still to decide.
"""

import argparse
import sys
from pathlib import Path

from crosscase import codebook, codebooks, files, study
from crosscase.codebooks import adoption, comparison
from crosscase.errors import Problem, StudyError

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("source", metavar="FROM", help=".qdc, .qdpx, .qde, or a table of MAXQDA, NVivo, ATLAS.ti, Taguette")
parser.add_argument("--into", default="config/codebook.csv", help="the study's codebook")
parser.add_argument("--replace", action="store_true", help="replace a codebook that is there")
arguments = parser.parse_args()

try:
    codes = codebooks.read(arguments.source)
    domains = study.read_domains(str(Path(arguments.into).with_name("study.yaml")))
    adopted = adoption.adopt(codes, domains)
    if Path(arguments.into).exists() and not arguments.replace:
        print(comparison.told(codebooks.read(arguments.into), codes))
        what = "it is there already and was left as it is; above is what would change"
        raise StudyError(Problem(arguments.into, "", what, "Say --replace (make: REPLACE=yes) to replace it."))
    files.write_csv(arguments.into, codebook.COLUMNS, adopted.rows)
    codebook.read(arguments.into, adopted.domains)
    print(adoption.told(adopted, arguments.into))
except StudyError as error:
    sys.exit(str(error))
