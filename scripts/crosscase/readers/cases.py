"""Cases: documents, or parts of them, that belong together and have variables (QualCoder, RQDA).

1. A case holds a coding that lies within a part of the document which the case is linked to. A coding
   or a link without a place concerns the whole document. So QualCoder reports by case
   (`report_codes.py`); RQDA keeps the same links and retrieves by whole documents.
2. A coding has the variables of its document and of the cases that hold it. Where these differ, all
   values are given: a country that two cases state differently must be noticed, not chosen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Thing = TypeVar("Thing")
Pair = tuple[str, str]  # a variable's name and value


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a document that a case is linked to, in the offsets of the document's codings."""

    case: int
    start: int | None
    end: int | None

    def holds(self, start: int | None, end: int | None) -> bool:
        """Whether a passage lies within the part."""
        if self.start is None or self.end is None or start is None or end is None:
            return True
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a project by the numbers that the tool gives to cases and documents."""

    names: Mapping[int, str] = field(default_factory=dict)
    links: Mapping[int, Sequence[Link]] = field(default_factory=dict)  # of each document
    of_documents: Mapping[int, Sequence[Pair]] = field(default_factory=dict)
    of_cases: Mapping[int, Sequence[Pair]] = field(default_factory=dict)

    def holding(self, document: int, start: int | None = None, end: int | None = None) -> list[int]:
        """The cases that hold a passage, each once."""
        links = [link for link in self.links.get(document, ()) if link.case in self.names]
        return list(dict.fromkeys(link.case for link in links if link.holds(start, end)))

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
    """Variables by name, without empty ones; values that differ stand beside each other."""
    values: dict[str, dict[str, None]] = {}
    for name, value in pairs:
        if value:
            values.setdefault(name, {})[value] = None
    return {name: "; ".join(found) for name, found in values.items()}


def grouped(pairs: Iterable[tuple[int, Thing]]) -> dict[int, list[Thing]]:
    """Things by the number they belong to, in the order given."""
    found: dict[int, list[Thing]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return found
