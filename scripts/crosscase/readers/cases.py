"""Cases: documents, or parts of them, that belong together and have variables (QualCoder, RQDA).

1. A coding belongs to a case if it lies within a part of the document that is linked to the case. A coding
   or a link without a place concerns the whole document. QualCoder reports by case in this way
   (`report_codes.py`); RQDA keeps the same links but retrieves by whole documents.
2. A coding has the variables of its document and of its cases. If their values differ, all values are kept:
   two cases that state different groups must be reported, not resolved silently.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeVar

Item = TypeVar("Item")
Pair = tuple[str, str]  # a variable's name and value


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a document that a case is linked to, in the offsets of the document's codings."""

    case: int
    start: int | None
    end: int | None


class _Parts:
    """The parts of one document that are linked to one case."""

    def __init__(self, links: Iterable[Link]) -> None:
        places = [(link.start, link.end) for link in links]
        known = sorted((start, end) for start, end in places if start is not None and end is not None)
        self._is_whole = len(known) < len(places)
        self._starts = [start for start, _ in known]
        self._last_ends = list(accumulate((end for _, end in known), max))  # of all parts that begin no later

    def hold(self, start: int | None, end: int | None) -> bool:
        """Whether a passage lies within one of the parts."""
        if self._is_whole or start is None or end is None:
            return True
        before = bisect_right(self._starts, start)
        return before > 0 and end <= self._last_ends[before - 1]


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a project by the numbers that the tool gives to cases and documents."""

    names: Mapping[int, str] = field(default_factory=dict)
    links: Mapping[int, Sequence[Link]] = field(default_factory=dict)  # of each document
    of_documents: Mapping[int, Sequence[Pair]] = field(default_factory=dict)
    of_cases: Mapping[int, Sequence[Pair]] = field(default_factory=dict)
    _parts: dict[int, dict[int, _Parts]] = field(default_factory=dict)  # of each document asked of, by case

    def holding(self, document: int, start: int | None = None, end: int | None = None) -> list[int]:
        """The cases to which a passage belongs, each once, in the order of their first links."""
        if document not in self._parts:
            links = grouped((link.case, link) for link in self.links.get(document, ()) if link.case in self.names)
            self._parts[document] = {case: _Parts(parts) for case, parts in links.items()}
        return [case for case, parts in self._parts[document].items() if parts.hold(start, end)]

    def variables(self, document: int, cases: Iterable[int]) -> dict[str, str]:
        """The variables of a document and of some cases."""
        pairs = [*self.of_documents.get(document, ())]
        for case in cases:
            pairs += self.of_cases.get(case, ())
        return united(pairs)

    def variable_names(self) -> set[str]:
        """The names of all variables."""
        return {name for pairs in (*self.of_documents.values(), *self.of_cases.values()) for name, _ in pairs}


def united(pairs: Iterable[Pair]) -> dict[str, str]:
    """Variables by name, without empty ones; different values are joined."""
    values: dict[str, dict[str, None]] = {}
    for name, value in pairs:
        if value:
            values.setdefault(name, {})[value] = None
    return {name: "; ".join(found) for name, found in values.items()}


def grouped(pairs: Iterable[tuple[int, Item]]) -> dict[int, list[Item]]:
    """Items by the number that they belong to, in the given order."""
    found: dict[int, list[Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return found
