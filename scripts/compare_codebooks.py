"""Show what became of the codes of one codebook in another: `make compare OLD=path NEW=path`."""

import argparse

from crosscase.codebooks import codebook_formats, comparison, comparison_report
from crosscase.commands import study_folder
from crosscase.messages.reporting import report_errors
from crosscase.storage import files

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("old", help="a codebook of any format that config/README.md lists")
parser.add_argument("new", help="another one, of the same format or not")
parser.add_argument("--separator", help="what stands between the levels of a code in its name")
parser.add_argument("--csv", metavar="PATH", help="write the changes as a table, too")

if __name__ == "__main__":
    options = parser.parse_args()
    with report_errors():
        old, new = (
            codebook_formats.read(codebook_formats.source(path, options.separator, study_folder.study_beside(path)))
            for path in (options.old, options.new)
        )
        compared = comparison.compare(old, new)
        print(comparison_report.text(old, new, compared), end="")
        if options.csv:
            files.write_csv(options.csv, comparison_report.COLUMNS, comparison_report.rows(compared))
