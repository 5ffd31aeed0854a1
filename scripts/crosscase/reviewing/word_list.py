"""The list of waiting words for a spreadsheet, which `crosscase review --list` writes and takes away.

A person decides in it and then copies its rows. What was decided in it and not copied is nowhere else, so such a list
is neither overwritten nor removed.
"""

from collections.abc import Sequence

from crosscase.anonymisation import reviews
from crosscase.messages.errors import Problem, StudyError
from crosscase.messages.wording import counted, first_place
from crosscase.reviewing import word_groups
from crosscase.reviewing.decision_file import DecisionFile
from crosscase.reviewing.word_groups import Item
from crosscase.storage import files

PATH = reviews.LIST


def write(items: Sequence[Item], decisions: DecisionFile) -> None:
    """Write the words that wait. Raises StudyError if a decision in an earlier list would be lost."""
    _keep_decisions(decisions)
    files.write_csv(PATH, reviews.COLUMNS, word_groups.spreadsheet_rows(items), mode=0o600)


def remove(decisions: DecisionFile) -> bool:
    """Take an earlier list away, since it may name people; whether there was one. Raises StudyError as `write` does."""
    if not PATH.is_file():
        return False
    _keep_decisions(decisions)
    PATH.unlink()
    return True


def _keep_decisions(decisions: DecisionFile) -> None:
    """Raise StudyError if an earlier list has decisions that the file of decisions lacks, or cannot be read."""
    if not PATH.is_file():
        return
    rows = [(record.locator, reviews.understood(record.fields)) for record in reviews.read_list(str(PATH)).records]
    lacking = [place for place, row in rows if row["decision"].strip() and not decisions.has(row)]
    if lacking:
        found = counted(len(lacking), "decision")
        what = f"it has {found} not copied to {decisions.path}, so it stays as it is"
        remedy = "Copy these rows there, or empty their `decision` if they no longer hold."
        raise StudyError(Problem(str(PATH), first_place(lacking), what, f"{remedy} Then run this again."))
