"""What the places of an export count: characters of a document, its paragraphs, or nothing that a coder can share."""

from enum import StrEnum


class Position(StrEnum):
    """What `start` and `end` of a coding count."""

    CHARACTER = "character"  # or byte; the end is the first one behind the passage
    PARAGRAPH = "paragraph"  # the end is the last one of the passage


_PARAGRAPHS = frozenset({"atlasti", "maxqda"})
_ORDINALS = frozenset({"nvivo_matrix", "nvivo_report"})  # they number the references of one code


def of_format(name: str) -> Position | None:
    """What the places of exports of this format count; None if they are no places in a document."""
    if name in _ORDINALS:
        return None
    return Position.PARAGRAPH if name in _PARAGRAPHS else Position.CHARACTER


def span(start: int | None, end: int | None, counts: Position | None) -> tuple[int, int] | None:
    """The first position of a passage and the first one behind it; None if it has no place or no position."""
    if start is None or end is None or counts is None:
        return None
    behind = end + (counts is Position.PARAGRAPH)
    return (start, behind) if behind > start else None
