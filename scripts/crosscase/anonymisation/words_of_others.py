"""Which passages of a document with several participants hold words that may not be published.

A passage belongs to everybody who speaks in it and to everybody to whom the export gives it. It keeps its words only if
nobody of them withdrew, and, where its own participant may be quoted, only if all of them may be.

Places are compared if an export has them, and words always: the same passage may stand there twice.

ASSUME: two passages of a document share words if both have the same five words in a row. Shorter ones are compared
whole, and only where a passage has no place: two people may both say "yes".

ASSUME: who is not in the register did not agree to be quoted.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from crosscase.anonymisation.register import Person
from crosscase.storage.text_form import fold

Place = tuple[int, int]  # from the first to behind the last
Document = tuple[str, str]  # folded name and number
_ROW = 5  # words
_WORD = re.compile(r"\w+")


class Turns:
    """The places of one speaker, merged, with the sum of their lengths."""

    def __init__(self, places: Iterable[Place]) -> None:
        merged: list[Place] = []
        for start, end in sorted(places):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]
        self._sums = [0, *accumulate(end - start for start, end in merged)]

    def share(self, place: Place) -> int:
        """How much of a place the speaker has."""
        return self._before(place[1]) - self._before(place[0])

    def _before(self, place: int) -> int:
        number = bisect_right(self._starts, place)
        if not number:
            return 0
        return self._sums[number] - max(0, self._ends[number - 1] - place)


class _Passages:
    """Places and words of some people."""

    def __init__(self) -> None:
        self._places: dict[Document, list[Place]] = {}
        self._turns: dict[Document, Turns] = {}
        self._rows: dict[Document, set[int]] = {}

    def note(self, document: Document, place: Place | None, text: str | None) -> None:
        if place:
            self._places.setdefault(document, []).append(place)
        self._rows.setdefault(document, set()).update(_rows(text or ""))

    def touch(self, document: Document, place: Place | None, text: str | None) -> bool:
        """Whether a passage shares a place or words with these."""
        if place and document in self._places:
            if document not in self._turns:
                self._turns[document] = Turns(self._places[document])
            if self._turns[document].share(place):
                return True
        rows = self._rows.get(document, set())
        return bool(rows and text) and not rows.isdisjoint(_rows(text or "", with_short=place is None))


class WordsOfOthers:
    """The passages of people who withdrew, and of people who may not be quoted."""

    def __init__(self) -> None:
        self._withdrawn, self._unquotable = _Passages(), _Passages()

    def note(self, owners: Iterable[Person | None], document: Document, place: Place | None, text: str | None) -> None:
        """Note a passage with all to whom it belongs; None is somebody who is not in the register."""
        people = list(owners)
        if any(person is not None and person.withdrawn for person in people):
            self._withdrawn.note(document, place, text)
        elif not all(map(may_be_quoted, people)):
            self._unquotable.note(document, place, text)

    def of_withdrawn_in(self, document: Document, place: Place | None, text: str | None) -> bool:
        """Whether a passage has words of somebody who withdrew."""
        return self._withdrawn.touch(document, place, text)

    def of_unquotable_in(self, document: Document, place: Place | None, text: str | None) -> bool:
        """Whether a passage has words of somebody else who may not be quoted."""
        return self._unquotable.touch(document, place, text)


def may_be_quoted(person: Person | None) -> bool:
    """Whether somebody is in the register, did not withdraw and agreed to be quoted."""
    return person is not None and person.consent_to_quote and not person.withdrawn


def _rows(text: str, with_short: bool = True) -> Iterator[int]:
    """A number for each row of words in a text; a short text is one row."""
    words = _WORD.findall(fold(text))
    if len(words) >= _ROW:
        yield from (hash(tuple(words[first : first + _ROW])) for first in range(len(words) - _ROW + 1))
    elif words and with_short:
        yield hash(tuple(words))
