"""Names that an export gives to codes, groups, columns and its tool, and that are shown to the team alone.

Such a name may contain people's words. Until a person has decided on them, a placeholder stands for the whole name;
the log of replacements, which is restricted, has both.
"""

import re
from collections.abc import Iterator

CODE, GROUP, TOOL, COLUMN = "CODE", "GROUP", "TOOL", "COLUMN"  # the kinds of names, in their placeholders
_HIDDEN = re.compile(rf"\[({CODE}|{GROUP}|{TOOL}|{COLUMN})_\d{{8}}\]")


def has_hidden(name: str) -> bool:
    """Whether a name is hidden, or one of its levels is."""
    return _HIDDEN.search(name) is not None


def hidden_in(name: str) -> Iterator[tuple[str, str]]:
    """The kind of each hidden name in a name or in one of its levels, and its placeholder."""
    for match in _HIDDEN.finditer(name):
        yield match[1], match[0]


def where_shown(export: str) -> str:
    """Which file shows the team the hidden names of an export."""
    return f"data/restricted/replacements/{export}.csv"
