"""Make a study from the exports of coding tools, and list what is still open.

It writes study.yaml, the codebook and the register. The exports are copied. What the files do not say is asked at a
terminal; elsewhere it is proposed and listed. Nothing that exists is overwritten. No words of an interview are printed.
"""

import argparse

EXAMPLE = "crosscase new ~/new-study ~/Desktop/north.qdpx ~/Desktop/south.xlsx --by school --title Schools"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say where the study goes, what it is made of, and what it compares."""
    parser.add_argument("folder", metavar="DIR", help="folder of the new study")
    parser.add_argument("exports", nargs="+", metavar="EXPORT", help="exports, and codebooks that tools have exported")
    by = "what is compared: country, school, city, …; in other languages with the plural: Schule/Schulen"
    parser.add_argument("--by", metavar="WORD", default="", help=by)
    parser.add_argument("--title", metavar="TEXT", default="", help="title over tables and figures")
    where = "ISO code of the country of the interviews, if groups are no countries (default: by their language)"
    parser.add_argument("--iso", metavar="CODE", default="", help=where)


def run(options: argparse.Namespace) -> int:
    """Write the study, and print what was found and what is open."""
    import shlex
    from pathlib import Path

    from crosscase.messages.visible_text import visible
    from crosscase.starting import new_study, questions

    folder = Path(options.folder).expanduser()
    wishes = new_study.Wishes(options.by, options.title, options.iso)
    said, points = new_study.create(folder, options.exports, wishes, questions.ask)
    print(*map(visible, said), sep="\n")
    print("\nStill open:", *(f"- {point}" for point in points), sep="\n")
    print(f"\nThen run: crosscase check --study {shlex.quote(str(folder))}")
    return 0
