"""The list of waiting words for a spreadsheet, which `crosscase review --list` writes and takes away.

A person decides in it and then copies its rows. What was decided in it and not copied is nowhere else, and neither is
what somebody wrote into a row that is not decided yet. So such a list is neither overwritten nor removed.
"""

from collections.abc import Iterator, Mapping, Sequence

from crosscase.anonymisation import decision_rows
from crosscase.anonymisation.decision_rows import COLUMNS
from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.wording import counted, first_place
from crosscase.reviewing import word_groups
from crosscase.reviewing.decision_file import DecisionFile
from crosscase.reviewing.word_groups import Item
from crosscase.storage import files

PATH = decision_rows.LIST
_AGAIN = "Then run this again."
_Rows = Sequence[tuple[str, Mapping[str, str]]]  # each with its place


def write(items: Sequence[Item], decisions: DecisionFile) -> None:
    """Write the words that wait. Raises StudyError if what somebody wrote into an earlier list would be lost."""
    _keep_what_is_written(decisions)
    files.write_csv(PATH, decision_rows.COLUMNS, word_groups.spreadsheet_rows(items), mode=0o600)


def remove(decisions: DecisionFile) -> bool:
    """Take an earlier list away, since it may name people; whether there was one. Raises StudyError as `write` does."""
    if not PATH.is_file():
        return False
    _keep_what_is_written(decisions)
    PATH.unlink()
    return True


def _keep_what_is_written(decisions: DecisionFile) -> None:
    """Raise StudyError if an earlier list has what the file of decisions lacks, or cannot be read."""
    if not PATH.is_file():
        return
    rows = [
        (record.locator, decision_rows.understood(record.fields))
        for record in decision_rows.read_list(str(PATH)).records
    ]
    stop_on([*_not_copied(rows, decisions), *_not_decided(rows)])


def _not_copied(rows: _Rows, decisions: DecisionFile) -> Iterator[Problem]:
    if lacking := [place for place, row in rows if row["decision"].strip() and not decisions.has(row)]:
        what = f"it has {counted(len(lacking), 'decision')} not copied to {decisions.path}, so it stays as it is"
        remedy = f"Copy these rows there, or empty their `decision` if they no longer hold. {_AGAIN}"
        yield Problem(str(PATH), first_place(lacking), what, remedy)


def _not_decided(rows: _Rows) -> Iterator[Problem]:
    """Rows without a decision in which somebody wrote what a list never has by itself: `instead`, or notes."""
    for column in dict.fromkeys(name for _, row in rows for name in row if name == "instead" or name not in COLUMNS):
        if begun := [place for place, row in rows if row[column].strip() and not row["decision"].strip()]:
            what = f"`{column}` is filled in where no `decision` is, so it stays as it is"
            remedy = f"Decide these rows and copy them to the file of decisions, or empty the cells. {_AGAIN}"
            yield Problem(str(PATH), first_place(begun), what, remedy)
