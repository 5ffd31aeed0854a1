"""The passages that may be quoted, with their words: of each code in each group, in one order wherever they are shown.

1. A passage may be quoted if `QuotationRule` allows it and it has words. Words are redacted before this step.
2. Codings that count as one segment (`mentions.Passages`) are one passage; it has the least of their ids.
3. The order is that of participants and exports, then of documents and places in them; where an export has no places,
   that of the ids, which means nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.storage.schemas import CellCoding

COLUMNS = ("export", "segment_id", "participant", "text")  # of the segments, for `by_cell`


@dataclass(frozen=True, slots=True)
class QuotablePassage:
    """A passage whose words may be published, under the cell that counts it."""

    coding: CellCoding  # the first of its codings
    words: str


def by_cell(
    codings: Iterable[CellCoding], segments: Iterable[tuple[str, str, str, str | None]], quoting: QuotationRule
) -> dict[tuple[str, str], list[QuotablePassage]]:
    """The quotable passages by the ids of code and group. A cell without any is missing.

    `segments`: the columns `COLUMNS` of the segments, as `files.read_columns` gives them.
    """
    words = {
        (export, segment_id): text
        for export, segment_id, participant, text in segments
        if text and not text.isspace() and quoting.allows_words_of(participant)
    }
    passages: dict[tuple[str, str, int, str, str], CellCoding] = {}
    for coding in sorted(codings, key=lambda row: row.segment_id):
        if (coding.export, coding.segment_id) in words:
            key = (coding.export, coding.participant, coding.passage, coding.code, coding.group)
            passages.setdefault(key, coding)
    cells: dict[tuple[str, str], list[QuotablePassage]] = defaultdict(list)
    for coding in sorted(passages.values(), key=_order):
        text = words[coding.export, coding.segment_id]
        cells[coding.code, coding.group].append(QuotablePassage(coding, text))
    return dict(cells)


def _order(row: CellCoding) -> tuple[str, str, str, bool, int, int, str]:
    place = (row.start is None, row.start or 0, row.end or 0)
    return (row.participant, row.export, row.document, *place, row.segment_id)
