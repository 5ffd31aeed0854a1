"""The fonts in a PDF, without the tables for putting letters together, which no reader of a PDF uses.

matplotlib places each letter itself and embeds a subset of each font by fontTools. Reading these tables of a large font
takes two thirds of the time of a small PDF, and a fifth of the room of the font. Source: ISO 32000-1, 9.9 (a TrueType
font program needs `glyf`, `head`, `hhea`, `hmtx`, `loca` and `maxp`, and may have others).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]

_LAYOUT = ("GDEF", "GPOS", "GSUB")


class _Options(subset.Options):  # type: ignore[misc]
    """The options of a subset, with more tables that are left out."""

    def __init__(self, **stated: Any) -> None:
        super().__init__(**stated)
        self.drop_tables.extend(_LAYOUT)


@contextmanager
def without_layout_tables() -> Iterator[None]:
    """Leave the tables out of the fonts that are embedded meanwhile. matplotlib has no setting for it."""
    before = subset.Options
    subset.Options = _Options
    try:
        yield
    finally:
        subset.Options = before
