"""What a doubtful number is called, which waits with it: rodné číslo 095412/8836, PESEL 11283004715."""

import re
from collections.abc import Iterator, Sequence

from crosscase.detectors.accents import without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import shape

_KINDS = "FILE", "NUMBER"
_BEFORE = 24  # characters before a number in which its name stands
_BETWEEN = re.compile(r"\w*:?\s")  # the rest of the name, directly before the number
_DOUBT = "a number, with what it is called"


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """The doubtful numbers among some spans, each with the word for an identity number directly before it."""
    for span in found:
        if span.kind in _KINDS and span.doubt and span.start:
            begin = max(0, span.start - _BEFORE)
            before = without_accents(text[begin : span.start]).lower()
            for language in setting.languages:
                names = [name for name in language.near_id.finditer(before) if _BETWEEN.fullmatch(before, name.end())]
                if names:
                    start = begin + names[-1].start()
                    yield Span(start, span.end, span.kind, shape(text[start : span.end]), _DOUBT)
