"""What `anonymise_export` observes in an export, without names and without any text of an interview.

An observation describes one thing of one kind: a document, a code, a coder, a group, the way offsets are counted.
The preflight report is made of observations.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from crosscase.coding.code_names import SEPARATOR
from crosscase.storage.schemas import Match, Observation
from crosscase.storage.text_form import fold

BESIDE = "\t"  # between two names; no code of a group has one


class ObservationKind(StrEnum):
    """What an observation describes."""

    FORMAT = "format"  # detail: why the export was read in this format
    TOOL = "tool"
    ENCODING = "encoding"
    DOCUMENT = "document"  # detail: the participant's pseudonym, or one of WITHDRAWN and NOBODY
    CODE = "code"  # detail: a schemas.Match
    CODER = "coder"
    GROUP = "group"  # as the export writes it, or hidden; "" for codings without a group
    REGISTERED = "registered group"  # the register's group, BESIDE, and the one that the export states for a coding
    HINT = "hint"  # a sentence on a row of the register that probably means a document of nobody
    OFFSETS = "offsets"  # a document; detail: the rule
    CASING = "casing"  # a document without usable capital letters; detail: how it is written
    PASSED_OVER = "passed over"
    UNSEEN = "unseen signs"  # a name that has signs that nobody sees
    LEFT_OUT = "left out"  # a pattern under `leave_out`; the count is that of its codings
    UNREAD = "unread column"  # its heading, or hidden; the count is that of its codes; detail: HAS_CODES or nothing
    GENERALISED = "generalised"  # broader words that replace others, as the team wrote them
    SPELLING = (
        "spelling in doubt"  # what study.yaml says that exports call a group or a domain; detail: its placeholder
    )
    DIGEST = "digest"  # SHA-256 of the raw file
    MODEL = "model"  # language, name, version and library of a name model; detail: SHA-256 of its folder


TRUSTED = 0.9  # a person should check offsets with a lower score
NOBODY = ""  # no participant of the register has this document
WITHDRAWN = "withdrawn"
HAS_CODES = "has codes"  # of a column: most of its values are codes of the codebook


@dataclass(slots=True)
class ObservationCounter:
    """Counts the observations of an export while it is read."""

    export: str
    _counts: Counter[tuple[ObservationKind, str]] = field(default_factory=Counter)
    _details: dict[tuple[ObservationKind, str], str] = field(default_factory=dict)
    _scores: dict[tuple[ObservationKind, str], float] = field(default_factory=dict)

    def add(
        self, kind: ObservationKind, name: str, count: int = 1, detail: str = "", score: float | None = None
    ) -> None:
        """Add an observation, or add `count` to an earlier one."""
        self._counts[kind, name] += count
        if detail:
            self._details[kind, name] = detail
        if score is not None:
            self._scores[kind, name] = score

    def rows(self) -> Iterator[Observation]:
        """The observations, sorted."""
        order = list(ObservationKind)
        for key in sorted(self._counts, key=lambda key: (order.index(key[0]), key[1])):
            yield Observation(
                self.export, key[0], key[1], self._counts[key], self._scores.get(key), self._details.get(key, "")
            )


def aliases_in(observations: Iterable[Observation]) -> frozenset[str]:
    """The aliases of codes that exports have, folded; none that names somebody, which anonymisation does not write."""
    found = (row.name for row in observations if row.kind == ObservationKind.CODE and row.detail == Match.ALIAS)
    return frozenset(fold(alias) for name in found for alias in (name, name.rpartition(SEPARATOR)[2]))
