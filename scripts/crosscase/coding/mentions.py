"""Mentions: the number of segments in which each participant mentions each code.

All later steps need no more than these counts, which stay small however large the corpus is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from crosscase.storage.schemas import Mention, Segment

_Key = tuple[str, str, str, str, str]


def passage(segment: Segment) -> int:
    """A number, equal for codings of one participant and code on one passage; it differs between processes."""
    return hash((segment.document, segment.start, segment.end, segment.text))


class MentionCounter:
    """Counts the segments that pass through it.

    ASSUME: a passage to which two coders gave the same code is one segment: agreement between coders is a
    matter of reliability, not of how much a participant said. If a tool exports no place in the
    document, equal text in one document is one passage.
    """

    def __init__(self) -> None:
        self._passages: dict[_Key, set[int]] = {}
        self._codings: Counter[_Key] = Counter()

    def count(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """Yield the segments unchanged, and count each."""
        for segment in segments:
            key = (segment.export, segment.participant, segment.group, segment.domain, segment.code)
            self._passages.setdefault(key, set()).add(passage(segment))
            self._codings[key] += 1
            yield segment

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions of all segments counted so far, sorted."""
        for key, found in sorted(self._passages.items()):
            yield Mention(*key, segments=len(found), codings=self._codings[key])
