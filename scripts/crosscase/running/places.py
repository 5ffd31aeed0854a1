"""Where a coding or a participant stands in the files of the team: for the team alone.

1. Published tables name a coding by a keyed id and a participant by a pseudonym. Neither tells an order: the place of a
   coding in its export would give the register's order, and with it the participants.
2. `anonymise_export` writes which id stands for which place into `data/restricted/places`.
3. What a person of the team reads on the terminal has the true places, where that folder is. So has the list of issues
   in `data/restricted/issues.csv`, which is written when a build ends.

No step reads these places, so nothing that is published can hold one.
"""

import csv
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from crosscase.storage import files

FOLDER = Path("data/restricted/places")
COLUMNS = ("id", "place")
LOCATED_ISSUES = Path("data/restricted/issues.csv")
ISSUES = Path("results/validation/issues.csv")
_NAMED = re.compile(r"\bcoding ([0-9a-f]{16})\b|\bparticipant (P-[0-9a-f]{10})\b")


def of_coding(segment_id: str) -> str:
    """How a published list names the place of a coding."""
    return f"coding {segment_id}"


def of_participant(pseudonym: str) -> str:
    """How a published list names the place of a participant."""
    return f"participant {pseudonym}"


def find(wanted: Collection[str]) -> dict[str, str]:
    """The true places of these ids; without those that no list has."""
    found: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.csv")) if wanted else ():
        with path.open(encoding="utf-8", newline="") as stream:
            found |= {row[0]: row[1] for row in csv.reader(stream) if row[0] in wanted}
    return found


def located(text: str) -> str:
    """A text with the true places of the codings and participants that it names, as far as they are known."""
    return _with(find(_ids(text)), text)


def list_issues() -> None:
    """Write the list of issues with true places, if there are places and the list that is published is newer."""
    if not (ISSUES.exists() and FOLDER.exists()) or _is_newest(LOCATED_ISSUES, [ISSUES, *FOLDER.glob("*.csv")]):
        return
    with ISSUES.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    places = find({found for row in rows for field in row for found in _ids(field)})
    files.write_csv(LOCATED_ISSUES, header, ([_with(places, field) for field in row] for row in rows), mode=0o600)


def _with(places: Mapping[str, str], text: str) -> str:
    return _NAMED.sub(lambda named: places.get(named[1] or named[2], named[0]), text)


def _ids(text: str) -> set[str]:
    return {coding or participant for coding, participant in _NAMED.findall(text)}


def _is_newest(path: Path, others: Iterable[Path]) -> bool:
    if not path.exists():
        return False
    made = path.stat().st_mtime_ns
    return all(other.stat().st_mtime_ns <= made for other in others)
