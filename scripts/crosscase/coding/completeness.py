"""Checks of the study as a whole: participants, codes and domains without any coding, languages without word lists.

Absence is not silence: a code, a participant or a whole domain without any coding may be a finding,
or a file may be missing. These checks report it.
"""

from collections.abc import Collection, Iterable, Iterator

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
    participants: Iterable[Participant],
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
    used = {mention.code for mention in mentions}
    for entry in codebook:
        if entry.codable and entry.code not in used:
            yield inspector.issue("unused_code", "codebook", entry.code, "no participant was coded with this code")
    declared = {(item.group, item.domain) for item in (*study.not_coded, *study.coded)}
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
