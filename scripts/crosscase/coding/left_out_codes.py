"""Codes that the study leaves out: those of speakers, memos, autocodes, by name or by pattern.

A name is compared with the code's own name and with its path, in which ` > ` stands between the levels; it may begin
at any level. `*` matches anything. A code that is left out takes the codes below it along.
"""

import re
from collections.abc import Collection, Sequence

from crosscase.coding.codebook import SEPARATOR, CodePath
from crosscase.storage.text_form import fold


class LeftOutCodes:
    """The codes that some names or patterns leave out."""

    def __init__(self, patterns: Collection[str] = ()) -> None:
        self._patterns = {pattern: _compiled(pattern) for pattern in patterns}
        self._found: dict[CodePath, str] = {}

    def pattern_of(self, path: CodePath) -> str:
        """The first pattern that leaves a code out, as the study writes it; empty if none does."""
        if not self._patterns:
            return ""
        if path not in self._found:
            names = _names(tuple(map(fold, path)))
            matching = (pattern for pattern, form in self._patterns.items() if any(map(form.fullmatch, names)))
            self._found[path] = next(matching, "")
        return self._found[path]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(fold(pattern)).replace(r"\*", ".*"), re.DOTALL)


def _names(path: Sequence[str]) -> set[str]:
    """What a code and those above it may be called: the end of the path to each, from any level."""
    return {SEPARATOR.join(path[start:end]) for end in range(1, len(path) + 1) for start in range(end)}
