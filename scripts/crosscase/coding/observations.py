"""What the door saw in an export, without the people and without any words of an interview.

A observation is one thing of one aspect: a document, a code, a coder, a country, how offsets are counted. The
preflight report is made of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from crosscase.storage.schemas import Observation


class ObservationKind(StrEnum):
    """What a observation is about."""

    FORMAT = "format"  # detail: why it was taken for that
    TOOL = "tool"
    ENCODING = "encoding"
    DOCUMENT = "document"  # detail: the participant's pseudonym, or one of WITHDRAWN and NOBODY
    CODE = "code"  # detail: a schemas.Match
    CODER = "coder"
    GROUP = "group"  # as the export says; "" for codings of which it says none
    VARIABLE = "variable"
    OFFSETS = "offsets"  # a document; detail: the rule
    PASSED_OVER = "passed over"
    DIGEST = "digest"  # SHA-256 of the raw file
    MODEL = "model"  # language, name, version and library of one that looked for names; detail: SHA-256 of its folder


TRUSTED = 0.9  # the score of offsets below which a person should look
NOBODY = ""  # the document is nobody's in the register
WITHDRAWN = "withdrawn"


@dataclass(slots=True)
class ObservationCounter:
    """Counts codings by aspect while they pass."""

    export: str
    _counts: Counter[tuple[ObservationKind, str]] = field(default_factory=Counter)
    _details: dict[tuple[ObservationKind, str], str] = field(default_factory=dict)
    _scores: dict[tuple[ObservationKind, str], float] = field(default_factory=dict)

    def add(
        self, kind: ObservationKind, name: str, count: int = 1, detail: str = "", score: float | None = None
    ) -> None:
        """Note a thing, or that it was met `count` more times."""
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
