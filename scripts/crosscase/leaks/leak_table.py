"""The table of the identifiers that results have, with words and places: for the team alone.

The terminal and the logs name files and kinds alone. Who has to end an alarm must know the words and find them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from crosscase.anonymisation.identifiers import DECIDED, INITIALS
from crosscase.leaks import machine_traces, watched
from crosscase.leaks.hits import Hit
from crosscase.leaks.spellings import visible
from crosscase.messages.wording import counted, joined
from crosscase.running.share_notice import LEAK_TABLE
from crosscase.storage import files

_COLUMNS = ("file", "where", "kind", "identifier", "as_found", "listed_in")
_MOST = 1000  # rows; ASSUME: who has seen as many looks for one cause of all
_LISTED = "the register or the list of identifiers"
_PERSON = "PERSON"
_DECIDED = "a decision for everywhere"
_MACHINE = "the users and folders of this machine"


class Leak(NamedTuple):
    """An identifier in a file, and where in it, as far as that can be told."""

    file: str
    where: str
    hit: Hit


def write(lists: Iterable[str], alarms: Iterable[Iterable[Leak]]) -> None:
    """Write what is behind each alarm; `lists` are the lists of identifiers.

    Alarms behind the last row are counted, and not looked at.
    """
    leaks: list[Leak] = []
    unseen = 0
    for alarm in alarms:
        if len(leaks) < _MOST:
            leaks += alarm
        else:
            unseen += 1
    sources = _sources(lists, {leak.hit.identifier for leak in leaks})
    files.write_csv(LEAK_TABLE, _COLUMNS, _rows(leaks, sources, unseen), mode=0o600)


def forget() -> None:
    """Delete the table of an earlier build: what it names may be gone, also since somebody withdrew."""
    LEAK_TABLE.unlink(missing_ok=True)


def _rows(leaks: list[Leak], sources: Mapping[tuple[str, str], str], unseen: int) -> Iterator[tuple[str, ...]]:
    for file, where, hit in leaks[:_MOST]:
        yield file, where, hit.kind.lower(), hit.words, hit.written, sources.get(hit.identifier, "")
    further = [counted(len(leaks) - _MOST, "more row")] if len(leaks) > _MOST else []
    further += [f"all of {counted(unseen, 'more file')}"] if unseen else []
    if further:
        yield f"left out: {joined(further)}", *[""] * (len(_COLUMNS) - 1)


def _sources(lists: Iterable[str], wanted: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Where each of these identifiers is listed, as far as the lists tell."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    exports: dict[tuple[str, str], dict[str, None]] = {}
    for row in watched.rows(lists):
        kind = _PERSON if row.kind == INITIALS else watched.kind_of(row.kind)
        for identifier in {(kind, row.words), (kind, visible(row.words))} & wanted:
            if row.languages:
                found.setdefault(identifier, {})[_DECIDED if kind == DECIDED else _LISTED] = None
            else:
                exports.setdefault(identifier, {})[row.export] = None
    return {
        identifier: "; ".join([*found.get(identifier, ()), *_of(identifier[0], exports.get(identifier, ()))])
        or (_MACHINE if identifier[0] in machine_traces.KINDS else "")
        for identifier in wanted
    }


def _of(kind: str, exports: Iterable[str]) -> list[str]:
    """What the list of an export says of an identifier of this kind that has no language."""
    if not (names := joined(exports)):
        return []
    if kind in watched.CALLED:
        return [f"the register or an export: {names}"]
    return [f"replaced{' by a decision' if kind == DECIDED else ''} in {names}"]
