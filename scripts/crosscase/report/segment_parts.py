"""The segments of a study as the reviewer's page holds them: in parts, each read only when it is asked for.

1. A part has the segments of one domain and one country. They stand in the order of the codes, so that those of a
   cell are a slice.
2. A part is columns, not rows, and what repeats (participants, documents, coders, exports, passages) stands once.
3. A passage to which several coders gave a code stands once, as it counts once (`mentions`).
4. Words are text, None where they may not be quoted, and empty where the coding has none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.storage.schemas import CellCoding, Segment


@dataclass(slots=True)
class _Column:
    """Values that repeat: each stands once and is known by its number."""

    values: list[Any] = field(default_factory=list)
    _numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, key: object, value: object) -> int:
        """The number of the value that `key` stands for."""
        number = self._numbers.setdefault(key, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


class _Part:
    """The segments of one domain and one country, in the making."""

    def __init__(self) -> None:
        self._names = {name: _Column() for name in ("participants", "documents", "coders", "exports")}
        self._passages = _Column()
        self._codings: list[tuple[int, int, int, str, str]] = []
        self._codes: dict[str, list[int]] = {}

    def add(self, segment: CellCoding, said: str | None, may_quote: bool) -> None:
        """Add a segment; those of a code come one after the other."""
        where = (self._number("documents", segment.document), segment.start, segment.end)
        passage = (self._number("participants", segment.participant), *where)
        words = said or "" if may_quote or not said else None
        place = self._passages.number((segment.export, *passage, said), (*passage, words))
        coder = self._number("coders", segment.coder) if segment.coder else -1
        export = self._number("exports", segment.export)
        self._codings.append((place, coder, export, segment.locator, segment.segment_id))
        self._codes.setdefault(segment.code, [len(self._codings) - 1, 0])[1] = len(self._codings)

    def packed(self) -> dict[str, object]:
        """The part as it is written."""
        return {
            **{name: column.values for name, column in self._names.items()},
            "codes": self._codes,
            "passages": _columns(("participant", "document", "start", "end", "words"), self._passages.values),
            "codings": _columns(("passage", "coder", "export", "locator", "id"), self._codings),
        }

    def _number(self, column: str, value: str) -> int:
        return self._names[column].number(value, value)


def pack(
    traced: Iterable[CellCoding], segments: Iterable[Segment], quoting: QuotationRule
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield domain, country and the part of their segments, sorted.

    `traced` has the segments of a code in a country together; `segments` has their words, in any order.
    """
    words = {(s.export, s.segment_id): (s.text, quoting.allows(s)) for s in segments}
    parts: dict[tuple[str, str], _Part] = {}
    for segment in traced:
        part = parts.setdefault((segment.domain, segment.group), _Part())
        part.add(segment, *words[segment.export, segment.segment_id])
    for (domain, group), part in sorted(parts.items()):
        yield domain, group, part.packed()


def _columns(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> dict[str, list[Any]]:
    columns = zip(*rows, strict=True) if rows else ([] for _ in names)
    return {name: list(column) for name, column in zip(names, columns, strict=True)}
