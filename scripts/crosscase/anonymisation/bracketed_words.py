"""Brackets at one end of some words that go with another one within them, as in zed(4): they belong together."""

_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"))


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of some words of a text, with a bracket beside them that one within them goes with."""
    within = text[start:end]
    if within.isalnum():
        return start, end
    for opening, closing in _PAIRS:
        is_open = within.count(opening) - within.count(closing)
        if is_open > 0 and text[end : end + 1] == closing:
            end += 1
        elif is_open < 0 and start and text[start - 1] == opening:
            start -= 1
    return start, end
