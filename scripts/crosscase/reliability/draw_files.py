"""The files of a draw: the team's list with names, and the list with pseudonyms that the analysis reads.

The second is made of the first, so that a new key only needs the command again.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from pathlib import Path

from crosscase.analysis.agreement_tables import Planned
from crosscase.anonymisation import keys
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.messages.errors import Problem, StudyError
from crosscase.reliability.draw import Drawn
from crosscase.storage import files
from crosscase.storage.csv_injection import restored
from crosscase.study.facts import CODING_PLAN

FOLDER = Path("data/restricted/reliability")
LIST = FOLDER / "draw.csv"
_COLUMNS = [field.name for field in fields(Drawn)]
_REMEDY = f"Restore it, or delete it with {CODING_PLAN} and draw again."


def read() -> list[Drawn]:
    """What was drawn before; nothing if there was no draw. Raises StudyError if the list was changed by hand."""
    if not LIST.exists():
        return []
    with LIST.open(encoding="utf-8", newline="") as stream:
        records = list(csv.DictReader(stream))
    try:
        return [_row(*(restored(record[name]) for name in _COLUMNS)) for record in records]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise StudyError(Problem(str(LIST), "", "it is not a list that a draw wrote", _REMEDY)) from None


def write(drawn: Sequence[Drawn], pseudonyms: Pseudonyms) -> None:
    """Write both lists; without any row they are deleted."""
    if not drawn:
        LIST.unlink(missing_ok=True)
        Path(CODING_PLAN).unlink(missing_ok=True)
        return
    keys.keep_private(str(FOLDER))
    files.write_csv(LIST, _COLUMNS, map(astuple, drawn), mode=0o600)
    planned = sorted((_published(row, pseudonyms) for row in drawn), key=lambda row: (row.participant, row.group))
    files.write_rows_csv(CODING_PLAN, Planned, planned)


def forget(keys_of_person: Iterable[tuple[str, str]], pseudonyms: Pseudonyms) -> None:
    """Take somebody out of both lists, by group and folded id in the register."""
    drawn, gone = read(), set(keys_of_person)
    kept = [row for row in drawn if row.key not in gone]
    if len(kept) < len(drawn):
        write(kept, pseudonyms)


def _published(row: Drawn, pseudonyms: Pseudonyms) -> Planned:
    coder = pseudonyms.coder(row.second_coder) if row.second_coder else ""
    person = pseudonyms.participant(row.participant)
    return Planned(row.group, person, coder, row.coders_before, float(row.share), row.seed)


def _row(group: str, participant: str, documents: str, coder: str, before: str, share: str, seed: str) -> Drawn:
    return Drawn(group, participant, documents, coder, int(before), str(float(share)), int(seed))
