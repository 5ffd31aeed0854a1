"""Show what became of the codes of one codebook in another: added, removed, moved, renamed.

A codebook may be of any format that config/README.md lists, and the two need not be of the same one.
"""

import argparse

EXAMPLE = "crosscase codebook compare config/codebook.csv ~/Desktop/codebook.qdc"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which codebooks, and where to write the changes."""
    parser.add_argument("old", metavar="OLD", help="the earlier codebook")
    parser.add_argument("new", metavar="NEW", help="the later codebook")
    parser.add_argument("--separator", metavar="TEXT", help="what stands between the levels of a code in its name")
    parser.add_argument("--csv", metavar="PATH", help="also write the changes to this file, as a table")


def run(options: argparse.Namespace) -> int:
    """Compare the codebooks; each is read with what the study beside it, or that of --study, says."""
    from crosscase.codebooks import codebook_formats, comparison, comparison_report
    from crosscase.storage import files
    from crosscase.study import study_folder

    given = study_folder.study_in(options.study) if options.study is not None else None
    old, new = (
        codebook_formats.read(
            codebook_formats.source(path, options.separator, given or study_folder.study_beside(path))
        )
        for path in (options.old, options.new)
    )
    compared = comparison.compare(old, new)
    print(comparison_report.text(old, new, compared), end="")
    if options.csv:
        files.write_csv(options.csv, comparison_report.COLUMNS, comparison_report.rows(compared))
    return 0
