"""Write the codebook of another tool as config/codebook.csv: `make codebook FROM=path`."""

import argparse
import sys
from pathlib import Path

from crosscase.codebooks import adoption, advice, codebook_formats, comparison, comparison_report
from crosscase.coding import codebook
from crosscase.commands import study_folder
from crosscase.messages.reporting import report_errors
from crosscase.storage import files

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("codebook", help="a codebook of any format that config/README.md lists")
parser.add_argument("--into", default="config/codebook.csv", metavar="PATH", help="where to write it")
parser.add_argument("--replace", action="store_true", help="replace what is there; ids and aliases stay")
parser.add_argument("--domain", default=adoption.STRAY, help="domain of the roots that become codes")
parser.add_argument(
    "--roots", choices=("domains", "codes"), default="domains", help="what roots with codes below become"
)
parser.add_argument("--separator", help="what stands between the levels of a code in its name")

if __name__ == "__main__":
    options = parser.parse_args()
    with report_errors():
        study = study_folder.study_beside(options.into)
        domains = study.domains if study else []
        book = codebook_formats.read(codebook_formats.source(options.codebook, options.separator, study))
        there = (
            codebook_formats.read(codebook_formats.source(options.into, None, study))
            if Path(options.into).exists()
            else None
        )
        if there:
            print(comparison_report.text(there, book, comparison.compare(there, book)))
            if not options.replace:
                sys.exit(
                    f"{options.into} is there already and was left as it is. To replace it, add FORCE=1 (--replace)."
                )
        adopted = adoption.adopt(book, domains, options.domain, options.roots == "codes", there)
        files.write_csv(options.into, codebook.COLUMNS, adoption.rows(adopted.entries))
        print(advice.text(adopted, book, domains, options.into), end="")
        codebook.read(options.into, adopted.domains)  # says what is wrong with it, if anything is
