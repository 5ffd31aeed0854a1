"""Streets with the number of a house, in nine languages, in several registers of speech. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed
from tests.builders.street_examples import STREETS

NO_STREETS = {
    "GB": [
        "there are 12 houses on our road",
        "it was a 20 minute drive",
        "in 2019 the whole street knew",
        "we have 3 ways of doing that",
        "page 12 of the road map",
        "a 2 way street, as they say",
        "24 hours on the road",
    ],
    "DE": [
        "auf dem Spielplatz 12 Kinder",
        "die Bundesstraße 27 ist laut",
        "in unserer Straße 2015",
        "der Weg ist 3 Kilometer lang",
        "auf der Straße waren 20 Leute",
        "am Arbeitsplatz 8 Stunden",
    ],
    "NL": ["op straat waren 20 mensen", "onderweg 3 uur", "op het schoolplein 12 kinderen", "de weg is 3 kilometer"],
    "NO": [
        "melding nr. 0093-B kom på en søndag.",
        "Avsnitt 5 handler om bottom-up",  # no "bo" in it
        "Intervju 7 er borte",
        "på gata var det 20 folk",
        "på arbeidsplassen 8 timer",
        "langs riksvei 3",
        "veien er 3 kilometer",
        "underveis 3 ganger",
    ],
    "IT": [
        "è andata via 3 giorni fa",
        "mandato via mail 2 volte",
        "per la strada 20 persone",
        "nel corso di 3 anni",
        "via via 3 o 4 di loro",
    ],
    "PT": ["na rua 20 pessoas", "a estrada tem 3 quilómetros", "durante largos 3 anos", "na rua durante 5 dias"],
    "PL": ["na ulicy było 20 osób", "na ulicy 5 dzieci", "plac ma 300 metrów", "na osiedlu mieszka 40 rodzin"],
    "CZ": ["na ulici bylo 20 lidí", "ve třídě 5 dětí", "do třídy chodí 24 dětí", "na náměstí 3 stánky"],
    "GR": ["στον δρόμο 20 άτομα", "η οδός έχει 3 μαγαζιά", "στην πλατεία 12 παιδιά", "στην οδό ήταν 5 άτομα"],
}


@pytest.mark.plain_cases(32)
@pytest.mark.parametrize(("region", "example"), each(STREETS))
def test_a_street_and_its_number_go(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("ADDRESS", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_STREETS))
def test_what_is_counted_in_a_street_stays(region: str, example: str) -> None:
    assert not found_of_kind("ADDRESS", region, example)
