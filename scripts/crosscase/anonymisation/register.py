"""The register of participants: it decides who was interviewed and which group each person belongs to.

Confidential. Columns: `participant` (the id used in the exports), the group under the study's word for it, one column
for each variable of the sample. Optional columns, each also with empty values: `name`, `documents` (names in the
export, separated by " | "; empty: the id itself), `export` (the export that contains them; empty: any),
`consent_to_quote` and `withdrawn` (yes or no; empty: no), and `nicknames`, `employer`, `town`, `interviewer`, with
names separated by " | "; the texts are searched for them. Values are compared without regard to case and spaces.

A participant in several groups (who moved, or was interviewed in two waves) has a row for each, with the documents of
each. Who withdrew in one row withdrew in all, and may be quoted only if all rows say so.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscase.anonymisation import dates_for_names
from crosscase.messages.errors import Problem, StudyError, stop_on
from crosscase.messages.wording import agree, counted, first_place, joined
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.spreadsheets.team_lists import TeamList
from crosscase.storage.text_form import fold
from crosscase.study import group_names, list_headings
from crosscase.study.facts import (
    FURTHER_REGISTER_COLUMNS,
    GROUP,
    GROUPS,
    REGISTER_COLUMNS,
    REQUIRED_REGISTER_COLUMNS,
    Study,
    missing_of,
)
from crosscase.study.yes_no import YES_NO

LONGEST_ID = 500  # characters
LONGEST_NAME = 200  # characters; a name is searched for in as many forms as it has parts of its words
_NAMES = ("name", "nicknames", "employer", "town", "interviewer")
_YES_NO = {word: "yes" if is_yes else "no" for word, is_yes in YES_NO.items()}
_MOST_ROWS = 6  # in a sentence
ONE_NAME = "If they are one person, in several groups or waves, write one id under `participant` in all of these rows."
WITHOUT_NAME = "The texts are not searched for their names. Fill in `name`, unless the texts have pseudonyms already."
_MAY_BE_EMPTY = ("consent_to_quote", "withdrawn")
_NONE_MISSING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of the register, with the real name."""

    participant: str
    name: str
    group: str
    locator: str  # the row
    variables: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    export: str = ""  # empty: any
    consent_to_quote: bool = False
    withdrawn: bool = False
    nicknames: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    interviewers: tuple[str, ...] = ()
    interview_date: str = ""
    interview_number: str = ""


class Register:
    """The people of the study, and the documents of each."""

    def __init__(self, people: list[Person]) -> None:
        self.people = people
        self._of_id: dict[str, list[Person]] = {}
        for person in people:
            self._of_id.setdefault(fold(person.participant), []).append(person)
        self._of_document = {key: person for person in people for key in _document_keys(person)}

    def withdrawn(self) -> frozenset[str]:
        """The identifiers of the people who withdrew."""
        return frozenset(person.participant for person in self.people if person.withdrawn)

    def without_name(self) -> Iterator[str]:
        """A sentence on the people whose names the texts are not searched for, if there are any."""
        nameless = [rows for rows in self._of_id.values() if not any(row.name or row.nicknames for row in rows)]
        if number := len(nameless):
            yield f"{counted(number, 'participant')} of {len(self._of_id)} {agree(number, 'has', 'have')} no name there"

    def of_one_name(self) -> Iterator[str]:
        """The rows of each name that several people have, who may be one."""
        by_name: dict[str, list[Person]] = {}
        for person in self.people:
            by_name.setdefault(" ".join(fold(person.name).split()), []).append(person)
        for name, rows in by_name.items():
            if name and len({fold(row.participant) for row in rows}) > 1:
                yield joined([row.locator for row in rows], _MOST_ROWS)

    def dates_in_doubt(self, path: str) -> Iterator[Problem]:
        """What a spreadsheet may have made of a name or of an id."""
        yield from dates_for_names.in_doubt(
            path,
            (
                (
                    one.locator,
                    {
                        "participant": [one.participant],
                        "name": [one.name],
                        "nicknames": one.nicknames,
                        "employer": one.employers,
                        "town": one.towns,
                        "interviewer": one.interviewers,
                    },
                )
                for one in self.people
            ),
        )

    def find(self, export: str, *names: str) -> Person | None:
        """The person of a document, found by the first of its names and addresses that the register has."""
        for name in names:
            for scope in (export, ""):
                if person := self._of_document.get((scope, fold(name))):
                    return person
        return None

    def with_id(self, export: str, participant: str) -> Person | None:
        """The person with this identifier, if the register allows that person in this export, in one group."""
        rows = [person for person in self._of_id.get(fold(participant), ()) if person.export in ("", export)]
        return rows[0] if len({person.group for person in rows}) == 1 else None


def _document_keys(person: Person) -> Iterator[tuple[str, str]]:
    return ((person.export, fold(name)) for name in person.documents)


def read(
    path: str,
    groups: Mapping[str, str],
    categories: Mapping[str, Sequence[str]],
    column: str = GROUP,
    sheet: str | None = None,
    missing: Mapping[str, str] = _NONE_MISSING,
    key: str = GROUPS.key,
) -> Register:
    """Read the register. The arguments are those of `look_at`. Raises StudyError with every problem."""
    register, problems = look_at(path, groups, categories, column, sheet, missing, key)
    stop_on(problems)
    return register


def of_study(study: Study) -> Register:
    """The register of a study. Raises StudyError with every problem."""
    categories = {variable.id: variable.categories for variable in study.sample}
    groups, sheet = group_names.own_names(study.groups), study.sheets.get("register")
    return read(
        study.register, groups, categories, study.compare.one, sheet, missing_of(study.sample), study.compare.key
    )


def look_at(
    path: str,
    groups: Mapping[str, str],
    categories: Mapping[str, Sequence[str]],
    column: str = GROUP,
    sheet: str | None = None,
    missing: Mapping[str, str] = _NONE_MISSING,
    key: str = GROUPS.key,
) -> tuple[Register, list[Problem]]:
    """The register as far as it is filled in, and every problem of it.

    `groups` gives the code of a group for each of its folded names, `group_names.own_names`. `categories` gives the
    allowed values of each variable of the sample. `column` is the heading of the group's column, `sheet` that of a
    workbook (None: the first), `missing` gives the category that an empty cell of a variable means, `key` is that of
    the groups in study.yaml. Messages name rows, not people. Raises StudyError if there are no rows.
    """
    required = (*REQUIRED_REGISTER_COLUMNS, column, *categories)
    found = listed(path, column, categories, sheet)
    records = [Record(record.locator, dict.fromkeys(required, "") | record.fields) for record in found.records]
    if not (records or found.problems):
        raise StudyError(Problem(path, "", "it contains no participant", "Give each participant a row."))
    legal = {column: groups, "consent_to_quote": _YES_NO, "withdrawn": _YES_NO}
    empty = {variable: {"": category} for variable, category in missing.items()}
    legal |= {
        variable: {fold(name): name for name in names} | empty.get(variable, {})
        for variable, names in categories.items()
    }
    people = [_person(record, legal, column, list(categories)) for record in records]
    problems = [
        *found.problems,
        *_empty_and_illegal_values(path, records, found.header, legal, column, key),
        *team_lists.too_long(path, records, ("participant", "documents", "export"), LONGEST_ID),
        *team_lists.too_long(path, records, _NAMES, LONGEST_NAME),
        *dates_for_names.problems(path, records, _NAMES),
        *_repetitions(path, people),
    ]
    return Register(list(_as_one(people))), problems


def listed(path: str, column: str, variables: Collection[str], sheet: str | None) -> TeamList:
    """The rows of the register with the headings that its columns have here, unchecked but for their form."""
    required = (*REQUIRED_REGISTER_COLUMNS, column, *variables)
    optional = [name for name in (*REGISTER_COLUMNS, *FURTHER_REGISTER_COLUMNS) if name not in required]
    words = list_headings.of_register(column, variables)
    return team_lists.examine(path, required, optional, words=words, sheet=sheet, key="register")


def _as_one(people: Sequence[Person]) -> Iterator[Person]:
    """The rows, those of one participant with the same id, the same withdrawal and the same consent."""
    rows: dict[str, list[Person]] = {}
    for person in people:
        rows.setdefault(fold(person.participant), []).append(person)
    for person in people:
        own = rows[fold(person.participant)]
        yield replace(
            person,
            participant=own[0].participant,
            withdrawn=any(row.withdrawn for row in own),
            consent_to_quote=all(row.consent_to_quote for row in own),
        )


def _empty_and_illegal_values(
    path: str,
    records: Sequence[Record],
    header: Sequence[str],
    legal: Mapping[str, Mapping[str, str]],
    of_group: str,
    key: str,
) -> Iterator[Problem]:
    """One problem for each column of the header, with all its rows, since such mistakes often repeat in every row."""
    for column in ("participant", *(column for column in legal if column not in _MAY_BE_EMPTY)):
        empty = [record.locator for record in records if not record.fields[column]]
        if empty and column in header and "" not in legal.get(column, ()):
            or_name = f" Or name their category: `missing` under `sample.{column}` in config/study.yaml."
            remedy = f"Fill it in.{'' if column in ('participant', of_group) else or_name}"
            yield Problem(path, first_place(empty), f"the column `{column}` is empty", remedy)
    for column, values in legal.items():
        given = [(record.locator, record.fields.get(column, "")) for record in records]
        wrong = [locator for locator, value in given if value and fold(value) not in values]
        if wrong:
            what = f"the column `{column}` has a value that is not allowed"
            allowed = f"Allowed: {', '.join(dict.fromkeys(values.values()))}."
            yield Problem(path, first_place(wrong), what, f"{allowed} {_where_to_add(column, of_group, key)}".strip())


def _where_to_add(column: str, of_group: str, key: str) -> str:
    """Where study.yaml lists the values that a column may have, if it does."""
    if column in ("consent_to_quote", "withdrawn"):
        return ""
    place = key if column == of_group else f"sample.{column}.categories"
    return f"A further one goes into `{place}` in config/study.yaml."


def _person(record: Record, legal: Mapping[str, Mapping[str, str]], column: str, variables: Sequence[str]) -> Person:
    """The person of a row. A value that is not allowed is left empty; an empty yes or no is a no."""
    fields = record.fields

    def several(column: str) -> tuple[str, ...]:
        return tuple(team_lists.several(fields.get(column, "")))

    def understood(column: str) -> str:
        return legal[column].get(fold(fields.get(column, "")), "")

    return Person(
        locator=record.locator,
        participant=fields["participant"],
        name="".join(dates_for_names.without([fields.get("name", "")])),
        group=understood(column),
        variables=tuple(understood(variable) for variable in variables),
        documents=several("documents") or (fields["participant"],),
        export=fields.get("export", ""),
        consent_to_quote=understood("consent_to_quote") == "yes",
        withdrawn=understood("withdrawn") == "yes",
        nicknames=dates_for_names.without(several("nicknames")),
        employers=dates_for_names.without(several("employer")),
        towns=dates_for_names.without(several("town")),
        interviewers=dates_for_names.without(several("interviewer")),
        interview_date=fields.get("interview_date", ""),
        interview_number=fields.get("interview_number", ""),
    )


def _repetitions(path: str, people: list[Person]) -> Iterator[Problem]:
    people = [person for person in people if person.participant]  # empty ones are another problem
    first: dict[str, Person] = {}
    in_group: dict[tuple[str, str], Person] = {}
    documents = Counter(key for person in people for key in set(_document_keys(person)))
    for person in people:
        key = fold(person.participant)
        if fold(first.setdefault(key, person).name) != fold(person.name):
            what = "another row has the same participant, with another name"
            remedy = "Give each participant an id, or write the same name in both rows if it is one participant."
            yield Problem(path, person.locator, what, remedy)
        elif in_group.setdefault((key, person.group), person).variables != person.variables:
            what = "another row has the same participant in the same group, with other values"
            yield Problem(path, person.locator, what, "Keep one of them, or write the same values in both rows.")
        if any(documents[key] > 1 for key in _document_keys(person)):
            what = "another row has a document of this participant"
            yield Problem(path, person.locator, what, "Give each document to one participant, in one row.")
