"""Whether the text of a segment may be published. Every output that quotes interviews follows this rule."""

from collections.abc import Iterable

from crosscase.messages.errors import Problem, StudyError
from crosscase.messages.wording import agree, counted
from crosscase.storage.schemas import Participant, ReviewCount, Segment


class QuotationRule:
    """Decides whose text may be quoted: nobody's until the review is complete, then that of those who consented."""

    def __init__(self, participants: Iterable[Participant], reviews: Iterable[ReviewCount]) -> None:
        self.undecided = sum(review.undecided for review in reviews)
        self._consenting = {person.participant for person in participants if person.consent_to_quote}

    def allows(self, segment: Segment) -> bool:
        """Whether the text of a segment may be published."""
        return self.allows_words_of(segment.participant)

    def allows_words_of(self, participant: str) -> bool:
        """Whether the words of a participant may be published."""
        return not self.undecided and participant in self._consenting

    def require_review(self, archive: str, queue: str) -> None:
        """Raise StudyError if words of interviews still wait for a decision in the review."""
        if self.undecided:
            what = f"it was not built, because {undecided_words(self.undecided)}"
            remedy = f"Decide each with `crosscase review` (they are listed in {queue}), then run `crosscase archive`."
            raise StudyError(Problem(archive, "", what, remedy))


def undecided_words(undecided: int) -> str:
    """A clause on how many words wait for a decision in the review."""
    words = counted(undecided, "word that may identify somebody", "words that may identify somebody")
    return f"{words} {agree(undecided, 'waits', 'wait')} for a decision"
