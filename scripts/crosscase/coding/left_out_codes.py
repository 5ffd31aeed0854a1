"""Codes that the study leaves out: those of speakers, memos, autocodes, by name or by pattern.

A name is compared with the code's own name and with its path, in which ` > ` stands between the levels; it may begin
at any level. `*` matches anything. A code that is left out takes the codes below it along.
"""

from collections.abc import Collection, Sequence

from crosscase.coding.codebook import SEPARATOR, CodePath
from crosscase.storage.text_form import fold

_STAR = "*"


class LeftOutCodes:
    """The codes that some names or patterns leave out."""

    def __init__(self, patterns: Collection[str] = ()) -> None:
        self._patterns = {pattern: fold(pattern).split(_STAR) for pattern in patterns}
        self._found: dict[CodePath, str] = {}

    def pattern_of(self, path: CodePath) -> str:
        """The first pattern that leaves a code out, as the study writes it; empty if none does."""
        if not self._patterns:
            return ""
        if path not in self._found:
            names = _names(tuple(map(fold, path)))
            matching = (
                pattern for pattern, parts in self._patterns.items() if any(_fits(name, parts) for name in names)
            )
            self._found[path] = next(matching, "")
        return self._found[path]


def _fits(name: str, parts: Sequence[str]) -> bool:
    """Whether a name is the parts of a pattern in their order, with anything between them; takes linear time."""
    first, *between = parts
    if not between:
        return name == first
    if not name.startswith(first):
        return False
    reached = len(first)
    for part in between[:-1]:
        found = name.find(part, reached)
        if found < 0:
            return False
        reached = found + len(part)
    return len(name) - len(between[-1]) >= reached and name.endswith(between[-1])


def _names(path: Sequence[str]) -> set[str]:
    """What a code and those above it may be called: the end of the path to each, from any level."""
    return {SEPARATOR.join(path[start:end]) for end in range(1, len(path) + 1) for start in range(end)}
