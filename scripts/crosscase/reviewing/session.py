"""A session of review: what waits in a study, who decides, and what to do afterwards."""

import datetime
from collections.abc import Sequence

from crosscase.anonymisation.decision_rows import Where
from crosscase.messages.wording import counted
from crosscase.reviewing import added_words, terminal, word_groups, word_list
from crosscase.reviewing.decision_file import DecisionFile
from crosscase.reviewing.walk import Walk
from crosscase.reviewing.word_groups import Item
from crosscase.study.facts import Study

NOTHING = (
    "No word waits for a decision, as far as the study was built. `crosscase build` finds new ones.\n"
    "`crosscase review --add` replaces words that no rule finds."
)
NO_TERMINAL = "Without a terminal nothing can be asked: write a row for each word into {}, as config/README.md says."
_IN_OTHERS = (
    "Some rows lie in longer ones. What one of them replaces is replaced, also if the other is kept.\n"
    "Decide the short rows first: a longer one is then about its other words."
)


def waiting(study: Study) -> tuple[list[Item], DecisionFile]:
    """What is left to decide, the most doubtful first, and the decisions. Raises StudyError if a file is damaged."""
    decisions = DecisionFile(study.decisions)
    items = word_groups.grouped(word_groups.read_queues(study.exports))
    return [left for item in items if (left := decisions.undecided(item))], decisions


def nothing_to_list(decisions: DecisionFile) -> str:
    """Say that nothing waits, and take an earlier list away. Raises StudyError if a decision in it would be lost."""
    removed = word_list.remove(decisions)
    return f"{NOTHING}\n{word_list.PATH} was removed: none of its words waits any longer." if removed else NOTHING


def listed(items: Sequence[Item], decisions: str) -> str:
    """What a person does with the list for a spreadsheet."""
    in_others = f"{_IN_OTHERS}\n" if word_groups.lie_in_others(items) else ""
    return (
        f"Written: {word_list.PATH}, {counted(len(items), 'word')}, the most doubtful first. Only you can read it.\n"
        f"{in_others}"
        f"Fill in `decision`, `by` and `on` in a spreadsheet, copy the rows into {decisions} and build again.\n"
        "`where` says where a decision holds; config/README.md describes the columns."
    )


def no_terminal(count: int, decisions: str) -> str:
    """What a person does who has no terminal."""
    return (
        f"{counted(count, 'word waits', 'words wait')} for a decision, but without a terminal nothing can be asked.\n"
        f"Run `crosscase review` in a terminal, or `crosscase review --list`: it writes {word_list.PATH}\n"
        f"for a spreadsheet; its rows are copied into {decisions}."
    )


def hold(items: list[Item], decisions: DecisionFile) -> None:
    """Ask on the terminal until everything is decided or the reviewer quits."""
    say = print
    say(f"{counted(len(items), 'word waits', 'words wait')} for a decision, the most doubtful first.")
    by = initials(terminal.line, say)
    say(f"\n{terminal.keys(terminal.width())}")
    walk = _walk(items, decisions, by)
    try:
        with terminal.Keyboard() as keyboard:
            terminal.review(walk, keyboard.key, keyboard.line, say)
    finally:
        say(f"\n{_afterwards(walk)}")


def add(decisions: DecisionFile) -> None:
    """Ask on the terminal for words to replace until nothing is typed; each is saved at once."""
    say, ask = print, terminal.line
    walk = _walk([], decisions, initials(ask, say))
    try:
        while typed := terminal.typed_words(ask, say):
            document = ask("  document, as the queue names it (nothing: everywhere): ").strip()
            where = Where.DOCUMENT if document else Where.EVERYWHERE
            walk.add(added_words.row_of(typed[0], where, document=document), typed[1])
    finally:
        say(f"\n{_saved(walk)}\n`crosscase build` applies the decisions.")


def _walk(items: Sequence[Item], decisions: DecisionFile, by: str) -> Walk:
    return Walk.through(items, decisions, by, datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat())


def initials(ask: terminal.Ask, say: terminal.Say) -> str:
    """The reviewer's initials, which have a letter: `?` or a key that was pressed too early tell nobody who decided."""
    while True:
        by = ask("Your initials, for the column `by`: ")
        if any(map(str.isalpha, by)):
            return by
        say("Write letters, such as AB: the file of decisions says who decided.")


def _afterwards(walk: Walk) -> str:
    """What was done, and what to do next."""
    if walk.left:
        next_step = f"{counted(walk.left, 'word is', 'words are')} left: run `crosscase review` again."
    else:
        next_step = "Nothing is left."
    return (
        f"{_saved(walk)} {next_step}\n`crosscase build` applies the decisions; words in new places may wait after it."
    )


def _saved(walk: Walk) -> str:
    return f"{counted(walk.decided, 'decision')} saved in {walk.decisions.path}."
