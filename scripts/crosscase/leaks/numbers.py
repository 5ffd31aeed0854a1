"""Telephone numbers, numbers of identity cards and all other identifiers of digits, in any grouping.

ASSUME: fewer than seven digits occur in a result by chance, and so do the digits of decimal numbers side by side, which
are frequent in figures. A run in which points and other signs separate the digits is not an identifier.
"""

import re
from collections.abc import Iterable

from crosscase.leaks.signs import without_guids
from crosscase.leaks.watched import Watched

_SHORTEST = 7
_PREFIX = 5  # digits that may precede: a country code, or zeros
_DECIMAL = r"(?!\d+\.\d+(?:[^\d./()-]|\Z))"
_RUN = re.compile(
    rf"(?<![\w.]){_DECIMAL}\+?\(?\d(?:(?:[\s\u00a0\u202f]?[./()\u2010-\u2013-][\s\u00a0]?|[\s\u00a0\u202f])?\d){{6,}}(?!\w)"
)
_DIGITS = re.compile(r"\d+")
_NO_DIGITS = bytes(sorted(set(range(256)) - set(b"0123456789")))
_INTERNATIONAL = re.compile(r"\+|00")


class Numbers:
    """Finds the identifiers that consist of digits."""

    def __init__(self, watched: Iterable[Watched]) -> None:
        self._kinds: dict[str, str] = {}
        self._watched = set()
        for one in watched:
            digits = _digits(one.words)
            if digits and len(digits.lstrip("0")) >= _SHORTEST:
                self._watched.add(one)
                self._kinds.setdefault(digits.lstrip("0"), one.kind)
                if _INTERNATIONAL.match(one.words.strip()):  # also the national form
                    national = (digits.lstrip("0")[cut:].lstrip("0") for cut in (1, 2, 3))
                    self._kinds |= {number: one.kind for number in national if len(number) >= _SHORTEST}
        self._lengths = sorted({len(number) for number in self._kinds})

    def __contains__(self, one: Watched) -> bool:
        return one in self._watched

    def kinds(self, text: str) -> set[str]:
        """The kinds of number in a text."""
        digits = text.encode("ascii", "ignore").translate(None, _NO_DIGITS).decode() if self._kinds else ""
        # Other signs may be between the digits of a number that occurs, but no other digits.
        if not any(number in digits or not number.isascii() for number in self._kinds):
            return set()
        found = {kind for match in _RUN.finditer(text) for kind in self._kinds_of(match[0])}
        bare = without_guids(text) if found else ""
        return {kind for match in _RUN.finditer(bare) for kind in self._kinds_of(match[0])}

    def _kinds_of(self, run: str) -> Iterable[str]:
        between = {sign.strip() for sign in _DIGITS.sub("\0", run).strip("\0+()").split("\0")} - {""}
        parts = _DIGITS.findall(run)
        if "." in between and (len(between) > 1 or len(parts) == 2 or " " in run.replace(". ", ".")):
            return
        digits = "".join(parts).lstrip("0")
        for length in self._lengths:
            if length <= len(digits) <= length + _PREFIX and digits[-length:] in self._kinds:
                yield self._kinds[digits[-length:]]


def _digits(words: str) -> str:
    """The digits of an identifier that has no letters."""
    return "" if any(sign.isalpha() for sign in words) else "".join(_DIGITS.findall(words))
