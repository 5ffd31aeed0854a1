"""The way in which a REFI-QDA file counts offsets, detected for each source because tools differ.

The standard counts Unicode code points. NVivo for Windows counts UTF-16 units; some tools count
CR LF as two, some as one; some count the byte-order mark.

1. Every way of counting that can differ on this text is a candidate, the standard's own first.
2. The score of a candidate is how often selections begin and end at a word boundary.
3. A selection's name often quotes its beginning: agreement with the quotes counts more.
4. The candidate with the highest score wins; of equal candidates the earlier one.

Source: REFI-QDA 1.5 §10.2; measured differences between tools as in QualCoder issues 37 and 106.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


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

    def boundaries(self, selection: Selection) -> int:
        """The number of ends of a selection that are at a word boundary: 0, 1 or 2."""
        span = self._span(selection)
        return 0 if span is None else sum(map(self._at_edge, span))

    def _at_edge(self, position: int) -> bool:
        text = self._text
        between = 0 < position < len(text)
        return not (between and text[position - 1].isalnum() and text[position].isalnum())

    def quoted(self, selection: Selection) -> bool:
        """Whether the selection's name quotes its beginning."""
        words = self.words(selection) if selection.quote else None
        return words is not None and " ".join(words.split()).startswith(selection.quote)


def _second_units(text: str) -> list[int]:
    """The UTF-16 offsets of the second units of characters that have two."""
    return [found.start() + number for number, found in enumerate(_TWO_UNITS.finditer(text), 1)]


def _candidates(text: str) -> list[Rule]:
    """The rules that can differ on this text; the standard's own first."""
    utf16 = (False, True) if _TWO_UNITS.search(text) else (False,)
    crlf = (2, 1) if "\r\n" in text else (1,)
    bom = (False, True) if text.startswith("\ufeff") else (False,)
    return [Rule(*choice) for choice in product(utf16, crlf, bom, (False, True))]


def detect(text: str, selections: Sequence[Selection]) -> tuple[Rule, float]:
    """The rule by which the offsets of a source count, and its score from 0 to 1.

    The score is the share of the selections' ends that are at a word boundary; it is 1 without selections.
    """
    rules = _candidates(text)
    if not selections:
        return rules[0], 1.0
    named = [selection for selection in selections if selection.quote]
    highest = 2 * (len(selections) + len(named))
    scores: list[tuple[int, int]] = []
    for rule in rules:
        reading = Text(text, rule)
        edges = sum(map(reading.boundaries, selections))
        scores.append((edges + 2 * sum(map(reading.quoted, named)), edges))
        if scores[-1][0] == highest:  # no later candidate can have a higher score
            break
    best = max(range(len(scores)), key=lambda number: scores[number][0])
    return rules[best], scores[best][1] / (2 * len(selections))
