"""What was found within a doubtful span and does not make it wait; most of it waits as rows of its own.

A span that contact data makes as long as a sentence has as its parts what was found alone and is of another kind, such
as a name in another clause. A name that stands beside contact data and joined it, such as one beside a floor, waits
alone if it is a likely one: a capitalised word in an address belongs to that. Such a word is a part without a doubt: it
is replaced as a name if somebody has decided so, and not asked for. An ordinary word with a capital letter, the least
doubtful of all, is no part.
"""

from bisect import bisect_left
from collections.abc import Sequence

from crosscase.detectors.spans import Span, Taken, without_overlap
from crosscase.detectors.suspicion import ORDINARY, UNKNOWN

_NAMES = ("PERSON", "PLACE", "ORGANISATION")


def given(text: str, spans: Sequence[Span], alone: Sequence[Span], first: Sequence[Span]) -> list[Span]:
    """The spans of a text, the doubtful ones with their parts.

    `first` are spans as the detectors gave them, `alone` those before a whole sentence joined them.
    """
    if not any(span.doubt for span in spans):
        return list(spans)
    found = _Spans([span for span in alone if span.doubt and span.doubt != ORDINARY])
    named = [span for span in first if span.doubt and span.kind in _NAMES]
    names = _Spans([name for name in without_overlap(text, named) if name.doubt != ORDINARY])
    return [_with_parts(text, span, found.within(span), names.within(span)) if span.doubt else span for span in spans]


class _Spans:
    """Spans without overlap, in order: those within another one are found by bisection."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def within(self, span: Span) -> list[Span]:
        """Those that lie in a span and are not all of it."""
        inside = self._spans[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return [one for one in inside if one.end <= span.end and (one.start, one.end) != (span.start, span.end)]


def _with_parts(text: str, span: Span, found: Sequence[Span], names: Sequence[Span]) -> Span:
    if not (found or names):
        return span
    others = [part for part in found if part.kind in _NAMES or part.kind != span.kind]
    asked = without_overlap(text, [*others, *(name for name in names if name.doubt != UNKNOWN)])
    taken = Taken((part.start, part.end) for part in asked)
    silent = [name._replace(doubt="") for name in names if not taken.overlapping(name.start, name.end)]
    return span._replace(parts=tuple(sorted([*asked, *silent])))
