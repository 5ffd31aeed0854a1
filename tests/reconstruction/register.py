"""The rows of the register of participants and of the list of further identifiers."""

from collections.abc import Mapping

from tests.reconstruction.facts import Facts
from tests.reconstruction.people import CASTS
from tests.reconstruction.plan import chance, participants
from tests.reconstruction.surroundings import SETTINGS

PARTICIPANT_COLUMNS = (
    "participant",
    "name",
    "country",
    "position",
    "organisation_type",
    "documents",
    "export",
    "consent_to_quote",
    "withdrawn",
)
IDENTIFIER_COLUMNS = ("type", "value", "note")

Row = dict[str, str]


def names(facts: Facts) -> dict[str, str]:
    """Map each participant's id to the invented name."""
    return {
        participant: name
        for country in facts.countries
        for participant, name in zip(participants(facts, country), CASTS[country].participants, strict=True)
    }


def rows(facts: Facts, documents: Mapping[str, list[str]]) -> list[Row]:
    """Give the register: categories as often as printed, dealt out by chance.

    ``documents`` maps each participant's id to the names of their documents.
    """
    dealt = {variable: _deal(facts, variable) for variable in facts.categories}
    consent = chance("consent")
    return [
        {
            "participant": participant,
            "name": name,
            "country": participant.split("-")[0],
            "position": dealt["position"].pop(),
            "organisation_type": dealt["organisation_type"].pop(),
            "documents": " | ".join(documents[participant]),
            "export": participant.split("-")[0].lower(),
            "consent_to_quote": consent.choices(("yes", "no"), weights=(3, 1))[0],
            "withdrawn": "no",
        }
        for participant, name in names(facts).items()
    ]


def identifiers(facts: Facts) -> list[Row]:
    """Give the third persons, places and organisations that the transcripts mention."""
    return [
        {"type": kind, "value": value, "note": "invented"}
        for country in facts.countries
        for kind, values in (
            ("person", CASTS[country].others),
            ("place", SETTINGS[country].places),
            ("organisation", SETTINGS[country].organisations),
        )
        for value in values
    ]


def _deal(facts: Facts, variable: str) -> list[str]:
    counts = facts.categories[variable]
    values = [category for category, count in counts.items() for _ in range(count)]
    chance(f"sample {variable}").shuffle(values)
    return values
