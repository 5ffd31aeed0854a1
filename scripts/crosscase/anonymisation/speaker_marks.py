"""Marks of who speaks where in a document, and who has most of a passage."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

MOST_SPEAKERS = 200  # in one document, so that each coding is placed in bounded time
Place = tuple[int, int]  # from the first to behind the last


class SpeakerMarks:
    """The marks in one document. A place is in the marks of a speaker once, however often it was marked."""

    def __init__(self, marks: Iterable[tuple[str, Place]]) -> None:
        of_speaker: dict[str, list[Place]] = {}
        for name, place in marks:
            of_speaker.setdefault(name, []).append(place)
        self._turns = {name: _Turns(places) for name, places in of_speaker.items()}

    @property
    def count(self) -> int:
        """The number of speakers."""
        return len(self._turns)

    def speakers(self, place: Place) -> tuple[list[str], list[str]]:
        """Who has most of a passage, several if they have equal parts of it; and all who have any of it."""
        shares = {name: turns.before(place[1]) - turns.before(place[0]) for name, turns in self._turns.items()}
        present = sorted(name for name, share in shares.items() if share)
        most = max(shares.values(), default=0)
        return [name for name in present if shares[name] == most], present


class _Turns:
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

    def before(self, place: int) -> int:
        """How much the speaker has before a place."""
        number = bisect_right(self._starts, place)
        if not number:
            return 0
        return self._sums[number] - max(0, self._ends[number - 1] - place)
