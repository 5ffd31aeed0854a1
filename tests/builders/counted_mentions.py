"""The mentions of some segments, as the steps count them in passing."""

from collections import deque
from collections.abc import Iterable

from crosscase.coding.mentions import MentionCounter
from crosscase.storage.schemas import Mention, Segment


def count(segments: Iterable[Segment]) -> list[Mention]:
    """The mentions of the segments, sorted."""
    counter = MentionCounter()
    deque(counter.count(segments), maxlen=0)
    return list(counter.mentions())
