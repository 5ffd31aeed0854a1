"""How the nine teams name their documents, and what their exports say about the country."""

from types import MappingProxyType

from tests.reconstruction import people
from tests.reconstruction.plan import chance
from tests.reconstruction.project import Document
from tests.reconstruction.surroundings import SETTINGS

TWO_DOCUMENTS = ("CZ-02", "EN-05", "IT-03")
"""Participants who were interviewed twice."""

GROUPS = {
    "CZ": "Czech Republic",
    "DE": "Deutschland",
    "EL": "Ελλάδα",
    "NO": "Norge",
    "PL": "Polska",
}
"""The document group of the exports that carry their country there."""

VARIABLES = {"IT": ("Paese", "Italia"), "PT": ("País", "Portugal")}
"""The document variable of the exports that carry their country there."""

PATTERNS = {
    "CZ": "Rozhovor_{number}_{place}",
    "DE": "{number} Interview {surname}.txt",
    "EL": "Συνέντευξη {number} – {place}",
    "EN": "EN_P{number}_transcript.docx",
    "IT": "Intervista {number} ({surname})",
    "NL": "gesprek-{number}-{surname}.odt",
    "NO": "Intervju {number} {place}.docx",
    "PL": "wywiad_{number}_{surname}",
    "PT": "Entrevista PT {number} - {place}",
}
"""Some bear an invented surname or place, so that the documents' names need pseudonyms too."""


def of(participant: str, name: str) -> list[Document]:
    """Give a participant's documents, still without text: name, group and variables."""
    country, number = participant.split("-")
    stem = PATTERNS[country].format(
        number=number,
        surname=people.surname(name),
        place=chance(f"document {participant}").choice(SETTINGS[country].places),
    )
    first, dot, ending = stem.partition(".")
    names = [stem]
    if participant in TWO_DOCUMENTS:
        names.append(f"{first} (2){dot}{ending}")
    variables = dict([VARIABLES[country]]) if country in VARIABLES else {}
    return [Document(each, "", GROUPS.get(country), MappingProxyType(variables)) for each in names]
