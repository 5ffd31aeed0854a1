"""Names of which the edge of a passage has cut off a part ("athersage told us"). Anonymisation replaces them, too."""

import re
from collections.abc import Iterable, Iterator

from crosscase.languages.vocabulary import plain

_SHORTEST = 4  # letters that are left of a name
_FIRST = re.compile(r"([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)\Z")


class CutNames:
    """Knows the first and the last half, or more, of names of one word."""

    def __init__(self, names: Iterable[str]) -> None:
        shapes = {plain(name): name for name in names}
        lengths = [(name, range(max(_SHORTEST, -(-len(name) // 2)), len(name))) for name in shapes]
        self._ends = {name[-left:]: shapes[name] for name, some in lengths for left in some}
        self._beginnings = {name[:left]: shapes[name] for name, some in lengths for left in some}

    def at_edges(self, passages: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The words at the edges of some passages that may be a part of a name, each with one such name."""
        firsts, lasts = set(), set()
        for passage in filter(None, passages):
            firsts.update(passage.split(None, 1)[:1])
            lasts.update(passage.rsplit(None, 1)[-1:])
        for first in filter(None, map(_FIRST.match, firsts)):
            if first[1][0].islower() and (name := self._ends.get(plain(first[1]))):
                yield first[1], name
        for last in filter(None, map(_LAST.search, lasts)):
            if name := self._beginnings.get(plain(last[1])):
                yield last[1], name
