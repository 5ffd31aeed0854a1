"""Employers and towns that the register gives people who withdrew and nobody else: they lead to these people.

One that somebody who stays has, too, perhaps in a longer name, or that the list of further names has, is not theirs.
"""

from collections.abc import Iterable

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.register import Person
from crosscase.detectors.name_search import Identifier
from crosscase.storage.text_form import fold, nfc

Thing = tuple[str, str]  # the kind and the name


def of_withdrawn(people: Iterable[Person], listed: Iterable[Identifier]) -> frozenset[Thing]:
    """The places and organisations that are only of people who withdrew. `listed`: the list of further names."""
    everybody = list(people)
    staying = names_of_people([person for person in everybody if not person.withdrawn])
    of_others = {(name.kind, fold(name.form)) for name in (*staying, *listed)}
    theirs = {
        (kind, nfc(name))
        for person in everybody
        if person.withdrawn
        for kind, names in (("ORGANISATION", person.employers), ("PLACE", person.towns))
        for name in names
    }
    return frozenset((kind, name) for kind, name in theirs if (kind, fold(name)) not in of_others)
