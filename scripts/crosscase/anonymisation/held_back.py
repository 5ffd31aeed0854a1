"""The codings of an export that go no further, each for one reason, and what the team must know about them.

They belong to people who withdrew, only state a group or who speaks, or have a code that the study leaves out. Their
words and the names of their codes are not looked at any further. The balance counts them.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from crosscase.anonymisation.register import Person
from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.anonymisation.stated_participants import StatedParticipants
from crosscase.coding.codebook import SEPARATOR, Codebook, CodePath
from crosscase.coding.hidden_names import CODE
from crosscase.coding.issues import Inspector
from crosscase.coding.left_out_codes import LeftOutCodes
from crosscase.messages.wording import counted
from crosscase.readers.raw import RawCoding
from crosscase.storage.schemas import Issue

_REASONS = {
    "withdrawn_participant": "the people withdrew",
    "group_code": "only the {one} is stated",
    "speaker_code": "they only say who speaks",
}


class HeldBack:
    """Decides for each coding whether it is held back, and counts it."""

    def __init__(
        self,
        groups: StatedGroups,
        participants: StatedParticipants | None,
        leave_out: Collection[str],
        codebook: Codebook,
    ) -> None:
        self._groups = groups
        self._participants = participants
        self._left_out = LeftOutCodes(leave_out)
        self._codebook = codebook
        self._codings: Counter[str] = Counter()  # by check
        self._with_code: Counter[CodePath] = Counter()  # of codes that are left out
        self.codes_of_withdrawn: set[CodePath] = set()

    def holds(self, coding: RawCoding, person: Person | None) -> bool:
        """Whether a coding is held back; it is counted."""
        if person and person.withdrawn:
            self._codings["withdrawn_participant"] += 1
            self.codes_of_withdrawn.add(coding.code_path)
        elif self._groups.states(coding):
            self._codings["group_code"] += 1
        elif self._participants and self._participants.states(coding):
            self._codings["speaker_code"] += 1
        elif self.leaves_out(coding.code_path):
            self._with_code[coding.code_path] += 1
        else:
            return False
        return True

    def leaves_out(self, path: CodePath) -> bool:
        """Whether the study leaves a code out."""
        return bool(self._left_out.pattern_of(path))

    def by_pattern(self) -> Counter[str]:
        """The codings that each pattern has left out so far."""
        found: Counter[str] = Counter()
        for path, codings in self._with_code.items():
            found[self._left_out.pattern_of(path)] += codings
        return found

    def issues(
        self, inspector: Inspector, somebody_withdrew: bool, shown: Callable[[str, str], str]
    ) -> Iterator[Issue]:
        """A note for each reason, and a warning for each code of the codebook that is left out.

        `somebody_withdrew` has a note also if the person has no coding here. `shown` gives a name as it may be shown.
        """
        if somebody_withdrew:
            self._codings["withdrawn_participant"] += 0
        for check, count in sorted(self._codings.items()):
            message = f"{counted(count, 'coding')} left out: {_REASONS[check].format(one=inspector.compare.one)}"
            yield inspector.issue(check, "", "", message, left_out=count)
        for pattern, count in sorted(self.by_pattern().items()):
            message = f"{counted(count, 'coding')} left out by `leave_out` in config/study.yaml"
            yield inspector.issue("code_left_out", "", pattern, message, left_out=count)
        for path, count in sorted(self._with_code.items()):
            if self._codebook.resolve(path)[1]:
                name = SEPARATOR.join(shown(CODE, level) for level in path)
                message = f"the codebook has this code, but `leave_out` left out {counted(count, 'coding')} with it"
                remedy = "If they should count, write a narrower pattern in config/study.yaml."
                yield inspector.issue("codebook_code_left_out", "", name, message, remedy)
