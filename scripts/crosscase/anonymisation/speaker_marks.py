"""Marks of who speaks where in a document, and who has most of a passage."""

from collections.abc import Iterable

from crosscase.anonymisation.words_of_others import Place, Turns

MOST_SPEAKERS = 200  # in one document, so that each coding is placed in bounded time


class SpeakerMarks:
    """The marks in one document. A place is in the marks of a speaker once, however often it was marked."""

    def __init__(self, marks: Iterable[tuple[str, Place]]) -> None:
        of_speaker: dict[str, list[Place]] = {}
        for name, place in marks:
            of_speaker.setdefault(name, []).append(place)
        self._turns = {name: Turns(places) for name, places in of_speaker.items()}

    @property
    def count(self) -> int:
        """The number of speakers."""
        return len(self._turns)

    def speakers(self, place: Place) -> tuple[list[str], list[str]]:
        """Who has most of a passage, several if they have equal parts of it; and all who have any of it."""
        shares = {name: turns.share(place) for name, turns in self._turns.items()}
        present = sorted(name for name, share in shares.items() if share)
        most = max(shares.values(), default=0)
        return [name for name in present if shares[name] == most], present
