"""The coded passages of a document, one after the other, since the archive does not contain the transcripts.

1. Codings of the same words in the same place share a passage; they also count as one segment.
2. A sentence in brackets replaces words that may not be quoted, and stands for codings without words. It says why.
3. Offsets are Unicode code points in the text of all passages, the end exclusive.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.storage.schemas import Segment
from crosscase.storage.shared_columns import LeftOut
from crosscase.storage.text_form import nfc

WITHHELD = "[words withheld: the participant has not consented to be quoted]"
WITHHELD_FOR_OTHERS = "[words withheld: somebody else who speaks here has not consented to be quoted]"
WITHHELD_IN_REVIEW = "[words withheld: the review of this document decided so]"
WORDLESS = "[coded without words: a picture, a recording or a whole document]"
_WITHOUT_WORDS: Mapping[str | None, str] = {LeftOut.OTHERS: WITHHELD_FOR_OTHERS, LeftOut.REVIEW: WITHHELD_IN_REVIEW}
_BETWEEN = "\n\n"
_LINE_END = re.compile("\r\n?")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0


@dataclass(slots=True)
class Passage:
    """A passage of a document's text, and the codings on it."""

    words: str
    start: int = 0
    codings: list[Segment] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.words)


def arrange(segments: Iterable[Segment], opening: str, quoting: QuotationRule) -> tuple[str, list[Passage]]:
    """The text of one document, which begins with `opening`, and its passages in the order of the interview.

    If the export has no offsets, the order has no meaning.
    """
    passages: dict[tuple[object, ...], Passage] = {}
    for segment in sorted(segments, key=_order):
        place = (segment.start, segment.end, segment.text, segment.left_out)
        passages.setdefault(place, Passage(_words(segment, quoting))).codings.append(segment)
    text = plain(opening)
    for passage in passages.values():
        passage.start = len(text) + len(_BETWEEN)
        text += _BETWEEN + passage.words
    return f"{text}\n", list(passages.values())


def plain(text: str) -> str:
    """A text that all tools count and keep in the same way.

    Line ends are LF, accents are NFC, and U+FFFD replaces characters that XML cannot contain: a tool that opens the
    archive may write the words into XML of its own.
    """
    return nfc(_ILLEGAL.sub("\ufffd", _LINE_END.sub("\n", text)))


def _words(segment: Segment, quoting: QuotationRule) -> str:
    if not segment.text or segment.text.isspace():
        return _WITHOUT_WORDS.get(segment.left_out, WORDLESS)
    return plain(segment.text) if quoting.allows(segment) else WITHHELD


def _order(segment: Segment) -> tuple[bool, int, int, str]:
    return (segment.start is None, segment.start or 0, segment.end or 0, segment.segment_id)
