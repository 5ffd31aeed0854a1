"""Decide on words that may identify somebody, one key for each; the next build applies them.

The words are grouped over the whole study, the most doubtful first. Each decision is saved at once: stop when you like,
and go on later. With --list the words are written as a list for a spreadsheet instead. With --add you type words that
nothing asks about, such as a nickname: they are replaced wherever they stand.
"""

import argparse

EXAMPLE = "crosscase review --study ~/my-study"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say whether to write a list, or to add words, instead."""
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="write the words for a spreadsheet, and ask nothing")
    instead.add_argument("--add", action="store_true", help="ask for words to replace that no rule finds")


def run(options: argparse.Namespace) -> int:
    """Show what waits, and save what is decided."""
    import sys

    from crosscase.reviewing import session, terminal, word_list
    from crosscase.running import locks
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    study = study_folder.study_here()
    locks.refuse_beside_build()  # which removes the lists of words, to write them again
    items, decisions = session.waiting(study)
    if options.add:
        if not terminal.is_there():
            print(session.NO_TERMINAL.format(decisions.path), file=sys.stderr)
            return 1
        session.add(decisions)
    elif not items:
        print(session.nothing_to_list(decisions) if options.list else session.NOTHING)
    elif options.list:
        word_list.write(items, decisions)
        print(session.listed(items, decisions.path))
    elif not terminal.is_there():
        print(session.no_terminal(len(items), decisions.path), file=sys.stderr)
        return 1
    else:
        session.hold(items, decisions)
    return 0
