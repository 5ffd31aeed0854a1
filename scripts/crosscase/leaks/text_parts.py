"""A long text in parts that are searched one by one: in fewer words fewer names are possible."""

from collections.abc import Iterator

SIZE = 2**18  # characters
_OVERLAP = 300  # characters: more than a name has


def of(text: str) -> Iterator[str]:
    """A text in parts that overlap, cut between words."""
    start = 0
    while start < len(text):
        end = min(start + SIZE, len(text))
        cut = end if end == len(text) else max(text.rfind(" ", start, end), text.rfind("\n", start, end), start) + 1
        cut = end if cut < start + SIZE // 2 else cut  # else each part before a long run would end at its beginning
        yield text[start:cut]
        if cut == len(text):
            return
        start = text.rfind(" ", cut - 2 * _OVERLAP, cut - _OVERLAP) + 1 or cut - _OVERLAP
