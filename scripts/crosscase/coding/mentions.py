"""Mentions: in how many segments each participant mentions each code.

The sufficient statistic of all that follows, small however large the corpus.
"""

from collections.abc import Iterable, Iterator

from crosscase.storage.schemas import Mention, Segment

_Key = tuple[str, str, str, str, str]


def passage(segment: Segment) -> int:
    """What two codings of one participant and code share if they are one segment; not the same in the next process."""
    return hash((segment.document, segment.start, segment.end, segment.text))


class MentionCounter:
    """Counts the segments that pass through it.

    ASSUME: a passage to which two coders gave the same code is one segment: whether they agree is a
    question of reliability, not of how much a participant said. Where a tool exports no place in the
    document, equal words in one document are one passage.
    """

    def __init__(self) -> None:
        self._passages: dict[_Key, set[int]] = {}

    def count(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """Yield the segments unchanged, and count each."""
        for segment in segments:
            key = (segment.export, segment.participant, segment.group, segment.domain, segment.code)
            self._passages.setdefault(key, set()).add(passage(segment))
            yield segment

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions of all segments counted so far, sorted."""
        for key, found in sorted(self._passages.items()):
            yield Mention(*key, segments=len(found))
