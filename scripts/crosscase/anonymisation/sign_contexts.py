"""Beside which signs a sign can be part of what a pattern of signs matches, for the triage: beside most it cannot.

A pattern says of each place of a match which signs may stand there, which two before it and which two behind it. Some
places are in every match; the one of these beside which the fewest signs may stand is looked for in a text. A text in
which it is nowhere has no match.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

START, END = "\1", "\0"  # stand for the beginning and the end of a text
_TOKEN = re.compile(
    r"(?:(?P<open>\((?:\?(?P<look>:|=|<=))?)|(?P<close>\))|(?P<choice>\|)"
    r"|\[(?P<signs>[^]]*)\]|(?P<any>\.)|(?P<start>\^)|(?P<end>\$)|\\?(?P<sign>[^)]))"
    r"(?P<times>[?*+]|\{\d*(?:,\d*)?\})?",
    re.DOTALL,
)
_TIMES = {"": (1, 1), "?": (0, 1), "*": (0, None), "+": (1, None)}
_ALL_SIGNS = 1000  # more than there are
_AHEAD, _BEHIND = "=", "<="  # what is only looked at


class _Part(NamedTuple):
    """A part of a pattern: signs, any one if there are none, or a group; how often it must and may be there."""

    signs: frozenset[str]
    choices: Sequence[Sequence["_Part"]] | None
    look: str | None
    least: int
    most: int | None


@dataclass
class _Place:
    """A place of a match: its signs, any one if there are none, and the places directly before and behind it."""

    signs: frozenset[str]
    is_sure: bool  # in every match
    is_within: bool  # in a match, and not behind it
    before: set[int] = field(default_factory=set)
    behind: set[int] = field(default_factory=set)


class _Edges(NamedTuple):
    """The places at which a part of a pattern may begin and end, and whether it may be empty."""

    may_be_empty: bool
    first: frozenset[int]
    last: frozenset[int]


_NOTHING = _Edges(True, frozenset(), frozenset())


class Step(NamedTuple):
    """Signs that may stand beside a place, any one if there are none, and those beyond them, any one for none."""

    signs: frozenset[str]
    beyond: frozenset[str] | None

    def allows(self, near: str) -> bool:
        """Whether a sign may stand there."""
        return not self.signs or near in self.signs

    def allows_beyond(self, far: str) -> bool:
        """Whether a sign may stand beyond it."""
        return self.beyond is None or far in self.beyond


class Context(NamedTuple):
    """Signs at a place of a match, and those that may stand before and behind it: any ones for none."""

    signs: frozenset[str]
    before: Sequence[Step] | None
    behind: Sequence[Step] | None


def contexts_of(pattern: str, signs: frozenset[str], is_anywhere: bool = False) -> list[Context]:
    """The contexts of which each match of a pattern has one, if it has one of some signs at all.

    The pattern says of no sign that it must be absent. The signs stand where a match always has one of them, or
    anywhere in it if that is unknown or `is_anywhere`.
    """
    places = _Places(pattern)
    sure = [number for number in places.sure if places.signs_at(number) <= signs] if not is_anywhere else []
    looked_for = [min(sure, key=places.breadth)] if sure else places.within
    return [
        Context(signs & places.signs_at(number) if places.signs_at(number) else signs, *places.steps(number))
        for number in looked_for
        if not (places.signs_at(number) and signs.isdisjoint(places.signs_at(number)))
    ]


class _Places:
    """The places of one pattern."""

    def __init__(self, pattern: str) -> None:
        self._places: list[_Place] = []
        rows, _ = _parsed(_TOKEN.finditer(pattern))
        self._edges = self._of_choices(rows, is_sure=True, is_first=True, is_last=True)
        self.sure = [number for number, place in enumerate(self._places) if place.is_sure and place.signs]
        self.within = [number for number, place in enumerate(self._places) if place.is_within]

    def signs_at(self, number: int) -> frozenset[str]:
        """The signs of a place, none if any one may be there."""
        return self._places[number].signs

    def beside(self, number: int) -> tuple[frozenset[str] | None, frozenset[str] | None]:
        """The signs that may stand before a place and behind it, none if any one may."""
        place = self._places[number]
        before = None if number in self._edges.first else self._union(place.before)
        return before, None if number in self._edges.last else self._union(place.behind)

    def steps(self, number: int) -> tuple[Sequence[Step] | None, Sequence[Step] | None]:
        """The steps from a place to those before it and behind it, none if any signs may be there."""
        place, edges = self._places[number], self._edges
        before = [Step(self.signs_at(one), self.beside(one)[0]) for one in sorted(place.before)]
        behind = [Step(self.signs_at(one), self.beside(one)[1]) for one in sorted(place.behind)]
        return None if number in edges.first else before, None if number in edges.last else behind

    def _union(self, places: Collection[int]) -> frozenset[str] | None:
        signs = [self._places[number].signs for number in places]
        return frozenset().union(*signs) if all(signs) else None

    def breadth(self, number: int) -> int:
        """How many pairs of signs may stand beside a place."""
        before, behind = (_ALL_SIGNS if signs is None else len(signs) for signs in self.beside(number))
        return before * behind

    def _of_choices(self, choices: Sequence[Sequence[_Part]], is_sure: bool, is_first: bool, is_last: bool) -> _Edges:
        """Add the places of a group, in which one of several rows of parts is there."""
        edges = [self._of_row(row, is_sure and len(choices) == 1, is_first, is_last) for row in choices]
        return _Edges(
            any(one.may_be_empty for one in edges),
            frozenset().union(*(one.first for one in edges)),
            frozenset().union(*(one.last for one in edges)),
        )

    def _of_row(self, row: Sequence[_Part], is_sure: bool, is_first: bool, is_last: bool) -> _Edges:
        """Add the places of parts of which each stands behind the one before."""
        edges = _NOTHING
        for number, part in enumerate(row):
            ends = is_last and number == len(row) - 1
            begins_once, ends_once = is_first and number == 0 and part.most == 1, ends and part.most == 1
            for _ in range(part.least):
                edges = self._joined(edges, self._of_part(part, is_sure, begins_once, ends_once))
            if part.most is None or part.most > part.least:
                more = self._of_part(part, False, begins_once, ends_once)
                if part.most is None or part.most > part.least + 1:
                    self._link(more.last, more.first)
                edges = self._joined(edges, more._replace(may_be_empty=True))
        return edges

    def _of_part(self, part: _Part, is_sure: bool, is_first: bool, is_last: bool) -> _Edges:
        """Add the places of a part that is there once."""
        if part.choices is None:
            if part.look and not is_first:
                return _NOTHING
            self._places.append(_Place(part.signs, is_sure and not part.look, is_within=not part.look))
            added = frozenset({len(self._places) - 1})
            return _Edges(False, added, added)
        if part.look not in (_AHEAD, _BEHIND):
            return self._of_choices(part.choices, is_sure, is_first, is_last)
        if not (is_first if part.look == _BEHIND else is_last):
            return _NOTHING  # it may be there
        known = len(self._places)
        edges = self._of_choices(part.choices, is_sure=False, is_first=False, is_last=False)
        for place in self._places[known:]:
            place.is_within = False
        return edges

    def _joined(self, one: _Edges, other: _Edges) -> _Edges:
        """The edges of two parts of which the second one stands behind the first one."""
        self._link(one.last, other.first)
        return _Edges(
            one.may_be_empty and other.may_be_empty,
            one.first | other.first if one.may_be_empty else one.first,
            one.last | other.last if other.may_be_empty else other.last,
        )

    def _link(self, last: Collection[int], first: Collection[int]) -> None:
        for number in last:
            self._places[number].behind.update(first)
        for number in first:
            self._places[number].before.update(last)


def _parsed(tokens: Iterator[re.Match[str]]) -> tuple[Sequence[Sequence[_Part]], str | None]:
    """The rows of parts up to the end of a group, and how often the group is there, as it is written."""
    rows: list[list[_Part]] = [[]]
    for token in tokens:
        if token["close"]:
            return rows, token["times"]
        if token["choice"]:
            rows.append([])
        elif token["open"]:
            choices, times = _parsed(tokens)
            rows[-1].append(_Part(frozenset(), choices, token["look"], *_times(times)))
        elif token["start"]:
            rows[-1].append(_Part(frozenset(START), None, _BEHIND, 1, 1))
        else:
            signs = END if token["end"] else token["signs"] or token["sign"] or ""
            rows[-1].append(_Part(frozenset(signs), None, None, *_times(token["times"])))
    return rows, None


def _times(written: str | None) -> tuple[int, int | None]:
    """How often a part must and may be there."""
    if not written or written in _TIMES:
        return _TIMES[written or ""]
    least, comma, most = written.strip("{}").partition(",")
    return int(least or 0), (int(most) if most else None) if comma else int(least)
