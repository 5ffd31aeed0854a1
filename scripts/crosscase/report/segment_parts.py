"""The segments of a study on the reviewer's page: in parts, each read only when needed.

1. A part has the segments of one domain and one group, in the order of the codes. The segments of a cell are a
   slice.
2. A part has columns, not rows. Repeated values (participants, documents, coders, exports, passages) are stored once.
3. A passage to which several coders gave a code is stored once, since it counts once (`mentions`).
4. Words are text; None if they may not be quoted; empty if the coding has no words. Where they are withheld though the
   participant may be quoted, `why` says it; otherwise it is None.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.storage.schemas import CellCoding, Segment


@dataclass(slots=True)
class _Column:
    """Repeated values: each is stored once and referred to by its number."""

    values: list[Any] = field(default_factory=list)
    _numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, key: object, value: object) -> int:
        """The number of the value with this key."""
        number = self._numbers.setdefault(key, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


class _Part:
    """Collects the segments of one domain and one group."""

    def __init__(self) -> None:
        self._names = {name: _Column() for name in ("participants", "documents", "coders", "exports")}
        self._passages = _Column()
        self._codings: list[tuple[int, int, int, str]] = []
        self._codes: dict[str, list[int]] = {}
        self._numbers: dict[object, dict[int, int]] = {}  # of the passages of a code at one place

    def add(self, segment: CellCoding, said: Segment, may_quote: bool) -> None:
        """Add a segment with what was said in it; the segments of a code must follow each other."""
        position = (self._number("documents", segment.document), segment.start, segment.end)
        passage = (self._number("participants", segment.participant), *position)
        why = said.left_out if may_quote else None
        words = None if said.left_out or (said.text and not may_quote) else said.text or ""
        here = (segment.export, *passage, said.text, said.left_out)
        # Codings that count apart are passages of their own, also where nothing else tells them apart.
        numbers = self._numbers.setdefault((segment.code, here), {})
        nth = numbers.setdefault(segment.passage, len(numbers))
        place = self._passages.number((here, nth), (*passage, words, why))
        coder = self._number("coders", segment.coder) if segment.coder else -1
        export = self._number("exports", segment.export)
        self._codings.append((place, coder, export, segment.segment_id))
        self._codes.setdefault(segment.code, [len(self._codings) - 1, 0])[1] = len(self._codings)

    def packed(self) -> dict[str, object]:
        """The part as it is written to the page."""
        return {
            **{name: column.values for name, column in self._names.items()},
            "codes": self._codes,
            "passages": _columns(("participant", "document", "start", "end", "words", "why"), self._passages.values),
            "codings": _columns(("passage", "coder", "export", "id"), self._codings),
        }

    def _number(self, column: str, value: str) -> int:
        return self._names[column].number(value, value)


def pack(
    traced: Iterable[CellCoding], segments: Iterable[Segment], quoting: QuotationRule
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield domain, group and the part of their segments, sorted.

    In `traced` the segments of a code in a group follow each other; `segments` has their words, in any order.
    """
    said = {(s.export, s.segment_id): (s, quoting.allows(s)) for s in segments}
    parts: dict[tuple[str, str], _Part] = {}
    for segment in traced:
        part = parts.setdefault((segment.domain, segment.group), _Part())
        part.add(segment, *said[segment.export, segment.segment_id])
    for (domain, group), part in sorted(parts.items()):
        yield domain, group, part.packed()


def _columns(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> dict[str, list[Any]]:
    columns = zip(*rows, strict=True) if rows else ([] for _ in names)
    return {name: list(column) for name, column in zip(names, columns, strict=True)}
