"""Initials that say who speaks: two to four letters of a listed name where a turn begins, `MH: `, `[MH]`, `MH – `.

`turn_beginnings` has the signs before and behind them. Points, hyphens or blanks may stand between the letters. In a
text with usual capitals the first and the last are capitals (`AvdB:`): anywhere else two letters may be anything.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from crosscase.detectors.name_search import Identifier
from crosscase.detectors.turn_beginnings import BEHIND, begins_turn
from crosscase.languages.vocabulary import plain

_MOST = 4  # letters
_MOST_PARTS = 8  # of a name that give initials
_LETTER = r"[^\W\d_]"
_REST = (
    rf"(?:(?:\.?[-‐‑]?{_LETTER}){{1,{_MOST - 1}}}(?!{_LETTER})"
    rf"|(?:\.?[ \u00a0]{_LETTER}(?!{_LETTER})){{1,{_MOST - 1}}})\.?"
)


class Mark(NamedTuple):
    """A place with initials, and these in plain letters."""

    start: int
    end: int
    letters: str


def of_name(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The initials by which the bearer of a name in these parts may be called: AvdB, AVB and AB.

    ASSUME: they begin with the first part and end with one that has a capital letter; any others may be left out.
    """
    first, *others = [part[0] for part in parts[:_MOST_PARTS]]
    for count in range(1, _MOST):
        for some in combinations(others, count):
            if some[-1].isupper():
                yield (first, *some)


def letters_of(name: Identifier) -> str:
    """The plain letters of a listed name in initials, as a mark has them; empty if it can be none."""
    letters = "".join(name.form.split())
    can_be = name.initials and 1 < len(letters) <= _MOST and letters[0].isupper() and letters[-1].isupper()
    return plain(letters) if can_be else ""


def letters_in(written: str) -> str:
    """The plain letters of initials as they are written: M.-H."""
    return plain("".join(filter(str.isalpha, written)))


def has_capitals(written: str) -> bool:
    """Whether initials are written as in a text with usual capitals: the first and the last are capitals."""
    return written[0].isupper() and written[-1].isupper()


class SpeakerInitials:
    """Finds the marks that have some initials, given in plain letters."""

    def __init__(self, initials: Collection[str]) -> None:
        self._initials = frozenset(initials)
        self._firsts = "".join(sorted({letters[0] for letters in self._initials if letters[0].isascii()}))

    def find(self, text: str, cased: bool = True) -> Iterator[Mark]:
        """The marks in a text; in one that is not `cased` also in small letters."""
        if not self._initials:
            return
        for match in _pattern(self._firsts.upper() + ("" if cased else self._firsts)).finditer(text):
            letters = letters_in(match[0])
            is_written_so = not cased or has_capitals(match[0].rstrip("."))
            if letters in self._initials and is_written_so and begins_turn(text, match.start()):
                yield Mark(*match.span(), letters)

    def possible_in(self, words: Collection[str]) -> frozenset[str]:
        """The initials that may be among some words without figures, or be those of one letter that stand in a row."""
        shapes = [plain(word) for word in words]
        alone = "".join(shape for shape in shapes if len(shape) == 1)
        rows = (alone[start : start + count] for start in range(len(alone)) for count in range(2, _MOST + 1))
        return self._initials.intersection([*shapes, *rows])


@cache
def _pattern(firsts: str) -> re.Pattern[str]:
    """Initials and what is behind them. They begin with one of some letters, or one that is not ASCII."""
    return re.compile(rf"[{firsts}\x80-\U0010ffff](?<![^\W_].)(?<![.'’-].)(?<={_LETTER}){_REST}(?={BEHIND})")
