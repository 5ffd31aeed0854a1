"""Show what changed between two builds: codes, cells, totals, and the codings behind them.

Each may be the folder of a study, a folder of results, or a package. Pseudonyms are the same in both if the key is.
"""

import argparse

EXAMPLE = "crosscase diff ~/handed-out/crate.zip --html changes.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what is compared, and where to write the changes."""
    parser.add_argument("old", metavar="OLD", help="the earlier results or package")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the later ones (default: the results of the study)")
    parser.add_argument("--csv", metavar="PATH", help="also write every coding that changed to this file, as a table")
    parser.add_argument("--html", metavar="PATH", help="also write the changes to this file, as a page")


def run(options: argparse.Namespace) -> int:
    """Read both, compare and print."""
    from pathlib import Path

    from crosscase.changes import change_report, comparison, page
    from crosscase.notebooks import builds
    from crosscase.storage import files
    from crosscase.study import study_folder

    old, csv, html = (Path(path).absolute() if path else None for path in (options.old, options.csv, options.html))
    if options.new is None:
        study_folder.enter(options.study)
    found = comparison.compare(builds.read(old or ""), builds.read(options.new or "results"))
    print(change_report.text(found), end="")
    if csv:
        files.write_csv(csv, change_report.COLUMNS, change_report.rows(found))
    if html:
        files.write_text(html, page.render(found))
    return 0
