"""The headings of a table as a message may list them.

An export may have names or words of an interview where headings should be: where its first row is one of data, or where
each participant has a column. So a message lists no heading of several words, with a digit, or that occurs again below
it, and none of a table with many columns.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from crosscase.messages.suggestions import nearest
from crosscase.messages.wording import counted, joined
from crosscase.storage.text_form import fold

_MOST_COLUMNS = 25  # of a table in which not every participant or passage has a column
_LOOKED_AT = 500  # rows
_HEADING = re.compile(r"[^\W\d]{1,25}(?:[ _-][^\W\d]{1,20}){0,2}")


def sentence(header: Sequence[str], rows: Iterable[Sequence[str]], wanted: Sequence[str]) -> str:
    """A sentence on the columns that there are, with the one that is probably meant; empty if none may be shown.

    `rows` are those below the header.
    """
    headings = [heading for heading in header if heading.strip()]
    if len(headings) > _MOST_COLUMNS:
        return ""
    below = {fold(cell) for row in islice(rows, _LOOKED_AT) for cell in row}
    if any(fold(heading) in below for heading in headings):
        return "Its first row looks like data: add a row of headings."
    shown = [heading for heading in headings if _HEADING.fullmatch(heading.strip())]
    if not shown:
        return ""
    others = len(headings) - len(shown)
    listed = joined([*shown, *([counted(others, "other column")] if others else [])])
    near = next(filter(None, (nearest(name, shown) for name in wanted)), "")
    return f"It has: {listed}." + (f" Did you mean {near!r}?" if near else "")
