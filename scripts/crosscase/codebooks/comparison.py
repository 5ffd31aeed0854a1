"""The changes between two codebooks.

A code is identified by its full path. `pairing` finds the pairs; this module names the kind of change of each pair and
of each code without one. Levels that are not codes are compared like codes, but have no definition. A level that was
renamed or moved is one change, together with everything below it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from crosscase.codebooks import alignment
from crosscase.codebooks.listed import CodePath, ListedCode, ListedCodebook
from crosscase.codebooks.pairing import Pairing
from crosscase.messages.wording import counted


class Kind(StrEnum):
    """The kind of change; a question mark marks a guess."""

    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"
    MOVED_GUESS = "moved?"
    RENAMED = "renamed"
    RENAMED_GUESS = "renamed?"
    RENAMED_MOVED = "renamed and moved"
    RENAMED_MOVED_GUESS = "renamed and moved?"
    DEFINITION = "definition changed"
    CODABLE = "codable changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` are definitions, or yes and no."""

    kind: Kind
    old: CodePath  # empty: the code is new
    new: CodePath  # empty: the code was removed
    detail: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, in the order of `Kind` and then of the codebooks; and the codes that were not renamed or moved."""

    changes: list[Change]
    same: list[tuple[CodePath, CodePath]]  # with the same path
    along: list[tuple[CodePath, CodePath]]  # moved together with a level above them


def compare(old: ListedCodebook, new: ListedCodebook) -> Comparison:
    """Compare two codebooks of any formats."""
    was, now = alignment.aligned(old.codes, new.codes)
    pairing = Pairing(was, now)
    went_along = {key for key in was if pairing.went_along(key)}
    carried = Counter(_cause(key, went_along) for key in went_along)
    result = Comparison([], [], [])
    for key, code in was.items():
        if key not in pairing.to:
            result.changes.append(Change(Kind.REMOVED, code.path, (), _kind_of_level(code)))
            continue
        found = now[pairing.to[key]]
        if key == pairing.to[key]:
            result.same.append((code.path, found.path))
        elif key in went_along:
            result.along.append((code.path, found.path))
        else:
            kind, evidence = pairing.judge(key)
            below = f"together with {counted(carried[key], 'code')} below it" if carried[key] else ""
            result.changes.append(Change(Kind(kind), code.path, found.path, ", ".join(filter(None, (evidence, below)))))
        result.changes.extend(_inner_changes(code, found))
    paired = set(pairing.to.values())
    added = (code for key, code in now.items() if key not in paired)
    result.changes.extend(Change(Kind.ADDED, (), code.path, _kind_of_level(code)) for code in added)
    order = list(Kind)
    result.changes.sort(key=lambda change: order.index(change.kind))
    return result


def _cause(key: CodePath, went_along: set[CodePath]) -> CodePath:
    """The level above a code whose change moved it."""
    while key in went_along:
        key = key[:-1]
    return key


def _kind_of_level(code: ListedCode) -> str:
    return "" if code.listed else "a level, not a code"


def _inner_changes(was: ListedCode, now: ListedCode) -> Iterator[Change]:
    if not (was.listed and now.listed):
        return
    if was.definition.split() != now.definition.split():
        detail = "new" if not was.definition else "removed" if not now.definition else ""
        yield Change(Kind.DEFINITION, was.path, now.path, detail, was.definition, now.definition)
    if None not in (was.codable, now.codable) and was.codable != now.codable:
        before, after = ("yes" if code.codable else "no" for code in (was, now))
        yield Change(Kind.CODABLE, was.path, now.path, f"{before} → {after}", before, after)
