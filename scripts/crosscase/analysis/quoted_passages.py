"""A passage for each code and group whose words may be published, see `coding.quotable_passages`.

ASSUME: which passage stands for a cell is chance, not choice: the first in the order of the ids of codings, which are
keyed digests. Nobody picks the passage that says best what he wants to hear, and a build gives the same one again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from crosscase.analysis.rows import Code, Domain, Group
from crosscase.coding.quotable_passages import QuotablePassage
from crosscase.storage.table_columns import Column, Made


@dataclass(frozen=True, slots=True)
class Quote:
    """One passage of one code and group."""

    domain: Domain
    code: Code
    group: Group
    participant: Annotated[str, Column("pseudonym of the participant", made=Made.PSEUDONYM)]
    passages: Annotated[int, Column("passages of the code in the group whose words may be published", "passages")]
    words: Annotated[str, Column("words of one of them, redacted; chosen by chance")]


def of_cells(quotable: Mapping[tuple[str, str], Sequence[QuotablePassage]]) -> Iterator[Quote]:
    """A passage of each code and group that has one, sorted by domain, code and group."""
    found = []
    for passages in quotable.values():
        chosen = min(passages, key=lambda passage: passage.coding.segment_id)
        of = chosen.coding
        found.append(Quote(of.domain, of.code, of.group, of.participant, len(passages), chosen.words))
    yield from sorted(found, key=lambda quote: (quote.domain, quote.code, quote.group))
