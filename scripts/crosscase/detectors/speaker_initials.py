"""Initials that say who speaks: two to four letters of a listed name where a turn begins, `MH: `, `[MH]`, `MH – `.

`turn_beginnings` has the signs before and behind them. Points, hyphens or blanks may stand between the letters. In a
text with usual capitals the first and the last are capitals (`AvdB:`): anywhere else two letters may be anything. Only
where a line begins, directly before a colon, the rest may be small (`Mh:`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from crosscase.detectors.name_search import Identifier
from crosscase.detectors.turn_beginnings import BEHIND, LINE_ENDS, is_mark, is_mark_in_any_case, may_be_subject
from crosscase.languages.vocabulary import plain

_FEWEST, _MOST = 2, 4  # letters
_MOST_PARTS = 8  # of a name that give initials
_SPELT_OUT = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA", "Ø": "OE", "Æ": "AE"}
_LETTER = r"[^\W\d_]"
_ALONE = r"(?<![^\W_].)(?<![^\W_]['’-].)(?<!(?<![^\W_])[^\W_]\..)"  # in no word, and in no row of letters with points
_REST = (
    rf"(?:(?:\.?[-‐‑]?{_LETTER}){{1,{_MOST - 1}}}(?!{_LETTER})"
    rf"|(?:\.?[ \u00a0]{_LETTER}(?!{_LETTER})){{1,{_MOST - 1}}}"
    rf"|(?:\.?[-‐‑]?{_LETTER}){{1,2}}\.?[ \u00a0]{_LETTER}(?!{_LETTER}))\.?"  # HP Z
)

_LINE_END = re.compile(rf"[{LINE_ENDS}]")
_SMALL = re.compile(rf"[^\w{LINE_ENDS}]*([^\W\d_A-Z](?:[.-]?{_LETTER}){{1,{_MOST - 1}}}\.?)(?=[:：])")


class Mark(NamedTuple):
    """A place with initials, and these in plain letters.

    `is_small`: it lacks the capitals that the text has elsewhere. `is_doubtful`: it may stand in a timetable.
    """

    start: int
    end: int
    letters: str
    is_small: bool = False
    is_doubtful: bool = False


def of_name(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The initials by which the bearer of a name in these parts may be called: AvdB, AVB and AB.

    ASSUME: they begin with the first part and end with one that has a capital letter; any others may be left out. A
    letter may be spelt out, and a digraph stay whole: JUE of Jörg Ümlauf, YIJ of Yvonne IJzer (invented).
    """
    letters = [part[0] for part in parts[:_MOST_PARTS]]
    for heads in dict.fromkeys((tuple(letters), tuple(map(_spelt_out, parts[:_MOST_PARTS])))):
        first, *others = heads
        for count in range(1, _MOST):
            for some in combinations(others, count):
                if some[-1].isupper():
                    yield (first, *some)


def _spelt_out(part: str) -> str:
    """How a name begins whose first letter is spelt out, or is a digraph."""
    is_digraph = part[:2].isupper() and part[2:].islower()
    return part[:2] if is_digraph else _SPELT_OUT.get(part[0], part[0])


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
        self._beginnings = self._initials.union(one[:-1] for one in self._initials if len(one) > _FEWEST)  # HP Z
        self._firsts = "".join(sorted({letters[0] for letters in self._initials if letters[0].isascii()}))

    def find(self, text: str, cased: bool = True) -> Iterator[Mark]:
        """The marks in a text; in one that is not `cased` also in small letters."""
        if not self._initials:
            return
        for match in _pattern(self._firsts.upper() + ("" if cased else self._firsts)).finditer(text):
            letters, (start, end) = letters_in(match[0]), match.span()
            if letters not in self._initials:
                continue
            if not cased or has_capitals(match[0].rstrip(".")):
                if is_mark(text, start, end, cased):
                    yield Mark(start, end, letters, is_doubtful=may_be_subject(text, end))
            elif match[0][0].isupper() and is_mark_in_any_case(text, start, end):
                yield Mark(start, end, letters, is_small=True)
        if cased:
            yield from self._small(text)

    def _small(self, text: str) -> Iterator[Mark]:
        """The marks in small letters at the beginnings of lines."""
        for line in (0, *(end.end() for end in _LINE_END.finditer(text))):
            if (match := _SMALL.match(text, line)) and is_mark_in_any_case(text, *match.span(1)):
                letters = letters_in(match[1])
                if letters in self._initials:
                    yield Mark(*match.span(1), letters, is_small=True)

    def possible_in(self, words: Collection[str]) -> frozenset[str]:
        """The initials that some words without figures may be or begin, or those of one letter that stand in a row."""
        shapes = [plain(word) for word in words]
        alone = "".join(shape for shape in shapes if len(shape) == 1)
        rows = (alone[start : start + count] for start in range(len(alone)) for count in range(2, _MOST + 1))
        return self._beginnings.intersection([*shapes, *rows])


@cache
def _pattern(firsts: str) -> re.Pattern[str]:
    """Initials and what is behind them. They begin with one of some letters, or one that is not ASCII."""
    return re.compile(rf"[{firsts}\x80-\U0010ffff]{_ALONE}(?<={_LETTER}){_REST}(?={BEHIND})")
