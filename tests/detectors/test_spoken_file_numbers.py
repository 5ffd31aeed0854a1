"""Numbers of files in words, with letters that are spelt. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

SAID = {
    "GB": [
        "she reads, {A for apple, double six, two oh five, dash, B}, that is your application",
        "my claim number, it begins {FC dash three oh nine dash double one seven}, and",
    ],
    "DE": [
        "sie waren Fall {acht drei Schrägstrich neunzehn}.",
        "Meine Akte hab ich gesehen. {Römisch zwo, vierhundertdrei}, ja.",
        "Der Vorgang, {eins null sieben vier, B wie Quasta}.",
    ],
    "CZ": [
        "číslo řízení {čtyřicet tisíc sto dva, lomeno pé es}.",
        "spis {jedna nula sedm pomlčka čtyři čtyři, bé jako Quista}.",
        "spisovka {nula pé a en cé, čtyři sta šest}, tak",
    ],
    "GR": ["τον αριθμό πινακίου, {άλφα τέσσερα, τετρακόσια έξι}, να"],
    "IT": [
        "il protocollo {cinquemilaseicento barra Q come quaderno}, dice",
        "{B due due, trattino, sei quattro nove zero}: questo è il nostro numero di assistito",
    ],
    "NL": [
        "een meldingsnummer, eh, {VT zeventien drieëndertig nul acht}.",
        "ik had klantnummer {vierhonderdzeventien}, en",
        "dossier {zesduizend vierhonderdnegentien} boven",
    ],
    "NO": [
        "Mappa vår på NAV, den har jeg sett én gang. {Tre hundre og elleve B}, rød perm.",
        "{Nitten skråstrek femhundreogførtito}, det var saken",
    ],
    "PL": ["sygnatura {trzecia Nsm, czterysta sześć przez dwadzieścia dwa}."],
    "PT": ["{Seis mil quatrocentos e doze barra dezanove}, era o meu processo"],
}
LEFT = {
    "GB": [
        "I am client number three",
        "the case number has five hundred pages",
        "in that case two of three came",
        "the file took four or five days",
    ],
    "DE": ["in jedem Fall zwei oder drei", "der Fall ist erst der zweite"],
    "CZ": ["spis za tisíc korun", "v tom případě dva až tři"],
}


@pytest.mark.parametrize(("region", "example"), each(SAID))
def test_a_number_of_a_file_in_words_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("FILE", region, example)


@pytest.mark.parametrize(("region", "text"), each(LEFT))
def test_numbers_near_a_case_that_are_not_its_own_stay(region: str, text: str) -> None:
    assert not found_of_kind("FILE", region, text)
