"""How a REFI-QDA file counts: found out from each source, since the tools do not agree.

The standard counts Unicode code points. NVivo for Windows counts UTF-16 units; some tools count
CR LF as two, some as one; some count the byte-order mark.

1. Every way of counting that can differ on this text is a candidate, the standard's own first.
2. A candidate scores, over all selections, how often they begin and end where a word does.
3. A selection's name often quotes its beginning: a candidate that agrees with the quotes goes first.
4. The best candidate wins; the earlier one where two are equal.

Source: REFI-QDA 1.5 §10.2; measured differences between tools as in QualCoder issues 37 and 106.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage as the file gives it: two offsets and a name, which may quote its beginning."""

    start: int
    end: int
    name: str


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
    """A source's text under one rule: offsets of the file become words."""

    def __init__(self, text: str, rule: Rule) -> None:
        body = text.removeprefix("\ufeff")
        self._text = body.replace("\r\n", "\n") if rule.crlf == 1 else body
        self._shift = 1 if rule.bom_counted else 0
        self._inclusive = 1 if rule.end_inclusive else 0
        self._index = _utf16_index(self._text) if rule.utf16 else None

    def _position(self, offset: int) -> int | None:
        if self._index is None:
            return offset if 0 <= offset <= len(self._text) else None
        return self._index[offset] if 0 <= offset < len(self._index) else None

    def _span(self, selection: Selection) -> tuple[int, int] | None:
        start = self._position(selection.start - self._shift)
        end = self._position(selection.end - self._shift + self._inclusive)
        return None if start is None or end is None or start > end else (start, end)

    def words(self, selection: Selection) -> str | None:
        """The selected words with LF line ends, or None where the offsets lie outside the text."""
        span = self._span(selection)
        return None if span is None else self._text[slice(*span)].replace("\r\n", "\n")

    def boundaries(self, selection: Selection) -> int:
        """How many of the two ends of a selection lie at the edge of a word: 0, 1 or 2."""
        span = self._span(selection)
        return 0 if span is None else sum(self._at_edge(position) for position in span)

    def _at_edge(self, position: int) -> bool:
        around = self._text[max(position - 1, 0) : position + 1]
        return position in (0, len(self._text)) or not (around[0].isalnum() and around[1].isalnum())

    def quoted(self, selection: Selection) -> bool:
        """Whether the selection's name quotes its beginning."""
        quote = " ".join(selection.name.rstrip("….").split())
        words = self.words(selection)
        return bool(quote) and words is not None and " ".join(words.split()).startswith(quote)


def _utf16_index(text: str) -> list[int]:
    """For each UTF-16 offset, the code point it falls on."""
    widths = [2 if ord(character) > 0xFFFF else 1 for character in text]
    index: list[int] = []
    for position, width in enumerate(widths):
        index += [position] * width
    return [*index, len(text)]


def _candidates(text: str) -> list[Rule]:
    """The rules that can differ on this text; the standard's own first."""
    utf16 = (False, True) if any(ord(character) > 0xFFFF for character in text) else (False,)
    crlf = (2, 1) if "\r\n" in text else (1,)
    bom = (False, True) if text.startswith("\ufeff") else (False,)
    return [Rule(*choice) for choice in product(utf16, crlf, bom, (False, True))]


def detect(text: str, selections: Sequence[Selection]) -> tuple[Rule, float]:
    """The rule by which the selections of a source count, and its score from 0 to 1.

    The score is the share of the selections' ends that lie at the edge of a word; 1 without any.
    """
    rules = _candidates(text)
    if not selections:
        return rules[0], 1.0
    scores = []
    for rule in rules:
        reading = Text(text, rule)
        edges = sum(map(reading.boundaries, selections)) / (2 * len(selections))
        scores.append((edges + sum(map(reading.quoted, selections)) / len(selections), edges))
    best = max(range(len(rules)), key=lambda number: scores[number][0])
    return rules[best], scores[best][1]
