"""Counts what anonymisation replaced and what people decided, from the anonymised data alone.

1. A passage counts once in its document, however many codes it has. Passages that overlap count each.
2. A replacement is counted where it stands in a text, by the type in its placeholder. A generalisation has words of the
   team instead of a type. A person who withdrew has no number, `[PERSON]`, nor has an employer or a town of nobody
   else, and counts as every other one does: no count says whether anybody withdrew.
3. What several exports share counts once in the study: a participant, a coder, a decision, a reviewer.
4. A count of the study is published however small it is: it says how often words of a kind occurred, not whose they
   were. Those of an export with one interview would describe a person. If an export has fewer than k participants, the
   rows of every export are left out: leaving out this one alone could be undone by subtraction.

ASSUME: a transcriber who writes `[PERSON]` replaced a person's name, too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from crosscase.coding.hidden_names import hidden_in
from crosscase.coding.observations import NOBODY, WITHDRAWN, ObservationKind
from crosscase.redaction_summary.kinds import (
    ANY,
    DIFFERENT,
    GENERALISED,
    IN_SMALL_LETTERS,
    KINDS,
    READ,
    WITHHELD,
    WORDS_REPLACED,
    Part,
)
from crosscase.storage.schemas import AppliedDecision, Observation, RedactionCount, ReviewCount

STUDY = ""  # the `export` of a row about the study as a whole
Key = tuple[Part, str]
Row = TypeVar("Row", Observation, ReviewCount, AppliedDecision)
Passage = tuple[str, str | None]  # the pseudonym of its document, and its words
_PEOPLE = (Part.PSEUDONYM, "participant")
_TYPES = "|".join(kind.upper() for kind in WORDS_REPLACED if kind != GENERALISED)


@dataclass(slots=True)
class Tally:
    """Counts of one export, or of several: of things that occur, and of different things that exports may share."""

    times: Counter[Key] = field(default_factory=Counter)
    passages: Counter[Key] = field(default_factory=Counter)
    different: defaultdict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, other: "Tally") -> None:
        """Add the counts of another export."""
        self.times.update(other.times)
        self.passages.update(other.passages)
        for key, found in other.different.items():
            self.different[key] |= found

    def rows(self, export: str) -> Iterator[RedactionCount]:
        """A row for each part and kind, also where there is nothing to count."""
        for part, kinds in KINDS.items():
            for kind in kinds:
                key = part, kind
                count = self.times[key] + len(self.different.get(key, ()))
                passages = self.passages[key] if part == Part.REPLACED else None
                yield RedactionCount(export, part, kind, count, passages)


def count(
    passages: Mapping[str, Iterable[Passage]],
    observations: Iterable[Observation],
    reviews: Iterable[ReviewCount],
    decisions: Iterable[AppliedDecision],
    k: int,
) -> list[RedactionCount]:
    """The rows of the study as a whole, then those of each export, unless one has fewer than `k` participants.

    `passages` has the codings of each export, in the order of the study.
    """
    seen = _by_export(observations)
    waiting, decided = _by_export(reviews), _by_export(decisions)
    tallies: dict[str, Tally] = {}
    for export, found in passages.items():
        generalised = [item.name for item in seen[export] if item.kind == ObservationKind.GENERALISED]
        tally = tallies[export] = Tally()
        _count_replacements(tally, found, generalised)
        _count_names(tally, seen[export])
        _count_decisions(tally, decided[export])
        for review in waiting[export]:
            tally.times[Part.WAITING, "document"] += review.documents
            tally.times[Part.WAITING, "word"] += review.undecided - review.documents
            tally.times[Part.UNFOUND, "word"] += review.unfound
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    shown = tallies if all(len(tally.different[_PEOPLE]) >= k for tally in tallies.values()) else {}
    return [*whole.rows(STUDY), *(row for export, tally in shown.items() for row in tally.rows(export))]


def _by_export(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.export].append(row)
    return found


def _count_replacements(tally: Tally, passages: Iterable[Passage], generalised: Collection[str]) -> None:
    broader = "|".join(map(re.escape, sorted(generalised))) or "(?!)"
    placeholder = re.compile(rf"\[({_TYPES})_\d{{8}}\]|\[(PERSON|ORGANISATION|PLACE)\]|(?:{broader})")
    seen: set[int] = set()
    for passage in passages:
        text = passage[1]
        if text is None or (number := hash(passage)) in seen:
            continue
        seen.add(number)
        if "[" not in text:
            continue
        kinds = Counter(
            (Part.REPLACED, (match[1] or match[2] or GENERALISED).lower()) for match in placeholder.finditer(text)
        )
        tally.times.update(kinds)
        tally.passages.update(kinds.keys())
        tally.times[Part.PASSAGE, ANY] += bool(kinds)
    tally.times[Part.PASSAGE, DIFFERENT] += len(seen)


_WITH_NAMES = (ObservationKind.CODE, ObservationKind.GROUP, ObservationKind.TOOL, ObservationKind.UNREAD)


def _count_names(tally: Tally, observations: Iterable[Observation]) -> None:
    """Count what has a pseudonym, and the names of codes, groups and tools that only the team sees."""
    for item in observations:
        if item.kind == ObservationKind.DOCUMENT and item.detail != WITHDRAWN:
            tally.different[Part.PSEUDONYM, "document"].add(item.name)
            if item.detail != NOBODY:
                tally.different[_PEOPLE].add(item.detail)
        elif item.kind == ObservationKind.CODER:
            tally.different[Part.PSEUDONYM, "coder"].add(item.name)
        elif item.kind in _WITH_NAMES:
            for kind, hidden in hidden_in(item.name):
                tally.different[Part.HIDDEN, kind.lower()].add(hidden)


def _count_decisions(tally: Tally, decisions: Iterable[AppliedDecision]) -> None:
    for item in decisions:
        tally.different[Part.REVIEWER, "person"].add(item.reviewer)
        if item.whole_document:
            tally.different[Part.DOCUMENT, READ if item.choice == "keep" else WITHHELD].add(item.decision)
        elif item.in_doubt:
            tally.times[Part.LEFT, IN_SMALL_LETTERS] += item.listed_left
            tally.different[Part.DECIDED, item.choice].add(item.decision)
            tally.different[Part.WHERE, item.where].add(item.decision)
