"""What has changed between two codebooks: added, removed, moved, renamed, defined anew.

1. A code is known by its full path. What both have is compared by definition and whether it is to be coded.
2. Of the rest, from the root down: a code with the same GUID, or in the place where its parent went, or with a name
   that is left only once on each side, has moved (or, with another name, was renamed).
3. A code of another name below the same parent is perhaps the same if its definition is the same, most codes below
   it are, or its name is alike. That is a guess and is told as one, with its reason.
4. What is left was added or removed. Every code of both books is in exactly one row or unchanged.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosscase.codebook import SEPARATOR
from crosscase.codebooks.listed import ListedCode
from crosscase.normal import fold

_ALIKE = 85.0  # of 100, rapidfuzz's ratio
_MOST = 0.5  # share of the codes below that two folders have in common
COLUMNS = ("change", "old", "new", "remark")
Path = tuple[str, ...]


class Change(StrEnum):
    """What became of a code."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    WITH_PARENT = "moved with its parent"
    RENAMED = "renamed"
    PERHAPS_RENAMED = "renamed?"
    DEFINITION = "definition changed"
    CODABLE = "codable changed"


@dataclass(frozen=True, slots=True)
class Row:
    """A change of one code; the path that it does not have is empty."""

    change: str
    old: str
    new: str
    remark: str = ""


def compare(old: Sequence[ListedCode], new: Sequence[ListedCode]) -> list[Row]:
    """The changes from one codebook to the other, sorted by kind and path."""
    before = {_key(code.path): code for code in old}
    after = {_key(code.path): code for code in new}
    rows = [row for key in before.keys() & after.keys() for row in _same_place(before[key], after[key])]
    gone = {key: code for key, code in before.items() if key not in after}
    come = {key: code for key, code in after.items() if key not in before}
    rows += _Matching(gone, come, list(after)).rows()
    order = list(Change)
    return sorted(rows, key=lambda row: (order.index(Change(row.change)), row.old or row.new, row.new))


def told(old: Sequence[ListedCode], new: Sequence[ListedCode]) -> str:
    """The changes for the terminal: how many codes there are, how many changes of each kind, then each change."""
    rows = compare(old, new)
    kinds = Counter(row.change for row in rows)
    lines = [f"{len(old)} codes before, {len(new)} now"]
    lines[0] += ": " + ", ".join(f"{kinds[kind]} {kind}" for kind in Change if kinds[kind]) if rows else ": no change"
    for row in rows:
        way = f"{row.old} → {row.new}" if row.old and row.new and row.old != row.new else row.old or row.new
        lines.append(f"  {row.change}: {way}" + (f" ({row.remark})" if row.remark else ""))
    return "\n".join(lines)


def _key(path: Path) -> Path:
    return tuple(map(fold, path))


def _shown(path: Path) -> str:
    return SEPARATOR.join(path)


def _same_place(old: ListedCode, new: ListedCode) -> Iterator[Row]:
    path = _shown(old.path), _shown(new.path)
    if fold(old.definition) != fold(new.definition):
        yield Row(Change.DEFINITION, *path)
    if old.codable != new.codable:
        yield Row(Change.CODABLE, *path, "to be coded now" if new.codable else "only holds others now")


class _Matching:
    """Finds for what is gone what it may have become."""

    def __init__(self, gone: dict[Path, ListedCode], come: dict[Path, ListedCode], places: Sequence[Path]) -> None:
        self._gone = gone
        self._come = dict(come)
        folders = {place[:depth] for place in places for depth in range(len(place) + 1)}
        self._went: dict[Path, Path] = {(): ()} | {folder: folder for folder in folders}
        self._by_guid = {code.guid: key for key, code in come.items() if code.guid}
        self._left = Counter(key[-1] for key in gone)
        self._arrived = Counter(key[-1] for key in come)

    def rows(self) -> Iterator[Row]:
        """The changes of all codes that are on one side only."""
        for key in sorted(self._gone, key=lambda key: (len(key), key)):
            found = self._certain(key) or self._likely(key)
            old = self._gone[key]
            if found is None:
                yield Row(Change.REMOVED, _shown(old.path), "")
            else:
                change, where, remark = found
                new = self._come.pop(where)
                self._went[key] = where
                yield Row(change, _shown(old.path), _shown(new.path), remark)
        for code in self._come.values():
            yield Row(Change.ADDED, "", _shown(code.path))

    def _certain(self, key: Path) -> tuple[Change, Path, str] | None:
        where = self._by_guid.get(self._gone[key].guid)
        if where in self._come:
            return (Change.MOVED if where[-1] == key[-1] else Change.RENAMED), where, "the same GUID"
        parent = self._went.get(key[:-1])
        if parent is not None and (*parent, key[-1]) in self._come:
            return Change.WITH_PARENT, (*parent, key[-1]), ""
        if self._left[key[-1]] == self._arrived[key[-1]] == 1:
            where = next((place for place in self._come if place[-1] == key[-1]), None)
            return (Change.MOVED, where, "") if where else None
        return None

    def _likely(self, key: Path) -> tuple[Change, Path, str] | None:
        from rapidfuzz import fuzz

        siblings = [place for place in sorted(self._come) if place[:-1] == self._went.get(key[:-1])]
        definition = fold(self._gone[key].definition)
        for place in siblings:
            if definition and fold(self._come[place].definition) == definition:
                return Change.PERHAPS_RENAMED, place, "the same definition"
        for place in siblings:
            share = _common(self._below(self._gone, key), self._below(self._come, place))
            if share >= _MOST:
                return Change.PERHAPS_RENAMED, place, f"{share:.0%} of the codes below it are the same"
        score, place = max(((fuzz.ratio(key[-1], place[-1]), place) for place in siblings), default=(0.0, ()))
        return (Change.PERHAPS_RENAMED, place, f"the names are alike, {score:.0f} of 100") if score >= _ALIKE else None

    @staticmethod
    def _below(codes: dict[Path, ListedCode], key: Path) -> set[str]:
        return {path[-1] for path in codes if path[:-1] == key}


def _common(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0
