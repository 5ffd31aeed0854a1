"""The sums of what coders say of participants, code by code, without a part for each code that nobody gave.

Of a large codebook most participants were given few codes. In a row of the agreement, all codes that nobody there was
given and that the same participants were judged for have the same sums: they are one column, which counts several
times.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from crosscase.analysis.binary_agreement import SIZE, Sums, sums
from crosscase.analysis.judgements import Frame, Judgement

NOTHING = (0,) * SIZE  # of a code for which nobody judged the participant
Codes = Mapping[str, str]  # the domain of each code


class Person(NamedTuple):
    """The sums of a participant."""

    group: str
    coders: frozenset[str]
    codes: Codes  # for which it was judged
    silent: Sums  # of each code that nobody gave it
    given: Mapping[str, Sums]  # of each of the others

    def of(self, code: str) -> Sums:
        """The sums of a code."""
        return self.given.get(code, self.silent) if code in self.codes else NOTHING


class Column(NamedTuple):
    """The sums of a code, and of those that have the same."""

    code: str
    times: int  # codes
    judged: frozenset[int]  # the numbers of the participants' lists of codes that have it


class People:
    """The participants of a row, and its columns in the order of the codes."""

    def __init__(self, people: Iterable[Person], codes: Sequence[str]) -> None:
        """`codes`: those of the row, in order. Who was judged for none of them is left out."""
        lists = _Lists()
        numbered = [(lists.number(one.codes, codes), one) for one in people]
        kept = [(number, one) for number, one in numbered if lists.own[number]]
        self.people = [one for _, one in kept]
        self.lists = [number for number, _ in kept]  # of each participant
        self.columns = list(_columns(self.people, codes, {number: lists.own[number] for number in self.lists}))

    @property
    def coders(self) -> frozenset[str]:
        """All coders of these participants."""
        return frozenset[str]().union(*(one.coders for one in self.people))

    def rows(self) -> list[list[Sums]]:
        """The sums of each participant, of one code of each column."""
        places = {column.code: place for place, column in enumerate(self.columns)}
        masks = {number: [number in column.judged for column in self.columns] for number in set(self.lists)}
        found = []
        for number, one in zip(self.lists, self.people, strict=True):
            mask = masks[number]
            row = [one.silent] * len(mask) if all(mask) else [one.silent if judged else NOTHING for judged in mask]
            for code in one.given.keys() & places.keys():
                row[places[code]] = one.given[code]
            found.append(row)
        return found

    def totals(self) -> Iterator[Sums]:
        """The sums of one code of each column over all participants."""
        silent: dict[int, list[int]] = defaultdict(lambda: [0] * SIZE)
        for number, one in zip(self.lists, self.people, strict=True):
            _add(silent[number], one.silent)
        together = {judged: _sum(silent[number] for number in judged) for judged in {c.judged for c in self.columns}}
        more: dict[str, list[int]] = defaultdict(lambda: [0] * SIZE)
        for _, code, difference in self.differences():
            _add(more[code], difference)
        for column in self.columns:
            yield _sum((together[column.judged], more[column.code])) if column.code in more else together[column.judged]

    def differences(self) -> Iterator[tuple[int, str, Sums]]:
        """Participant, code, and what its sums have more than those of a code that nobody gave the participant."""
        wanted = {column.code for column in self.columns}
        for number, one in enumerate(self.people):
            for code in one.given.keys() & wanted:
                pairs = zip(one.given[code], one.silent, strict=True)
                yield number, code, tuple(value - silent for value, silent in pairs)


class _Lists:
    """The lists of codes of participants, numbered: those of a group are one object."""

    def __init__(self) -> None:
        self.own: list[frozenset[str]] = []  # the codes of the row in each
        self._numbers: dict[int, int] = {}
        self._by_codes: dict[frozenset[str], int] = {}

    def number(self, codes: Codes, wanted: Sequence[str]) -> int:
        if id(codes) not in self._numbers:
            own = frozenset(filter(codes.__contains__, wanted))
            if own not in self._by_codes:
                self._by_codes[own] = len(self.own)
                self.own.append(own)
            self._numbers[id(codes)] = self._by_codes[own]
        return self._numbers[id(codes)]


def _columns(people: Iterable[Person], codes: Sequence[str], lists: Mapping[int, Collection[str]]) -> Iterator[Column]:
    """A column for each code that somebody was given, and for those alike of the others, where the first of them is."""
    given = {code for one in people for code in one.given} if len(codes) > 1 else set(codes)
    alike: dict[frozenset[int], list[str]] = defaultdict(list)
    judged = {}
    for code in codes:
        judged[code] = frozenset(number for number, own in lists.items() if code in own)
        if judged[code] and code not in given:
            alike[judged[code]].append(code)
    for code, numbers in judged.items():
        if code in given and numbers:
            yield Column(code, 1, numbers)
        elif numbers and alike[numbers][0] == code:
            yield Column(code, len(alike[numbers]), numbers)


def of(judgements: Iterable[Judgement], frame: Frame, scale: int) -> list[Person]:
    """The sums of each participant in a frame, all its material together."""
    found: dict[tuple[str, str], Person] = {}
    known: dict[tuple[int, int], Sums] = {}  # of codes that nobody gave, by the numbers of coders and of units
    for one in judgements:
        key = len(one.coders), one.sizes[frame]
        if key not in known:
            known[key] = tuple(sums({one.nobody: one.sizes[frame]}, scale))
        given = {code: tuple(sums(one.units(code, frame), scale)) for code in one.given}
        own = Person(one.group, frozenset(one.coders), one.codes, known[key], given)
        before = found.get((one.group, one.participant))
        found[one.group, one.participant] = _together(before, own) if before else own
    return list(found.values())


def _together(one: Person, other: Person) -> Person:
    """The sums of two materials of a participant: of one group, thus of the same codes."""
    given = {code: tuple(_sum((one.of(code), other.of(code)))) for code in (*one.given, *other.given)}
    return Person(one.group, one.coders | other.coders, one.codes, tuple(_sum((one.silent, other.silent))), given)


def _sum(of: Iterable[Sums]) -> list[int]:
    total = [0] * SIZE
    for own in of:
        _add(total, own)
    return total


def _add(total: list[int], own: Sums) -> None:
    for place, value in enumerate(own):
        total[place] += value
