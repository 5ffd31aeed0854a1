"""Numbers that are too long to count anything, or begin as no number does that counts: 0057218, 55 02719.

A person decides. Amounts in groups of three, dates and ranges of years are none.
"""

import re
from collections.abc import Iterator

from crosscase.detectors.nearby import digits_in
from crosscase.detectors.spans import Span

_DOUBT = "a long number"
_LONG, _LONG_WITH_ZERO = 8, 5  # digits
_RUN = re.compile(r"(?<![\w.,])\d(?:[ \u00a0/.-]?\d){7,}(?![\w])")
_OF_ZERO = r"0(?:\d{4,}|\d \d{4}|\d{3}(?: \d{2,})+)"
_WITH_ZERO = re.compile(rf"(?<![\w.,+/:-])(?<!\d )(?:\d{{1,4}} )?{_OF_ZERO}(?![\w.,:/-]\d|\w| \d)")
_NO_IDENTIFIER = re.compile(
    r"\d{1,3}(?:[ \u00a0.,]\d{3})+|(?:19|20)\d\d ?[-/ ] ?(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
)


def find(text: str) -> Iterator[Span]:
    """Long numbers."""
    digits = digits_in(text)
    for pattern, fewest in ((_RUN, _LONG), (_WITH_ZERO, _LONG_WITH_ZERO)):
        for match in pattern.finditer(text) if digits >= fewest else ():
            if not _NO_IDENTIFIER.fullmatch(match[0]):
                yield Span(*match.span(), "NUMBER", re.sub(r"\D", "", match[0]), _DOUBT)
