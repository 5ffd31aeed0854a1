"""Write the codebook of another tool as config/codebook.csv, and say what is left to decide.

A codebook may be of any format that config/README.md lists. Where there is a codebook already, the two are compared;
with --replace the new one takes its place, and ids and aliases stay.
"""

import argparse

EXAMPLE = "crosscase codebook import ~/Desktop/codebook.qdc --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which codebook, where to write it, and how to understand it."""
    parser.add_argument("codebook", metavar="FROM", help="the codebook of another tool")
    parser.add_argument("--into", metavar="PATH", help="where to write it (default: the study's config/codebook.csv)")
    parser.add_argument("--replace", action="store_true", help="replace the codebook that is there")
    parser.add_argument("--domain", metavar="NAME", help="domain of the roots that become codes (default: Codes)")
    roots = "what roots with codes below them become (default: domains)"
    parser.add_argument("--roots", choices=("domains", "codes"), default="domains", help=roots)
    parser.add_argument("--separator", metavar="TEXT", help="what stands between the levels of a code in its name")


def run(options: argparse.Namespace) -> int:
    """Import the codebook; where there is one already, replace it only if that was asked for."""
    import sys
    from pathlib import Path

    from crosscase.codebooks import adoption, advice, codebook_formats, comparison, comparison_report
    from crosscase.coding import codebook
    from crosscase.storage import files
    from crosscase.study import group_languages, study_folder

    path, into = options.codebook, options.into
    if into and options.study is None:  # there may be no study yet
        study = study_folder.study_beside(into)
    else:
        path, into = study_folder.enter(options.study, path, into or "")
        study, into = study_folder.study_here(), into or "config/codebook.csv"
    domains = study.domains if study else []
    book = codebook_formats.read(codebook_formats.source(path, options.separator, study))
    former = codebook_formats.read(codebook_formats.source(into, None, study)) if Path(into).exists() else None
    if former:
        print(comparison_report.text(former, book, comparison.compare(former, book)))
        if not options.replace:
            print(f"{into} exists already and was left as it is. Add --replace to replace it.", file=sys.stderr)
            return 1
    roots_are_codes = options.roots == "codes"
    adopted = adoption.adopt(book, domains, options.domain or adoption.STRAY, roots_are_codes, former)
    files.write_csv(into, *adoption.table(adopted.entries))
    print(advice.text(adopted, book, domains, into), end="")
    spoken = (
        group_languages.supported(group_languages.languages_of_groups(study.groups, study.languages)) if study else {}
    )
    if doubt := advice.names_in_doubt(adopted.entries, [code for codes in spoken.values() for code in codes]):
        print(f"- {doubt}")
    codebook.read(into, adopted.domains)  # reports what is wrong with it, if anything is
    return 0
