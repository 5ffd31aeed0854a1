"""What the door saw in an export, without the people and without any words of an interview.

A sighting is one thing of one aspect: a document, a code, a coder, a country, how offsets are counted. The
preflight report is made of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from crosscase.schemas import Sighting


class Aspect(StrEnum):
    """What a sighting is about."""

    FORMAT = "format"  # detail: why it was taken for that
    TOOL = "tool"
    ENCODING = "encoding"
    DOCUMENT = "document"  # detail: the participant's pseudonym, or one of WITHDRAWN and NOBODY
    CODE = "code"  # detail: a schemas.Match
    CODER = "coder"
    COUNTRY = "country"  # as the export says; "" for codings of which it says none
    VARIABLE = "variable"
    OFFSETS = "offsets"  # a document; detail: the rule
    PASSED_OVER = "passed over"
    DIGEST = "digest"  # SHA-256 of the raw file
    MODEL = "model"  # language, name, version and library of one that looked for names; detail: SHA-256 of its folder


TRUSTED = 0.9  # the score of offsets below which a person should look
NOBODY = ""  # the document is nobody's in the register
WITHDRAWN = "withdrawn"


@dataclass(slots=True)
class Tally:
    """Counts codings by aspect while they pass."""

    export: str
    _counts: Counter[tuple[Aspect, str]] = field(default_factory=Counter)
    _details: dict[tuple[Aspect, str], str] = field(default_factory=dict)
    _scores: dict[tuple[Aspect, str], float] = field(default_factory=dict)

    def add(self, aspect: Aspect, name: str, count: int = 1, detail: str = "", score: float | None = None) -> None:
        """Note a thing, or that it was met `count` more times."""
        self._counts[aspect, name] += count
        if detail:
            self._details[aspect, name] = detail
        if score is not None:
            self._scores[aspect, name] = score

    def rows(self) -> Iterator[Sighting]:
        """The sightings, sorted."""
        order = list(Aspect)
        for key in sorted(self._counts, key=lambda key: (order.index(key[0]), key[1])):
            yield Sighting(
                self.export, key[0], key[1], self._counts[key], self._scores.get(key), self._details.get(key, "")
            )
