"""The names to search for in an export: those of the register and of the gazetteer, the list of further identifiers."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from crosscase.anonymisation import dates_for_names
from crosscase.anonymisation.identifiers import NO_LANGUAGES, ids_of, names_of_people, names_of_thing
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.wording import first_place
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.storage.text_form import fold, nfc
from crosscase.study import list_headings
from crosscase.study.facts import GROUP

KINDS = ("person", "place", "organisation")
LONGEST_NAME = 200  # characters; a name has as many forms as it has parts of its words
_GENERALISED = "generalised"
COLUMNS = ("type", "value", _GENERALISED)


def listed_names(
    people: Collection[Person],
    gazetteer: str,
    languages: Mapping[str, tuple[str, ...]] = NO_LANGUAGES,
    export: str = "",
    column: str = GROUP,
    sheet: str | None = None,
) -> ListedNames:
    """All names to search for in an export.

    `gazetteer` is the path of the list, or empty, `column` the heading of its groups; `sheet` is that of a workbook;
    `languages` is by group.

    ASSUME: a listed name without a group is declined as the groups of the export's participants do.
    """
    groups = {person.group for person in people if "" in (export, person.export) or person.export == export}
    spoken = tuple(sorted({language for group in groups for language in languages.get(group, ())}))
    names, generalised = read_gazetteer(gazetteer, languages, spoken, column, sheet) if gazetteer else ([], {})
    return ListedNames([*names, *names_of_people(people, languages)], generalised, ids_of(people))


def read_gazetteer(
    path: str,
    languages: Mapping[str, tuple[str, ...]] = NO_LANGUAGES,
    without_group: tuple[str, ...] = (),
    column: str = GROUP,
    sheet: str | None = None,
) -> tuple[list[Identifier], dict[str, str]]:
    """Read the list of further names: columns `type` and `value`, optionally that of the group and `generalised`.

    A name is declined in the language of its group; a name without a group in the languages `without_group`.
    The second result gives the words that replace a name ("a large northern city"). Raises StudyError, without names.
    """
    words = list_headings.of_identifiers(column)
    found = team_lists.examine(path, COLUMNS[:2], (column, *COLUMNS[2:]), words=words, sheet=sheet, key="identifiers")
    records = found.records
    of_rows = _row_problems(path, records, found.header, languages, column)
    of_values = [
        *team_lists.too_long(path, records, ("value",), LONGEST_NAME),
        *dates_for_names.problems(path, records, ("value",)),
    ]
    stop_on([*found.problems, *of_rows, *of_values])
    codes = {fold(code): code for code in languages}
    names: list[Identifier] = []
    generalised = {}
    for record in records:
        name = nfc(record.fields["value"])
        group = codes.get(fold(record.fields.get(column, "")), "")
        spoken = languages.get(group, ()) if group else without_group
        type_ = fold(record.fields["type"]).upper()
        names += (replace(found, languages=spoken) for found in names_of_thing(type_, name, spoken))
        if instead := record.fields.get(_GENERALISED, ""):
            generalised[name] = instead
    return names, generalised


def _row_problems(
    path: str,
    records: Sequence[Record],
    header: Sequence[str],
    languages: Mapping[str, object],
    group_column: str,
) -> Iterator[Problem]:
    """What is wrong with rows of the list of further names; a message names rows, not values."""
    checks = {
        "type": ([*KINDS], f"Types: {', '.join(KINDS)}."),
        group_column: (["", *languages], f"Allowed: {', '.join(languages)}, or nothing."),
    }
    for column, (legal, remedy) in checks.items():
        if column not in header or (column == group_column and not languages):
            continue
        if rows := [
            record.locator for record in records if fold(record.fields.get(column, "")) not in map(fold, legal)
        ]:
            yield Problem(path, first_place(rows), f"the column `{column}` has a value that is not allowed", remedy)
    if rows := [record.locator for record in records if not record.fields.get("value", "value")]:
        yield Problem(path, first_place(rows), "the column `value` is empty", "Fill it in.")
