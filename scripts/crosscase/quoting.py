"""Whether the words of a passage may leave the pipeline. Asked wherever words of interviews are written out."""

from collections.abc import Iterable

from crosscase.errors import Problem, StudyError
from crosscase.schemas import Participant, ReviewCount, Segment


class Quoting:
    """Knows whose words may be quoted: nobody's while review has left anything open, then those of who consented."""

    def __init__(self, participants: Iterable[Participant], reviews: Iterable[ReviewCount]) -> None:
        self.undecided = sum(review.undecided for review in reviews)
        self._consenting = {person.participant for person in participants if person.consent_to_quote}

    def allows(self, segment: Segment) -> bool:
        """Whether the words of a segment may be written out."""
        return not self.undecided and segment.participant in self._consenting

    def require_review(self, queue: str) -> None:
        """Raise StudyError where words of interviews would be written out before all that is doubtful was decided."""
        if self.undecided:
            what = f"{self.undecided} words that may tell who somebody is wait for a decision"
            remedy = "Words of interviews are written out when all are decided; docs/data-protection.md says how."
            raise StudyError(Problem(queue, "", what, remedy))
