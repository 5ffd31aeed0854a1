"""What only the study as a whole can show: who and what is missing from the codings.

Absence is not silence: a code, a participant or a whole domain without any coding may be a finding
or a file that was never handed in. These checks ask.
"""

from collections.abc import Collection, Iterable, Iterator

from crosscase.coding.issues import Inspector
from crosscase.storage.schemas import CodebookEntry, Issue, Mention, Participant
from crosscase.study.facts import Study

_SAY = "say so under not_coded in config/study.yaml."


def inspect(
    mentions: Collection[Mention],
    participants: Iterable[Participant],
    codebook: Iterable[CodebookEntry],
    study: Study,
    inspector: Inspector,
) -> Iterator[Issue]:
    """Yield the issues of participants, codes and domains without any coding."""
    heard = {mention.participant for mention in mentions}
    for person in participants:
        if person.participant not in heard:
            message = "the participant has no valid coding"
            suggestion = "Check that the interview is in an export and under the register's document name."
            yield inspector.issue(
                "participant_without_coding", f"register, {person.locator}", person.participant, message, suggestion
            )
    used = {mention.code for mention in mentions}
    for entry in codebook:
        if entry.codable and entry.code not in used:
            yield inspector.issue("unused_code", "codebook", entry.code, "no participant was coded with this code")
    declared = {(gap.group, gap.domain) for gap in study.not_coded}
    coded = {(mention.group, mention.domain) for mention in mentions}
    for group in study.groups:
        silent = [domain for domain in study.domains if (group.code, domain.id) not in coded | declared]
        if len(silent) == len(study.domains):
            message = f"no coding at all comes from {group.name}, so nothing can be said of it"
            yield inspector.issue("country_without_coding", "study", group.code, message, f"Add its export, or {_SAY}")
            continue
        for domain in silent:
            message = f"nothing from {group.name} is coded in the domain {domain.title!r}"
            suggestion = f"If it was never coded for the domain, {_SAY}"
            yield inspector.issue("domain_without_coding", "study", f"{group.code} {domain.id}", message, suggestion)
