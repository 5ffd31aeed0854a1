"""Names of which the edge of a passage has cut off a part ("athersage told us"). Anonymisation replaces them, too."""

import re
from collections.abc import Iterable, Iterator

from crosscase.languages.vocabulary import plain

_SHORTEST = 4  # letters that are left of a name
_FIRST = re.compile(r"\s*([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)\s*\Z")
_LONGEST = 40  # characters at the end of a passage that hold its last word


class CutNames:
    """Knows the first and the last half, or more, of names of one word."""

    def __init__(self, names: Iterable[str]) -> None:
        shapes = set(map(plain, names))
        lengths = [(name, range(max(_SHORTEST, -(-len(name) // 2)), len(name))) for name in shapes]
        self._ends = {name[-left:] for name, some in lengths for left in some}
        self._beginnings = {name[:left] for name, some in lengths for left in some}

    def at_edges(self, passages: Iterable[str]) -> Iterator[str]:
        """The words at the edges of some passages that may be a part of a name."""
        for passage in passages:
            first = _FIRST.match(passage)
            if first and first[1][0].islower() and plain(first[1]) in self._ends:
                yield first[1]
            last = _LAST.search(passage[-_LONGEST:])
            if last and plain(last[1]) in self._beginnings:
                yield last[1]
