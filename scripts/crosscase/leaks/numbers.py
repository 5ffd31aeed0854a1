"""Telephone numbers, numbers of identity cards and all other identifiers of digits, in any grouping.

ASSUME: fewer than seven digits occur in a result by chance, and so do the digits of decimal numbers side by side, which
are frequent in figures. A run in which points and other signs separate the digits is not an identifier.
"""

import re
from collections.abc import Iterable

from crosscase.leaks.hits import Hit
from crosscase.leaks.watched import Watched

_SHORTEST = 7
_PREFIX = 5  # digits that may precede: a country code, or zeros
_DECIMAL = r"(?!\d+\.\d+(?:[^\d./()-]|\Z))"
_RUN = re.compile(
    rf"(?<![\w.]){_DECIMAL}\+?\(?\d(?:(?:[\s\u00a0\u202f]?[./()\u2010-\u2013-][\s\u00a0]?|[\s\u00a0\u202f])?\d){{6,}}(?!\w)"
)
_DIGITS = re.compile(r"\d+")
_BETWEEN = " \t\n\r\u00a0\u202f./()+\u2010\u2011\u2012\u2013-".encode()  # bytes of the signs between digits
_JOINED = bytes(byte if byte in b"0123456789" else 32 for byte in range(256))
_FEW = 64  # numbers that are searched for one by one
_INTERNATIONAL = re.compile(r"\+|00")


class Numbers:
    """Finds the identifiers that consist of digits, but those that a person decided to keep (`kept`), as written there.

    A decision that replaces such a number may hold in another document.
    """

    def __init__(self, watched: Iterable[Watched], kept: Iterable[str] = ()) -> None:
        self._kept = frozenset(_joined(match[0]) for words in kept for match in _RUN.finditer(words))
        self._numbers: dict[str, Watched] = {}
        self._watched = set()
        for one in watched:
            digits = _digits(one.words)
            if digits and len(digits.lstrip("0")) >= _SHORTEST:
                self._watched.add(one)
                self._numbers.setdefault(digits.lstrip("0"), one)
                if _INTERNATIONAL.match(one.words.strip()):  # also the national form
                    national = (digits.lstrip("0")[cut:].lstrip("0") for cut in (1, 2, 3))
                    self._numbers |= {number: one for number in national if len(number) >= _SHORTEST}
        self._are_ascii = all(map(str.isascii, self._numbers))
        self._lengths = sorted({len(number) for number in self._numbers})
        self._beginnings = {number[:_SHORTEST] for number in self._numbers}

    def __contains__(self, one: Watched) -> bool:
        return one in self._watched

    def hits(self, text: str) -> set[Hit]:
        """The numbers in a text."""
        if not self._may_occur(text):
            return set()
        readings = (
            (text, text.replace("\n", "\n\0")) if "\n" in text else (text,)
        )  # numbers may be on lines of their own
        runs = (match[0] for one in readings for match in _RUN.finditer(one))
        return {
            Hit(one.kind, one.words, run)
            for run in runs
            if _joined(run) not in self._kept
            for one in self._numbers_of(run)
        }

    def _may_occur(self, text: str) -> bool:
        """Whether the digits of a number follow each other in a text, with only signs and spaces between them."""
        if not self._numbers:
            return False
        if not self._are_ascii and not text.isascii():
            return True
        runs = set(text.encode(errors="replace").translate(_JOINED, _BETWEEN).split())
        long = [run.decode() for run in runs if len(run) >= _SHORTEST]
        if len(self._numbers) <= _FEW:
            joined = " ".join(long)
            return any(number in joined for number in self._numbers)
        starts = ((run, start) for run in long for start in range(len(run) - _SHORTEST + 1))
        possible = [(run, start) for run, start in starts if run[start : start + _SHORTEST] in self._beginnings]
        return any(run[start : start + length] in self._numbers for run, start in possible for length in self._lengths)

    def _numbers_of(self, run: str) -> Iterable[Watched]:
        between = {sign.strip() for sign in _DIGITS.sub("\0", run).strip("\0+()").split("\0")} - {""}
        parts = _DIGITS.findall(run)
        if "." in between and (len(between) > 1 or len(parts) == 2 or " " in run.replace(". ", ".")):
            return
        digits = "".join(parts).lstrip("0")
        for length in self._lengths:
            if length <= len(digits) <= length + _PREFIX and digits[-length:] in self._numbers:
                yield self._numbers[digits[-length:]]


def _joined(run: str) -> str:
    """A run of digits with its signs, and any blank as one that is like the others."""
    return " ".join(run.split())


def _digits(words: str) -> str:
    """The digits of an identifier that has no letters."""
    return "" if any(sign.isalpha() for sign in words) else "".join(_DIGITS.findall(words))
