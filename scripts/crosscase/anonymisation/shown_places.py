"""The place of doubtful words as a person sees it, by which a decision for this place alone is found again."""

import re
from collections.abc import Callable

from crosscase.detectors.spans import Span

_CONTEXT = 60  # characters shown on each side of the words
_NUMBERED = re.compile(r"_\d{8}\]")


def place_of(text: str, doubt: Span, shown: Callable[[str], str] = str) -> str:
    """The words around a doubtful span, as they are shown, on one line and cut between words.

    `shown` says how the words before it and behind it are written.
    """
    first, last = max(0, doubt.start - _CONTEXT), min(len(text), doubt.end + _CONTEXT)
    if first:
        first = min(doubt.start, text.find(" ", first, doubt.start) + 1 or doubt.start)
    if last < len(text):
        last = max(doubt.end, text.rfind(" ", doubt.end, last))
    around = f"{shown(text[first : doubt.start])}{text[doubt.start : doubt.end]}{shown(text[doubt.end : last])}"
    return on_one_line(around)


def on_one_line(text: str) -> str:
    """A text as it is shown beside others, between which the signs stand that are replaced here."""
    return " ".join(text.replace("|", "¦").split())


def unnumbered(place: str) -> str:
    """A place without the numbers of its placeholders, which change with the key."""
    return _NUMBERED.sub("]", place)
