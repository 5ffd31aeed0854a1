"""Show what changed between two builds: cells, totals, and codings that came, went or count elsewhere.

Each may be the folder of a study, a folder of results, or a package. Pseudonyms are the same in both if the key is.
"""

import argparse

EXAMPLE = "crosscase diff ~/handed-out/crate.zip"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what is compared, and where to write the changes."""
    parser.add_argument("old", metavar="OLD", help="the earlier results or package")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the later ones (default: the results of the study)")
    parser.add_argument("--csv", metavar="PATH", help="also write the changes to this file, as a table")


def run(options: argparse.Namespace) -> int:
    """Read both, compare and print."""
    from pathlib import Path

    from crosscase.changes import cell_changes, change_report, coding_changes
    from crosscase.notebooks import builds
    from crosscase.storage import files
    from crosscase.study import study_folder

    old_path, csv = Path(options.old).absolute(), Path(options.csv).absolute() if options.csv else None
    if options.new is None:
        study_folder.enter(options.study)
    old, new = builds.read(old_path), builds.read(options.new or "results")
    codings = coding_changes.compare(old.codings, new.codings)
    changed = cell_changes.compare(old, new, codings)
    print(change_report.text(old, new, changed, codings), end="")
    if csv:
        files.write_csv(csv, change_report.COLUMNS, change_report.rows(old, new, changed))
    return 0
