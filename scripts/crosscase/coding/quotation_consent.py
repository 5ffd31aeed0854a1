"""Whether the words of a passage may leave the pipeline. Asked wherever words of interviews are written out."""

from collections.abc import Iterable

from crosscase.messages.errors import Problem, StudyError
from crosscase.storage.schemas import Participant, ReviewCount, Segment


class QuotationRule:
    """Knows whose words may be quoted: nobody's while review has left anything open, then those of who consented."""

    def __init__(self, participants: Iterable[Participant], reviews: Iterable[ReviewCount]) -> None:
        self.undecided = sum(review.undecided for review in reviews)
        self._consenting = {person.participant for person in participants if person.consent_to_quote}

    def allows(self, segment: Segment) -> bool:
        """Whether the words of a segment may be written out."""
        return not self.undecided and segment.participant in self._consenting

    def require_review(self, archive: str, queue: str) -> None:
        """Raise StudyError where words of interviews would be written out before all that is doubtful was decided."""
        if self.undecided:
            what = f"it is not there, since {waiting(self.undecided)}"
            remedy = f"Decide ({queue}; docs/data-protection.md says how), then ask for it again: snakemake archive."
            raise StudyError(Problem(archive, "", what, remedy))


def waiting(undecided: int) -> str:
    """How many words wait for a person, in words."""
    one = undecided == 1
    return f"{undecided} word{'' if one else 's'} that may tell who somebody is wait{'s' if one else ''} for a decision"
