"""The codings that each cell counts, with their places and without quotations.

    import pandas
    rows = pandas.read_parquet("results/provenance/cell_codings.parquet")
    rows[(rows["code"] == "lack_of_time") & (rows["group"] == "CZ")]

or, in DuckDB, the number of participants and segments in each cell:

    SELECT domain, code, "group", count(DISTINCT participant) AS participants,
           count(DISTINCT (export, participant, passage)) AS segments
    FROM 'results/provenance/cell_codings.parquet' GROUP BY ALL ORDER BY ALL;
"""

from collections.abc import Iterable
from operator import attrgetter

from crosscase.coding.mentions import Merging, Passages
from crosscase.storage.schemas import CellCoding, Segment

_ORDER = attrgetter("domain", "code", "group", "participant", "export", "segment_id")


def list_codings(segments: Iterable[Segment], merging: str = Merging.SEVERAL_CODERS) -> list[CellCoding]:
    """One row for each valid coding, sorted by cell and participant.

    A cell counts passages (see `mentions.Passages`): two coders' codings of one are two rows with one number.
    """
    passages = Passages(merging)
    rows = []
    for segment in segments:
        rows.append(
            CellCoding(
                domain=segment.domain,
                code=segment.code,
                group=segment.group,
                participant=segment.participant,
                export=segment.export,
                segment_id=segment.segment_id,
                document=segment.document,
                start=segment.start,
                end=segment.end,
                coder=segment.coder,
                passage=passages.number(segment),
            )
        )
    return sorted(rows, key=_ORDER)
