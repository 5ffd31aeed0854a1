"""Numbers and addresses in a name that somebody gave to a code, a group or a column."""

from crosscase.anonymisation.pseudonyms import PLACEHOLDER
from crosscase.anonymisation.redaction import Redactor
from crosscase.detectors import numbers_in_names
from crosscase.detectors.spans import Setting, Span, Taken, without_overlap

_NAMES = ("PERSON", "PLACE", "ORGANISATION")  # kinds of words


def find(redactor: Redactor, text: str, setting: Setting) -> list[Span]:
    """Those that are found in any text, and those that only a name has."""
    spans = redactor.find(text, setting)
    as_in_text = [span for span in spans if span.kind not in _NAMES or (span.doubt and _has_digit(text, span))]
    placeholders = Taken(match.span() for match in PLACEHOLDER.finditer(text))
    others = [
        span for span in numbers_in_names.find(text, setting) if not placeholders.overlapping(span.start, span.end)
    ]
    return without_overlap(text, [*as_in_text, *others])


def _has_digit(text: str, span: Span) -> bool:
    return any(map(str.isdecimal, text[span.start : span.end]))
