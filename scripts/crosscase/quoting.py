"""Whether the words of a passage may leave the pipeline. Asked wherever words of interviews are written out."""

from collections.abc import Iterable

from crosscase.schemas import Participant, Segment


class Quoting:
    """Knows whose words may be quoted: so far, those of participants who consented to it."""

    def __init__(self, participants: Iterable[Participant]) -> None:
        self._consenting = {person.participant for person in participants if person.consent_to_quote}

    def allows(self, segment: Segment) -> bool:
        """Whether the words of a segment may be written out."""
        return segment.participant in self._consenting
