"""The passages of a document, as an archive can keep them: one after the other, since the transcripts stay behind.

1. Codings of the same words in the same place share a passage, as they are one segment when mentions are counted.
2. Words that may not be quoted, and codings without words, are a sentence in brackets.
3. The offsets are Unicode code points of the text made of all passages, the end exclusive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from crosscase.quoting import Quoting
from crosscase.schemas import Segment

WITHHELD = "[words withheld: the participant has not consented to be quoted]"
WORDLESS = "[coded without words: a picture, a recording or a whole document]"
_BETWEEN = "\n\n"


@dataclass(slots=True)
class Passage:
    """A passage of a document's text, and the codings on it."""

    words: str
    start: int = 0
    codings: list[Segment] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.words)


def arrange(segments: Iterable[Segment], opening: str, quoting: Quoting) -> tuple[str, list[Passage]]:
    """The text of one document, which begins with `opening`, and its passages in the order of the interview."""
    passages: dict[tuple[object, ...], Passage] = {}
    for segment in sorted(segments, key=_order):
        place = (segment.start, segment.end, segment.text)
        passages.setdefault(place, Passage(_words(segment, quoting))).codings.append(segment)
    text = opening
    for passage in passages.values():
        passage.start = len(text) + len(_BETWEEN)
        text += _BETWEEN + passage.words
    return f"{text}\n", list(passages.values())


def _words(segment: Segment, quoting: Quoting) -> str:
    if not segment.text:
        return WORDLESS
    if not quoting.allows(segment):
        return WITHHELD
    # Only one kind of line end: tools count the others differently.
    return segment.text.replace("\r\n", "\n").replace("\r", "\n")


def _order(segment: Segment) -> tuple[bool, int, int, str]:
    return (segment.start is None, segment.start or 0, segment.end or 0, segment.segment_id)
