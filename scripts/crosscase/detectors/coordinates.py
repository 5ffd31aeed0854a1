"""Coordinates of a place on the globe, in degrees with decimals or with minutes."""

import re
from collections.abc import Iterator

from crosscase.detectors import Setting, Span

_AXIS = "(?:NB|ZB|OL|WL|[NSEWOLØVΒΑ])"  # in the languages of the nine countries
_DECIMAL = rf"(?:{_AXIS}\s?)?[+-]?\d{{1,3}}[.,]\d{{3,}}\s?°?\s?{_AXIS}?"
_SECONDS = r"""(?:\s?\d{1,2}(?:[.,]\d+)?\s?(?:["″”]|''|’’))?"""
_MINUTES = rf"\d{{1,3}}\s?[°º]\s?\d{{1,2}}(?:[.,]\d+)?\s?['′’]{_SECONDS}\s?{_AXIS}?[a-zžš]{{0,3}}"
_TWO_MINUTES = rf"(?:[NSEW]\s?)?{_MINUTES}(?:[\s,;]+(?:\w{{1,3}}\s)?(?:[NSEW]\s?)?{_MINUTES})?"
_PAIR = re.compile(rf"(?<![\w.,])(?:{_DECIMAL}\s?[,;/ ]\s?{_DECIMAL}|{_TWO_MINUTES})(?!\w)")
_PLAIN_NUMBERS = re.compile(r"\d{1,3}[.,]\d{3}[,; ]+\d{1,3}[.,]\d{3}")  # as well thousands


def find(text: str, _: Setting) -> Iterator[Span]:
    """Coordinates."""
    for match in _PAIR.finditer(text):
        if not _PLAIN_NUMBERS.fullmatch(match[0].strip()):
            yield Span(match.start(), match.start() + len(match[0].rstrip()), "COORDINATES", match[0].strip())
