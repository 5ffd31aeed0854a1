"""Invented people of a register, and what replaces their names."""

from collections.abc import Sequence

from crosscase.anonymisation import identifiers
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier

KEY = bytes(range(32))


def person(participant: str, name: str, group: str = "CZ", withdrawn: bool = False) -> Person:
    return Person(
        locator="row 2",
        participant=participant,
        name=name,
        group=group,
        variables=("head",),
        documents=(f"{participant}.docx",),
        consent_to_quote=True,
        withdrawn=withdrawn,
    )


PEOPLE = [
    person("CZ-1", "Jana Vymyšlená"),
    person("CZ-2", "Jana Smyšlená-Nová"),
    person("EN-1", "Invented Person", "EN"),
]


def redactor_of(
    people: Sequence[Person],
    pseudonyms: Pseudonyms | None = None,
    listed: Sequence[Identifier] = (),
    language: str = "",
) -> Redactor:
    names = identifiers.names_of_people(people, dict.fromkeys(("CZ", "EN"), (language,)) if language else {})
    return Redactor(ListedNames([*listed, *names], {}, identifiers.ids_of(people)), pseudonyms or Pseudonyms(KEY))
