"""Traces: behind each cell the codings that it counts, with their places and without their words.

    import pandas
    rows = pandas.read_parquet("results/provenance/trace.parquet")
    rows[(rows["code"] == "lack_of_time") & (rows["country"] == "CZ")]

or, in DuckDB, how many participants and segments stand behind each cell:

    SELECT domain, code, country, count(DISTINCT participant) AS participants,
           count(DISTINCT (export, participant, passage)) AS segments
    FROM 'results/provenance/trace.parquet' GROUP BY ALL ORDER BY ALL;
"""

from collections.abc import Iterable
from operator import attrgetter

from crosscase import mentions
from crosscase.schemas import Segment, TracedSegment

_ORDER = attrgetter("domain", "code", "country", "participant", "export", "segment_id")


def trace(segments: Iterable[Segment]) -> list[TracedSegment]:
    """A row for each valid coding, sorted by cell and participant.

    A cell counts passages (see `mentions.count`): two coders' codings of one are two rows with one number.
    """
    passages: dict[tuple[str, ...], dict[int, int]] = {}
    rows = []
    for segment in segments:
        numbers = passages.setdefault((segment.export, segment.participant, segment.code), {})
        number = numbers.setdefault(mentions.passage(segment), len(numbers) + 1)
        rows.append(
            TracedSegment(
                domain=segment.domain,
                code=segment.code,
                country=segment.country,
                participant=segment.participant,
                export=segment.export,
                segment_id=segment.segment_id,
                document=segment.document,
                start=segment.start,
                end=segment.end,
                coder=segment.coder,
                locator=segment.locator,
                passage=number,
            )
        )
    return sorted(rows, key=_ORDER)
