"""The warning of a synthetic study on paper: each printed page of an HTML file carries it."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_MOST_ON_PAPER = 240  # signs


def style(warning: str) -> str:
    """The style that puts the first sentence of a warning on every printed page, where there is room for no more.

    Empty without a warning. Escaped signs cannot end the text in which they stand.
    """
    if not warning:
        return ""
    first = _SENTENCE_END.split(warning, maxsplit=1)[0]
    text = "".join(f"\\{ord(sign):x} " for sign in first[:_MOST_ON_PAPER])
    return f'\n@media print {{ @page {{ @bottom-left {{ content: "{text}"; font: bold 8pt sans-serif; }} }} }}\n'
