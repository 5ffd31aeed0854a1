"""Which codes of two codebooks are the same one, and how they differ.

A code that the new codebook lacks is one that it adds, under another id, where

1. both have the same id, in two domains; or
2. the old label is the label or another name of the new code; or
3. all codings of the one are codings of the other now, and the new code has no others that were counted before.

Each holds only where it fits one old and one new code.

ASSUME: an id that both codebooks have is the same code, whatever its label says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscase.changes.coding_changes import CodingChange
from crosscase.changes.compared import Build, CodeKey
from crosscase.storage.schemas import CellCoding, CodebookEntry
from crosscase.storage.text_form import fold

Pair = tuple[CodeKey, CodeKey]


@dataclass(frozen=True, slots=True)
class CodeChange:
    """A code that is new (no `old`), gone (no `new`) or described differently."""

    old: CodebookEntry | None
    new: CodebookEntry | None
    merged_into: CodebookEntry | None = None  # where the codings of a code that is gone are counted


def same_codes(old: Build, new: Build, moved: Sequence[CodingChange]) -> dict[CodeKey, CodeKey]:
    """The new id of each old code that the new build has. `moved`: how codings changed, with the ids as they are."""
    before, after = old.entries, new.entries
    found = {key: key for key in before if key in after}
    steps = (_same_id, _same_name, lambda old, new: _same_codings(old, new, moved))
    for step in steps:
        left = {key: entry for key, entry in before.items() if key not in found}
        taken = set(found.values())
        free = {key: entry for key, entry in after.items() if key not in taken}
        found |= {one: other for one, other in _alone(step(left, free)) if one in left and other in free}
    return found


def compare(
    old: Build, new: Build, same: Mapping[CodeKey, CodeKey], moved: Sequence[CodingChange]
) -> Iterator[CodeChange]:
    """The codes that differ: those in both codebooks, then those that are gone, then new ones. `old` has its own ids.

    What is not known of a codebook, such as labels or definitions, differs from nothing.
    """
    before, after, known = old.entries, new.entries, set(same.values())
    alone = old.has_labels_alone or new.has_labels_alone
    for former, key in same.items():
        one, other = _as_known(before[former], after[key], bool(old.codebook and new.codebook), alone)
        if one != other:
            yield CodeChange(one, other)
    for key, entry in before.items():
        if key not in same:
            yield CodeChange(entry, None, after.get(_successor(key, entry, after, moved)))
    yield from (CodeChange(None, entry) for key, entry in after.items() if key not in known)


def _as_known(
    old: CodebookEntry, new: CodebookEntry, with_labels: bool, labels_alone: bool
) -> tuple[CodebookEntry, CodebookEntry]:
    """The entry of a code in both codebooks, the old one as the new one in what is not known of both."""
    if not with_labels:
        return replace(new, domain=old.domain, code=old.code), new
    return (replace(new, domain=old.domain, code=old.code, label=old.label), new) if labels_alone else (old, new)


def _same_id(old: Mapping[CodeKey, CodebookEntry], new: Mapping[CodeKey, CodebookEntry]) -> Iterator[Pair]:
    domains: dict[str, list[str]] = defaultdict(list)
    for domain, code in new:
        domains[code].append(domain)
    yield from ((key, (domain, key[1])) for key in old for domain in domains[key[1]])


def _same_name(old: Mapping[CodeKey, CodebookEntry], new: Mapping[CodeKey, CodebookEntry]) -> Iterator[Pair]:
    named = _by_name(new)
    yield from ((key, other) for key, entry in old.items() for other in named[fold(entry.label)])


def _same_codings(old: Iterable[CodeKey], new: Iterable[CodeKey], moved: Sequence[CodingChange]) -> Iterator[Pair]:
    """Codes between which codings moved, also where one side is no code in question: it then has two partners."""
    old, new = set(old), set(new)
    pairs = dict.fromkeys((_key(item.old), _key(item.new)) for item in moved if item.old and item.new)
    yield from ((one, other) for one, other in pairs if one in old or other in new)


def _alone(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of which neither side is in another one."""
    pairs = list(dict.fromkeys(pairs))
    partners: dict[tuple[bool, CodeKey], int] = defaultdict(int)
    for old, new in pairs:
        partners[False, old] += 1
        partners[True, new] += 1
    yield from ((old, new) for old, new in pairs if partners[False, old] == partners[True, new] == 1)


def _successor(
    key: CodeKey, entry: CodebookEntry, after: Mapping[CodeKey, CodebookEntry], moved: Sequence[CodingChange]
) -> CodeKey:
    """The code that counts the codings of one that is gone; its own id if there is none, or more than one."""
    named = {other for other in _by_name(after)[fold(entry.label)] if other[0] == key[0]}
    now = named or {_key(item.new) for item in moved if item.old and item.new and _key(item.old) == key}
    return now.pop() if len(now) == 1 else key


def _by_name(entries: Mapping[CodeKey, CodebookEntry]) -> dict[str, list[CodeKey]]:
    found: dict[str, list[CodeKey]] = defaultdict(list)
    for key, entry in entries.items():
        for name in dict.fromkeys(map(fold, (entry.label, *entry.aliases))):
            found[name].append(key)
    return found


def _key(coding: CellCoding) -> CodeKey:
    return coding.domain, coding.code
