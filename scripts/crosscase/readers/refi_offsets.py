"""The way in which a REFI-QDA file counts offsets, detected for each source because tools differ.

The standard counts Unicode code points. NVivo for Windows counts UTF-16 units; some tools count
CR LF as two, some as one; some count the byte-order mark.

1. Every way of counting that can differ on this text is a candidate. The plainest is the standard's own; each
   deviation from it makes a candidate less plain.
2. The score of a candidate is how well the edges of the selections fit, by the letters on both sides of each edge: an
   edge within a word does not fit, one with white space inside the selection fits half. People select a line end with
   its line, so that one fits nearly.
3. A selection's name often quotes its beginning: agreement with the quotes counts more.
4. The plainest candidate wins whose score is not clearly below the highest. Two mistakes of counting can cancel at one
   edge, and a person may have begun a selection within a word: one half of an edge is no evidence.

Source: REFI-QDA 1.5 §10.2; measured differences between tools as in QualCoder issues 37 and 106.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
_WITHIN = frozenset("'’-\u2010\u2011\u00ad")  # between two letters they are part of a word
_ENDS_LINE = re.compile("\\S(?:\r\n|[\r\n\u2028\u2029])\\Z")  # a blank before it says nothing about the counting
_AT_LINE_END = 3  # characters
# How well an edge fits, in tenths.
_FITS, _LINE_END, _BLANK, _CUT = 10, 8, 5, 0
_QUOTE = 2 * _FITS
_NEAR = 5  # tenths below the highest score that are no evidence


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage as in the file: two offsets and a name, which may quote its beginning."""

    start: int
    end: int
    name: str

    @property
    def quote(self) -> str:
        """The text that the name may quote, without the ellipsis and with single spaces."""
        return " ".join(self.name.rstrip("….").split())


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of counting. `crlf` is the length of a Windows line end."""

    utf16: bool
    crlf: int
    bom_counted: bool
    end_inclusive: bool

    def __str__(self) -> str:
        unit = "UTF-16 units" if self.utf16 else "code points"
        bom = ", with the byte-order mark" if self.bom_counted else ""
        end = ", end included" if self.end_inclusive else ""
        return f"{unit}, a line end is {self.crlf}{bom}{end}"


class Text:
    """A source's text under one rule, to look up the text at the offsets of the file."""

    def __init__(self, text: str, rule: Rule) -> None:
        body = text.removeprefix("\ufeff")
        self._text = body.replace("\r\n", "\n") if rule.crlf == 1 else body
        self._shift = 1 if rule.bom_counted else 0
        self._inclusive = 1 if rule.end_inclusive else 0
        self._second_units = _second_units(self._text) if rule.utf16 else []

    def _position(self, offset: int) -> int | None:
        position = offset - bisect_right(self._second_units, offset)
        return position if offset >= 0 and position <= len(self._text) else None

    def _span(self, selection: Selection) -> tuple[int, int] | None:
        start = self._position(selection.start - self._shift)
        end = self._position(selection.end - self._shift + self._inclusive)
        return None if start is None or end is None or start > end else (start, end)

    def words(self, selection: Selection) -> str | None:
        """The selected text with LF line ends, or None if the offsets lie outside the text."""
        span = self._span(selection)
        return None if span is None else self._text[slice(*span)].replace("\r\n", "\n")

    def fit(self, selection: Selection) -> int:
        """How well the two edges of a selection fit, in tenths: 0 to 20."""
        span = self._span(selection)
        if span is None:
            return 0
        start, end = span
        return self._fit_of_edge(start, start) + self._fit_of_edge(end, end - 1)

    def _fit_of_edge(self, position: int, inside: int) -> int:
        """How well an edge fits; `inside` is the place of the letter at this edge of the selection."""
        text = self._text
        if self._is_within_word(position):
            return _CUT
        if 0 <= inside < len(text) and text[inside].isspace():
            is_line_end = inside < position and _ENDS_LINE.search(text, max(0, position - _AT_LINE_END), position)
            return _LINE_END if is_line_end else _BLANK
        return _FITS

    def _is_within_word(self, position: int) -> bool:
        text = self._text
        if not 0 < position < len(text):
            return False
        before, behind = text[position - 1], text[position]
        if (unicodedata.combining(behind) and not before.isspace()) or (before == "\r" and behind == "\n"):
            return True
        if before in _WITHIN:
            return behind.isalnum() and position > 1 and text[position - 2].isalnum()
        if behind in _WITHIN:
            return before.isalnum() and position + 1 < len(text) and text[position + 1].isalnum()
        return before.isalnum() and behind.isalnum()

    def quoted(self, selection: Selection) -> bool:
        """Whether the selection's name quotes its beginning, from the first letter."""
        words = self.words(selection) if selection.quote else None
        return words is not None and not words[:1].isspace() and " ".join(words.split()).startswith(selection.quote)


def _second_units(text: str) -> list[int]:
    """The UTF-16 offsets of the second units of characters that have two."""
    return [found.start() + number for number, found in enumerate(_TWO_UNITS.finditer(text), 1)]


def _candidates(text: str) -> list[Rule]:
    """The rules that can differ on this text, the plainest first: that of the standard."""
    utf16 = (False, True) if _TWO_UNITS.search(text) else (False,)
    crlf = (2, 1) if "\r\n" in text else (1,)
    bom = (False, True) if text.startswith("\ufeff") else (False,)
    rules = [Rule(*choice) for choice in product(utf16, crlf, bom, (False, True))]
    return sorted(rules, key=lambda rule: rule.utf16 + (rule.crlf != crlf[0]) + rule.bom_counted + rule.end_inclusive)


def detect(text: str, selections: Sequence[Selection]) -> tuple[Rule, float]:
    """The rule by which the offsets of a source count, and its score from 0 to 1.

    The score says how well the edges of the selections fit on average; it is 1 without selections.
    """
    rules = _candidates(text)
    if not selections:
        return rules[0], 1.0
    named = [selection for selection in selections if selection.quote]
    highest = 2 * _FITS * len(selections) + _QUOTE * len(named)
    scores: list[tuple[int, int]] = []
    for rule in rules:
        reading = Text(text, rule)
        edges = sum(map(reading.fit, selections))
        scores.append((edges + _QUOTE * sum(map(reading.quoted, named)), edges))
        if scores[-1][0] == highest:  # no later candidate can have a higher score
            break
    best = max(score for score, _ in scores)
    # ASSUME: a tool counts as the standard says unless its own selections clearly say otherwise.
    plainest = next(number for number, (score, _) in enumerate(scores) if score >= best - _NEAR)
    return rules[plainest], scores[plainest][1] / (2 * _FITS * len(selections))
