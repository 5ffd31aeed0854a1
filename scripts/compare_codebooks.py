"""Tell what became of the codes of one codebook in another: `make compare OLD=path NEW=path`."""

import argparse

from crosscase import codebooks, commands, files
from crosscase.codebooks import comparison, telling

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("old", help="a codebook of any format that config/README.md lists")
parser.add_argument("new", help="another one, of the same format or not")
parser.add_argument("--separator", help="what stands between the levels of a code in its name")
parser.add_argument("--csv", metavar="PATH", help="write the changes as a table, too")

if __name__ == "__main__":
    options = parser.parse_args()
    with commands.telling():
        old, new = (
            codebooks.read(codebooks.source(path, options.separator, commands.study_beside(path)))
            for path in (options.old, options.new)
        )
        compared = comparison.compare(old, new)
        print(telling.text(old, new, compared), end="")
        if options.csv:
            files.write_csv(options.csv, telling.COLUMNS, telling.rows(compared))
