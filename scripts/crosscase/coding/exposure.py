"""Exposure: who was asked about which domain, as the guide says.

ASSUME: a participant with a coding in a domain counts as asked about it, whatever the guide says: it came up in the
interview. A participant who was not asked and said nothing on a domain is in no number of it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from crosscase.storage.schemas import Mention, Participant
from crosscase.storage.table_columns import Column, Made


@dataclass(frozen=True, slots=True)
class Unasked:
    """A participant and a domain about which the guide says that the participant was not asked."""

    participant: Annotated[str, Column("pseudonym of the participant", key=True, made=Made.PSEUDONYM)]
    group: Annotated[str, Column("code of the group, as in study.yaml", key=True, made=Made.STATED)]
    domain: Annotated[str, Column("id of the domain, as in study.yaml", key=True, made=Made.STATED)]


Silent = dict[tuple[str, str], set[str]]  # participants by group and domain


def not_asked(participants: Iterable[Participant], mentions: Iterable[Mention]) -> Silent:
    """Who was not asked about a domain and said nothing on it, by group and domain; nobody where there is no guide."""
    spoke = {(mention.participant, mention.group, mention.domain) for mention in mentions}
    found: Silent = defaultdict(set)
    for person in participants:
        for domain in person.not_asked:
            if (person.participant, person.group, domain) not in spoke:
                found[person.group, domain].add(person.participant)
    return found


def raised_unasked(participants: Iterable[Participant], mentions: Iterable[Mention]) -> list[tuple[str, str, str]]:
    """Participant, group and domain of those who were not asked about a domain and have a coding there, sorted."""
    spoke = {(mention.participant, mention.group, mention.domain) for mention in mentions}
    return sorted(
        {
            (person.participant, person.group, domain)
            for person in participants
            for domain in person.not_asked
            if (person.participant, person.group, domain) in spoke
        }
    )


def numbers_asked(members: Mapping[str, int], silent: Silent) -> Callable[[str, str], int]:
    """Gives the number of participants of a group who were asked about a domain, from the size of each group."""
    return lambda group, domain: members.get(group, 0) - len(silent.get((group, domain), ()))


def exposed(members: Collection[str], silent: Silent, group: str, domain: str) -> list[str]:
    """The members of a group who were asked about a domain."""
    return [participant for participant in members if participant not in silent.get((group, domain), ())]
