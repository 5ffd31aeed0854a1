"""Checks of the study as a whole: participants, codes and domains without any coding, languages without word lists.

Absence is not silence: a code, a participant or a whole domain without any coding may be a finding,
or a file may be missing. These checks report it.
"""

from collections.abc import Collection, Iterable, Iterator

from crosscase.coding import exposure
from crosscase.coding.issues import Inspector
from crosscase.messages.wording import with_article
from crosscase.running import places
from crosscase.storage.schemas import CodebookEntry, Issue, Mention, Participant
from crosscase.study.facts import CONFIG, Study
from crosscase.study.group_languages import language_remarks

_DECLARE = (
    "if its material was never coded for it, declare that under `not_coded` in config/study.yaml; "
    "if it was coded and nobody raised it, under `coded`."
)


def inspect(
    mentions: Collection[Mention],
    participants: Collection[Participant],
    codebook: Iterable[CodebookEntry],
    study: Study,
    inspector: Inspector,
) -> Iterator[Issue]:
    """Yield the issues of participants, codes and domains without any coding, and of languages."""
    for check, message in language_remarks(study.groups, study.languages):
        yield inspector.issue(
            check,
            CONFIG,
            "groups",
            message,
            f"State the `language` of {with_article(inspector.compare.one)} if it is another.",
        )
    with_coding = {(mention.participant, mention.group) for mention in mentions}
    for person in participants:
        if (person.participant, person.group) not in with_coding:
            message = "the participant has no valid coding"
            suggestion = "Check that an export contains the interview, under the document name of the register."
            yield inspector.issue(
                "participant_without_coding", places.of_participant(person.participant), "", message, suggestion
            )
    for participant, _, unasked in exposure.raised_unasked(participants, mentions):
        message = "the guide says that the participant was not asked about the domain, but there are codings in it"
        suggestion = "Correct the guide if it is wrong. Nothing else to do: the participant counts as asked."
        yield inspector.issue("raised_unasked", places.of_participant(participant), unasked, message, suggestion)
    used = {mention.code for mention in mentions}
    for entry in codebook:
        if entry.codable and entry.code not in used:
            yield inspector.issue("unused_code", "codebook", entry.code, "no participant was coded with this code")
    declared = {(item.group, item.domain) for item in (*study.not_coded, *study.coded)}
    declared |= _unasked(participants)
    coded = {(mention.group, mention.domain) for mention in mentions}
    for group in study.groups:
        uncoded = [domain for domain in study.domains if (group.code, domain.id) not in coded | declared]
        if len(uncoded) == len(study.domains):
            message = f"{group.name} has no coding at all: all its cells are ?, not known"
            yield inspector.issue(
                "group_without_coding", "study", group.code, message, f"Add its export. Or {_DECLARE}"
            )
            continue
        for domain in uncoded:
            message = f"{group.name} has no coding in the domain {domain.title!r}: its cells there are ?, not known"
            suggestion = f"{_DECLARE[0].upper()}{_DECLARE[1:]}"
            yield inspector.issue("domain_without_coding", "study", f"{group.code} {domain.id}", message, suggestion)


def _unasked(participants: Iterable[Participant]) -> set[tuple[str, str]]:
    """The groups and domains about which nobody was asked: nothing is missing there."""
    found: dict[str, set[str]] = {}
    for person in participants:
        found.setdefault(person.group, set(person.not_asked)).intersection_update(person.not_asked)
    return {(group, domain) for group, domains in found.items() for domain in domains}
