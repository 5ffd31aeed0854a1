"""The guide: who was asked about which domain.

Confidential like the register, since it names participants. Columns: `domain` (its id, title or another name), `asked`
(yes or no), and `participant` (the id in the register), the group under the study's word for it, or both: a row with a
participant is about that one, in this group or in all of theirs, a row with a group alone about everybody in it. A row
of a participant goes before a row of the group.

ASSUME: what the guide does not say was asked.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscase.anonymisation.register import Person
from crosscase.messages.errors import Problem, stop_on
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.storage.text_form import fold
from crosscase.study import list_headings
from crosscase.study.facts import GROUP, Domain
from crosscase.study.yes_no import YES_NO

_PARTICIPANT, _DOMAIN, _ASKED = "participant", "domain", "asked"
COLUMNS = (_PARTICIPANT, _DOMAIN, _ASKED)
_ASKED_VALUES = {"yes": True, "asked": True, "no": False, "not asked": False}
_ANSWERS = {**YES_NO, **_ASKED_VALUES}
_Key = tuple[str, str, str]  # folded participant, group and domain; an empty participant or group: any


@dataclass(frozen=True, slots=True)
class Guide:
    """Whether participants were asked, by participant or group, and domain."""

    answers: Mapping[_Key, bool]
    domains: Sequence[Domain]

    def not_asked(self, person: Person) -> list[str]:
        """The ids of the domains about which a person was not asked in this group, in the order of the study."""
        who = fold(person.participant)
        places = ((who, person.group), (who, ""), ("", person.group))
        said = {
            domain.id: [self.answers[key] for place in places if (key := (*place, domain.id)) in self.answers]
            for domain in self.domains
        }
        return [domain for domain, answers in said.items() if answers and not answers[0]]


NO_GUIDE = Guide({}, ())


def read(
    path: str,
    people: Collection[Person],
    domains: Sequence[Domain],
    groups: Mapping[str, str],
    column: str = GROUP,
    sheet: str | None = None,
) -> Guide:
    """Read the guide; `groups`, `column` and `sheet` are those of `register.look_at`.

    Messages name rows, not people. Raises StudyError with every problem.
    """
    words = list_headings.of_guide(column)
    found = team_lists.examine(path, (_DOMAIN, _ASKED), (_PARTICIPANT, column), words=words, sheet=sheet, key="guide")
    named = {fold(name): domain.id for domain in domains for name in (domain.id, domain.title, *domain.also)}
    problems = [*found.problems]
    answers: dict[_Key, bool] = {}
    if {_DOMAIN, _ASKED} <= set(found.header):
        rows = _row_problems(found.records, people, named, groups, column)
        problems += team_lists.merged(Problem(path, place, what, remedy) for place, what, remedy in rows)
        problems += team_lists.merged(_answers(path, found.records, named, groups, column, answers))
    stop_on(problems)
    return Guide(answers, domains)


def _row_problems(
    records: Iterable[Record],
    people: Iterable[Person],
    domains: Mapping[str, str],
    groups: Mapping[str, str],
    column: str,
) -> Iterator[tuple[str, str, str]]:
    """What is wrong with single rows: the place, what it is, and what to do."""
    in_group = {(fold(person.participant), person.group) for person in people}
    everybody = {participant for participant, _ in in_group}
    for record in records:
        who, group, place = _who(record), fold(record.fields.get(column, "")), record.locator
        if not (who or group):
            remedy = f"Fill in `{_PARTICIPANT}` or `{column}`."
            yield place, f"it says neither which participant nor which {column} it is about", remedy
        if group and group not in groups:
            allowed = f"Allowed: {', '.join(dict.fromkeys(groups.values()))}, or nothing."
            yield place, f"the column `{column}` has a value that is not allowed", allowed
        elif who and who not in everybody:
            yield place, "the participant is not in the register", "Correct the id, or add the participant there."
        elif who and group and (who, groups[group]) not in in_group:
            remedy = f"Correct it, or leave `{column}` empty."
            yield place, f"the register has the participant in another {column}", remedy
        for name, allowed_values in ((_DOMAIN, dict.fromkeys(domains.values())), (_ASKED, _ASKED_VALUES)):
            known = domains if name == _DOMAIN else _ANSWERS
            if fold(record.fields[name]) not in known:
                what = "has a value that is not allowed" if record.fields[name] else "is empty"
                yield place, f"the column `{name}` {what}", f"Allowed: {', '.join(allowed_values)}."


def _answers(
    path: str,
    records: Iterable[Record],
    domains: Mapping[str, str],
    groups: Mapping[str, str],
    column: str,
    answers: dict[_Key, bool],
) -> Iterator[Problem]:
    """Collect the answers of the rows that can be understood; a problem for each that contradicts an earlier one."""
    for record in records:
        group = groups.get(fold(record.fields.get(column, "")), "")
        domain = domains.get(fold(record.fields[_DOMAIN]), "")
        answer = _ANSWERS.get(fold(record.fields[_ASKED]))
        if answer is not None and answers.setdefault((_who(record), group, domain), answer) != answer:
            yield Problem(path, record.locator, "another row says the opposite", "Keep one of them.")


def _who(record: Record) -> str:
    return fold(record.fields.get(_PARTICIPANT, ""))
