"""Mentions: the number of segments in which each participant mentions each code.

All later steps need no more than these counts, which stay small however large the corpus is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from crosscase.coding.issues import Inspector
from crosscase.messages.wording import agree, counted
from crosscase.storage.schemas import Issue, Mention, Segment

_Key = tuple[str, str, str, str, str]


class Merging(StrEnum):
    """Which codings of one participant with one code count as one segment; a setting of the study."""

    SEVERAL_CODERS = "several_coders"  # of several coders, on one passage
    SAME_PASSAGE = "same_passage"  # whoever coded: on one place, or on equal words where the export has no places
    NEVER = "never"


class Passages:
    """Numbers the passages on which a participant is coded with a code: those of one number count as one segment.

    A passage is a place of a document (characters, an area of a page or picture, a time), with its words. Where an
    export has no places it is the words alone.

    ASSUME: a passage to which two coders gave the same code is one segment: agreement between coders is a matter of
    reliability, not of how much a participant said.

    ASSUME: rows of an export are different codings unless all that it says of them is equal, and such a row is no
    segment. So two codings of one coder on equal words are two segments: "yes" was said more than once. The second is
    one segment with the second of another coder. A coder who is not stated is one coder.
    """

    def __init__(self, merging: str = Merging.SEVERAL_CODERS) -> None:
        self._merging = merging
        self._numbers: dict[tuple[str, ...], dict[int, int]] = {}
        self._of_coder: Counter[int] = Counter()

    def number(self, segment: Segment) -> int:
        """The number of a segment's passage, from 1, among those of its export, participant, group and code."""
        key = (segment.export, segment.participant, segment.group, segment.domain, segment.code)
        numbers = self._numbers.setdefault(key, {})
        return numbers.setdefault(self._passage(key, segment), len(numbers) + 1)

    def _passage(self, key: tuple[str, ...], segment: Segment) -> int:
        """Equal for segments that count as one; it differs between processes."""
        if self._merging == Merging.NEVER:
            return hash(segment.segment_id)
        passage = hash((segment.document, segment.start, segment.end, segment.place, segment.text))
        if self._merging == Merging.SAME_PASSAGE:
            return passage
        of_coder = hash((key, passage, segment.coder))
        self._of_coder[of_coder] += 1
        return hash((passage, self._of_coder[of_coder]))


class MentionCounter:
    """Counts the segments that pass through it."""

    def __init__(self, merging: str = Merging.SEVERAL_CODERS) -> None:
        self._passages = Passages(merging)
        self._counts: dict[_Key, int] = {}
        self._codings: Counter[_Key] = Counter()

    def count(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """Yield the segments unchanged, and count each."""
        for segment in segments:
            key = (segment.export, segment.participant, segment.group, segment.domain, segment.code)
            self._counts[key] = max(self._counts.get(key, 0), self._passages.number(segment))
            self._codings[key] += 1
            yield segment

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions of all segments counted so far, sorted."""
        for key, found in sorted(self._counts.items()):
            yield Mention(*key, segments=found, codings=self._codings[key])

    def issues(self, inspector: Inspector) -> Iterator[Issue]:
        """A note on how many codings count as one segment with another."""
        merged = self._codings.total() - sum(self._counts.values())
        if merged:
            message = f"{counted(merged, 'coding')} {agree(merged, 'counts', 'count')} as one segment with another"
            suggestion = "`merging` in config/study.yaml says which do."
            yield inspector.issue("merged_codings", "", "", message, suggestion)
